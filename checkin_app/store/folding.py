"""Owns what follows when entries of others arrive: the tables, and what is kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checkin_app.ledger import kinds
from checkin_app.store import authority, counting, derive
from checkin_app.store.in_step import keep_in_step
from checkin_app.store.ledger import Stored
from checkin_app.store.touched import Touched

if TYPE_CHECKING:
    from checkin_app.store.event_file import EventFile

SELECT_WAITING = """
    SELECT stream, n FROM unfolded WHERE stream = ? AND why = 'authority' ORDER BY n
"""
DELETE_UNFOLDED = "DELETE FROM unfolded WHERE stream = ? AND n = ?"


def fold(
    file: EventFile, places: Sequence[tuple[int, int]], *, moved: bool = False
) -> frozenset[str]:
    """Folds new entries, by stream number and n, inside a transaction. Returns their kinds.

    `moved` says that entries lie elsewhere than before, so that all is folded anew.
    """
    connection = file.connection
    if not places and not moved:
        return frozenset()
    rows = list(counting.rows(connection, places))
    found = list(counting.Gate(connection).well_formed(rows))
    seen = frozenset(stored.entry.kind for stored in found)
    _witness(file, found)
    anew = moved
    if authority.note(connection, found) or any(n == 1 for _, n in places):
        for stored in found:
            if stored.entry.kind == kinds.STREAM_OPENED:
                derive.apply(connection, stored)
        change = authority.settle(connection)
        anew |= change.narrowed
        rows += _waiting(file, change.widened)
        file.right_changed()
    if anew:
        file.rebuild_inside()
        return seen
    passing = list(counting.Gate(connection).passing(rows))
    touched = Touched()
    derive.apply_all(connection, passing, touched)
    touched.settle(connection)
    keep_in_step(file, passing, touched)
    return seen


def _waiting(file: EventFile, widened: set[int]) -> list[counting.Row]:
    """Entries that may count now and did not before."""
    places = [
        place
        for number in sorted(widened)
        for place in file.connection.execute(SELECT_WAITING, (number,)).fetchall()
    ]
    file.connection.executemany(DELETE_UNFOLDED, places)
    return list(counting.rows(file.connection, places))


def _witness(file: EventFile, found: Sequence[Stored]) -> None:
    """Facts recorded here from now on are later than those that were seen."""
    for stored in found:
        file.witness(stored.entry.at)
