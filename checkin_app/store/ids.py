"""Owns that an id names one entry, the same at every desk, whichever of two came first.

Ids are made by chance, so two entries with one id are written only by a desk that means harm, or
that is broken. Of those that count the first by stream and number does, the others say nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from checkin_app.store.counting import INSERT_UNFOLDED
from checkin_app.store.ledger import Stored

INSERT = "INSERT OR IGNORE INTO fact_ids (id, stream, n) VALUES (?, ?, ?)"
SELECT_FACT = """
    SELECT f.stream, f.n, t.id FROM fact_ids f JOIN streams t ON t.no = f.stream WHERE f.id = ?
"""
SELECT_SCAN = """
    SELECT s.stream, s.n, t.id FROM scans s JOIN streams t ON t.no = s.stream WHERE s.id = ?
"""
SELECT_LINE = "SELECT id FROM streams WHERE no = ?"


class Twin(Exception):
    """An entry has the id of one that was folded and counts before it: all is folded anew."""


def claim(connection: sqlite3.Connection, stored: Stored) -> bool:
    """Whether the id of an entry, no scan, is its own; inside a transaction. Raises Twin."""
    entry = stored.entry
    place = (entry.id, stored.stream, entry.n)
    if connection.execute(INSERT, place).rowcount:
        return True
    return not _lost(connection, SELECT_FACT, [stored])


def lose_scans(connection: sqlite3.Connection, scans: Iterable[Stored]) -> None:
    """Notes the scans that were not written because their id is another's. Raises Twin."""
    _lost(connection, SELECT_SCAN, scans)


def _lost(connection: sqlite3.Connection, select: str, stored: Iterable[Stored]) -> bool:
    lost = []
    for one in stored:
        entry = one.entry
        number, n, line = connection.execute(select, (entry.id,)).fetchone()
        if (number, n) == (one.stream, entry.n):
            continue
        (own,) = connection.execute(SELECT_LINE, (one.stream,)).fetchone()
        if (own, entry.n) < (line, n):
            raise Twin
        lost.append((one.stream, entry.n, entry.kind, "shape"))
    connection.executemany(INSERT_UNFOLDED, lost)
    return bool(lost)
