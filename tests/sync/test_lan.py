"""Desks without a hub: mutual proof, bounds, and the same exchange."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.desk import Desk
from checkin_app.domain.errors import (
    HubError,
    HubRefused,
    HubTooOld,
    HubUnreachable,
    StoreError,
)
from checkin_app.store.event_file import EventFile
from checkin_app.sync import lan_client, wire
from checkin_app.sync.client import HubClient
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_client import DeskClient
from checkin_app.sync.lan_keys import (
    VERSION,
    Challenge,
    Challenged,
    DeskKey,
    EventKey,
    Prove,
    Proven,
    nonce,
)
from checkin_app.sync.lan_server import LanServer
from tests.desk_support import code_of, new_desk, walk_in
from tests.sync.sync_support import Post, exchanging, http, odd, posted, saying


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path, str]:
    """Two files of one event, and a code."""
    desk = new_desk(tmp_path, "first.checkin")
    code = code_of(desk, walk_in(desk, "Nguyễn Thị Lan"))
    desk.backup(tmp_path / "second.checkin")
    desk.close()
    second = Desk.open(tmp_path / "second.checkin")
    walk_in(second, "Tarō Tanaka")
    second.close()
    return tmp_path / "first.checkin", tmp_path / "second.checkin", code


@pytest.fixture
def post(paths: tuple[Path, Path, str]) -> Iterator[Post]:
    with posted(paths[0]) as post:
        yield post


@pytest.fixture
def server(post: Post) -> Iterator[LanServer]:
    server = LanServer(post.path, Intake(post.ask, lambda: False), host="127.0.0.1")
    server.start()
    yield server
    server.stop()


def address(server: LanServer) -> str:
    return f"127.0.0.1:{server.port}"


def meet(address: str, key: EventKey) -> DeskClient:
    """As a desk of an event that trusts no hub: whose key it is makes no difference."""
    return lan_client.meet(address, key, DeskKey(), lambda key: None)


def challenge(server: LanServer, ours: bytes | None = None) -> Challenge:
    return Challenge(server.key.tag, ours or nonce(), VERSION)


def stranger(server: LanServer, token: str = "") -> HubClient:
    return HubClient([f"https://{address(server)}"], server.certificate, token)


def test_two_desks_of_one_event_know_the_same_without_a_hub(
    paths: tuple[Path, Path, str],
) -> None:
    first, second, code = paths
    with posted(first) as one, posted(second) as two:
        with exchanging(one, addresses=["127.0.0.1:9"]) as (lane, _):
            assert lane._lan is not None
            typed = [f"127.0.0.1:{lane._lan.server.port}"]
            with exchanging(two, addresses=typed) as (_, other):
                state = other.until(lambda state: any(desk.met_at for desk in state.desks))
                one.ask(lambda desk: desk.scan(code))
                lane.wake()
                other.until(lambda _: two.ask(lambda desk: desk.figures()).arrived == 1)
        digests = {post.ask(lambda desk: desk.digest()) for post in (one, two)}
    assert len(digests) == 1 and [desk.problem for desk in state.desks] == [None]


class Choking(Post):
    """A desk on which taking in what one other wrote fails."""

    def __init__(self, path: Path, stream: str, error: Exception) -> None:
        super().__init__(path)
        self._stream = stream
        self._error = error

    def ask(self, verb: Callable[[Desk], Any]) -> Any:
        pages = getattr(verb, "keywords", {}).get("pages", ())
        if any(page.stream == self._stream for page in pages):
            raise self._error
        return super().ask(verb)


@pytest.mark.parametrize("error", [ValueError("odd"), StoreError("Odd.")])
def test_a_desk_whose_pages_cannot_be_taken_keeps_no_other_one_out(
    paths: tuple[Path, Path, str],
    tmp_path: Path,
    error: Exception,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first, second, _ = paths
    desk = Desk.open(first)
    desk.backup(tmp_path / "third.checkin")
    desk.close()
    with posted(second) as two, posted(tmp_path / "third.checkin") as three:
        three.ask(lambda desk: walk_in(desk, "Vũ Bình"))
        stream = two.ask(lambda desk: desk._file.own_stream)
        one = Choking(first, stream, error)
        typed = []
        with contextlib.ExitStack() as stack:
            stack.callback(one.close)
            for other in (two, three):
                lane, _ = stack.enter_context(exchanging(other, addresses=["127.0.0.1:9"]))
                assert lane._lan is not None
                typed.append(f"127.0.0.1:{lane._lan.server.port}")
            _, heard = stack.enter_context(exchanging(one, addresses=typed))
            state = heard.until(
                lambda state: (
                    any(desk.met_at for desk in state.desks)
                    and any(desk.problem is not None for desk in state.desks)
                )
            )
            problems = {desk.address: desk.problem for desk in state.desks}
            assert problems[typed[1]] is None and problems[typed[0]] is not None
            assert one.ask(lambda desk: desk.figures()).expected == 2
    crashes = [line for line in caplog.messages if "an exchange with a desk" in line]
    assert bool(crashes) == isinstance(error, ValueError)  # What nobody foresaw is in the log.


def test_desks_find_each_other(paths: tuple[Path, Path, str]) -> None:
    first, second, _ = paths
    with posted(first) as one, posted(second) as two:
        with exchanging(one, lan=True) as (_, heard), exchanging(two, lan=True):
            heard.until(lambda state: any(desk.met_at for desk in state.desks))
        assert one.ask(lambda desk: desk.figures()).expected == 2


def test_who_proves_the_event_is_answered(server: LanServer) -> None:
    client = meet(address(server), server.key)
    try:
        batch = client.take({}, 1 << 20)
    finally:
        client.close()
    assert batch.pages and batch.vector


@pytest.mark.parametrize("secret", [b"s" * 31 + b"t", b""])
def test_who_has_another_secret_gets_nothing(server: LanServer, secret: bytes) -> None:
    with pytest.raises(HubRefused, match="no desk of this event"):
        meet(address(server), EventKey(server.event, secret))


def test_a_stranger_who_knows_the_tag_gets_no_further(server: LanServer) -> None:
    client = stranger(server)
    try:
        for proof in (b"\0" * 32, None):
            challenged = client.ask("/challenge", challenge(server), Challenged)
            own = DeskKey()
            proof = proof or challenged.proof  # Its own proof is not ours.
            with pytest.raises(HubRefused):
                shown = Prove(challenged.nonce, proof, own.public, own.sign(proof))
                client.ask("/prove", shown, Proven)
    finally:
        client.close()


@pytest.mark.parametrize("token", ["", "guess"])
def test_without_a_token_nothing_is_told_or_taken(server: LanServer, token: str) -> None:
    client = stranger(server, token)
    try:
        for ask in (
            lambda: client.take({}, 1 << 20),
            lambda: client.give([]),
            lambda: client.wait({}, 0),
        ):
            with pytest.raises(HubRefused):
                ask()
    finally:
        client.close()


def test_a_proof_is_good_once_and_for_one_certificate(server: LanServer) -> None:
    client = stranger(server)
    try:
        ours = nonce()
        challenged = client.ask("/challenge", challenge(server, ours), Challenged)
        own = DeskKey()
        # Somebody in between showed another one; and afterwards the challenge is spent.
        for certificate in (b"\0" * 32, server.certificate):
            proof = server.key.proof(b"asks", ours, challenged.nonce, certificate)
            with pytest.raises(HubRefused):
                shown = Prove(challenged.nonce, proof, own.public, own.sign(proof))
                client.ask("/prove", shown, Proven)
    finally:
        client.close()


def test_who_signs_with_another_key_than_the_one_shown_is_refused(server: LanServer) -> None:
    client = stranger(server)
    own, other = DeskKey(), DeskKey()
    try:
        for key, signature in ((other.public, own.sign), (b"", own.sign), (own.public, None)):
            ours = nonce()
            challenged = client.ask("/challenge", challenge(server, ours), Challenged)
            proof = server.key.proof(b"asks", ours, challenged.nonce, server.certificate)
            signed = signature(proof) if signature else b""
            with pytest.raises(HubRefused):
                client.ask("/prove", Prove(challenged.nonce, proof, key, signed), Proven)
    finally:
        client.close()


def test_desks_of_releases_that_prove_themselves_in_another_way_say_so(server: LanServer) -> None:
    client = stranger(server)
    try:
        with pytest.raises(HubTooOld):
            client.ask("/challenge", Challenge(server.key.tag, nonce()), Challenged)
    finally:
        client.close()
    older = wire.encode(Challenged(nonce(), nonce()))
    with odd(saying(http("200 OK", older))) as other, pytest.raises(HubTooOld) as caught:
        meet(other.address.removeprefix("https://"), server.key)
    assert caught.value.sentence == lan_client.OTHER_RELEASE


def test_somebody_in_between_is_noticed(server: LanServer) -> None:
    """A relay with a certificate of its own passes the challenge on and learns no token."""

    def relay(tls: ssl.SSLSocket, request: bytes) -> bool:
        path = request.split(b" ", 2)[1].decode().removeprefix("/v1")
        asked = wire.decode(request.partition(b"\r\n\r\n")[2], Challenge)
        client = stranger(server)
        try:
            tls.sendall(http("200 OK", wire.encode(client.ask(path, asked, Challenged))))
        finally:
            client.close()
        return True

    with odd(relay) as between:
        with pytest.raises(HubRefused):
            meet(between.address.removeprefix("https://"), server.key)
        assert [request.split(b" ", 2)[1] for request in between.requests] == [b"/v1/challenge"]


def test_a_server_that_is_no_desk_is_told(server: LanServer) -> None:
    answer = saying(http("200 OK", b"<html>", "text/html"))
    with odd(answer) as portal, pytest.raises(HubError):
        meet(portal.address.removeprefix("https://"), server.key)
    with pytest.raises(HubUnreachable):
        meet("127.0.0.1:9", server.key)
    with pytest.raises(HubUnreachable):
        meet("no address", server.key)


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"POST /v1/take HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST /v1/take HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/challenge HTTP/1.1\r\nContent-Length: 4\r\n\r\n\xc1\xff\xff\xff",
        b"POST /v1/challenge HTTP/1.1\r\nContent-Encoding: deflate\r\nContent-Length: 2\r\n\r\nxx",
        b"\x00\x01\x02rubbish\r\n\r\n",
        b"POST /v1/take HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
    ],
)
def test_garbage_is_answered_with_a_refusal_and_lets_nobody_in(
    server: LanServer, post: Post, raw: bytes
) -> None:
    before = post.ask(lambda desk: desk.digest())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", server.port)) as plain,
        context.wrap_socket(plain) as tls,
    ):
        tls.sendall(raw)
        answer = tls.recv(65536)
    assert b" 200 " not in answer.split(b"\r\n")[0]
    assert post.ask(lambda desk: desk.digest()) == before


def test_plain_connections_and_too_many_of_them_harm_nobody(server: LanServer) -> None:
    sockets = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(40)]
    for each in sockets:
        each.close()
    client = _met(server)
    try:
        assert client.time() > 0
    finally:
        client.close()


def _met(server: LanServer) -> HubClient:
    for _ in range(100):  # Connections that were broken off are let go of one after another.
        try:
            return meet(address(server), server.key)
        except HubUnreachable:
            continue
    raise AssertionError("nobody answers")


def test_a_desk_of_another_event_is_refused(server: LanServer, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    new_desk(tmp_path / "other").close()
    file = EventFile.open(tmp_path / "other" / "forum.checkin", write=False)
    key = EventKey(file.event.id, file.secret)
    file.database.close()
    with pytest.raises(HubRefused):
        meet(address(server), key)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_a_proof_says_which_side_made_it(first: bytes, second: bytes) -> None:
    key = EventKey("event", b"s" * 32)
    certificate = hashlib.sha256(b"certificate").digest()
    asks = key.proof(b"asks", first, second, certificate)
    assert key.holds(asks, b"asks", first, second, certificate)
    assert not key.holds(asks, b"answers", first, second, certificate)
    assert asks != EventKey("other", b"s" * 32).proof(b"asks", first, second, certificate)
    if first != second:
        assert not key.holds(asks, b"asks", second, first, certificate)


def test_the_secret_is_not_in_what_is_said(server: LanServer, paths: Any) -> None:
    client = stranger(server)
    try:
        challenged = client.ask("/challenge", challenge(server), Challenged)
    finally:
        client.close()
    assert b"s" * 8 not in wire.encode(challenged)
    assert server.key.tag != server.event
