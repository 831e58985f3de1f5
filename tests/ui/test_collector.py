"""Garbage dies in the thread of the window, however much other threads allocate."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from checkin_app.ui.collector import Collector


class Ring:
    """An object that only the collector can take away."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.deleteLater()
    gc.enable()


def allocate(kept: list[list[int]]) -> None:
    kept += [[number] for number in range(200_000)]


def test_garbage_dies_in_the_thread_of_the_window(collector: Collector) -> None:
    where: list[int] = []
    weakref.finalize(Ring(), lambda: where.append(threading.get_ident()))
    kept: list[list[int]] = []
    worker = threading.Thread(target=allocate, args=(kept,), name="allocating")
    worker.start()
    worker.join()
    assert where == []
    collector.look()
    assert where == [threading.get_ident()]


def test_it_looks_by_itself(collector: Collector, qtbot: QtBot) -> None:
    dead: list[bool] = []
    weakref.finalize(Ring(), lambda: dead.append(True))
    rings = [Ring() for _ in range(5_000)]
    del rings
    qtbot.waitUntil(lambda: dead == [True])


def test_the_old_are_looked_at_too(collector: Collector) -> None:
    ring = Ring()
    gc.collect()
    dead: list[bool] = []
    weakref.finalize(ring, lambda: dead.append(True))
    del ring
    for _ in range(30):
        young = [[] for _ in range(3_000)]
        collector.look()
        del young
    assert dead == [True]
