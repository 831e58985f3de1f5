"""Owns reading a stretch of a stream: its entries, and the private parts and seals beside them.

For files in which these lie in tables `entries`, `privates` and `seals` by stream number and n: a
desk's and a hub's. Three reads, put together here: as one join SQLite takes nine times as long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from checkin_app.ledger.cutting import RunRow
from checkin_app.ledger.pages import MOST_ENTRIES

SELECT_ENTRIES = """
    SELECT n, body, chain FROM entries WHERE stream = ? AND n >= ? ORDER BY n LIMIT ?
"""
SELECT_PRIVATES = "SELECT n, body FROM privates WHERE stream = ? AND n BETWEEN ? AND ?"
SELECT_SEALS = "SELECT n, signature FROM seals WHERE stream = ? AND n BETWEEN ? AND ?"


def run(connection: sqlite3.Connection, number: int, first: int, most: int) -> list[RunRow]:
    """The entries of a stream from `first` on, `most` of them; in the caller's transaction."""
    entries = connection.execute(SELECT_ENTRIES, (number, first, most)).fetchall()
    if not entries:
        return []
    between = (number, first, entries[-1][0])
    privates = dict(connection.execute(SELECT_PRIVATES, between)).get
    seals = dict(connection.execute(SELECT_SEALS, between)).get
    return [(n, body, chain, privates(n), seals(n)) for n, body, chain in entries]


def to_the_end(connection: sqlite3.Connection, number: int, first: int) -> Iterator[RunRow]:
    """All of them, read a page's worth at a time; in the caller's transaction."""
    while some := run(connection, number, first, MOST_ENTRIES):
        yield from some
        first = some[-1][0] + 1
