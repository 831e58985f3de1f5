"""Owns the cards of a badge that was read before it is handed over, and of a temporary one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin_app import verdict_words
from checkin_app.domain.delegates import Standing
from checkin_app.ui.language import number, translate
from checkin_app.ui.queue.fresh import Compared
from checkin_app.ui.queue.reading import Bound, Read
from checkin_app.ui.scan.card import Action, Card, Person, Sound, person_of
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import DelegateCard


def compared_card(read: Read, workplace: Workplace) -> Card:
    """Who stands here, and whether the badge in hand is theirs."""
    name = read.standing.delegate.name
    if read.compared is Compared.RIGHT:
        at = verdict_words.clock(read.at, workplace.zone)
        return Card(
            tone=Tone.ADMIT,
            headline=translate("Verify", "Right code – hand the badge over"),
            line=translate("Verify", "Handing over recorded at {time}").format(time=at),
            step="",
            person=_person(read.standing, workplace),
            actions=(Action.HAND_OVER, Action.DELEGATION, Action.DETAILS),
            sound=None,
            tells_badge=False,
        )
    headline, line, step = _wrong(read, name)
    verifies = workplace.settings.verify_before_handover
    loud = read.compared in (Compared.WRONG, Compared.FORMER)
    return Card(
        tone=Tone.REFUSE if loud else Tone.REFER,
        headline=headline,
        line=line,
        step=step,
        person=_person(read.standing, workplace),
        actions=(Action.DETAILS, Action.PRINT) if verifies else (Action.COMPARE, Action.DETAILS),
        sound=Sound.REFUSE if loud else Sound.REFER,
        tells_badge=False,
    )


def _wrong(read: Read, name: str) -> tuple[str, str, str]:
    match read.compared:
        case Compared.WRONG:
            return (
                translate("Verify", "Wrong badge"),
                translate("Verify", "This code is that of {other}").format(other=read.owner),
                translate(
                    "Verify",
                    "Put it aside. {name} is on screen: read the badge with that name. "
                    "If {other} stands here, press Esc and read this one again.",
                ).format(name=name, other=read.owner),
            )
        case Compared.FORMER:
            return (
                translate("Verify", "Old badge"),
                translate("Verify", "It is {name}’s, but no longer the one that counts").format(
                    name=name
                ),
                translate("Verify", "Keep this one at the desk and read the fresh one."),
            )
        case Compared.UNREADABLE:
            return (
                translate("Verify", "Read it again"),
                translate("Verify", "The code was not read whole"),
                translate("Verify", "If it fails twice, the print is bad: print another (F5)."),
            )
    return (
        translate("Verify", "Not a badge of this event"),
        translate("Verify", "Nobody was given this code"),
        translate("Verify", "Take the badge with the name {name}.").format(name=name),
    )


def bound_card(bound: Bound, workplace: Workplace) -> Card:
    """Somebody has a temporary badge for today now."""
    day = verdict_words.day(workplace.now(), workplace.zone, workplace.lang)
    actions: tuple[Action, ...] = (Action.DETAILS, Action.DELEGATION)
    allowed = bound.card.delegate.standing is not Standing.WITHDRAWN
    if not bound.card.checked_in and allowed:
        actions = (Action.CHECK_IN, *actions)
    return Card(
        tone=Tone.ADMIT,
        headline=translate("Verify", "Temporary badge {number}").format(
            number=number(bound.badge.number)
        ),
        line=translate("Verify", "It is theirs today, {day}, at every desk").format(day=day),
        step="",
        person=_person(bound.card, workplace),
        actions=actions,
        sound=None,
        tells_badge=False,
    )


def _person(card: DelegateCard, workplace: Workplace) -> Person:
    country = card.delegation.country if card.delegation else ""
    return person_of(
        card.delegate,
        card.delegation,
        card.category,
        card.completeness,
        workplace.lang,
        workplace.country(country),
    )
