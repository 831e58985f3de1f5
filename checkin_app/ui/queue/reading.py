"""Owns what a code that was read means at the desk; each function runs in the desk lane.

Mostly a scan; see `fresh` for when it is compared with a badge, or becomes a temporary one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from checkin_app.domain.badges import SEEN, CheckKind, JobState, Temporary
from checkin_app.domain.credentials import clean
from checkin_app.ui.queue.fresh import SAME, Armed, Compared, Expectation, compare
from checkin_app.ui.scan import verbs

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.store.roster import DelegateCard

#: How many scans are looked through for the same one.
_LATEST = 20
_KINDS: dict[CheckKind, Compared] = {
    "right": Compared.RIGHT,
    "other_person": Compared.WRONG,
    "former": Compared.FORMER,
    "unreadable": Compared.UNREADABLE,
    "unknown": Compared.STRANGE,
}


@dataclass(frozen=True, slots=True)
class Read:
    """A badge that was compared: who stands here, whose it is (a name), and when."""

    compared: Compared
    standing: DelegateCard
    owner: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Bound:
    """A temporary badge that is somebody's for a day now."""

    badge: Temporary
    card: DelegateCard


Answer = verbs.Taken | Read | Bound


def read(desk: Desk, code: str, checkpoint: str, operator: str, expected: Expectation) -> Answer:
    """A code was read. The right badge is recorded as handed over to its person."""
    found: Answer | None = None
    if expected.armed is Armed.COMPARE:
        found = _asked(desk, code, operator, expected.subject)
    elif expected.armed is Armed.TEMPORARY:
        found = _temporary(desk, code, operator, expected.subject)
    elif expected.waiting or expected.read:
        found = _same_scan(desk, code, checkpoint) or _fresh(desk, code, operator, expected)
    return found or verbs.scan(desk, code, checkpoint, operator)


def _asked(desk: Desk, code: str, operator: str, subject: str) -> Read:
    check = desk.verify_badge(subject, code)
    compared = _KINDS[check.kind]
    if compared is Compared.RIGHT:
        _right(desk, code, subject, operator)
    owner = check.delegate.name if check.delegate is not None else ""
    return Read(compared, desk.delegate(subject), owner, datetime.now(UTC))


def _right(desk: Desk, code: str, delegate_id: str, operator: str) -> None:
    """Handed over; and of a badge that was read nobody has to say any more that it came out."""
    desk.hand_over([delegate_id], to="delegate", verified=True, operator=operator)
    wanted = clean(code)
    for job in desk.jobs(unfinished=True):
        if job.state is JobState.UNKNOWN and [badge.code for badge in job.badges] == [wanted]:
            desk.job_told(job.id, JobState.CONFIRMED, words=SEEN, operator=operator)


def _temporary(desk: Desk, code: str, operator: str, subject: str) -> Bound | None:
    wanted = clean(code)
    if all(badge.code != wanted for badge in desk.temporaries()):
        return None
    today = datetime.now(desk.event.zone).date()
    badge = desk.bind_temporary(wanted, subject, day=today, operator=operator)
    return Bound(badge, desk.delegate(subject))


def _same_scan(desk: Desk, code: str, checkpoint: str) -> verbs.Taken | None:
    """The scan that this code made here a moment ago, as of a telephone that is still held up."""
    wanted, now = clean(code), datetime.now(UTC)
    for outcome in desk.recent(_LATEST, checkpoint):
        if outcome.code == wanted and not outcome.undone and now - outcome.at < SAME:
            return verbs.again(desk, replace(outcome, repeated=True))
    return None


def _fresh(desk: Desk, code: str, operator: str, expected: Expectation) -> Read | None:
    known = expected.waiting | expected.read
    check = desk.verify_badge(expected.standing or next(iter(known)), code)
    owner = check.delegate
    if owner is None or owner.id not in known:
        return None
    card = desk.delegate(owner.id)
    current = desk.verify_badge(owner.id, code).kind == "right"
    compared = compare(expected, owner.id, current=current, checked_in=card.checked_in)
    if compared is Compared.SCAN:
        return None
    if compared is Compared.WRONG:
        card = desk.delegate(expected.standing)
    elif compared is Compared.RIGHT and owner.id not in expected.read:
        _right(desk, code, owner.id, operator)
    return Read(compared, card, owner.name, datetime.now(UTC))
