"""Owns what a badge goes through: its job, its prints, hand-over, temporary badges, stock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from checkin_app.domain.delegates import Category, Delegate
from checkin_app.domain.errors import RequestError

#: A category's layout that means: its members get no badge.
NO_BADGE = "none"
#: Why an erased person gets no badge.
ERASED = "The person was erased on request: there is no name to print, so there is no badge."
#: Why a badge was printed again where the station prints at each admission.
ON_ADMISSION = "printed at each admission"
#: Why a badge was printed again that somebody no longer has.
LOST = "lost"
#: The words of a job whose end a person told, not the printer.
SEEN = "seen at the desk"
#: Badges in one job: as many as go astray together.
JOB_BADGES = 20


def layout_name(category: Category | None, asked: str, usual: str) -> str:
    """Whose layout a badge has: NO_BADGE if its category has none, whatever is asked for.

    Else the one asked for, else the category's, else the usual one.
    """
    own = category.layout if category else ""
    return NO_BADGE if own == NO_BADGE else asked or own or usual


class JobState(StrEnum):
    """What is known of a job, never more.

    queued → sending → sent (a spooler has it) → confirmed (the printer says so) | failed |
    unknown; or written (a file is in a folder). Failed and unknown jobs wait for a person.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    WRITTEN = "written"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


#: On its way: the same badge cannot be ordered meanwhile.
LIVE = frozenset({JobState.QUEUED, JobState.SENDING, JobState.SENT})
#: Waiting for something: the printer, or a person.
UNFINISHED = LIVE | {JobState.FAILED, JobState.UNKNOWN}
#: Paper came out, or nobody can say that none did.
ON_PAPER = frozenset({JobState.SENT, JobState.CONFIRMED, JobState.WRITTEN, JobState.UNKNOWN})

_NEXT: dict[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.SENDING, JobState.FAILED, JobState.CANCELLED}),
    JobState.SENDING: frozenset(
        {JobState.QUEUED, JobState.SENT, JobState.WRITTEN, JobState.FAILED, JobState.UNKNOWN}
    ),
    JobState.SENT: frozenset(
        {JobState.CONFIRMED, JobState.FAILED, JobState.UNKNOWN, JobState.CANCELLED}
    ),
    JobState.FAILED: frozenset({JobState.QUEUED, JobState.CANCELLED}),
    JobState.UNKNOWN: frozenset({JobState.QUEUED, JobState.CONFIRMED, JobState.FAILED}),
    JobState.CONFIRMED: frozenset(),
    JobState.WRITTEN: frozenset(),
    JobState.CANCELLED: frozenset(),
}


def may_become(state: JobState, new: JobState) -> bool:
    """Whether a job in `state` can be told to be `new`."""
    return new in _NEXT[state]


def counts(outcome: str) -> bool:
    """Whether a print of that outcome is paper; texts of other releases are taken for paper."""
    return outcome not in (JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class JobBadge:
    """One badge of a job: whose, with which code, by what name it was ordered."""

    delegate: str
    code: str
    name: str
    layout: str


@dataclass(frozen=True, slots=True)
class Job:
    """Badges that go to a printer together.

    `words` are the printer's own about the state, `attention` what it asks for while it has the
    job (paper out, a jam), `system_job` the spooler's name of the job, `pdf_sha256` the hash of
    the PDF that is kept (empty until there is one), `tries` how often it was handed over, `title`
    what others read in the printer's queue.
    """

    id: str
    badges: tuple[JobBadge, ...]
    printer: str
    state: JobState
    words: str
    attention: str
    reason: str
    operator: str
    ordered_at: datetime
    changed_at: datetime
    system_job: str
    pdf_sha256: str
    tries: int
    title: str

    @property
    def layout(self) -> str:
        return self.badges[0].layout

    @property
    def live(self) -> bool:
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class Replacement:
    """What became of a lost badge: the jobs of the new one, or the reason why there are none."""

    jobs: list[Job]
    refused: RequestError | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """One print of a delegate's badge, at whichever desk.

    `outcome` is a JobState's text, `code_status` active, replaced, revoked, or empty where the
    code was never issued.
    """

    id: str
    at: datetime
    desk: str
    printer: str
    layout: str
    outcome: str
    words: str
    code: str
    code_status: str
    reason: str
    operator: str
    spoilt: bool

    @property
    def counts(self) -> bool:
        """Whether a usable badge came of it, as far as is known."""
        return counts(self.outcome) and not self.spoilt


Receiver = Literal["delegate", "liaison", "aide"]
RECEIVERS: tuple[Receiver, ...] = ("delegate", "liaison", "aide")


@dataclass(frozen=True, slots=True)
class Handed:
    """A badge that was handed over; `verified` says that its code was scanned before."""

    id: str
    at: datetime
    desk: str
    code: str
    to: str
    name: str
    verified: bool
    operator: str


@dataclass(frozen=True, slots=True)
class BadgeLife:
    """All that is known of one delegate's badge, newest first."""

    prints: list[Printed]
    handed: list[Handed]
    code: str
    queued: Job | None

    @property
    def printed(self) -> int:
        """How many usable badges there are, from every desk."""
        return sum(print_.counts for print_ in self.prints)


CheckKind = Literal["right", "other_person", "former", "unreadable", "unknown"]


@dataclass(frozen=True, slots=True)
class BadgeCheck:
    """What a badge scanned before hand-over turned out to be; `delegate` is whose it is."""

    kind: CheckKind
    delegate: Delegate | None = None


@dataclass(frozen=True, slots=True)
class Temporary:
    """A numbered badge for one day; `delegate` is the id of who has it, empty until bound."""

    number: int
    code: str
    day: date
    delegate: str = ""
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """Blank badges at a printer: `left` is None until somebody counted them.

    `printed` are usable badges since then, `spoilt` those that used up paper and are none.
    """

    printer: str
    left: int | None
    printed: int
    spoilt: int
    counted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredLayout:
    """A badge layout of the event: its JSON document, empty once it was removed."""

    id: str
    document: str = field(default="")
