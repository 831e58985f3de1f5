"""Owns what the scan screen asks of the desk; each function runs in the desk lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.domain.delegates import Category, Completeness, Delegate, Delegation, FoundDelegate
from checkin_app.domain.scans import ScanOutcome

if TYPE_CHECKING:
    from checkin_app.desk import Desk, Figures
    from checkin_app.store.roster import DelegateCard, RosterRow

RECENT = 12
HITS = 8


@dataclass(frozen=True, slots=True)
class Taken:
    """A durable outcome and how much of the delegation is here now."""

    outcome: ScanOutcome
    completeness: Completeness | None


@dataclass(frozen=True, slots=True)
class Found:
    """Who may be meant by `text`."""

    text: str
    hits: list[FoundDelegate]


@dataclass(frozen=True, slots=True)
class Members:
    """A delegation and everybody in it."""

    delegation: Delegation
    completeness: Completeness
    rows: list[RosterRow]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a registration can choose from."""

    delegations: list[Delegation]
    categories: list[Category]


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers and the latest scans."""

    figures: Figures
    recent: list[ScanOutcome]


def scan(desk: Desk, code: str, checkpoint: str, operator: str) -> Taken:
    """A code was read."""
    return _taken(desk, desk.scan(code, checkpoint=checkpoint, operator=operator))


def admit(desk: Desk, delegate: str, checkpoint: str, operator: str) -> Taken:
    """Somebody found by name comes in."""
    return _taken(desk, desk.admit(delegate, checkpoint=checkpoint, operator=operator))


def override(desk: Desk, scan_id: str, reason: str, operator: str) -> Taken:
    """Admitted against the verdict."""
    return _taken(desk, desk.override(scan_id, reason=reason, operator=operator))


def undo(desk: Desk, scan_id: str, operator: str) -> Taken:
    """A scan is taken back."""
    return _taken(desk, desk.undo(scan_id, operator=operator))


def again(desk: Desk, outcome: ScanOutcome) -> Taken:
    """A recent scan is looked at."""
    return _taken(desk, outcome)


def _taken(desk: Desk, outcome: ScanOutcome) -> Taken:
    delegation = outcome.delegate.delegation if outcome.delegate else ""
    return Taken(outcome, desk.completeness(delegation) if delegation else None)


def find(desk: Desk, text: str) -> Found:
    """Who may be meant."""
    return Found(text, desk.find(text, HITS))


def person(desk: Desk, delegate: str) -> DelegateCard:
    """Everything known of one person."""
    return desk.delegate(delegate)


def overview(desk: Desk) -> Overview:
    """The numbers and the latest scans."""
    return Overview(desk.figures(), desk.recent(RECENT))


def members(desk: Desk, delegation: str) -> Members | None:
    """Everybody of a delegation; None when there is no such delegation."""
    found = next((d for d in desk.delegations() if d.id == delegation), None)
    if found is None:
        return None
    return Members(found, desk.completeness(delegation), desk.members(delegation))


def choices(desk: Desk) -> Choices:
    """Delegations and categories."""
    return Choices(desk.delegations(), desk.categories())


def register(
    desk: Desk, fields: dict[str, object], force: bool, operator: str
) -> Delegate | list[FoundDelegate]:
    """A walk-in, or the people who are alike."""
    return desk.register(fields, force=force, operator=operator)
