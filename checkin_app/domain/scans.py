"""Owns the fact of a scan and what a desk answers to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkin_app.domain.delegates import Category, Delegate, Delegation
from checkin_app.domain.programme import Checkpoint, Direction


class Decision(StrEnum):
    ADMIT = "admit"
    REFUSE = "refuse"
    REFER = "refer"


class Reason(StrEnum):
    """Why; admission.py holds the order in which they are tested."""

    WELCOME = "welcome"
    LEFT = "left"
    OVERRIDDEN = "overridden"
    UNREADABLE = "unreadable"
    OTHER_EVENT = "other_event"
    UNKNOWN = "unknown"
    GENUINE_NOT_ON_ROSTER = "genuine_not_on_roster"
    UNBOUND = "unbound"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    NOT_ACCREDITED = "not_accredited"
    NOT_ENTITLED = "not_entitled"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    FULL = "full"
    ATTENTION = "attention"
    ALREADY_IN = "already_in"
    NOT_INSIDE = "not_inside"


def known_reason(text: str) -> Reason:
    """A recorded reason; one that a newer release gave asks for a look."""
    try:
        return Reason(text)
    except ValueError:
        return Reason.ATTENTION


@dataclass(frozen=True, slots=True)
class FirstScan:
    """The scan that let somebody in before."""

    scan_id: str
    at: datetime
    desk: str
    checkpoint: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """Where a refused person should go instead, or when: a place, a title, a time."""

    title_en: str = ""
    title_vi: str = ""
    place: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a scan: a decision, a reason, and what staff should look at."""

    decision: Decision
    reason: Reason
    first_scan: FirstScan | None = None
    guidance: Guidance | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """A verdict that is durable, with everything a screen shows beside it.

    `repeated` marks the same code read again within the debounce: no new fact was recorded.
    `undone` marks a scan that an operator has taken back since.
    """

    scan_id: str
    code: str
    checkpoint: Checkpoint
    direction: Direction
    at: datetime
    verdict: Verdict
    delegate: Delegate | None
    delegation: Delegation | None
    category: Category | None
    operator: str = ""
    repeated: bool = False
    undone: bool = False
