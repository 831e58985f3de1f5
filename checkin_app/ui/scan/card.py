"""Owns what the scan screen shows of a verdict or a person, worked out without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from checkin_app import verdict_words
from checkin_app.domain.delegates import Category, Completeness, Delegate, Delegation, Standing
from checkin_app.domain.scans import Decision, Reason, ScanOutcome
from checkin_app.ui.theme.tokens import Tone


class Action(StrEnum):
    """What can be done from a card, each with its key."""

    CHECK_IN = "check_in"
    DETAILS = "details"
    FIND = "find"
    PRINT = "print"
    DELEGATION = "delegation"
    REGISTER = "register"
    SUPERVISOR = "supervisor"
    ADMIT_ANYWAY = "admit_anyway"
    UNDO = "undo"
    HAND_OVER = "hand_over"
    COMPARE = "compare"
    TEMPORARY = "temporary"
    READY = "ready"


KEYS: Mapping[Action, str] = {
    Action.CHECK_IN: "F4",
    Action.DETAILS: "F2",
    Action.FIND: "F3",
    Action.PRINT: "F5",
    Action.DELEGATION: "F6",
    Action.REGISTER: "F7",
    Action.SUPERVISOR: "F8",
    Action.ADMIT_ANYWAY: "F9",
    Action.UNDO: "Ctrl Z",
    Action.HAND_OVER: "F10",
    Action.COMPARE: "F11",
    Action.TEMPORARY: "F12",
    Action.READY: "Esc",
}


class Sound(StrEnum):
    """Three sounds, distinct in pitch and rhythm."""

    ADMIT = "admit"
    REFUSE = "refuse"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Person:
    """One delegate as a card shows them; texts that are unknown are empty."""

    delegate_id: str
    name: str
    own_name: str
    honorific: str
    position: str
    organization: str
    category: str
    colour: str
    delegation_id: str
    delegation: str
    arrived: int
    expected: int
    photo: str
    attention: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the verdict panel shows. `actions` are in order, the first is the primary one.

    `tells_badge` says that what became of the badge is told beside the line.
    """

    tone: Tone
    headline: str
    line: str
    step: str
    person: Person | None
    actions: tuple[Action, ...]
    sound: Sound | None
    scan_id: str = ""
    reason: Reason | None = None
    tells_badge: bool = True


_TONES = {Decision.ADMIT: Tone.ADMIT, Decision.REFUSE: Tone.REFUSE, Decision.REFER: Tone.REFER}
_SOUNDS = {Decision.ADMIT: Sound.ADMIT, Decision.REFUSE: Sound.REFUSE, Decision.REFER: Sound.REFER}

_ADMITTED = (Action.PRINT, Action.UNDO, Action.DELEGATION, Action.DETAILS)
_ASK = (Action.SUPERVISOR, Action.ADMIT_ANYWAY, Action.DETAILS)
_NOBODY = (Action.FIND, Action.REGISTER, Action.SUPERVISOR)

#: What can be done after each verdict, the most likely first.
ACTIONS: Mapping[Reason, tuple[Action, ...]] = {
    Reason.WELCOME: _ADMITTED,
    Reason.OVERRIDDEN: _ADMITTED,
    Reason.LEFT: (Action.UNDO, Action.DETAILS),
    Reason.UNREADABLE: (Action.FIND, Action.SUPERVISOR),
    Reason.OTHER_EVENT: _NOBODY,
    Reason.UNKNOWN: _NOBODY,
    Reason.GENUINE_NOT_ON_ROSTER: _NOBODY,
    Reason.UNBOUND: (Action.FIND, Action.SUPERVISOR),
    Reason.EXPIRED: (Action.FIND, Action.SUPERVISOR),
    Reason.REVOKED: _ASK,
    Reason.REPLACED: (Action.PRINT, Action.SUPERVISOR, Action.ADMIT_ANYWAY, Action.DETAILS),
    Reason.WITHDRAWN: _ASK,
    Reason.NOT_ACCREDITED: _ASK,
    Reason.NOT_ENTITLED: _ASK,
    Reason.TOO_EARLY: _ASK,
    Reason.TOO_LATE: _ASK,
    Reason.FULL: _ASK,
    Reason.ATTENTION: _ASK,
    Reason.ALREADY_IN: (*_ASK, Action.PRINT),
    Reason.NOT_INSIDE: _ASK,
}


