"""Owns the rows about conflicts: both sides of each, what was decided, and marks elsewhere."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from checkin_app.domain.conflicts import Conflict, Side
from checkin_app.exporting.people import Names, Row
from checkin_app.exporting.period import Limits
from checkin_app.store import conflicts
from checkin_app.store.conflict_rows import decisions_of

SELECT_MADE_OF = """
    SELECT id, kind, entries FROM conflicts
    UNION SELECT conflict, kind, entries FROM decisions
    ORDER BY 1
"""
SELECT_EVENT_ZONE = "SELECT timezone FROM event"


def conflict_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """A row for each side of each conflict, decided or not; one of the period shows all of it."""
    names = Names(connection, limits.lang)
    found = connection.execute(SELECT_EVENT_ZONE).fetchone()
    zone = ZoneInfo(found[0]) if found else ZoneInfo("UTC")
    for conflict in conflicts.read(connection, zone, open_only=False):
        if any(_wanted(side, limits) for side in conflict.sides):
            for side in conflict.sides:
                yield _row(conflict, side, names)


def _wanted(side: Side, limits: Limits) -> bool:
    at = round(side.at.timestamp() * 1000)
    return limits.first_ms <= at < limits.end_ms and limits.checkpoint in ("", side.checkpoint)


def _row(conflict: Conflict, side: Side, names: Names) -> Row:
    decided = conflict.decided
    people = {person.id: person for person in conflict.people}
    person = people.get(side.delegate) or conflict.delegate
    return (
        conflict.id,
        conflict.kind.value,
        conflict.is_open,
        side.delegate or (person.id if person else None),
        person.name if person else None,
        names.of(person.delegation, "")[0] if person else None,
        conflict.field or conflict.about,
        side.role.value,
        side.at,
        side.corrected_at,
        side.bound_ms,
        conflict.order_uncertain,
        side.desk,
        side.operator,
        side.checkpoint,
        side.code,
        side.value,
        side.entry,
        decided.decision if decided else None,
        decided.reason if decided else None,
        decided.operator if decided else None,
        decided.desk if decided else None,
        decided.at if decided else None,
    )


def marks(connection: sqlite3.Connection) -> Mapping[str, str]:
    """By entry: the kinds of the conflicts it is in, each with what was decided."""
    told: dict[str, list[str]] = defaultdict(list)
    for conflict, kind, entries in connection.execute(SELECT_MADE_OF).fetchall():
        live = decisions_of(connection, conflict)
        mark = f"{kind}: {live[-1].decision}" if live else kind
        for entry in json.loads(entries):
            if mark not in told[entry]:
                told[entry].append(mark)
    return {entry: ", ".join(sorted(kinds)) for entry, kinds in told.items()}
