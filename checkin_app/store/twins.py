"""Owns who was registered at desks, and which of them seem to be one person."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from checkin_app.domain.conflicts import ConflictKind
from checkin_app.domain.names import words
from checkin_app.ledger.conflicts import Found, WalkIn, twins
from checkin_app.ledger.fold import record_fields
from checkin_app.store import conflict_rows, records
from checkin_app.store.conflict_rows import Wanted
from checkin_app.store.ledger import Stored

INSERT = """
    INSERT INTO walk_ins (delegate, id, at, stream, n, unlike) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (delegate) DO UPDATE SET
    id = excluded.id, at = excluded.at, stream = excluded.stream, n = excluded.n,
    unlike = excluded.unlike
    WHERE (excluded.at, excluded.id) < (at, id)
"""
SELECT_TOUCHED = """
    SELECT delegate, name FROM walk_ins WHERE delegate IN (SELECT value FROM json_each(?))
"""
UPDATE = """
    UPDATE walk_ins SET name = ?, delegation = ?, organization = ?, birth_year = ?
    WHERE delegate = ?
"""
SELECT_NAMESAKES = """
    SELECT delegate, id, at, stream, unlike, delegation, organization, birth_year
    FROM walk_ins WHERE name = ?
"""


def keep(connection: sqlite3.Connection, stored: Stored) -> None:
    """Remembers a walk-in; `read_again` fills in what is said of them."""
    entry = stored.entry
    unlike = json.dumps(entry.data.get("unlike", []))
    connection.execute(INSERT, (entry.subject, entry.id, entry.at, stored.stream, entry.n, unlike))


def read_again(connection: sqlite3.Connection, people: Sequence[str]) -> set[str]:
    """Takes in what is said now of those who are walk-ins; the names to look at again."""
    names: set[str] = set()
    rows = connection.execute(SELECT_TOUCHED, (json.dumps(people),)).fetchall()
    for delegate, before in rows:
        fields = record_fields(records.edits_of(connection, delegate))
        name = folded(str(fields.get("name", "")))
        year = fields.get("birth_year")
        connection.execute(
            UPDATE,
            (
                name,
                str(fields.get("delegation", "")),
                folded(str(fields.get("organization", ""))),
                year if isinstance(year, int) else None,
                delegate,
            ),
        )
        names |= {before, name}
    return names - {""}


def folded(text: str) -> str:
    """The words of a name or a body, folded, in no order: desks type foreign names either way."""
    return " ".join(sorted(words(text)))


def fold(connection: sqlite3.Connection, name: str) -> None:
    """Folds anew who of one name seem to be one person."""
    wanted = [
        Wanted(Found("", (one.entry, other.entry)), (one.delegate, other.delegate))
        for one, other in twins(
            WalkIn(delegate, key, at, stream, delegation, body, year, frozenset(json.loads(unlike)))
            for delegate, key, at, stream, unlike, delegation, body, year in connection.execute(
                SELECT_NAMESAKES, (name,)
            ).fetchall()
        )
    ]
    conflict_rows.write(connection, ConflictKind.WALK_IN_TWINS, name, wanted)
