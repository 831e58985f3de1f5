"""Owns the figures of the control room: counted from an event file, all of one moment."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from checkin_app.desk.numbers import COUNT_RECENT
from checkin_app.domain.conflicts import Conflict
from checkin_app.domain.programme import REGISTRATION, Checkpoint, Event
from checkin_app.store import conflicts
from checkin_app.store.event_file import EventFile
from checkin_app.store.programme import Programme

MINUTE_MS = 60_000
#: Categories whose arrival protocol waits for.
AWAITED = ("vip", "head_of_delegation")
#: So many of those are listed; nobody reads more on one page.
MOST_GUESTS = 2_000
MOST_CONFLICTS = 200

SELECT_GROUPS = """
    SELECT d.delegation, d.category, d.country,
           count(*), count(a.delegate), coalesce(sum(a.inside), 0)
    FROM delegates d NOT INDEXED
    LEFT JOIN attendance a ON a.delegate = d.id AND a.checkpoint = ?
    WHERE d.standing <> 'withdrawn' OR a.delegate IS NOT NULL
    GROUP BY d.delegation, d.category, d.country
"""
SELECT_PLACES = "SELECT checkpoint, count(*), sum(inside) FROM attendance GROUP BY checkpoint"
SELECT_MINUTES = f"""
    SELECT first_at / {MINUTE_MS}, count(*) FROM attendance
    WHERE checkpoint = ? AND first_at > ? AND first_at <= ? GROUP BY 1
"""
SELECT_GUESTS = """
    SELECT d.id, d.honorific, d.name, d.own_name, d.position, d.organization,
           d.delegation, d.country, d.category, a.first_at, a.inside, b.checkpoint, b.first_at
    FROM delegates d
    LEFT JOIN attendance a ON a.delegate = d.id AND a.checkpoint = ?1
    LEFT JOIN attendance b ON b.delegate = d.id AND b.checkpoint = (
        SELECT checkpoint FROM attendance WHERE delegate = d.id AND checkpoint <> ?1
        ORDER BY first_at LIMIT 1
    )
    WHERE d.category IN (?2, ?3) AND (d.standing <> 'withdrawn' OR a.delegate IS NOT NULL)
    LIMIT ?4
"""
SELECT_INSIDE = """
    SELECT d.id, d.honorific, d.name, d.own_name, d.position, d.organization,
           d.delegation, d.country, d.category, a.first_at, a.inside, a.checkpoint, a.last_at
    FROM attendance a JOIN delegates d ON d.id = a.delegate
    WHERE a.checkpoint = ? AND a.inside = 1
    ORDER BY a.last_at DESC, d.id LIMIT ? OFFSET ?
"""
COUNT_DELEGATIONS = "SELECT count(DISTINCT delegation) FROM delegates WHERE delegation <> ''"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of one group are expected, have arrived, and are inside the registration."""

    id: str
    arrived: int
    expected: int
    inside: int


