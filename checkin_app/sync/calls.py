"""Owns one HTTP call to a hub: pinned before a byte is sent, bounded, and told in one sentence.

The calls are such that each can be made twice, so that one whose connection broke is made again.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError, SSLError

from checkin_app.domain.errors import (
    CertificateChanged,
    HubError,
    HubRefused,
    HubRevoked,
    HubTooOld,
    HubUnreachable,
    WrongEvent,
)
from checkin_app.sync import wire

BASE = "/v1"
CONNECT_SECONDS = 5.0
#: How long a whole answer may take, beyond what the call itself waits for.
ANSWER_SECONDS = 30.0
MOST_ANSWER = 32 << 20
_CHUNK = 64 << 10
_OURS = (wire.MSGPACK, wire.JSON)
_GOOD = (wire.MSGPACK, "application/octet-stream")
_BROKEN = (HTTPError, HTTPException, OSError, ValueError)

SLOW = "The hub at {address} answers too slowly. Nothing is lost; this is tried again."
BROKEN = "The link to the hub at {address} broke. Nothing is lost; this is tried again."
STRANGE = (
    "Something else than the hub answers at {address}. If this network asks for a sign-in, sign in"
    " first; nothing is lost."
)
BUSY = "The hub at {address} is too busy or is stopping. Nothing is lost; this is tried again."
NOT_TAKEN = "The hub does not take what was asked ({code}). Nothing is lost; tell IT staff."
UNKNOWN_DESK = "The hub does not know this desk. Ask for a new enrolment and join again."


class Address:
    """One place where the hub may be: `https://host:port`, or http on this computer alone."""

    def __init__(self, text: str, pin: bytes, live: Connections) -> None:
        parts = urlsplit(text)
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise ValueError(f"no address of a hub: {text!r}")
        self.text = text.rstrip("/")
        self.path = parts.path.rstrip("/") + BASE
        options: dict[str, Any] = {"maxsize": 4, "timeout": CONNECT_SECONDS, "retries": False}
        if parts.scheme == "https":
            options |= (
                {"ssl_context": _trusting_nobody(), "assert_fingerprint": pin.hex()}
                if pin
                else {"cert_reqs": "CERT_REQUIRED"}
            )
            self.pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(
                parts.hostname, parts.port, **options
            )
        else:
            if parts.hostname not in ("127.0.0.1", "localhost", "::1"):
                raise ValueError("plain http leaves this computer")
            self.pool = urllib3.HTTPConnectionPool(parts.hostname, parts.port, **options)
        live.watch(self.pool)


def _trusting_nobody() -> ssl.SSLContext:
    """For a pinned certificate; the system's are not read, which takes 25 ms a connection."""
    return urllib3.util.ssl_.create_urllib3_context(cert_reqs=ssl.CERT_NONE)


class Connections:
    """The connections that are open now, so that another thread can end a call that waits."""

    def __init__(self) -> None:
        self._open: weakref.WeakSet[Any] = weakref.WeakSet()
        self._lock = threading.Lock()
        self.ended = False

    def watch(self, pool: urllib3.HTTPConnectionPool) -> None:
        mine = self
        base: Any = pool.ConnectionCls

        class Watched(base):  # type: ignore[misc]
            def connect(self) -> None:
                super().connect()
                with contextlib.suppress(OSError):
                    self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
                mine._opened(self)

        pool.ConnectionCls = Watched

    def _opened(self, connection: Any) -> None:
        with self._lock:
            self._open.add(connection)
        if self.ended:
            connection.close()
            raise OSError("ended")

    def end(self) -> None:
        """Breaks every call that is under way; those to come fail at once."""
        self.ended = True
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            sock = connection.sock
            if sock is not None:
                with contextlib.suppress(OSError, ValueError):
                    # Not SSLSocket.shutdown, which pulls the TLS state from under the other thread.
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)


