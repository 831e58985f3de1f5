"""Owns the way of an IPP message to a printer and back: one HTTP POST, bounded in time and bytes.

Over TCP, TLS or a local socket. Printers sign their certificates themselves, so `ipps` keeps
listeners out but does not prove who answers.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, unquote, urlsplit

_PORT = 631
_MOST_BYTES = 1 << 20
_CHUNK = 64 << 10


class NoAnswer(Exception):
    """No usable answer: `delivered` is False while the other side cannot have got the request.

    Its text is for people: English sentences of ours, keys of the context “printing”.
    """

    def __init__(self, words: str, *, delivered: bool) -> None:
        super().__init__(words)
        self.delivered = delivered


@dataclass(frozen=True, slots=True)
class Address:
    """Where an IPP printer listens; `socket` is a local socket's file in place of host and port."""

    host: str
    port: int = _PORT
    path: str = "/"
    secure: bool = False
    socket: str = ""

    @property
    def uri(self) -> str:
        """printer-uri, as the printer knows itself."""
        scheme = "ipps" if self.secure else "ipp"
        return f"{scheme}://{self.netloc}{self.path}"

    @property
    def netloc(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORT else f"{host}:{self.port}"

    def at(self, path: str) -> Address:
        """Another printer at the same place."""
        return Address(self.host, self.port, quote(path), self.secure, self.socket)


def address(url: str) -> Address | None:
    """The address in `ipp://host[:port]/path` or `ipps://…`; None where it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORT
    except ValueError:
        return None
    if parts.scheme not in ("ipp", "ipps") or not parts.hostname or parts.username:
        return None
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=-._~") or "/"
    return Address(parts.hostname, port, path, parts.scheme == "ipps")


def post(to: Address, message: bytes, document: Path | None = None, *, seconds: float) -> bytes:
    """The body of the answer to a message and the document behind it. NoAnswer, OSError (file)."""
    end = time.monotonic() + seconds
    with document.open("rb") if document else io.BytesIO() as file:
        length = len(message) + file.seek(0, io.SEEK_END)
        file.seek(0)
        try:
            wire = _connect(to, end)
        except (OSError, UnicodeError) as error:  # a host name that IDNA refuses is a UnicodeError
            raise NoAnswer("The printer does not answer.", delivered=False) from error
        with wire:
            head = (
                f"POST {to.path} HTTP/1.1\r\nHost: {to.netloc if to.host else 'localhost'}\r\n"
                f"Content-Type: application/ipp\r\nContent-Length: {length}\r\n"
                "Connection: close\r\n\r\n"
            )
            try:
                _send(wire, head.encode() + message, end)
                while chunk := file.read(_CHUNK):
                    _send(wire, chunk, end)
            except TimeoutError as error:
                raise NoAnswer("The printer stopped listening.", delivered=True) from error
            except OSError:
                pass  # it may have refused before it had all: its answer tells
            return _answer(wire, end)


def _connect(to: Address, end: float) -> socket.socket:
    if to.socket:
        wire = socket.socket(socket.AF_UNIX)
        wire.settimeout(_left(end))
        wire.connect(to.socket)
        return wire
    wire = socket.create_connection((to.host, to.port), timeout=_left(end))
    if not to.secure:
        return wire
    import ssl

    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        return context.wrap_socket(wire, server_hostname=to.host)
    except OSError:
        wire.close()
        raise


def _send(wire: socket.socket, data: bytes, end: float) -> None:
    view = memoryview(data)
    while view:
        wire.settimeout(_left(end))
        view = view[wire.send(view) :]


def _answer(wire: socket.socket, end: float) -> bytes:
    reply = http.client.HTTPResponse(cast(socket.socket, _Bounded(wire, end)), method="POST")
    try:
        reply.begin()
        body = b"".join(iter(lambda: reply.read(_CHUNK), b""))  # never as much as it announces
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise NoAnswer("The printer gave no clear answer.", delivered=True) from error
    finally:
        reply.close()
    match reply.status:
        case 200:
            return body
        case 401 | 403:
            words = "The printer asks for a password. Let this computer print without one."
        case 426:
            words = "The printer wants an encrypted connection. Use ipps:// in place of ipp://."
        case 404:
            words = "There is no printer at this address. Check what stands behind the host."
        case _:
            words = "The printer gave no clear answer."
    raise NoAnswer(words, delivered=True)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Bounded(io.RawIOBase):
    """A socket to read from until a moment, and up to a number of bytes, whoever sends what."""

    def __init__(self, wire: socket.socket, end: float) -> None:
        self._wire = wire
        self._end = end
        self._bytes = _MOST_BYTES

    def makefile(self, mode: str) -> io.BufferedReader:
        """What http.client asks of a socket."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._wire.settimeout(_left(self._end))
        count = self._wire.recv_into(buffer)
        self._bytes -= count
        if self._bytes < 0:
            raise OSError("too long an answer")
        return count
