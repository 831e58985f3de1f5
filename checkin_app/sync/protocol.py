"""Owns the one protocol of the exchange, as client, desk, hub and stick speak it.

There is no acknowledgement but the vector that the other side shows now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from checkin_app.ledger.pages import Page, Vector

#: What this release speaks: the oldest and the newest version of the protocol.
OLDEST, NEWEST = 1, 1


class Hello(msgspec.Struct, frozen=True):
    """Who asks. `kinds` are the kinds of entries this release folds; others it keeps."""

    event: str
    desk: str
    name: str
    release: str
    speaks: tuple[int, int]
    kinds: list[str]
    outbox: int = 0
    clock: tuple[int, int] | None = None


class Welcome(msgspec.Struct, frozen=True):
    """Who answers, and what it knows. `unknown_kinds` it keeps and passes on, but does not fold."""

    event: str
    peer: str
    name: str
    release: str
    version: int
    vector: Vector
    unknown_kinds: list[str] = []


class Refused(msgspec.Struct, frozen=True):
    """One page, or the rest of it, that was not taken, and why; it blocks nothing else.

    `why` is one of ledger.aside.REASONS.
    """

    stream: str
    n: int
    why: str


class Given(msgspec.Struct, frozen=True):
    """What the other side knows after it was given pages."""

    vector: Vector
    refused: list[Refused] = []


class Batch(msgspec.Struct, frozen=True):
    """Pages that the asker lacks; `more` when there are others. `vector` is the giver's."""

    pages: list[Page]
    vector: Vector
    more: bool


class Peer(Protocol):
    """The other side. Every method may raise HubError (HubUnreachable, HubRefused, HubTooOld)."""

    def greet(self, hello: Hello) -> Welcome: ...

    def give(self, pages: Sequence[Page]) -> Given: ...

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        """What the asker's vector does not cover."""

    def wait(self, vector: Vector, seconds: float) -> Vector:
        """Returns when this side knows something the vector does not cover, or time is up."""

    def time(self) -> int:
        """This side's clock, milliseconds since 1970 UTC."""