class Calls:
    """Calls to one hub at whichever of its addresses answers; used from several threads."""

    def __init__(self, addresses: Sequence[str], pin: bytes, token: str) -> None:
        self._live = Connections()
        self._addresses = [Address(text, pin, self._live) for text in addresses]
        self._token = token

    @property
    def address(self) -> str:
        """Where the hub answered last."""
        return self._addresses[0].text if self._addresses else ""

    def end(self) -> None:
        """Breaks what is under way."""
        self._live.end()

    def close(self) -> None:
        self._live.end()
        for address in self._addresses:
            address.pool.close()

    def call(
        self, method: str, path: str, body: bytes | None = None, *, seconds: float = 0.0
    ) -> bytes:
        """The answer's body, inflated. `seconds` is how long the hub may think. Raises HubError."""
        with self.open(method, path, body, seconds=seconds) as (response, address):
            deadline = time.monotonic() + seconds + ANSWER_SECONDS
            return inflated(response, received(response, deadline, address), address)

    @contextlib.contextmanager
    def open(
        self, method: str, path: str, body: bytes | None = None, *, seconds: float = 0.0
    ) -> Iterator[tuple[Any, str]]:
        """An answer that is there to be read (see `chunks`), and whose. Raises HubError."""
        response, address = self._answered(method, path, body, seconds)
        try:
            yield response, address
        except _BROKEN as error:
            raise _told(error, address) from error
        finally:
            if response.isclosed() or response.length_remaining == 0:
                response.release_conn()
            response.close()

    def _answered(
        self, method: str, path: str, body: bytes | None, seconds: float
    ) -> tuple[Any, str]:
        problems: list[HubError] = []
        for address in list(self._addresses):
            try:
                response = self._try(address, method, path, body, seconds)
            except HubRefused as refused:
                if not isinstance(refused, CertificateChanged):
                    raise
                problems.append(refused)
            except HubError as error:
                problems.append(error)
            else:
                if self._addresses[0] is not address:
                    self._addresses.sort(key=lambda a: a is not address)
                return response, address.text
        if not problems:
            raise HubUnreachable(address="?")
        raise next((p for p in problems if isinstance(p, CertificateChanged)), problems[0])

    def _try(
        self, address: Address, method: str, path: str, body: bytes | None, seconds: float
    ) -> Any:
        headers = {"Accept": wire.MSGPACK, "Accept-Encoding": "deflate"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        if body is not None:
            headers["Content-Type"] = wire.MSGPACK
            if len(body) >= wire.WORTH_DEFLATING:
                body = wire.deflate(body)
                headers["Content-Encoding"] = "deflate"
        for turn in (0, 1):
            if self._live.ended:
                raise HubUnreachable(address=address.text)
            try:
                response = address.pool.urlopen(
                    method,
                    address.path + path,
                    body=body,
                    headers=headers,
                    retries=False,
                    redirect=False,
                    timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=seconds + ANSWER_SECONDS),
                    preload_content=False,
                    decode_content=False,
                )
            except ProtocolError as error:
                # A connection kept open was closed by the hub meanwhile: a fresh one is tried.
                if turn:
                    raise _told(error, address.text) from error
            except _BROKEN as error:
                raise _told(error, address.text) from error
            else:
                return _accepted(response, address.text)
        raise AssertionError("unreachable")


def _accepted(response: Any, address: str) -> Any:
    """The response, if it is the hub's and good. Raises HubError."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if response.status == 200 and kind in _GOOD:
        return response
    try:
        deadline = time.monotonic() + ANSWER_SECONDS
        body = inflated(response, received(response, deadline, address, 64 << 10), address)
    except _BROKEN as error:
        raise _told(error, address) from error
    finally:
        response.close()
    raise problem(response.status, kind, body, address)


def problem(status: int, kind: str, body: bytes, address: str) -> HubError:
    """What an answer that is no good one means; only the hub's own words count as a refusal."""
    said = _problem(kind, body)
    if said is None:
        busy = status in (429, 500, 502, 503, 504)
        return HubUnreachable(BUSY if busy else STRANGE, address=address)
    match said.error:
        case "revoked":
            return HubRevoked()
        case "too_old":
            return HubTooOld(address=address)
        case "wrong_event":
            return WrongEvent(address=address)
        case "unauthorized":
            return HubRefused(UNKNOWN_DESK, code=said.error)
        case "rate_limited" | "unavailable":
            return HubUnreachable(BUSY, address=address)
    return HubRefused(NOT_TAKEN, code=said.error)


def _problem(kind: str, body: bytes) -> wire.Problem | None:
    if kind not in _OURS:
        return None
    try:
        return wire.decode(body, wire.Problem, kind)
    except wire.Malformed:
        return None


def _told(error: BaseException, address: str) -> HubError:
    """What a broken call means for staff."""
    if isinstance(error, SSLError) and (
        "ingerprint" in str(error) or "CERTIFICATE_VERIFY_FAILED" in str(error)
    ):
        return CertificateChanged(address=address)
    if isinstance(error, urllib3.exceptions.ReadTimeoutError):
        return HubUnreachable(SLOW, address=address)
    if isinstance(error, urllib3.exceptions.NewConnectionError | urllib3.exceptions.TimeoutError):
        return HubUnreachable(address=address)
    return HubUnreachable(BROKEN, address=address)


def received(
    response: Any, deadline: float, address: str, most: int = MOST_ANSWER
) -> Iterator[bytes]:
    """The body as it came, piece by piece, never more than `most` bytes."""
    total = 0
    while chunk := response.read1(_CHUNK):
        total += len(chunk)
        if total > most:
            raise HubUnreachable(STRANGE, address=address)
        if time.monotonic() > deadline:
            raise HubUnreachable(SLOW, address=address)
        yield chunk


def inflated(response: Any, chunks: Iterator[bytes], address: str) -> bytes:
    """A body without its compression; a bomb is stopped at `MOST_ANSWER`."""
    body = b"".join(chunks)
    match response.headers.get("Content-Encoding", "identity"):
        case "identity":
            return body
        case wire.DEFLATE:
            try:
                return wire.inflate(body, MOST_ANSWER)
            except wire.Malformed as error:
                raise HubUnreachable(STRANGE, address=address) from error
    raise HubUnreachable(STRANGE, address=address)
