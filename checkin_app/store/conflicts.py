"""Owns what screens read of conflicts: both sides, in time, and what can be decided."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from checkin_app.domain.conflicts import (
    COPIED_BADGE,
    DIFFERENT_PEOPLE,
    KEEP,
    MERGE,
    MISTAKE,
    SAME_PERSON,
    Conflict,
    ConflictKind,
    Decided,
    Role,
    Side,
)
from checkin_app.domain.delegates import Delegate
from checkin_app.ledger.clock import from_ms
from checkin_app.store import records
from checkin_app.store.conflict_rows import decisions_of
from checkin_app.store.conflict_sides import Sides
from checkin_app.store.merged import gone_into, kept

COUNT_OPEN = "SELECT count(*) FROM conflicts WHERE open = 1"
SELECT = "SELECT id, kind, key, part, entries, people, uncertain, open FROM conflicts"
#: An entry's id begins with the time of its making.
SELECT_LATEST = f"""
    {SELECT} WHERE open >= ? ORDER BY open DESC, json_extract(entries, '$[#-1]') DESC LIMIT ?
"""
#: Decided, and what made them is no more: a scan taken back, an edit that closed another.
SELECT_SETTLED = f"""
    SELECT DISTINCT d.conflict, d.kind, '', d.part, d.entries, d.people, 0, 0 FROM decisions d
    WHERE NOT EXISTS (SELECT 1 FROM conflicts c WHERE c.id = d.conflict)
    AND d.kind IN ({", ".join(f"'{kind}'" for kind in ConflictKind)})
"""
SELECT_DECISION = """
    SELECT d.id, d.decision, d.reason, d.operator, t.desk_name, d.door
    FROM decisions d JOIN streams t ON t.no = d.stream WHERE d.id = ?
"""
SELECT_NAMES = """
    SELECT name FROM walk_ins WHERE delegate IN (SELECT value FROM json_each(?)) AND name <> ''
"""
SELECT_CODES = """
    SELECT code FROM temporary_bindings WHERE delegate IN (SELECT value FROM json_each(?))
