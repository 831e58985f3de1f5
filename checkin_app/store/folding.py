"""Owns what follows when entries of others arrive: the tables, and what is kept in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from checkin_app.ledger import kinds
from checkin_app.store import authority, counting, derive, ids
from checkin_app.store.giving_way import Step, go_on
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
    file: EventFile,
    rows: Sequence[counting.Row],
    *,
    moved: bool = False,
    branches: Collection[int] = (),
    step: Step = go_on,
) -> frozenset[str]:
    """Folds new entries inside a transaction. Returns their kinds.

    `moved` says that entries lie elsewhere than before, so that all is folded anew; `branches` are
    the numbers of new ones, of which something else may count than of the line they left. `step`
    may give way until what is kept in memory is changed.
    """
    connection = file.connection
    if not rows and not moved:
        return frozenset()
    found = counting.Gate(connection).well_formed(rows)
    step()
    seen = frozenset(stored.entry.kind for stored in found)
    file.own.witness(stored.entry.at for stored in found)
    anew = moved
    fresh = {row[0] for row in rows if row[1] == 1} | set(branches)
    if authority.note(connection, found) or fresh:
        for stored in found:
            if stored.entry.kind == kinds.STREAM_OPENED:
                derive.apply(connection, stored)
        change = authority.settle(connection, fresh)
        anew |= change.narrowed
        if not anew and change.widened:
            found += _waiting(file, change.widened)
        file.own.right_changed()
    if anew:
        file.rebuild_inside()
        return seen
    counted = counting.Gate(connection).allowed(found)
    touched = Touched()
    try:
        derive.apply_all(connection, counted, touched)
    except ids.Twin:
        file.rebuild_inside()
        return seen
    step()
    touched.settle(connection, step)
    step()
    keep_in_step(file, counted, touched)
    if any(stored.entry.kind == kinds.PRIVATE_ERASED for stored in counted):
        file.search.merge()  # Their words go too.
    return seen


def _waiting(file: EventFile, widened: set[int]) -> list[Stored]:
    """Entries that may count now and did not before."""
    connection = file.connection
    places = [
        place
        for number in sorted(widened)
        for place in connection.execute(SELECT_WAITING, (number,)).fetchall()
    ]
    connection.executemany(DELETE_UNFOLDED, places)
    return counting.Gate(connection).well_formed(counting.rows(connection, places))
