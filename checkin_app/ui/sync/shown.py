"""Owns a conflict as the tray shows it: what the desk tells of it, and who the people are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.domain.conflicts import Conflict
from checkin_app.domain.credentials import CredentialStatus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NoSuchDelegate

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.delegates import Category


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of a conflict; `codes` are their active ones."""

    delegate: Delegate
    delegation: str = ""
    category: Category | None = None
    codes: tuple[str, ...] = ()
    arrived: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A conflict and its people, in the order in which it names them."""

    conflict: Conflict
    people: tuple[Somebody, ...] = ()

    @property
    def title(self) -> str:
        """Whom it is about; empty for a record that is no person's."""
        return self.people[0].delegate.name if self.people else ""

    def person(self, delegate_id: str) -> Somebody | None:
        """One of the people by id."""
        return next((who for who in self.people if who.delegate.id == delegate_id), None)


def shown(desk: Desk, conflict: Conflict) -> Shown:
    """What the tray shows of a conflict."""
    return Shown(conflict, tuple(_somebody(desk, delegate) for delegate in conflict.people))


def _somebody(desk: Desk, delegate: Delegate) -> Somebody:
    try:
        card = desk.delegate(delegate.id)
    except NoSuchDelegate:  # Merged away meanwhile.
        return Somebody(delegate)
    active = (c.code for c in card.credentials if c.status is CredentialStatus.ACTIVE)
    return Somebody(
        delegate,
        card.delegation.name if card.delegation else "",
        card.category,
        tuple(active),
        card.checked_in,
    )