"""


class _Row(NamedTuple):
    id: str
    kind: str
    key: str
    part: str
    entries: str
    people: str
    uncertain: int
    open: int


def open_count(connection: sqlite3.Connection) -> int:
    """How many conflicts wait for a decision."""
    (count,) = connection.execute(COUNT_OPEN).fetchone()
    return int(count)


def read(
    connection: sqlite3.Connection,
    zone: ZoneInfo,
    *,
    open_only: bool = True,
    most: int | None = None,
) -> list[Conflict]:
    """Every conflict, or those that wait; what waits first, then the latest.

    Of many, `most` of those recorded last, which is as good as the latest.
    """
    limit = -1 if most is None else most
    rows = [_Row(*row) for row in connection.execute(SELECT_LATEST, (open_only, limit))]
    if not open_only:
        rows += [_Row(*row) for row in connection.execute(SELECT_SETTLED)]
    return _ordered(_conflicts(connection, zone, _once(rows)))[:most]


def read_one(connection: sqlite3.Connection, zone: ZoneInfo, conflict: str) -> Conflict | None:
    rows = [_Row(*row) for row in connection.execute(f"{SELECT} WHERE id = ?", (conflict,))]
    if not rows:
        settled = connection.execute(f"{SELECT_SETTLED} AND d.conflict = ?", (conflict,))
        rows = [_Row(*row) for row in settled]
    return next(_conflicts(connection, zone, rows[:1]), None)


def about(connection: sqlite3.Connection, zone: ZoneInfo, delegate: str) -> list[Conflict]:
    """The conflicts about one delegate, or those merged into them, that wait for a decision."""
    people = [delegate, *gone_into(connection, delegate)]
    these = json.dumps(people)
    keys = [*people, *(f"{records.DELEGATE}/{person}" for person in people)]
    for select in (SELECT_NAMES, SELECT_CODES):
        keys += [key for (key,) in connection.execute(select, (these,))]
    rows = connection.execute(
        f"{SELECT} WHERE open = 1 AND (key IN (SELECT value FROM json_each(?)) OR kind = ?)",
        (json.dumps(keys), ConflictKind.CROSSED_DECISIONS.value),
    )
    mine = [row for row in map(_Row._make, rows) if set(json.loads(row.people)) & set(people)]
    return _ordered(_conflicts(connection, zone, mine))


def _once(rows: Iterable[_Row]) -> Iterable[_Row]:
    return {row.id: row for row in rows}.values()


def _ordered(conflicts: Iterable[Conflict]) -> list[Conflict]:
    def latest(conflict: Conflict) -> tuple[bool, float, str]:
        at = max((side.corrected_at.timestamp() for side in conflict.sides), default=0.0)
        return not conflict.is_open, -at, conflict.id

    return sorted(conflicts, key=latest)


def _conflicts(
    connection: sqlite3.Connection, zone: ZoneInfo, rows: Iterable[_Row]
) -> Iterator[Conflict]:
    for row in rows:
        decided = _decided(connection, zone, row.id)
        if not row.key and decided is None:
            continue  # Neither facts nor a decision make it any more.
        people = json.loads(row.people)
        kind = ConflictKind(row.kind)
        crossed = kind is ConflictKind.CROSSED_EDITS
        record, _, field = row.part.rpartition("/") if crossed else ("", "", "")
        record_type, _, record = record.partition("/")
        found = Sides(connection, zone, people, record, field)
        sides = found.of(json.loads(row.entries))
        yield Conflict(
            id=row.id,
            kind=kind,
            people=tuple(_people(connection, people)),
            sides=sides,
            proposals=_proposals(kind, sides, people),
            order_uncertain=bool(row.uncertain),
            record_type=record_type,
            record=record,
            field=field,
            shown=_shown(kind, json.loads(row.entries)),
            about="" if crossed else _about(connection, kind, row),
            decided=decided,
            is_open=bool(row.open),
        )


def _people(connection: sqlite3.Connection, people: Sequence[str]) -> Iterator[Delegate]:
    for person in dict.fromkeys(kept(connection, person) for person in people):
        if (found := records.find_delegate(connection, person)) is not None:
            yield found[1]


def _proposals(kind: ConflictKind, sides: Sequence[Side], people: Sequence[str]) -> tuple[str, ...]:
    match kind:
        case ConflictKind.WALK_IN_TWINS:
            return MERGE, DIFFERENT_PEOPLE
        case ConflictKind.CROSSED_EDITS | ConflictKind.CROSSED_DECISIONS:
            return tuple(f"{KEEP}{side.entry}" for side in sides)
        case ConflictKind.TEMPORARY_TWICE:
            bound = {side.delegate for side in sides if side.role is Role.BINDING}
            return tuple(f"{KEEP}{person}" for person in people if person in bound)
    scans = [side for side in sides if side.role is Role.SCAN]
    if not scans:  # Another desk may say that it decided anything.
        return (SAME_PERSON,)
    if len(people) == 1 and any(side.code for side in scans):
        return SAME_PERSON, COPIED_BADGE, MISTAKE
    return SAME_PERSON, MISTAKE


def _shown(kind: ConflictKind, entries: Sequence[str]) -> str:
    """The entry that holds while nobody has decided."""
    match kind:
        case ConflictKind.CROSSED_EDITS | ConflictKind.CROSSED_DECISIONS:
            return entries[-1]
        case ConflictKind.TEMPORARY_TWICE:
            return entries[0]
    return ""


def _about(connection: sqlite3.Connection, kind: ConflictKind, row: _Row) -> str:
    if kind is not ConflictKind.TEMPORARY_TWICE:
        return row.part
    found: Any = connection.execute(
        "SELECT number FROM temporaries WHERE code = ?", (row.part,)
    ).fetchone()
    return str(found[0]) if found else ""


def _decided(connection: sqlite3.Connection, zone: ZoneInfo, conflict: str) -> Decided | None:
    live = decisions_of(connection, conflict)
    if not live:
        return None
    row = connection.execute(SELECT_DECISION, (live[-1].id,)).fetchone()
    entry, decision, reason, operator, desk, door = row
    return Decided(entry, decision, reason, operator, desk, from_ms(door, zone))
