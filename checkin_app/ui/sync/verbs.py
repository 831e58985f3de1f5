"""Owns what the sync screen does through the desk; each function runs in the desk lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.domain.conflicts import MERGE
from checkin_app.ui.sync.offers import Offer
from checkin_app.ui.sync.shown import Shown, shown

if TYPE_CHECKING:
    from checkin_app.desk import Desk

#: More than these at once help nobody; the others follow when these are decided.
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Survey:
    """What the desk knows of the exchange by itself, cheap enough to ask after each burst."""

    hub: object | None = None
    conflicts: int = 0
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was recorded, and what takes it back."""

    conflict: str
    offer: Offer


def survey(desk: Desk) -> Survey:
    """Hub and counts."""
    if not hasattr(desk, "hub") or not hasattr(desk, "open_conflicts"):
        return Survey()
    return Survey(desk.hub(), desk.open_conflicts(), desk.profile)


def conflicts(desk: Desk) -> list[Shown]:
    """What is open, with the people concerned."""
    return [shown(desk, conflict) for conflict in desk.conflicts()[:MOST_SHOWN]]


def decide(desk: Desk, conflict: Shown, offer: Offer, operator: str) -> Decided:
    """Records a decision. Raises NotPossible, as when it was decided elsewhere meanwhile."""
    key = conflict.conflict.id
    if offer.decision == MERGE:
        keep, drop = (who.delegate.id for who in conflict.people[:2])
        desk.merge(keep, drop, codes=offer.codes, operator=operator)
    else:
        desk.resolve(key, offer.decision, operator=operator)
    return Decided(key, offer)


def take_back(desk: Desk, decided: Decided, operator: str) -> None:
    """Undoes a decision."""
    desk.undo_decision(decided.conflict, operator=operator)
