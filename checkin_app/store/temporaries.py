"""Owns temporary badges as rows: numbered in advance, bound to a person for one day."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from checkin_app.domain.badges import Temporary
from checkin_app.store import records
from checkin_app.store.ledger import Stored

INSERT_MADE = "INSERT OR IGNORE INTO temporaries (code, number, day) VALUES (?, ?, ?)"
INSERT_BINDING = """
    INSERT OR IGNORE INTO temporary_bindings
    (code, at, id, delegate, day, operator, door, stream, clock_offset, clock_bound, replaces)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT = """
    SELECT t.number, t.code, t.day, coalesce(c.delegate, ''),
           EXISTS (SELECT 1 FROM credential_changes x WHERE x.code = t.code)
    FROM temporaries t LEFT JOIN credentials c ON c.code = t.code
"""


def apply_made(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a temporary.made entry in."""
    data = stored.entry.data
    connection.executemany(
        INSERT_MADE, [(badge["code"], badge["number"], data["day"]) for badge in data["badges"]]
    )


def apply_bound(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a temporary.bound entry in; of two for one badge the first counts.

    One that names others puts those aside.
    """
    entry, data = stored.entry, stored.entry.data
    connection.execute(
        INSERT_BINDING,
        (
            data["code"],
            entry.at,
            entry.id,
            data["delegate"],
            data["day"],
            data.get("operator", ""),
            entry.door,
            stored.stream,
            *(entry.offset or (None, None)),
            json.dumps(data.get("replaces", [])),
        ),
    )
    records.fold_binding(connection, data["code"])


def of_day(connection: sqlite3.Connection, day: date | None) -> list[Temporary]:
    """The temporary badges of a day, or of all days, by day and number."""
    rows = connection.execute(
        f"{SELECT} WHERE ?1 = '' OR t.day = ?1 ORDER BY t.day, t.number, t.code",
        (day.isoformat() if day else "",),
    )
    return [_temporary(row) for row in rows]


def find(connection: sqlite3.Connection, code: str) -> Temporary | None:
    """The temporary badge with this code."""
    row = connection.execute(f"{SELECT} WHERE t.code = ?", (code,)).fetchone()
    return _temporary(row) if row else None


def last_number(connection: sqlite3.Connection, day: date) -> int:
    """The highest number there is for a day, 0 if there is none."""
    (number,) = connection.execute(
        "SELECT coalesce(max(number), 0) FROM temporaries WHERE day = ?", (day.isoformat(),)
    ).fetchone()
    return int(number)


def _temporary(row: tuple[int, str, str, str, int]) -> Temporary:
    number, code, day, delegate, revoked = row
    return Temporary(number, code, date.fromisoformat(day), delegate, bool(revoked))
