"""Several desks on the LAN at once: who is silent, or is no desk at all, delays nobody."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import HubUnreachable
from checkin_app.sync import lan_client, lan_exchange, lan_neighbours
from checkin_app.sync.reporting import Report
from checkin_app.sync.state import Seen, SyncState
from tests.desk_support import new_desk, walk_in
from tests.sync.sync_support import LIMIT, OddServer, Post, exchanging, odd, posted, saying


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Post, Post]]:
    """Two desks of one event, of which the second knows somebody more."""
    desk = new_desk(tmp_path, "first.checkin")
    desk.backup(tmp_path / "second.checkin")
    desk.close()
    second = Desk.open(tmp_path / "second.checkin")
    walk_in(second, "Tarō Tanaka")
    second.close()
    with (
        posted(tmp_path / "first.checkin") as one,
        posted(tmp_path / "second.checkin") as two,
    ):
        yield one, two


@pytest.fixture
def mute() -> Iterator[Callable[[], OddServer]]:
    """Makes servers that hear a challenge and say nothing, until the test is over."""
    over = threading.Event()

    def answer(tls: ssl.SSLSocket, request: bytes) -> None:
        over.wait(LIMIT)

    with contextlib.ExitStack() as stack:
        stack.callback(over.set)
        made: list[OddServer] = []

        def make() -> OddServer:
            made.append(stack.enter_context(odd(answer)))
            return made[-1]

        yield make
        over.set()


def test_who_is_silent_delays_nobody(
    desks: tuple[Post, Post], mute: Callable[[], OddServer]
) -> None:
    one, two = desks
    with contextlib.ExitStack() as stack:
        asleep = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        lane, _ = stack.enter_context(exchanging(two, addresses=["127.0.0.1:9"]))
        assert lane._lan is not None
        silent = [f"127.0.0.1:{asleep.getsockname()[1]}", mute().address.removeprefix("https://")]
        typed = [*silent, f"127.0.0.1:{lane._lan.server.port}"]
        _, heard = stack.enter_context(exchanging(one, addresses=typed))
        state = heard.until(lambda state: any(desk.met_at for desk in state.desks))
        # The others have not even been given up.
        assert [desk.address for desk in state.desks] == typed[2:]
        assert one.ask(lambda desk: desk.figures()).expected == 1


def test_who_breaks_off_is_told_as_the_desk_that_it_is(desks: tuple[Post, Post]) -> None:
    """Not as a hub, which it is not."""
    with odd(saying(b"")) as broken:
        typed = broken.address.removeprefix("https://")
        with exchanging(desks[0], addresses=[typed]) as (_, heard):
            state = heard.until(lambda state: any(desk.problem for desk in state.desks))
    assert str(state.desks[0].problem) == f"The desk at {typed} does not answer."


def test_few_of_the_places_that_anybody_announced_are_tried_at_once(
    desks: tuple[Post, Post],
    mute: Callable[[], OddServer],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = desks
    announced = [mute() for _ in range(lan_exchange._GUESSES + 3)]

    class Announcing:
        def __init__(self, *_: object, **__: object) -> None:
            self.addresses = [each.address.removeprefix("https://") for each in announced]

        def close(self) -> None:
            pass

    monkeypatch.setattr(lan_exchange, "Discovery", Announcing)
    monkeypatch.setattr(lan_exchange, "_LOOK", 0.01)
    monkeypatch.setattr(lan_neighbours, "ROUND_SECONDS", 0.05)
    monkeypatch.setattr(lan_client, "_SOONER", LIMIT)  # None is given up meanwhile.
    with exchanging(two, addresses=["127.0.0.1:9"]) as (lane, _):
        assert lane._lan is not None
        typed = [f"127.0.0.1:{lane._lan.server.port}"]
        with exchanging(one, lan=True, addresses=typed) as (_, heard):
            state = heard.until(lambda state: any(desk.met_at for desk in state.desks))
            met = state.desks[0].met_at
            heard.until(lambda state: state.desks[0].met_at > met)  # A round later.
            assert sum(bool(each.requests) for each in announced) == lan_exchange._GUESSES


def test_a_desk_that_is_met_at_one_address_is_not_told_as_lost_at_another() -> None:
    report = Report(lambda state: None, SyncState())
    here, there = Seen("d2", "Quầy 2", "10.0.0.2:1", 5), Seen("d2", "Quầy 2", "10.0.0.3:1", 6)
    lost = Seen("d2", "Quầy 2", "10.0.0.2:1", 5, HubUnreachable(address="10.0.0.2:1"))
    report.seen(here)
    report.seen(lost)
    assert report.state.desks == (lost,)
    report.seen(there)
    assert report.state.desks == (there,)
    report.seen(lost)
    assert report.state.desks == (there,)