def verdict_card(
    outcome: ScanOutcome,
    *,
    lang: str,
    zone: ZoneInfo,
    now: datetime,
    completeness: Completeness | None = None,
    country: str = "",
) -> Card:
    """The card of a scan. `country` is the delegation's, in words."""
    words = verdict_words.words(outcome, lang, zone, now)
    verdict = outcome.verdict
    person = (
        person_of(
            outcome.delegate, outcome.delegation, outcome.category, completeness, lang, country
        )
        if outcome.delegate is not None
        else None
    )
    if outcome.undone:
        return Card(
            tone=Tone.NEUTRAL,
            headline=words.headline,
            line=words.line,
            step="",
            person=person,
            actions=(Action.CHECK_IN, Action.DETAILS) if person else (Action.FIND,),
            sound=None,
            scan_id=outcome.scan_id,
            reason=verdict.reason,
        )
    return Card(
        tone=_TONES[verdict.decision],
        headline=words.headline,
        line=words.line,
        step=words.step,
        person=person,
        actions=without_badge(ACTIONS[verdict.reason], outcome.delegate),
        sound=_SOUNDS[verdict.decision],
        scan_id=outcome.scan_id,
        reason=verdict.reason,
    )


def person_of(
    delegate: Delegate,
    delegation: Delegation | None,
    category: Category | None,
    completeness: Completeness | None,
    lang: str,
    country: str = "",
) -> Person:
    """One delegate as a card shows them."""
    word = ""
    if category is not None:
        word = (category.name_vi if lang == verdict_words.VI else category.name_en) or category.id
    parts = [delegation.name if delegation else "", country]
    own = delegate.own_name if delegate.own_name != delegate.name else ""
    return Person(
        delegate_id=delegate.id,
        name=verdict_words.name_of(delegate, lang),
        own_name=own,
        honorific=delegate.honorific,
        position=delegate.position,
        organization=delegate.organization,
        category=word,
        colour=category.colour if category else "",
        delegation_id=delegate.delegation,
        delegation=" · ".join(p for p in parts if p),
        arrived=completeness.arrived if completeness else 0,
        expected=completeness.expected if completeness else 0,
        photo=delegate.photo,
        attention=delegate.attention,
    )


def found_actions(standing: Standing, checked_in: bool) -> tuple[Action, ...]:
    """What can be done with somebody found by name."""
    if checked_in:
        return (Action.PRINT, Action.TEMPORARY, Action.DETAILS, Action.DELEGATION)
    if standing is Standing.WITHDRAWN:
        return (Action.SUPERVISOR, Action.DETAILS)
    return (
        Action.CHECK_IN,
        Action.PRINT,
        Action.TEMPORARY,
        Action.DETAILS,
        Action.DELEGATION,
    )


def without_badge(actions: tuple[Action, ...], who: Delegate | None) -> tuple[Action, ...]:
    """What can be done with somebody of whom there may be nothing left to print."""
    if who is None or not who.erased:
        return actions
    return tuple(each for each in actions if each not in (Action.PRINT, Action.TEMPORARY))


def with_badge(actions: tuple[Action, ...], *, printed: bool) -> tuple[Action, ...]:
    """What can be done with somebody whose badge was `printed`, beside printing it again."""
    if not printed or Action.PRINT not in actions or Action.HAND_OVER in actions:
        return actions
    place = actions.index(Action.PRINT) + 1
    return (*actions[:place], Action.HAND_OVER, *actions[place:])
