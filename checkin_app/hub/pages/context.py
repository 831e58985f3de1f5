"""Owns what the page needs of the hub that serves it, and nothing of how the hub keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from checkin_app.ledger.aside import Aside
from checkin_app.store.event_file import EventFile

T = TypeVar("T")


class Reading(Protocol):
    """The event file that the hub keeps up from its store."""

    @property
    def version(self) -> int:
        """Grows with everything that is folded in."""

    def wait(self, version: int, seconds: float) -> int:
        """Returns when the version is another one, or time is up."""

    def read(self, ask: Callable[[EventFile], T]) -> T:
        """What `ask` reads; from any thread."""


@dataclass(frozen=True, slots=True)
class EnrolledDesk:
    """One desk as the hub knows it; times in milliseconds since 1970 UTC, None for never.

    `offset` is the hub's clock less the desk's in milliseconds, give or take `bound`. `met_at` is
    None for a desk that has not come yet. `own` is the one on which the hub itself runs.
    """

    id: str
    name: str
    profile: str
    met_at: int | None = None
    release: str = ""
    outbox: int | None = None
    offset: int | None = None
    bound: int | None = None
    revoked_at: int | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a new desk is given: a text, shown once, that counts until `expires_at` (ms)."""

    text: str
    expires_at: int


class Context(Protocol):
    """The hub: what it knows, and who may. Every method may be called from any thread."""

    @property
    def projection(self) -> Reading: ...

    def password(self) -> str:
        """What `passwords.keep` made; empty when the control room has no password yet."""

    def session_secret(self) -> bytes:
        """At least 32 random bytes that all processes of this hub share."""

    def desks(self) -> Sequence[EnrolledDesk]: ...

    def aside(self) -> Sequence[Aside]:
        """Pages that were not taken, the latest first."""

    def enrol(self, name: str, profile: str) -> Enrolment:
        """Raises CheckinError."""

    def revoke(self, desk: str) -> None:
        """Raises CheckinError."""
