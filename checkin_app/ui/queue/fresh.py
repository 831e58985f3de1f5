"""Owns whose fresh badges wait to be read before they are handed over, and what a code then means.

A badge that this window ordered for one person waits from the moment its printer, or the folder,
has it, until it was read, handed over, spoilt, replaced, or ten minutes passed. While badges wait,
and only at a registration desk that verifies badges:

- A code of somebody who waits and is checked in is compared, never counted as a second entrance.
  It is the right badge, a former one of that person, or, when the person on screen waits too and
  is another, the wrong badge.
- Every other code is a scan as always. So the next scan always works, and somebody who was not
  checked in yet comes in by their own fresh badge.

An operator can also ask for the next code to be compared with the person on screen, as with badges
that were printed long before, or to become that person's temporary badge; a code that is not of a
temporary badge is a scan then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

#: How long a badge that nobody read is waited for.
PATIENCE = timedelta(minutes=10)


class Compared(StrEnum):
    """What a code is to somebody who waits for a badge."""

    SCAN = "scan"
    RIGHT = "right"
    FORMER = "former"
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    STRANGE = "strange"


class Armed(StrEnum):
    """What the operator asked the next code to be taken for."""

    NOTHING = ""
    COMPARE = "compare"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class Expectation:
    """Who waits for a badge now; `standing` is the person on screen if they do, else empty.

    `armed` is what the next code was asked to be, for the person `subject`.
    """

    standing: str = ""
    waiting: frozenset[str] = frozenset()
    armed: Armed = Armed.NOTHING
    subject: str = ""


def compare(expected: Expectation, owner: str, *, current: bool, checked_in: bool) -> Compared:
    """What a code of `owner` is; `current` unless another one took its place."""
    if owner not in expected.waiting or not checked_in:
        return Compared.SCAN
    if expected.standing and owner != expected.standing:
        return Compared.WRONG
    return Compared.RIGHT if current else Compared.FORMER


class FreshBadges:
    """The badges that wait, by the delegate's id."""

    def __init__(self) -> None:
        self._ordered: set[str] = set()
        self._made: set[str] = set()
        self._since: dict[str, datetime] = {}

    def ordered(self, jobs: Iterable[str]) -> None:
        """These jobs were ordered here for one person each."""
        self._ordered.update(jobs)

    def made(self, job: str, delegate: str, now: datetime) -> bool:
        """A job came out, or may have; whether a badge waits since now."""
        if job not in self._ordered or job in self._made:
            return False
        self._made.add(job)
        self._since[delegate] = now
        return True

    def failed(self, job: str, delegate: str) -> None:
        """Nothing came out after all; it may be tried again."""
        if job in self._made:
            self._made.discard(job)
            self.settled(delegate)

    def settled(self, delegate: str) -> None:
        """Nothing waits for this person any more."""
        self._since.pop(delegate, None)

    def expected(self, standing: str, now: datetime) -> Expectation:
        """Who waits; `standing` is the person on screen."""
        for delegate, since in list(self._since.items()):
            if now - since > PATIENCE:
                del self._since[delegate]
        waiting = frozenset(self._since)
        return Expectation(standing if standing in waiting else "", waiting)
