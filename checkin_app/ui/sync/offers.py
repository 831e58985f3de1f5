"""Owns the decisions that the tray offers: what each is called, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

from checkin_app.domain.conflicts import (
    BOTH,
    COPIED_BADGE,
    DIFFERENT_PEOPLE,
    KEEP,
    MERGE,
    MISTAKE,
    REPLACE,
    SAME_PERSON,
    Conflict,
    ConflictKind,
    Role,
)
from checkin_app.ui.language import translate
from checkin_app.ui.sync.shown import Shown


@dataclass(frozen=True, slots=True)
class Offer:
    """One decision: for the desk, its title, what it does, what is said when it is done.

    `codes` says how the codes of two who are one go on; only a merge has it.
    """

    decision: str
    title: str
    does: str
    done: str
    codes: str = ""


def offers(shown: Shown) -> list[Offer]:
    """What can be decided, the most usual first."""
    found: list[Offer] = []
    for proposal in shown.conflict.proposals:
        if proposal == MERGE:
            found += _merges(shown)
        elif proposal.startswith(KEEP):
            found.append(_keep(proposal, shown.conflict))
        elif (offer := _plain(proposal, shown.conflict)) is not None:
            found.append(offer)
    return found


def decision_words(decision: str) -> str:
    """What a decision is called."""
    head, _, rest = decision.partition(":")
    if head == "keep":
        return translate("Sync", "Keep one value") if rest else decision
    return {
        SAME_PERSON: translate("Sync", "Same person came back"),
        COPIED_BADGE: translate("Sync", "Copied badge"),
        MISTAKE: translate("Sync", "Mistake at a desk"),
        MERGE: translate("Sync", "One person"),
        DIFFERENT_PEOPLE: translate("Sync", "Different people"),
    }.get(head, decision)


def _plain(proposal: str, conflict: Conflict) -> Offer | None:
    title = decision_words(proposal)
    if proposal == SAME_PERSON:
        return Offer(
            proposal,
            title,
            translate("Sync", "Both scans stay as they are and count as one arrival."),
            translate("Sync", "Decided: the same person came back."),
        )
    if proposal == COPIED_BADGE:
        return Offer(
            proposal,
            title,
            translate(
                "Sync",
                "The code that was read is refused from now on, at every desk. The guest gets a "
                "fresh one: print it in the roster (F5).",
            ),
            translate("Sync", "Decided: a copied badge. Print the guest's fresh one."),
        )
    if proposal == DIFFERENT_PEOPLE:
        return Offer(
            proposal,
            title,
            translate("Sync", "Both stay in the roster; nobody is asked about it again."),
            translate("Sync", "Decided: different people."),
        )
    if proposal.partition(":")[0] == MISTAKE:
        return _mistake(proposal, conflict)
    return None


def _mistake(proposal: str, conflict: Conflict) -> Offer:
    scan = proposal.partition(":")[2]
    desk = next((side.desk for side in conflict.sides if scan and side.entry == scan), "")
    does = (
        translate("Sync", "The scan at {desk} is taken back; the other one stays.").format(
            desk=desk
        )
        if desk
        else translate("Sync", "The later scan is taken back; the first one stays.")
    )
    title = decision_words(proposal)
    return Offer(proposal, title, does, translate("Sync", "Decided: a mistake. It is taken back."))


def _merges(shown: Shown) -> list[Offer]:
    return [
        Offer(
            MERGE,
            translate("Sync", "One person, both codes stay"),
            translate("Sync", "One row in the roster with all scans. Both badges go on working."),
            translate("Sync", "Merged: {name}. Both codes stay.").format(name=shown.title),
            BOTH,
        ),
        Offer(
            MERGE,
            translate("Sync", "One person, one code"),
            translate(
                "Sync",
                "One row in the roster with all scans. Only the badge of the one at the left "
                "goes on working.",
            ),
            translate("Sync", "Merged: {name}. One code stays.").format(name=shown.title),
            REPLACE,
        ),
    ]


def _keep(proposal: str, conflict: Conflict) -> Offer:
    named = proposal.removeprefix(KEEP)
    side = next((side for side in conflict.sides if named in (side.entry, side.delegate)), None)
    value = side.value if side is not None else ""
    if side is not None and side.role is Role.DECISION:
        value = decision_words(value)
    desk = side.desk if side is not None else ""
    said = value or translate("Sync", "(empty)")
    if conflict.kind is ConflictKind.TEMPORARY_TWICE:
        title = translate("Sync", "{name} has it").format(name=said)
    else:
        title = translate("Sync", "Keep “{value}”").format(value=said)
    does = (
        translate("Sync", "From {desk}. It is what everybody sees now, and stays.")
        if conflict.shown and side is not None and side.entry == conflict.shown
        else translate("Sync", "From {desk}. Everybody sees it from then on.")
    )
    done = translate("Sync", "Decided: “{value}” stays.").format(value=said)
    return Offer(proposal, title, does.format(desk=desk or "–"), done)
