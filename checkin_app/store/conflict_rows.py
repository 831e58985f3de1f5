"""Owns the rows of conflicts: which there are of a key now, and which wait for a decision."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.domain.conflicts import ConflictKind
from checkin_app.ledger.conflicts import Decision, Found, conflict_id, live_decisions
from checkin_app.ledger.fold import stands
from checkin_app.store.attendance import rulings_about
from checkin_app.store.merged import kept

SELECT_OF_KEY = """
    SELECT id, kind, key, part, entries, people, uncertain, open FROM conflicts
    WHERE key = ? AND kind = ?
"""
UPSERT = """
    INSERT OR REPLACE INTO conflicts (id, kind, key, part, entries, people, uncertain, open)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT_DECISIONS = "SELECT id, at, decision, replaces FROM decisions WHERE conflict = ?"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A conflict that the facts make, and the ids of those it is about."""

    found: Found
    people: tuple[str, ...] = ()


def write(
    connection: sqlite3.Connection, kind: ConflictKind, key: str, wanted: Iterable[Wanted]
) -> None:
    """Makes the conflicts of one key those that there are now."""
    present = {row[0]: row for row in connection.execute(SELECT_OF_KEY, (key, kind.value))}
    rows = {row[0]: row for row in (_row(connection, kind, key, one) for one in wanted)}
    for conflict in present.keys() - rows.keys():
        connection.execute("DELETE FROM conflicts WHERE id = ?", (conflict,))
    for conflict, row in rows.items():
        if present.get(conflict) != row:
            connection.execute(UPSERT, row)


def _row(
    connection: sqlite3.Connection, kind: ConflictKind, key: str, one: Wanted
) -> tuple[object, ...]:
    found = one.found
    conflict = conflict_id(kind, found.part, found.entries)
    return (
        conflict,
        kind.value,
        key,
        found.part,
        json.dumps(found.entries),
        json.dumps(one.people),
        int(found.uncertain),
        int(waits(connection, conflict, kind, one.people)),
    )


def waits(
    connection: sqlite3.Connection, conflict: str, kind: ConflictKind, people: tuple[str, ...]
) -> bool:
    """Whether a conflict asks for a decision. Walk-ins that were merged by hand do not."""
    if kind is ConflictKind.WALK_IN_TWINS and len({kept(connection, p) for p in people}) == 1:
        return False
    return not decisions_of(connection, conflict)


def decisions_of(connection: sqlite3.Connection, conflict: str) -> list[Decision]:
    """The decisions of a conflict that nobody took back or overruled, the latest last."""
    return live_decisions(
        Decision(
            key,
            at,
            decision,
            frozenset(json.loads(replaces)),
            stands(key, rulings_about(connection, key)),
        )
        for key, at, decision, replaces in connection.execute(
            SELECT_DECISIONS, (conflict,)
        ).fetchall()
    )
