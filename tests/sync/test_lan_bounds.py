"""What anybody in the network may take of a desk on the LAN: little, and not for long."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.sync import lan_guests, wire
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_answers import SMALL, Answer
from checkin_app.sync.lan_client import meet
from checkin_app.sync.lan_guests import BURST, MOST, MOST_ANSWERS, MOST_STRANGERS, RATE, Guests
from checkin_app.sync.lan_keys import VERSION, Challenge, DeskKey, nonce
from checkin_app.sync.lan_server import LanServer
from checkin_app.sync.limits import Limit
from tests.desk_support import new_desk
from tests.sync.lan_strangers import is_ended, is_last, said, secured, silent
from tests.sync.sync_support import LIMIT, Post, posted


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    new_desk(tmp_path).close()
    with posted(tmp_path / "forum.checkin") as post:
        yield post


@pytest.fixture
def server(post: Post) -> Iterator[LanServer]:
    server = LanServer(post.path, Intake(post.ask, lambda: False), host="127.0.0.1")
    server.start()
    yield server
    assert server.stop()


def test_connections_that_say_nothing_keep_no_desk_out(server: LanServer) -> None:
    with silent(server, MOST + 10):
        meet(f"127.0.0.1:{server.port}", server.key, DeskKey(), lambda key: None).close()


def test_the_oldest_stranger_of_an_address_makes_room_for_the_next(
    server: LanServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lan_guests, "HANDSHAKE_SECONDS", LIMIT)
    with silent(server, MOST_STRANGERS + 1) as sockets:
        assert is_ended(sockets[0])
        for each in sockets[1:]:
            with secured(each) as tls:
                assert tls.version()  # It is still listened to.


def test_the_end_waits_for_nobody_who_says_nothing(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lan_guests, "HANDSHAKE_SECONDS", LIMIT)
    server = LanServer(post.path, Intake(post.ask, lambda: False), host="127.0.0.1")
    server.start()
    with silent(server, MOST_STRANGERS) as sockets, secured(sockets[-1]) as tls:
        assert server.stop()  # The others were accepted before that one.
        assert all(is_ended(each) for each in (tls, *sockets[:-1]))


def test_what_was_never_started_is_stopped_too(post: Post) -> None:
    server = LanServer(post.path, Intake(post.ask, lambda: False), host="127.0.0.1")
    stopping = threading.Thread(target=server.stop, daemon=True)
    stopping.start()
    stopping.join(LIMIT)
    assert not stopping.is_alive()


def test_a_handshake_that_is_not_made_is_not_waited_for(
    server: LanServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lan_guests, "HANDSHAKE_SECONDS", 0.1)
    monkeypatch.setattr(lan_guests, "REQUEST_SECONDS", LIMIT)
    with silent(server, 1) as (sock,):
        assert is_ended(sock)


def test_a_request_that_trickles_in_is_cut_off(
    server: LanServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte comes in good time, the whole does not."""
    monkeypatch.setattr(lan_guests, "REQUEST_SECONDS", 0.5)
    monkeypatch.setattr(Answer, "timeout", 2 * LIMIT)
    gone = threading.Event()
    with silent(server, 1) as (sock,), secured(sock) as tls:

        def trickle() -> None:
            with contextlib.suppress(OSError):
                while not gone.wait(0.05):
                    tls.sendall(b"x")

        thread = threading.Thread(target=trickle)
        thread.start()
        try:
            assert is_ended(tls)
        finally:
            gone.set()
            thread.join(LIMIT)


@pytest.mark.parametrize(
    "length",
    [b"%d" % (SMALL + 1), b"0" * 12 + b"%d" % (SMALL + 1), b"1" * 5000, b"", b"-1", b"+9", b"\xb2"],
)
def test_a_body_that_is_too_long_is_refused_before_it_comes(
    server: LanServer, length: bytes
) -> None:
    with silent(server, 1) as (sock,), secured(sock) as tls:
        head = b"POST /v1/challenge HTTP/1.1\r\nHost: x\r\nContent-Length: %b\r\n\r\n" % length
        assert b" 413 " in said(tls, head)


