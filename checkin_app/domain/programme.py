"""Owns when and where things happen: the event, its sessions, checkpoints, and who may pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

REGISTRATION = "registration"


@dataclass(frozen=True, slots=True)
class Event:
    """The forum. `tag` is the three digits that its codes carry, `timezone` an IANA name."""

    id: str
    name: str
    name_vi: str
    first_day: date
    last_day: date
    timezone: str
    tag: str

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def day_number(self, at: datetime) -> int:
        """1 for the first day of the event, in its own time zone; below 1 before it."""
        return (at.astimezone(self.zone).date() - self.first_day).days + 1


class SessionKind(StrEnum):
    SESSION = "session"
    MEETING = "meeting"
    SIGNING = "signing"
    AWARD = "award"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Session:
    """A scheduled part of the programme; times are aware."""

    id: str
    kind: SessionKind
    title_en: str
    title_vi: str
    place: str
    starts_at: datetime
    ends_at: datetime


class CheckpointKind(StrEnum):
    REGISTRATION = "registration"
    DOOR = "door"
    GATE = "gate"
    BUS = "bus"


class Passage(StrEnum):
    """How often one badge may pass: once, again after leaving, or freely."""

    ONCE = "once"
    IN_AND_OUT = "in_and_out"
    FREE = "free"


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where codes are read. `session` names what it leads to, `capacity` limits who is inside."""

    id: str
    kind: CheckpointKind
    name_en: str
    name_vi: str
    passage: Passage = Passage.ONCE
    session: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class AccessRule:
    """Who may pass a checkpoint, and when. Empty categories and delegations mean everybody.

    A checkpoint without a rule is open to every delegate at any time; with several rules, one
    that lets the delegate pass is enough.
    """

    id: str
    checkpoint: str
    categories: frozenset[str] = frozenset()
    delegations: frozenset[str] = frozenset()
    opens_at: datetime | None = None
    closes_at: datetime | None = None

    def concerns(self, category: str, delegation: str) -> bool:
        """Whether this rule is about somebody of that category and delegation."""
        return (not self.categories or category in self.categories) and (
            not self.delegations or delegation in self.delegations
        )
