"""Owns what the ledger says of badges already printed: who has one, whose says something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from checkin_app.ledger import kinds
from checkin_app.ledger.fold import Edit, record_fields
from checkin_app.store.badges import COUNTS
from checkin_app.store.event_file import EventFile
from checkin_app.store.ledger import entry_at
from checkin_app.store.records import default, edit_from, edits_of, listed, listing

SELECT_LAST_PRINTS = f"SELECT delegate, max(id) FROM prints WHERE {COUNTS} GROUP BY delegate"
SELECT_PRINTED_DELEGATES = f"""
    SELECT d.id, d.delegation, d.category, d.list_stream, d.list_n FROM delegates d
    JOIN ({SELECT_LAST_PRINTS}) p ON p.delegate = d.id ORDER BY d.list_stream, d.list_n
"""
SELECT_MENTIONS = f"""
    SELECT m.subject, m.stream, m.n FROM mentions m
    JOIN ({SELECT_LAST_PRINTS}) p ON p.delegate = m.subject ORDER BY m.stream, m.n
"""
SELECT_SMALL = "SELECT type, id FROM records WHERE type = 'delegation' OR type = 'category'"
#: What of a delegate is on a badge.
OWN = ("name", "honorific", "own_name", "position", "organization", "country", "photo")
_SHOWN = {
    "delegation": ("name", "country"),
    "category": ("name_en", "name_vi", "colour"),
}

Place = tuple[int, int]
Fields = Mapping[str, Any]


def last_prints(connection: sqlite3.Connection) -> dict[str, str]:
    """The id of the latest badge of everybody who has one, whichever desk printed it."""
    return dict(connection.execute(SELECT_LAST_PRINTS))


def changed(file: EventFile) -> frozenset[str]:
    """Ids of those whose badge would say something else if it were printed now.

    Entry ids begin with the time of their making and those of one desk never run backwards, so
    what was printed is what the edits before a print's entry amount to.
    """
    connection = file.connection
    prints = last_prints(connection)
    if not prints:
        return frozenset()
    small = _Small(connection)
    edited = _edited(connection, prints)
    entry = lru_cache(maxsize=4)(lambda place: dict(_listing(connection, place)))
    found = set()
    for key, delegation, category, stream, n in connection.execute(SELECT_PRINTED_DELEGATES):
        at = prints[key]
        if key not in edited:
            now = {"delegation": delegation, "category": category}
            if small.seen(now, at) != small.seen(now, ""):
                found.add(key)
            continue
        edits = list(edited[key])
        if n is not None and key in entry((stream, n)):
            edits.append(entry((stream, n))[key])
        now = record_fields(edits)
        then = record_fields(e for e in edits if e.id <= at)
        if _own(now) != _own(then) or small.seen(now, "") != small.seen(then, at):
            found.add(key)
    return frozenset(found)


class _Small:
    """Delegations and categories as they were at some moment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._edits: dict[tuple[str, str], list[Edit]] = {}
        self._latest: dict[tuple[str, str], str] = {}
        for kind, key in connection.execute(SELECT_SMALL).fetchall():
            edits = edits_of(connection, key, kind)
            self._edits[kind, key] = edits
            self._latest[kind, key] = max((e.id for e in edits), default="")
        self._known = lru_cache(maxsize=4096)(self._at)

    def seen(self, fields: Fields, at: str) -> tuple[object, ...]:
        """What a badge shows of a delegate's delegation and category up to an entry; "" is now."""
        return tuple(
            self._known(kind, key, at if self._latest.get((kind, key), "") > at else "")
            for kind in _SHOWN
            if (key := fields.get(kind, ""))
        )

    def _at(self, kind: str, key: str, at: str) -> tuple[object, ...]:
        edits = self._edits.get((kind, key), ())
        fields = record_fields(e for e in edits if not at or e.id <= at)
        return (key, *(fields.get(name, "") for name in _SHOWN[kind]))


def _own(fields: Fields) -> tuple[object, ...]:
    return tuple(fields.get(name, default(name)) for name in OWN)


def _edited(connection: sqlite3.Connection, prints: Mapping[str, str]) -> dict[str, list[Edit]]:
    """The edits, but not the listing, of those of whom anything was said after their print."""
    edits: dict[str, list[Edit]] = {}
    place: Place | None = None
    here: dict[str, Edit] = {}
    for subject, stream, n in connection.execute(SELECT_MENTIONS):
        if place != (stream, n):
            place = (stream, n)
            here = dict(_listing(connection, place))
        if subject in here:
            edits.setdefault(subject, []).append(here[subject])
    return {
        key: found for key, found in edits.items() if any(edit.id > prints[key] for edit in found)
    }


def _listing(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[str, Edit]]:
    """Whose fields an entry sets, and the edit of each."""
    stored = entry_at(connection, *place)
    if stored.entry.kind == kinds.LISTED:
        people: Iterable[tuple[str, list[str], dict[str, Any]]] = listed(stored)
        yield from ((key, listing(stored, fields)) for key, _, fields in people)
    else:
        yield stored.entry.subject, edit_from(stored)
