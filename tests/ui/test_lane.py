"""The desk lane: one thread, results in the window's thread, in order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.domain.errors import CheckinError, NoSuchDelegate, ProgramFault
from checkin_app.ui.background import Background
from checkin_app.ui.lane import InlineLane, ThreadLane
from tests.ui.small_forum import code_of, found


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[ThreadLane]:
    made = ThreadLane()
    yield made
    made.stop()


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[int] = []

    def on_done(self, what: object) -> None:
        self.heard.append(what)
        self.threads.append(threading.get_ident())


def test_results_come_back_in_order_in_the_calling_thread(
    lane: ThreadLane, qtbot: QtBot, tmp_path: Path
) -> None:
    listener = Listener()
    lane.open(lambda: found(tmp_path / "a.checkin"), listener.on_done, listener.on_done)
    for n in range(5):
        lane.run(lambda desk, n=n: (n, threading.get_ident()), listener.on_done)
    qtbot.waitUntil(lambda: len(listener.heard) == 6)
    assert isinstance(listener.heard[0], Desk)
    answers = listener.heard[1:]
    assert [n for n, _ in answers] == [0, 1, 2, 3, 4]  # type: ignore[misc]
    assert {thread for _, thread in answers} != {threading.get_ident()}  # type: ignore[misc]
    assert set(listener.threads) == {threading.get_ident()}


def test_an_expected_failure_is_told(lane: ThreadLane, qtbot: QtBot, tmp_path: Path) -> None:
    listener = Listener()
    lane.open(lambda: found(tmp_path / "a.checkin"), listener.on_done, listener.on_done)
    lane.run(lambda desk: desk.delegate("nobody"), None, listener.on_done)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert isinstance(listener.heard[1], NoSuchDelegate)


def test_who_is_gone_is_not_called(lane: ThreadLane, qtbot: QtBot, tmp_path: Path) -> None:
    import shiboken6

    listener, other = Listener(), Listener()
    lane.open(lambda: found(tmp_path / "a.checkin"), other.on_done, other.on_done)
    lane.run(lambda desk: 1, listener.on_done)
    shiboken6.delete(listener)
    lane.run(lambda desk: 2, other.on_done)
    qtbot.waitUntil(lambda: 2 in other.heard)
    assert listener.heard == []


def test_what_was_recorded_is_sealed_in_a_pause(
    lane: ThreadLane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = threading.Event()
    whole = Desk.seal

    def seal(self: Desk) -> None:
        whole(self)
        sealed.set()

    monkeypatch.setattr(Desk, "seal", seal)
    listener = Listener()
    lane.open(lambda: found(tmp_path / "a.checkin"), listener.on_done, listener.on_done)
    lane.run(lambda desk: desk.scan(code_of(desk, "Nguyễn Văn An")), listener.on_done)
    qtbot.waitUntil(sealed.is_set)


def test_stopping_does_first_what_was_handed_in(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.checkin"
    lane = ThreadLane()
    listener = Listener()
    lane.open(lambda: found(path), listener.on_done, listener.on_done)
    lane.run(lambda desk: desk.scan(code_of(desk, "Nguyễn Văn An")), None)
    lane.stop()
    desk = Desk.open(path)
    assert len(desk.recent()) == 1
    desk.close()


def test_the_inline_lane_does_it_at_once(tmp_path: Path) -> None:
    lane, heard = InlineLane(), list[object]()
    lane.open(lambda: found(tmp_path / "a.checkin"), heard.append, heard.append)
    lane.run(lambda desk: desk.delegate("nobody"), heard.append, heard.append)
    assert isinstance(heard[1], CheckinError)
    lane.stop()


NAME = "Nguyễn Văn An"


def broken(*_: object) -> None:
    raise ZeroDivisionError(NAME)


def test_a_crash_is_told_and_the_lane_goes_on(
    lane: ThreadLane, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    listener = Listener()
    lane.open(broken, listener.on_done, listener.on_done)
    lane.open(lambda: found(tmp_path / "a.checkin"), listener.on_done, listener.on_done)
    lane.run(broken, None, listener.on_done)
    lane.run(lambda desk: 7, listener.on_done)
    qtbot.waitUntil(lambda: 7 in listener.heard)
    assert [type(what) for what in listener.heard] == [ProgramFault, Desk, ProgramFault, int]
    assert "ZeroDivisionError" in caplog.text and "in broken" in caplog.text
    assert NAME not in caplog.text


def test_a_crash_while_sealing_and_closing_does_not_end_the_lane(
    lane: ThreadLane,
    qtbot: QtBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listener, whole = Listener(), Desk.close
    monkeypatch.setattr(Desk, "seal", broken)
    monkeypatch.setattr(Desk, "close", lambda desk: (whole(desk), broken()))
    lane.open(lambda: found(tmp_path / "a.checkin"), listener.on_done, listener.on_done)
    lane.run(lambda desk: 1, listener.on_done)
    qtbot.waitUntil(lambda: "sealing" in caplog.text)
    lane.open(lambda: found(tmp_path / "b.checkin"), listener.on_done, listener.on_done)
    lane.run(lambda desk: 2, listener.on_done)
    qtbot.waitUntil(lambda: 2 in listener.heard)
    assert "closing" in caplog.text


def test_who_asks_a_desk_that_is_not_open_is_told(lane: ThreadLane, qtbot: QtBot) -> None:
    listener = Listener()
    lane.run(lambda desk: 1, listener.on_done, listener.on_done)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    assert str(listener.heard[0]) == "No event is open."


def test_a_crash_beside_the_lane_is_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    listener = Listener()
    beside = Background(listener)
    beside.start(broken, listener.on_done, listener.on_done)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    assert isinstance(listener.heard[0], ProgramFault) and not beside.busy
    assert "ZeroDivisionError" in caplog.text and NAME not in caplog.text
