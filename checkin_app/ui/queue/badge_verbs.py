"""Owns what a screen asks the desk about one badge; each function runs in the desk lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.config import Station
from checkin_app.domain.badges import BadgeLife, Job
from checkin_app.domain.errors import CheckinError, NotPossible

if TYPE_CHECKING:
    from checkin_app.desk import Desk


@dataclass(frozen=True, slots=True)
class KnownBadge:
    """What the desk said of a person's badge when it was asked."""

    delegate: str
    category: str
    liaison: str
    life: BadgeLife


@dataclass(frozen=True, slots=True)
class Ordered:
    """What became of an order: jobs, a sentence why there are none, or a reason is wanted."""

    delegate: str
    jobs: list[Job]
    note: CheckinError | None = None
    reason_wanted: bool = False


def known(desk: Desk, delegate_id: str) -> KnownBadge:
    """What is known of somebody's badge."""
    card = desk.delegate(delegate_id)
    liaison = card.delegation.liaison if card.delegation is not None else ""
    return KnownBadge(delegate_id, card.delegate.category, liaison, desk.badge_of(delegate_id))


def order(
    desk: Desk, delegate_id: str, reason: str, asks: bool, operator: str, station: Station
) -> Ordered:
    """A badge is ordered; `asks` where somebody is there to say why it is printed again."""
    life = desk.badge_of(delegate_id)
    if not asks and life.printed and not reason:
        return Ordered(delegate_id, [])
    if asks and life.printed and not reason and life.queued is None:
        return Ordered(delegate_id, [], reason_wanted=True)
    try:
        jobs = desk.order_badges(
            [delegate_id], reason=reason if life.printed else "", operator=operator, station=station
        )
    except NotPossible as error:
        if asks:
            raise
        return Ordered(delegate_id, [], note=error)
    return Ordered(delegate_id, jobs)


def replace_lost(desk: Desk, delegate_id: str, operator: str, station: Station) -> Ordered:
    """Every badge of a person stops working, and a new one is ordered, or it is said why not."""
    made = desk.replace_lost(delegate_id, operator=operator, station=station)
    return Ordered(delegate_id, made.jobs, note=made.refused)


def hand_over_delegation(
    desk: Desk, delegation: str, to: str, name: str, operator: str
) -> list[str]:
    """All badges there are of a delegation left the desk together; whose."""
    members = [row.delegate.id for row in desk.members(delegation)]
    there = [who for who in members if desk.badge_of(who).printed]
    if there:
        desk.hand_over(there, to=to, name=name, operator=operator)
    return there
