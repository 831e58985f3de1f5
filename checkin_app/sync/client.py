"""Owns the hub as a desk sees it: the protocol over HTTP, and the calls around it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from checkin_app.domain.errors import HubTooOld, HubUnreachable
from checkin_app.ledger.pages import Page, Vector
from checkin_app.sync import wire
from checkin_app.sync.calls import STRANGE, Calls, received
from checkin_app.sync.protocol import NEWEST, OLDEST, Batch, Given, Hello, Welcome

T = TypeVar("T")
#: How long the hub may hold a question open until it knows something new, seconds.
MOST_WAIT = 25.0
#: How long a whole ledger may take to come, how long its parts, how much it may be, deflated.
SNAPSHOT_SECONDS = 1800.0
SNAPSHOT_THINKS = 30.0
MOST_SNAPSHOT = 4 << 30
MOST_FRAME = 8 << 20


class HubClient:
    """A hub over HTTP; a `sync.protocol.Peer` that may be used from several threads at once."""

    def __init__(self, addresses: Sequence[str], pin: bytes, token: str = "") -> None:
        """`pin` is the SHA-256 of the hub's certificate (DER); empty: the system's authorities.

        Raises ValueError for what is no address.
        """
        self._calls = Calls(addresses, pin, token)

    @property
    def address(self) -> str:
        return self._calls.address

    def enrol(self, asked: wire.Enrol) -> wire.Enrolled:
        return self.ask("/enrol", asked, wire.Enrolled)

    def greet(self, hello: Hello) -> Welcome:
        welcome = self.ask("/greet", hello, Welcome)
        if not OLDEST <= welcome.version <= NEWEST:
            raise HubTooOld(address=self.address)
        return welcome

    def give(self, pages: Sequence[Page]) -> Given:
        return self.ask("/give", wire.Give(list(pages)), Given)

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        return self.ask("/take", wire.Take(vector, most_bytes), Batch)

    def wait(self, vector: Vector, seconds: float) -> Vector:
        seconds = min(seconds, MOST_WAIT)
        return self.ask("/wait", wire.Wait(vector, seconds), wire.Waited, seconds).vector

    def time(self) -> int:
        return self._decode(self._calls.call("GET", "/time"), wire.Now).now

    def snapshot(self) -> Iterator[wire.SnapshotFrame]:
        """The event's whole ledger, some pages at a time. Raises HubError; also when cut off."""
        deadline = time.monotonic() + SNAPSHOT_SECONDS
        with self._calls.open("GET", "/snapshot", seconds=SNAPSHOT_THINKS) as (response, address):
            body = _Body(received(response, deadline, address, MOST_SNAPSHOT))
            while length := int.from_bytes(body.exactly(4)):
                if length > MOST_FRAME:
                    raise HubUnreachable(STRANGE, address=address)
                yield wire.read_frame(body.exactly(length))

    def end(self) -> None:
        """Breaks what other threads are waiting for; nothing can be asked afterwards."""
        self._calls.end()

    def close(self) -> None:
        self._calls.close()

    def ask(self, path: str, asked: msgspec.Struct, answer: type[T], seconds: float = 0.0) -> T:
        """Posts to `path` and decodes what comes back. Raises HubError."""
        body = self._calls.call("POST", path, wire.encode(asked), seconds=seconds)
        return self._decode(body, answer)

    def _decode(self, body: bytes, answer: type[T]) -> T:
        try:
            return wire.decode(body, answer)
        except ValueError as error:
            raise HubUnreachable(STRANGE, address=self.address) from error


class _Body:
    """What arrives piece by piece, read in portions of a known length."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = bytearray()

    def exactly(self, length: int) -> bytes:
        """Raises OSError where it ends before."""
        while len(self._held) < length:
            piece = next(self._pieces, b"")
            if not piece:
                raise OSError("cut off")
            self._held += piece
        portion = bytes(self._held[:length])
        del self._held[:length]
        return portion
