"""Owns the decision: `decide` answers a scan from what is known, and touches nothing.

The first line that applies is the answer; validity comes first, “already” last.

| # | reason                | decision | applies when                                            |
|---|-----------------------|----------|---------------------------------------------------------|
| 1 | unreadable            | refuse   | wrong length or check digits: nothing can be looked up   |
| 2 | other_event           | refuse   | a whole code with another event's tag                    |
| 3 | unknown               | refuse   | no credential, and the code's MAC is not ours            |
| 4 | genuine_not_on_roster | refer    | no credential here, but the MAC is ours: a walk-in       |
|   |                       |          | of a desk not met yet                                    |
| 5 | unbound               | refer    | a temporary badge that nobody was given yet              |
| 6 | revoked               | refuse   | the credential was revoked                               |
| 7 | replaced              | refuse   | a newer badge was issued                                 |
| 8 | expired               | refuse   | a temporary badge on another day than its own            |
| 9 | withdrawn             | refuse   | the delegate no longer takes part                        |
|10 | not_accredited        | refer    | accreditation is not granted yet                         |
|11 | left / not_inside     | admit /  | going out: nothing below holds anybody back; who is not  |
|   |                       | refer    | inside is referred to a person                           |
|12 | not_entitled          | refuse   | rules exist here, none is about this person              |
|13 | too_early             | refuse   | a rule is, and opens later                               |
|14 | too_late              | refuse   | a rule is, and has closed                                |
|15 | full                  | refuse   | as many inside as the capacity allows                    |
|16 | attention             | refer    | the delegate is on hold: a person must look              |
|17 | already_in            | refuse   | admitted here before (once), or inside now (in and out)  |
|18 | welcome               | admit    | nothing above                                            |

A walk with no delegate in front (lines 1 to 5) never shows a person. Attention notes accompany
every verdict that shows one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin_app.domain.credentials import Credential, CredentialStatus, Reading
from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.domain.programme import (
    AccessRule,
    Checkpoint,
    Direction,
    Passage,
    Session,
)
from checkin_app.domain.scans import Decision, FirstScan, Guidance, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Context:
    """All that a decision may depend on.

    `credential` is None for somebody found by name; then `reading` is `GENUINE` and `delegate`
    is there. `admitted` is the first scan that let this delegate through this checkpoint,
    `inside` whether the last one left them inside, `occupancy` how many are inside now. `at` is in
    the event's time zone: its date is the day that temporary badges are for.
    """

    reading: Reading
    credential: Credential | None
    delegate: Delegate | None
    checkpoint: Checkpoint
    direction: Direction
    at: datetime
    rules: Sequence[AccessRule] = ()
    admitted: FirstScan | None = None
    inside: bool = False
    occupancy: int = 0
    elsewhere: Sequence[tuple[Session, Sequence[AccessRule]]] = ()


_READING_VERDICTS = {
    Reading.UNREADABLE: Verdict(Decision.REFUSE, Reason.UNREADABLE),
    Reading.OTHER_EVENT: Verdict(Decision.REFUSE, Reason.OTHER_EVENT),
    Reading.UNKNOWN: Verdict(Decision.REFUSE, Reason.UNKNOWN),
    Reading.FOREIGN: Verdict(Decision.REFUSE, Reason.UNKNOWN),
    Reading.GENUINE: Verdict(Decision.REFER, Reason.GENUINE_NOT_ON_ROSTER),
    Reading.UNBOUND: Verdict(Decision.REFER, Reason.UNBOUND),
    Reading.UNBOUND_EXPIRED: Verdict(Decision.REFUSE, Reason.EXPIRED),
    Reading.UNBOUND_REVOKED: Verdict(Decision.REFUSE, Reason.REVOKED),
}

_WORTHLESS = {
    CredentialStatus.REVOKED: Reason.REVOKED,
    CredentialStatus.REPLACED: Reason.REPLACED,
}


def decide(context: Context) -> Verdict:
    """The verdict of the table above."""
    delegate = context.delegate
    if delegate is None:
        return _READING_VERDICTS[context.reading]
    notes = (delegate.attention,) if delegate.attention else ()

    def verdict(
        decision: Decision,
        reason: Reason,
        first_scan: FirstScan | None = None,
        guidance: Guidance | None = None,
    ) -> Verdict:
        return Verdict(decision, reason, first_scan, guidance, notes)

    if context.credential is not None and context.credential.status in _WORTHLESS:
        return verdict(Decision.REFUSE, _WORTHLESS[context.credential.status])
    if _expired(context):
        return verdict(Decision.REFUSE, Reason.EXPIRED)
    if delegate.standing is Standing.WITHDRAWN:
        return verdict(Decision.REFUSE, Reason.WITHDRAWN)
    if delegate.standing is Standing.NOT_ACCREDITED:
        return verdict(Decision.REFER, Reason.NOT_ACCREDITED)
    if context.direction is Direction.OUT:
        if context.inside:
            return verdict(Decision.ADMIT, Reason.LEFT)
        return verdict(Decision.REFER, Reason.NOT_INSIDE)
    if context.rules:
        refused = _refused_by_rules(context, delegate)
        if refused is not None:
            reason, guidance = refused
            return verdict(Decision.REFUSE, reason, guidance=guidance)
    capacity = context.checkpoint.capacity
    if capacity is not None and context.occupancy >= capacity and not context.inside:
        return verdict(Decision.REFUSE, Reason.FULL)
    if delegate.hold:
        return verdict(Decision.REFER, Reason.ATTENTION)
    if _already(context):
        return verdict(Decision.REFUSE, Reason.ALREADY_IN, first_scan=context.admitted)
    return verdict(Decision.ADMIT, Reason.WELCOME)


def _expired(context: Context) -> bool:
    day = context.credential.day if context.credential is not None else ""
    return day != "" and day != context.at.date().isoformat()


def _already(context: Context) -> bool:
    match context.checkpoint.passage:
        case Passage.ONCE:
            return context.admitted is not None
        case Passage.IN_AND_OUT:
            return context.inside
        case Passage.FREE:
            return False


def _refused_by_rules(
    context: Context, delegate: Delegate
) -> tuple[Reason, Guidance | None] | None:
    mine = [r for r in context.rules if r.concerns(delegate.category, delegate.delegation)]
    if not mine:
        return Reason.NOT_ENTITLED, _next_session(context, delegate)
    at = context.at
    if any(
        (r.opens_at is None or r.opens_at <= at) and (r.closes_at is None or at < r.closes_at)
        for r in mine
    ):
        return None
    later = [r.opens_at for r in mine if r.opens_at is not None and r.opens_at > at]
    if later:
        return Reason.TOO_EARLY, Guidance(at=min(later))
    closed = [r.closes_at for r in mine if r.closes_at is not None]
    return Reason.TOO_LATE, Guidance(at=max(closed))


def _next_session(context: Context, delegate: Delegate) -> Guidance | None:
    """The earliest session still running or to come that this delegate may enter by a rule."""
    for session, rules in context.elsewhere:
        if session.ends_at > context.at and any(
            r.concerns(delegate.category, delegate.delegation) for r in rules
        ):
            return Guidance(session.title_en, session.title_vi, session.place, session.starts_at)
    return None
