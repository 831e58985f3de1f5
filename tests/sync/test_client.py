"""The hub's client against servers that misbehave, over real sockets with TLS."""

from __future__ import annotations

import socket
import ssl
import threading
import zlib

import pytest

from checkin_app import i18n
from checkin_app.domain.errors import (
    CertificateChanged,
    HubError,
    HubRefused,
    HubRevoked,
    HubTooOld,
    HubUnreachable,
    WrongEvent,
)
from checkin_app.sync import calls, wire
from checkin_app.sync.client import HubClient
from tests.sync.sync_support import LIMIT, http, odd, saying

NOW = wire.encode(wire.Now(1_790_000_000_000))


def said(code: str) -> bytes:
    return wire.encode(wire.Problem(code, "No."))


def asked_once(raw: bytes) -> HubError:
    """What the client makes of these bytes."""
    with odd(saying(raw)) as server:
        client = HubClient([server.address], server.pin, "token")
        try:
            with pytest.raises(HubError) as caught:
                client.time()
        finally:
            client.close()
    error = caught.value
    for language in ("en", "vi"):
        sentence = i18n.sentence(error, language)  # type: ignore[arg-type]
        assert sentence and "{" not in sentence
    assert i18n.sentence(error, "vi") != str(error)
    return error


def test_an_answer_is_taken_and_the_connection_is_kept() -> None:
    def answer(tls: ssl.SSLSocket, request: bytes) -> bool:
        tls.sendall(http("200 OK", NOW))
        return True

    with odd(answer) as server:
        client = HubClient([server.address], server.pin, "secret-token")
        assert [client.time() for _ in range(5)] == [1_790_000_000_000] * 5
        client.close()
    assert server.connections == 1
    assert all(b"Authorization: Bearer secret-token" in request for request in server.requests)
    assert not any(b"secret-token" in request.split(b"\r\n")[0] for request in server.requests)


def test_another_certificate_gets_not_one_byte() -> None:
    with odd(saying(http("200 OK", NOW))) as server:
        client = HubClient([server.address], b"\0" * 32, "token")
        with pytest.raises(CertificateChanged):
            client.time()
        client.close()
    assert server.requests == []


def test_without_a_pin_the_systems_authorities_decide() -> None:
    with odd(saying(http("200 OK", NOW))) as server:
        client = HubClient([server.address], b"", "token")
        with pytest.raises(CertificateChanged):
            client.time()
        client.close()
    assert server.requests == []


def test_plain_http_never_leaves_this_computer() -> None:
    with pytest.raises(ValueError):
        HubClient(["http://192.0.2.1:80"], b"", "")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (http("200 OK", b"<html>Sign in</html>", "text/html"), HubUnreachable),
        (http("404 Not Found", b"<html>", "text/html"), HubUnreachable),
        (http("404 Not Found", b"", "text/plain"), HubUnreachable),
        (http("500 Internal Server Error", b"oops", "text/plain"), HubUnreachable),
        (http("302 Found", b"", "text/html", "Location: https://portal.example/"), HubUnreachable),
        (http("401 Unauthorized", b"<html>Sign in</html>", "text/html"), HubUnreachable),
        (http("200 OK", NOW)[:-3], HubUnreachable),
        (http("200 OK", b"\xc1 rubbish"), HubUnreachable),
        (http("200 OK", NOW, "application/msgpack", "Content-Encoding: gzip"), HubUnreachable),
        (http("200 OK", NOW, "application/msgpack", "Content-Encoding: deflate"), HubUnreachable),
        (b"HTTP/1.1 200 OK\r\nContent-Type: applica", HubUnreachable),
        (b"220 mail.example ESMTP\r\n", HubUnreachable),
        (http("401 Unauthorized", said("revoked")), HubRevoked),
        (http("401 Unauthorized", said("unauthorized")), HubRefused),
        (http("409 Conflict", said("too_old")), HubTooOld),
        (http("403 Forbidden", said("wrong_event")), WrongEvent),
        (http("400 Bad Request", said("bad_request")), HubRefused),
        (http("429 Too Many Requests", said("rate_limited")), HubUnreachable),
        (http("503 Service Unavailable", said("unavailable")), HubUnreachable),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_in_one_sentence(
    raw: bytes, kind: type[HubError]
) -> None:
    assert type(asked_once(raw)) is kind