def test_a_stranger_gets_a_few_answers_and_a_desk_any_number(server: LanServer) -> None:
    client = meet(f"127.0.0.1:{server.port}", server.key, DeskKey(), lambda key: None)
    client.close()
    token = server.sessions.admit(client.key)
    ask = b"GET /v1/time HTTP/1.1\r\nHost: x\r\n%b\r\n"
    with silent(server, 1) as (sock,), secured(sock) as tls:
        for _ in range(MOST_ANSWERS - 1):
            assert not is_last(tls, ask % b"")
        assert is_last(tls, ask % b"")
        assert is_ended(tls)
    shown = b"Authorization: Bearer %b\r\n" % token.encode()
    with silent(server, 1) as (sock,), secured(sock) as tls:
        for _ in range(3 * MOST_ANSWERS):
            assert not is_last(tls, ask % shown)


def test_who_comes_too_often_waits_and_others_do_not(sockets: list[socket.socket]) -> None:
    now = 0.0
    guests = Guests()
    guests._pace = Limit(RATE, BURST, clock=lambda: now)
    for _ in range(int(BURST)):
        assert guests.admit(sockets[0], "10.0.0.1") is not None
    assert guests.admit(sockets[0], "10.0.0.1") is None
    assert guests.admit(sockets[1], "10.0.0.2") is not None
    now += 1 / RATE
    assert guests.admit(sockets[0], "10.0.0.1") is not None
    assert guests.admit(sockets[0], "10.0.0.1") is None
    guests.close()


def test_a_flood_of_connections_is_not_answered_for_long(server: LanServer) -> None:
    server._guests._pace = Limit(RATE, 3, clock=lambda: 0.0)
    with silent(server, 3) as sockets, silent(server, 2) as more:
        assert all(is_ended(each) for each in more)  # And keep nobody out who was there before.
        for each in sockets:
            with secured(each) as tls:
                assert tls.version()


def test_a_fault_of_ours_is_in_the_log_and_who_breaks_off_is_not(
    server: LanServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(asked: object) -> object:
        raise ZeroDivisionError

    with silent(server, 1):
        pass
    with silent(server, 1) as (sock,), secured(sock) as tls:
        tls.sendall(b"POST /v1/challenge HTTP/1.1\r\nContent-Length: 9\r\n\r\n")
    monkeypatch.setattr(server.sessions, "challenge", broken)
    body = wire.encode(Challenge(server.key.tag, nonce(), VERSION))
    head = b"POST /v1/challenge HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body)
    with silent(server, 1) as (sock,), secured(sock) as tls:
        assert said(tls, head + body) == b""
    assert server.stop()
    assert [line.splitlines()[-1] for line in caplog.messages] == ["ZeroDivisionError"]


@pytest.fixture
def sockets() -> Iterator[list[socket.socket]]:
    with contextlib.ExitStack() as stack:
        pairs = [socket.socketpair() for _ in range(MOST + 1)]
        for pair in pairs:
            for each in pair:
                stack.enter_context(each).settimeout(LIMIT)
        yield [each for each, _ in pairs]


def test_when_all_places_are_taken_the_oldest_stranger_goes_and_no_desk(
    sockets: list[socket.socket],
) -> None:
    guests = Guests()
    met = [guests.admit(each, f"10.0.0.{at}") for at, each in enumerate(sockets[:MOST])]
    for guest in met:
        assert guest is not None
        if guest is not met[5]:
            guest.prove()
    assert guests.admit(sockets[MOST], "10.0.1.1") is not None
    assert [is_ended(each) for each in sockets[5:6]] == [True]
    guests.close()


def test_when_all_are_desks_nobody_else_is_let_in(sockets: list[socket.socket]) -> None:
    guests = Guests()
    for at, each in enumerate(sockets[:MOST]):
        guest = guests.admit(each, f"10.0.0.{at}")
        assert guest is not None
        guest.prove()
    assert guests.admit(sockets[MOST], "10.0.1.1") is None
    guests.close()
    assert all(is_ended(each) for each in sockets[:MOST])
    assert guests.admit(sockets[MOST], "10.0.1.2") is None
