"""Owns the pages kept aside as rows in SQLite, of a desk and of a hub."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from checkin_app.ledger.aside import MOST_PAGES, Aside, Row, evidence
from checkin_app.ledger.pages import Page

INSERT = """
    INSERT OR IGNORE INTO aside (id, stream, n, why, source, at, page)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
DROP_OLDEST = """
    DELETE FROM aside WHERE id IN (SELECT id FROM aside ORDER BY at DESC, id LIMIT -1 OFFSET ?)
"""
SELECT = "SELECT id, stream, n, why, source, at FROM aside ORDER BY at DESC, id"


def keep(connection: sqlite3.Connection, page: Page, why: str, source: str) -> None:
    """Keeps a refused page, once however often it comes."""
    write(connection, [evidence(page, why, source)])


def write(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """The oldest give way."""
    connection.executemany(INSERT, rows)
    connection.execute(DROP_OLDEST, (MOST_PAGES,))


def all_kept(connection: sqlite3.Connection) -> list[Aside]:
    """Newest first."""
    return [Aside(*row) for row in connection.execute(SELECT)]
