"""Owns what private parts say of some people, and so what must go when they are erased."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from checkin_app.ledger import kinds
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.shapes import fits
from checkin_app.store.ledger import Stored, entry_at
from checkin_app.store.records import DELEGATE

#: Every entry with private parts is looked at: this is rare, and each desk writes its own.
SELECT_NAMING = """
    SELECT p.stream, p.n, s.id FROM privates p
    JOIN entries e ON e.stream = p.stream AND e.n = p.n JOIN streams s ON s.no = p.stream
    WHERE instr(e.body, CAST(? AS BLOB)) > 0
"""
SELECT_OTHERS = """
    SELECT 1 FROM delegates WHERE photo = ? AND id NOT IN (SELECT value FROM json_each(?)) LIMIT 1
"""
#: Facts about one person of which the private part is theirs.
_THEIRS = frozenset({kinds.SCANNED, kinds.HANDED})

#: (stream, number of the entry) to which of its private parts.
Parts = dict[tuple[str, int], set[int]]


def parts_about(connection: sqlite3.Connection, people: Collection[str]) -> Parts:
    """The private parts that are still held of some people, their photos among them."""
    found: Parts = defaultdict(set)
    photos: set[str] = set()
    for line, stored in _naming(connection, people):
        for at in _whose(stored, people):
            if (part := stored.privates[at]) is not None:
                found[origin_of(line), stored.entry.n].add(at)
                photos.add(str(part.get("photo") or ""))
    theirs = json.dumps(sorted(people))
    alone = [
        photo
        for photo in sorted(photos - {""})
        if not connection.execute(SELECT_OTHERS, (photo, theirs)).fetchone()
    ]
    for line, stored in _naming(connection, alone):
        if stored.entry.kind == kinds.PHOTO_KEPT and stored.entry.data["name"] in alone:
            held = {at for at, part in enumerate(stored.privates) if part is not None}
            if held:
                found[origin_of(line), stored.entry.n] |= held
    return dict(found)


def _naming(connection: sqlite3.Connection, texts: Iterable[str]) -> Iterator[tuple[str, Stored]]:
    """The line and the entry wherever one of these stands, of entries that can be folded."""
    places = {
        (stream, n): line
        for text in texts
        for stream, n, line in connection.execute(SELECT_NAMING, (text,))
    }
    for place, line in sorted(places.items()):
        stored = entry_at(connection, *place)
        if fits(stored.entry, stored.privates):
            yield line, stored


def _whose(stored: Stored, people: Collection[str]) -> Iterable[int]:
    """Which private parts of an entry say something of these people."""
    entry = stored.entry
    if entry.kind == kinds.LISTED:
        return [at for at, person in enumerate(entry.data["people"]) if person["id"] in people]
    mine = entry.kind in _THEIRS or (
        entry.kind in (kinds.CREATED, kinds.AMENDED) and entry.data["type"] == DELEGATE
    )
    return range(len(stored.privates)) if mine and entry.subject in people else ()
