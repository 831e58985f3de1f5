"""Owns what was decided of conflicts, and where two desks decided differently."""

from __future__ import annotations

import json
import sqlite3

from checkin_app.domain.conflicts import ConflictKind
from checkin_app.ledger.conflicts import Found, disagree
from checkin_app.store import conflict_rows
from checkin_app.store.conflict_rows import Wanted
from checkin_app.store.ledger import Stored

INSERT = """
    INSERT OR IGNORE INTO decisions
    (id, conflict, kind, part, decision, reason, operator, at, door, stream, entries, people,
     replaces, effects)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT_ROW = "SELECT kind, key, people FROM conflicts WHERE id = ?"
SELECT_PEOPLE = "SELECT people FROM decisions WHERE id = ?"


def apply_decision(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a conflict.resolved entry in; what follows from it are entries of their own."""
    entry, data = stored.entry, stored.entry.data
    connection.execute(
        INSERT,
        (
            entry.id,
            data["conflict"],
            data["kind"],
            data.get("part", ""),
            data["decision"],
            data.get("reason", ""),
            data.get("operator", ""),
            entry.at,
            entry.door,
            stored.stream,
            *(
                json.dumps(data.get(name, []))
                for name in ("entries", "people", "replaces", "effects")
            ),
        ),
    )


def fold(connection: sqlite3.Connection, conflict: str) -> None:
    """Whether a conflict waits still, and whether what was decided of it is one again itself."""
    row = connection.execute(SELECT_ROW, (conflict,)).fetchone()
    if row is not None:
        kind, people = ConflictKind(row[0]), tuple(json.loads(row[2]))
        waits = conflict_rows.waits(connection, conflict, kind, people)
        connection.execute("UPDATE conflicts SET open = ? WHERE id = ?", (int(waits), conflict))
    live = conflict_rows.decisions_of(connection, conflict)
    wanted = []
    if disagree(live):
        last = connection.execute(SELECT_PEOPLE, (live[-1].id,)).fetchone()
        found = Found("", tuple(decision.id for decision in live))
        wanted.append(Wanted(found, tuple(json.loads(last[0]))))
    conflict_rows.write(connection, ConflictKind.CROSSED_DECISIONS, conflict, wanted)
