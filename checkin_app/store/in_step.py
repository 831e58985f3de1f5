"""Owns that what is kept in memory says what the tables say, after entries of others were folded.

Only what they touched is read again: a page of scans costs no more than its scans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from checkin_app.ledger import kinds
from checkin_app.store import attendance, records
from checkin_app.store.ledger import Stored
from checkin_app.store.touched import Touched

if TYPE_CHECKING:
    from checkin_app.store.event_file import EventFile

SELECT_PLACES = """
    SELECT delegate, checkpoint, inside FROM attendance
    WHERE delegate IN (SELECT value FROM json_each(?))
"""
SELECT_MEMBERS = """
    SELECT id FROM delegates WHERE delegation IN (SELECT value FROM json_each(?))
"""
RECORDS = frozenset({kinds.CREATED, kinds.AMENDED})
RULINGS = frozenset({kinds.OVERRIDDEN, kinds.UNDONE})
#: More touched people than this, and the tally is read anew.
MANY = 2000


def keep_in_step(file: EventFile, folded: Sequence[Stored], touched: Touched) -> None:
    """Brings programme, search and tally up to the tables; inside the transaction."""
    people: set[str] = set(touched.people)
    small: list[tuple[str, str]] = []
    ruled: set[tuple[str, str]] = set()
    for stored in folded:
        entry = stored.entry
        if entry.kind in RULINGS:
            scan = attendance.scan_under(file.connection, entry.subject)
            ruled |= {scan} if scan else set()
        elif entry.kind == kinds.LISTED:
            people.update(person["id"] for person in entry.data["people"])
        elif entry.kind in RECORDS and entry.data["type"] == records.DELEGATE:
            people.add(entry.subject)
        elif entry.kind in RECORDS:
            small.append((entry.data["type"], entry.subject))
    _read_programme(file, small)
    _search_again(file, people | _members(file, small), touched)
    _tally_again(file, people, touched.seen, ruled, merged=bool(touched.people))


def _read_programme(file: EventFile, small: Iterable[tuple[str, str]]) -> None:
    if "programme" in file.__dict__:
        for record_type, key in small:
            file.programme.read_again(record_type, key)


def _members(file: EventFile, small: Iterable[tuple[str, str]]) -> set[str]:
    """A delegation may have another name: its members are found by that one."""
    delegations = [key for record_type, key in small if record_type == "delegation"]
    if not delegations:
        return set()
    asked = msgspec.json.encode(delegations).decode()
    return {key for (key,) in file.connection.execute(SELECT_MEMBERS, (asked,))}


def _search_again(file: EventFile, people: set[str], touched: Touched) -> None:
    for doc in touched.docs.values():
        file.search.remove(doc)
    if not people:
        return
    found = records.find_all(file.connection, sorted(people))
    file.search.build((doc, file.search_text(delegate)) for doc, delegate in found)


def _tally_again(
    file: EventFile,
    people: set[str],
    seen: attendance.Seen,
    ruled: set[tuple[str, str]],
    *,
    merged: bool,
) -> None:
    if "tally" not in file.__dict__:
        return
    if merged or len(people) > MANY:
        file.__dict__.pop("tally")
        return
    tally = file.tally
    if people:
        tally.roster_changed()
        asked = msgspec.json.encode(sorted(people)).decode()
        rows = file.connection.execute(SELECT_PLACES, (asked,))
        tally.take({(key, checkpoint): bool(inside) for key, checkpoint, inside in rows})
    tally.take(seen)
    tally.take(attendance.standing(file.connection, ruled))
