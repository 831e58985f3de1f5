"""Owns what the roster table is asked to show, and what comes back, without Qt."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.domain.delegates import Category, Delegation

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.store.roster import RosterRow


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows in which order; words as in `store.roster`, empty means all."""

    text: str = ""
    delegation: str = ""
    category: str = ""
    status: str = ""
    sort: str = "name"
    descending: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether somebody may be left out."""
        return bool(self.text.strip() or self.delegation or self.category or self.status)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and how many there are in all if that is known."""

    query: Query
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer to a query: row keys in order, and how many there are without filters."""

    query: Query
    keys: array[int]
    total: int


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that were asked for under a `stamp`; those that are gone are left out."""

    stamp: int
    keys: tuple[int, ...]
    rows: list[RosterRow]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by."""

    categories: list[Category]
    delegations: list[Delegation]


def listing(desk: Desk, asked: Asked) -> Listing:
    """Row keys for a query."""
    query = asked.query
    keys = desk.roster_ids(
        text=query.text,
        delegation=query.delegation,
        category=query.category,
        status=query.status,
        sort=query.sort,
        descending=query.descending,
    )
    total = asked.total
    if total is None:
        total = len(desk.roster_ids()) if query.narrowed else len(keys)
    return Listing(query, keys, total)


def page(desk: Desk, stamp: int, keys: Sequence[int]) -> Page:
    """Some rows."""
    return Page(stamp, tuple(keys), desk.roster_rows(keys))


def choices(desk: Desk) -> Choices:
    """Categories and delegations of the event."""
    return Choices(desk.categories(), desk.delegations())
