"""Owns what the sync screen does through the desk; each function runs in the desk lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.domain.conflicts import REPLACE
from checkin_app.ui.sync.offers import Offer
from checkin_app.ui.sync.shown import Shown, shown

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.ledger.aside import Aside
    from checkin_app.store.alarms import Alarm
    from checkin_app.store.peers import Met
    from checkin_app.store.writers import Writer
    from checkin_app.sync.links import HubLink

#: More than these at once help nobody; the others follow when these are decided.
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Survey:
    """What the desk knows of the exchange by itself, cheap enough to ask after each burst."""

    hub: HubLink | None = None
    desk: str = ""
    conflicts: int = 0
    outbox: int | None = 0
    met_at: int = 0
    alarms: tuple[Alarm, ...] = ()
    aside: tuple[Aside, ...] = ()
    peers: tuple[Met, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was recorded; `dropped` is the record that a merge of its own took away."""

    conflict: str
    offer: Offer
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What only the sync screen shows."""

    conflicts: list[Shown]
    writers: list[Writer]
    decided: bool = False


def survey(desk: Desk) -> Survey:
    """Hub and counts."""
    hub = desk.hub()
    peers = desk.peers()
    return Survey(
        hub,
        desk.desk_id,
        desk.open_conflicts(),
        desk.outbox(),
        max((peer.met_at for peer in peers if peer.kind == "hub"), default=0) if hub else 0,
        tuple(desk.alarms()),
        tuple(desk.aside()),
        tuple(peers),
    )


def look(desk: Desk, *, decided: bool = False) -> Look:
    """What is open, or was decided, with its people, and the desks known by what they wrote."""
    if decided:  # Those that wait come first in all of it.
        most = desk.open_conflicts() + MOST_SHOWN
        found = [c for c in desk.conflicts(open_only=False, most=most) if c.decided is not None]
    else:
        found = desk.conflicts(most=MOST_SHOWN)
    return Look([shown(desk, each) for each in found[:MOST_SHOWN]], desk.writers(), decided)


def undo(desk: Desk, conflict: Shown, operator: str) -> None:
    """Takes back what was decided of a conflict. Raises NotPossible."""
    desk.undo_decision(conflict.conflict.id, operator=operator)


def decide(desk: Desk, conflict: Shown, offer: Offer, operator: str) -> Decided:
    """Records a decision. Raises NotPossible, as when it was decided elsewhere meanwhile."""
    key = conflict.conflict.id
    if offer.codes == REPLACE:
        keep, drop = (who.delegate.id for who in conflict.people[:2])
        desk.merge(keep, drop, codes=REPLACE, operator=operator)
        return Decided(key, offer, drop)
    desk.resolve(key, offer.decision, operator=operator)
    return Decided(key, offer)


def take_back(desk: Desk, decided: Decided, operator: str) -> None:
    """Undoes a decision. Raises NotPossible."""
    if decided.dropped:
        desk.unmerge(decided.dropped, operator=operator)
    else:
        desk.undo_decision(decided.conflict, operator=operator)