@dataclass(frozen=True, slots=True)
class Place:
    """One checkpoint: whom its rules expect, whom it let in, and who is inside now."""

    checkpoint: Checkpoint
    expected: int
    admitted: int
    inside: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the control room reads them; times are milliseconds since 1970 UTC.

    `seen_at` and `seen` tell another checkpoint that let them in, first of all others.
    """

    id: str
    honorific: str
    name: str
    own_name: str
    position: str
    organization: str
    delegation: str
    country: str
    category: str
    arrived_at: int | None
    inside: bool
    seen: str
    seen_at: int | None


@dataclass(frozen=True, slots=True)
class Board:
    """All that the control room shows of the event, as it was at `at` (ms since 1970 UTC).

    `minutes` are first arrivals by the minute since 1970, those without any left out.
    `conflicts` are those that are open, at most MOST_CONFLICTS of `open_conflicts`.
    """

    at: int
    event: Event
    programme: Programme
    expected: int
    arrived: int
    inside: int
    delegations_expected: int
    delegations_present: int
    per_minute: float
    delegations: tuple[Share, ...]
    categories: tuple[Share, ...]
    countries: tuple[Share, ...]
    places: tuple[Place, ...]
    guests: tuple[Person, ...]
    minutes: dict[int, int]
    open_conflicts: int
    conflicts: tuple[Conflict, ...]


def board(file: EventFile, at: int) -> Board:
    """Counts everything anew; `at` is now, in milliseconds since 1970 UTC."""
    with file.snapshot():
        connection, programme = file.connection, Programme(file.connection)
        rows = connection.execute(SELECT_GROUPS, (REGISTRATION,)).fetchall()
        since = at - 5 * MINUTE_MS
        recently = connection.execute(
            COUNT_RECENT, (f"{since >> 16:08x}", since, REGISTRATION)
        ).fetchone()[0]
        first = at - 8 * 24 * 60 * MINUTE_MS
        return Board(
            at=at,
            event=file.event,
            programme=programme,
            expected=sum(row[3] for row in rows),
            arrived=sum(row[4] for row in rows),
            inside=sum(row[5] for row in rows),
            delegations_expected=connection.execute(COUNT_DELEGATIONS).fetchone()[0],
            delegations_present=len({row[0] for row in rows if row[0] and row[4]}),
            per_minute=recently / 5,
            delegations=_shares((row[0], row) for row in rows),
            categories=_shares((row[1], row) for row in rows),
            countries=_shares((row[2] or _home(programme, row[0]), row) for row in rows),
            places=_places(connection, programme, rows),
            guests=_guests(connection),
            minutes=dict(connection.execute(SELECT_MINUTES, (REGISTRATION, first, at))),
            open_conflicts=conflicts.open_count(connection),
            conflicts=tuple(conflicts.read(connection, file.event.zone, most=MOST_CONFLICTS)),
        )


def people_inside(file: EventFile, checkpoint: str, limit: int, offset: int) -> tuple[Person, ...]:
    """Who is inside a checkpoint, the latest first; `seen_at` is when they last passed it."""
    rows = file.connection.execute(SELECT_INSIDE, (checkpoint, limit, offset))
    return tuple(_person(row) for row in rows)


def _home(programme: Programme, delegation: str) -> str:
    known = programme.delegations.get(delegation)
    return known.country if known else ""


def _shares(named: Iterable[tuple[str, tuple[Any, ...]]]) -> tuple[Share, ...]:
    """The rows of SELECT_GROUPS summed by what they are named."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, row in named:
        kept = sums[name]
        for at, count in enumerate(row[3:6]):
            kept[at] += count
    return tuple(
        Share(name, arrived, expected, inside)
        for name, (expected, arrived, inside) in sorted(sums.items())
    )


def _places(
    connection: sqlite3.Connection, programme: Programme, rows: list[tuple[Any, ...]]
) -> tuple[Place, ...]:
    counted = {place: counts for place, *counts in connection.execute(SELECT_PLACES)}
    groups: dict[tuple[str, str], int] = defaultdict(int)
    categories: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        groups[row[1], row[0]] += row[3]
        categories[row[1], ""] += row[3]
    places = []
    for checkpoint in programme.checkpoints.values():
        rules = programme.rules(checkpoint.id)
        by_delegation = any(rule.delegations for rule in rules)
        expected = sum(
            count
            for group, count in (groups if by_delegation else categories).items()
            if not rules or any(rule.concerns(*group) for rule in rules)
        )
        admitted, inside = counted.get(checkpoint.id, (0, 0))
        places.append(Place(checkpoint, expected, admitted, inside))
    return tuple(places)


def _guests(connection: sqlite3.Connection) -> tuple[Person, ...]:
    rows = connection.execute(SELECT_GUESTS, (REGISTRATION, *AWAITED, MOST_GUESTS))
    return tuple(_person(row) for row in rows)


def _person(row: tuple[Any, ...]) -> Person:
    values: list[Any] = [*row[:10], bool(row[10]), row[11] or "", row[12]]
    return Person(*values)