def test_an_answer_that_would_inflate_without_end_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calls, "MOST_ANSWER", 1 << 20)
    bomb = zlib.compress(b"\0" * (8 << 20))
    raw = http("200 OK", bomb, "application/msgpack", "Content-Encoding: deflate")
    assert type(asked_once(raw)) is HubUnreachable


def test_an_answer_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "MOST_ANSWER", 1 << 16)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/msgpack\r\n\r\n"
    assert type(asked_once(head + b"\0" * (1 << 18))) is HubUnreachable


def test_an_answer_that_drips_is_left_when_its_time_is_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calls, "ANSWER_SECONDS", 0.2)
    left = threading.Event()

    def drip(tls: ssl.SSLSocket, request: bytes) -> None:
        tls.sendall(http("200 OK", NOW)[: -len(NOW)])
        for byte in NOW * 1000:
            if left.wait(0.05):
                return
            tls.sendall(bytes([byte]))

    with odd(drip) as server:
        client = HubClient([server.address], server.pin)
        with pytest.raises(HubUnreachable) as caught:
            client.time()
        left.set()
        client.close()
    assert caught.value.sentence in (calls.SLOW, calls.STRANGE, calls.BROKEN)


def test_a_server_that_never_answers_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "ANSWER_SECONDS", 0.2)
    left = threading.Event()

    def silent(tls: ssl.SSLSocket, request: bytes) -> None:
        left.wait(LIMIT)

    with odd(silent) as server:
        client = HubClient([server.address], server.pin)
        with pytest.raises(HubUnreachable) as caught:
            client.time()
        left.set()
        client.close()
    assert caught.value.sentence == calls.SLOW


def test_nobody_there_is_told_with_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    client = HubClient([f"https://127.0.0.1:{port}"], b"\0" * 32)
    with pytest.raises(HubUnreachable, match=str(port)):
        client.time()
    client.close()


def test_each_address_is_tried_and_the_one_that_answered_comes_first() -> None:
    def good(tls: ssl.SSLSocket, request: bytes) -> bool:
        tls.sendall(http("200 OK", NOW))
        return True

    with odd(saying(http("200 OK", b"<html>", "text/html"))) as portal, odd(good) as hub:
        client = HubClient(["https://127.0.0.1:9", portal.address, hub.address], hub.pin, "t")
        assert client.time() == 1_790_000_000_000
        assert client.address == hub.address
        client.close()
    assert portal.requests == []  # It has another certificate: nothing was sent.


def test_a_connection_that_the_hub_closed_meanwhile_is_made_again() -> None:
    def once(tls: ssl.SSLSocket, request: bytes) -> None:
        tls.sendall(http("200 OK", NOW))

    with odd(once) as server:
        client = HubClient([server.address], server.pin)
        assert [client.time() for _ in range(3)] == [1_790_000_000_000] * 3
        client.close()
    assert server.connections == 3


def test_a_call_that_waits_ends_when_the_client_is_ended() -> None:
    asked = threading.Event()

    def silent(tls: ssl.SSLSocket, request: bytes) -> None:
        asked.set()
        tls.recv(1)

    with odd(silent) as server:
        client = HubClient([server.address], server.pin)
        errors: list[HubError] = []

        def wait() -> None:
            try:
                client.wait({}, 25)
            except HubError as error:
                errors.append(error)

        thread = threading.Thread(target=wait)
        thread.start()
        assert asked.wait(LIMIT)
        client.end()
        thread.join(LIMIT)
        client.close()
    assert [type(error) for error in errors] == [HubUnreachable]
