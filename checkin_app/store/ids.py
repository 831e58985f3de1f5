"""Owns that an id names one entry, the same at every desk, whichever of two came first.

Ids are made by chance, so two entries with one id are written only by a desk that means harm, or
that is broken. Of those that count the first by stream and number does, the others say nothing.
Kinds are told apart by the tables in which their ids stand, so that who may write one kind takes
nothing away that another says; and kinds whose ids stand in none have no twins.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from checkin_app.ledger import kinds
from checkin_app.store.counting import INSERT_UNFOLDED
from checkin_app.store.ledger import Stored

_EDITS, _CAUSES, _RULINGS = "edits", "causes", "rulings"
#: Kinds by what their ids are keys of. Scans are in a table that has stream and number itself.
FAMILIES = {
    kinds.LISTED: _EDITS,
    kinds.CREATED: _EDITS,
    kinds.AMENDED: _EDITS,
    kinds.CREDENTIAL_ISSUED: _CAUSES,
    kinds.CREDENTIAL_CHANGED: _CAUSES,
    kinds.PRINTED: _CAUSES,
    kinds.OVERRIDDEN: _RULINGS,
    kinds.UNDONE: _RULINGS,
    kinds.FOLLOWED: "reports",
    kinds.HANDED: "handovers",
    kinds.TEMPORARY_BOUND: "bindings",
    kinds.STOCK_COUNTED: "counts",
    kinds.MERGED: "merges",
    kinds.CONFLICT_RESOLVED: "decisions",
}
INSERT = "INSERT OR IGNORE INTO fact_ids (id, family, stream, n) VALUES (?, ?, ?, ?)"
SELECT_FACT = """
    SELECT f.stream, f.n, t.id FROM fact_ids f JOIN streams t ON t.no = f.stream
    WHERE f.id = ? AND f.family = ?
"""
SELECT_SCAN = """
    SELECT s.stream, s.n, t.id FROM scans s JOIN streams t ON t.no = s.stream WHERE s.id = ?
"""
SELECT_LINE = "SELECT id FROM streams WHERE no = ?"


class Twin(Exception):
    """An entry has the id of one that was folded and counts before it: all is folded anew."""


def claim(connection: sqlite3.Connection, stored: Stored) -> bool:
    """Whether an entry, no scan, is the one that its id names; in a transaction. Raises Twin."""
    entry = stored.entry
    family = FAMILIES.get(entry.kind)
    if family is None:
        return True
    if connection.execute(INSERT, (entry.id, family, stored.stream, entry.n)).rowcount:
        return True
    holder = connection.execute(SELECT_FACT, (entry.id, family)).fetchone()
    return not _lost(connection, stored, holder)


def lose_scans(connection: sqlite3.Connection, scans: Iterable[Stored]) -> None:
    """Notes the scans that were not written because their id is another's. Raises Twin."""
    for stored in scans:
        holder = connection.execute(SELECT_SCAN, (stored.entry.id,)).fetchone()
        _lost(connection, stored, holder)


def _lost(connection: sqlite3.Connection, stored: Stored, holder: tuple[int, int, str]) -> bool:
    """Whether another entry holds the id; noted then."""
    entry, (number, n, line) = stored.entry, holder
    if (number, n) == (stored.stream, entry.n):
        return False
    (own,) = connection.execute(SELECT_LINE, (stored.stream,)).fetchone()
    if (own, entry.n) < (line, n):
        raise Twin
    connection.execute(INSERT_UNFOLDED, (stored.stream, entry.n, entry.kind, "shape"))
    return True
