"""Owns which delegates get a badge, in which order, and what their badges say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain import names
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NoSuchDelegate, NotPossible
from checkin_app.domain.programme import Event
from checkin_app.store import records
from checkin_app.store.event_file import EventFile

if TYPE_CHECKING:
    from babel import Locale

SORTS = ("given-name", "name", "delegation", "category")
_UNKNOWN = {
    "delegation": "There is no delegation “{wanted}” in this event.",
    "category": "There is no category “{wanted}” in this event.",
}
NO_CATEGORY = "#54606E"
SELECT_ACTIVE_CODE = """
    SELECT code FROM credentials WHERE delegate = ? AND status = 'active'
    ORDER BY length(code) <> 27, issued_at DESC, code LIMIT 1
"""
SELECT_PRINTED = "SELECT DISTINCT delegate FROM prints WHERE outcome <> 'failed'"


@dataclass(frozen=True, slots=True)
class Selection:
    """Who gets a badge: everybody who takes part, narrowed by what is given.

    `delegation` and `category` are ids or names; `delegates` are ids, in the order wanted.
    """

    delegates: Sequence[str] = ()
    delegation: str = ""
    category: str = ""
    not_printed: bool = False
    sort: str = "given-name"


def subjects(file: EventFile, selection: Selection) -> Iterator[BadgeSubject]:
    """What each chosen badge says. Raises NoSuchDelegate, NotPossible.

    Who has no active code has no badge: left out of a selection, refused where named by id.
    """
    named = bool(selection.delegates)
    for delegate in _chosen(file, selection):
        code = active_code(file, delegate.id)
        if code:
            yield _subject(file, delegate, code)
        elif named:
            raise NotPossible(
                "{name} has no active code. Issue a new one before printing.", name=delegate.name
            )


def active_code(file: EventFile, delegate: str) -> str:
    """The code that is printed on a delegate's badge; empty when all were revoked or replaced."""
    row = file.connection.execute(SELECT_ACTIVE_CODE, (delegate,)).fetchone()
    return row[0] if row else ""


def _chosen(file: EventFile, selection: Selection) -> Iterator[Delegate]:
    connection = file.connection
    if selection.delegates:
        for key in selection.delegates:
            found = records.find_delegate(connection, key)
            if found is None:
                raise NoSuchDelegate(id=key)
            yield found[1]
        return
    programme = file.programme
    delegation = _id_of(
        "delegation",
        selection.delegation,
        {d.id: (d.name,) for d in programme.delegations.values()},
    )
    category = _id_of(
        "category",
        selection.category,
        {c.id: (c.name_en, c.name_vi) for c in programme.categories.values()},
    )
    printed = (
        {key for (key,) in connection.execute(SELECT_PRINTED)} if selection.not_printed else ()
    )
    orders: dict[str, Callable[[Delegate], Any]] = {
        "given-name": lambda d: names.sort_key(d.name, d.given_name),
        "name": lambda d: names.sort_key(d.name, ""),
        "delegation": lambda d: (
            names.fold(programme.delegations[d.delegation].name) if d.delegation else "",
            d.delegation,
            names.sort_key(d.name, d.given_name),
        ),
        "category": lambda d: (
            programme.categories[d.category].rank if d.category in programme.categories else 999,
            d.category,
            names.sort_key(d.name, d.given_name),
        ),
    }
    if selection.sort not in orders:
        raise NotPossible("Badges can be sorted by: {sorts}.", sorts=", ".join(SORTS))
    chosen = [
        delegate
        for _, delegate in records.delegates(connection)
        if delegate.standing != "withdrawn"
        and (not delegation or delegate.delegation == delegation)
        and (not category or delegate.category == category)
        and delegate.id not in printed
    ]
    yield from sorted(chosen, key=orders[selection.sort])


def _id_of(what: str, wanted: str, known: dict[str, tuple[str, ...]]) -> str:
    """The id that a person's word for something means. Raises NotPossible."""
    if not wanted or wanted in known:
        return wanted
    folded = names.fold(wanted)
    for key, titles in known.items():
        if folded in map(names.fold, titles):
            return key
    raise NotPossible(_UNKNOWN[what], wanted=wanted)


def _subject(file: EventFile, delegate: Delegate, code: str) -> BadgeSubject:
    event = file.event
    delegation = file.programme.delegations.get(delegate.delegation)
    category = file.programme.categories.get(delegate.category)
    country = delegate.country or (delegation.country if delegation else "")
    return BadgeSubject(
        delegate_id=delegate.id,
        name=delegate.name,
        code=code,
        honorific=delegate.honorific,
        own_name=delegate.own_name,
        position=delegate.position,
        organization=delegate.organization,
        delegation=delegation.name if delegation else "",
        country=country,
        country_en=_country("en", country),
        country_vi=_country("vi", country),
        category_en=category.name_en if category else "",
        category_vi=category.name_vi if category else "",
        colour=category.colour if category else NO_CATEGORY,
        event_en=event.name,
        event_vi=event.name_vi,
        dates=dates_text(event),
        photo=delegate.photo,
        category=delegate.category,
    )


def dates_text(event: Event) -> str:
    """The days of an event in figures that both languages read: `25–27/11/2026`."""
    first, last = event.first_day, event.last_day
    if first == last:
        return f"{first:%d/%m/%Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day:02d}–{last:%d/%m/%Y}"
    return f"{first:%d/%m}–{last:%d/%m/%Y}"


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale(language)


def _country(language: str, code: str) -> str:
    """A country or territory's name as CLDR has it; an unknown code names itself."""
    return str(_locale(language).territories.get(code, code)) if code else ""
