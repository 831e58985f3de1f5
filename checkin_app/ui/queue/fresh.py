"""Owns whose fresh badges wait to be read before they are handed over, and what a code then means.

A badge that this window ordered for one person is *open* from then on, until it was read, handed
over, cancelled, ordered anew, or ten minutes passed since its printer, or the folder, had it. It
can be read once it may lie in the tray: when it was confirmed or saved, or some seconds after it
was sent. At a registration desk that verifies badges a code is, in this order:

- Read a moment ago: the same again, a scan or a badge.
- Of somebody who is checked in and whose open badge can be read: compared, never counted as a
  second entrance. It is the wrong badge when the person on screen is another whose badge is open
  too, wherever that badge is by now: somebody stands there who would be given it. Else it is the
  right one, or a former one of that person.
- Every other code is a scan as always, and so is a code of nobody known. So whoever comes next is
  never kept waiting: only people who are checked in already are compared, and a wrong badge only
  speaks; the next code is taken for what it is, and once nobody is on screen the badge put aside
  is right for its own person.

The first badge has the code of the invitation: reading it tells that the code is right, not that
it was read from paper. An operator can also ask for the next code to be compared with the person
on screen, as with badges that were printed long before, or to become that person's temporary
badge; a code that is not of a temporary badge is a scan then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from checkin_app.domain.badges import ON_PAPER, Job, JobState

#: How long a badge that nobody read is waited for, from when its printer had it.
PATIENCE = timedelta(minutes=10)
#: A badge that was sent is in the tray after this at the soonest, as far as anybody can tell.
UNDER_WAY = timedelta(seconds=5)
#: The same code within this time is the same reading.
SAME = timedelta(seconds=3)
_SURE = frozenset({JobState.CONFIRMED, JobState.WRITTEN})


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
    """Whose badges wait now: delegates' ids.

    `standing` is the person on screen if their badge is open, else empty; `waiting` those whose
    badge can be read, `read` those whose badge was read a moment ago. `armed` is what the next
    code was asked to be, for the person `subject`.
    """

    standing: str = ""
    waiting: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    armed: Armed = Armed.NOTHING
    subject: str = ""


def compare(expected: Expectation, owner: str, *, current: bool, checked_in: bool) -> Compared:
    """What a code of `owner` is; `current` unless another one took its place."""
    if owner in expected.read and current:
        return Compared.RIGHT
    if owner not in expected.waiting or not checked_in:
        return Compared.SCAN
    if expected.standing and owner != expected.standing:
        return Compared.WRONG
    return Compared.RIGHT if current else Compared.FORMER


@dataclass(frozen=True, slots=True)
class _Open:
    """A badge that is not read yet: its job, how that stands, and since when."""

    job: str
    state: JobState
    since: datetime

    def over(self, now: datetime) -> bool:
        return self.state in ON_PAPER and now - self.since > PATIENCE

    def readable(self, now: datetime) -> bool:
        if self.state in _SURE:
            return True
        return self.state in ON_PAPER and now - self.since >= UNDER_WAY


class FreshBadges:
    """The badges that are open, by the delegate's id."""

    def __init__(self) -> None:
        self._open: dict[str, _Open] = {}
        self._read: dict[str, datetime] = {}

    def ordered(self, jobs: Iterable[Job], now: datetime) -> None:
        """These jobs were ordered here for one person each."""
        for job in jobs:
            for badge in job.badges:
                self._open[badge.delegate] = _Open(job.id, job.state, now)

    def told(self, job: Job, now: datetime) -> None:
        """More is known of a job; one that was not ordered here is nobody's matter."""
        for badge in job.badges:
            known = self._open.get(badge.delegate)
            if known is None or known.job != job.id:
                continue
            if job.state is JobState.CANCELLED:
                del self._open[badge.delegate]
            elif job.state is not known.state:
                self._open[badge.delegate] = replace(known, state=job.state, since=now)

    def settled(self, delegate: str) -> None:
        """Nothing waits for this person any more."""
        self._open.pop(delegate, None)

    def read(self, delegate: str, now: datetime) -> None:
        """The right badge of this person was read."""
        self.settled(delegate)
        self._read[delegate] = now

    def out(self, delegate: str, now: datetime) -> bool:
        """Whether a printer has, or had, a badge of this person that nobody read."""
        known = self._open.get(delegate)
        return known is not None and known.state in ON_PAPER and not known.over(now)

    def expected(self, standing: str, now: datetime) -> Expectation:
        """Who waits; `standing` is the person on screen."""
        self._open = {who: one for who, one in self._open.items() if not one.over(now)}
        self._read = {who: at for who, at in self._read.items() if now - at < SAME}
        waiting = frozenset(who for who, one in self._open.items() if one.readable(now))
        return Expectation(
            standing if standing in self._open else "", waiting, frozenset(self._read)
        )
