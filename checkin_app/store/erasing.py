"""Owns erasing private parts for good: here, and again whenever an old copy brings them back.

The entry stays, with the salted hash of what it said, so that its chain still verifies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

import msgspec

from checkin_app.ledger import kinds
from checkin_app.ledger.branches import origin_of
from checkin_app.store import photos, records
from checkin_app.store.ledger import Stored, entry_at

INSERT = "INSERT OR IGNORE INTO erasures (stream, n, part) VALUES (?, ?, ?)"
SELECT_PARTS = "SELECT part FROM erasures WHERE stream = ? AND n = ?"
#: A stream and its branches: what was forked is erased on every side.
SELECT_PLACES = """
    SELECT p.stream, p.n, p.body FROM privates p JOIN streams s ON s.no = p.stream
    WHERE p.n = ?2 AND (s.id = ?1 OR (s.id > ?1 || '/' AND s.id < ?1 || '0'))
"""
SELECT_ERASURES = "SELECT stream, n, part FROM erasures ORDER BY stream, n"
UPDATE = "UPDATE privates SET body = ? WHERE stream = ? AND n = ?"
SELECT_ALIKE = "SELECT stream, n FROM entries WHERE instr(body, CAST(? AS BLOB)) > 0"
#: Under which name badges were ordered here.
UNNAME_BADGES = "UPDATE job_badges SET name = '' WHERE delegate = ? AND name <> ''"
#: The secret of the codes is no person's, and nothing works without it.
SPARED = frozenset({kinds.FOUNDED})
_decode = msgspec.json.Decoder(list[msgspec.Raw]).decode
_NULL = msgspec.Raw(b"null")


def blanked(body: bytes, parts: Collection[int]) -> bytes:
    """Stored private parts without some of them."""
    held = _decode(body)
    return msgspec.json.encode([_NULL if at in parts else part for at, part in enumerate(held)])


def on_arrival(connection: sqlite3.Connection, line: str, n: int, kind: str, body: bytes) -> bytes:
    """Private parts that arrive, without those that were erased before."""
    if kind in SPARED:
        return body
    parts = {part for (part,) in connection.execute(SELECT_PARTS, (origin_of(line), n))}
    return blanked(body, parts) if parts else body


def note(connection: sqlite3.Connection, stored: Stored) -> list[Stored]:
    """Erases what a private.erased entry names; the entries that lost something, as they were."""
    data = stored.entry.data
    origin, n, parts = origin_of(data["stream"]), data["n"], set(data["indexes"])
    held = [
        (entry_at(connection, number, at), body)
        for number, at, body in connection.execute(SELECT_PLACES, (origin, n)).fetchall()
    ]
    if any(before.entry.kind in SPARED for before, _ in held):
        return []
    connection.executemany(INSERT, [(origin, n, part) for part in sorted(parts)])
    lost = []
    for before, body in held:
        without = blanked(body, parts)
        if without != body:
            lost.append(before)
            connection.execute(UPDATE, (without, before.stream, n))
            names = [(key,) for at, key in _named(before) if at in parts]
            connection.executemany(UNNAME_BADGES, names)
    return lost


def apply_erasure(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a private.erased entry in: what was derived of the lost parts goes too."""
    for before in note(connection, stored):
        entry = before.entry
        match entry.kind:
            case kinds.LISTED | kinds.CREATED | kinds.AMENDED:
                for record_type, key in _records(before):
                    records.fold_record(connection, record_type, key)
            case kinds.SCANNED:
                code = entry.data.get("code", "")
                connection.execute("UPDATE scans SET code = ? WHERE id = ?", (code, entry.id))
            case kinds.HANDED:
                connection.execute("UPDATE handovers SET name = '' WHERE id = ?", (entry.id,))
            case kinds.PHOTO_KEPT:
                _drop_photo(connection, before)


def _drop_photo(connection: sqlite3.Connection, before: Stored) -> None:
    """Another entry may have kept the same picture, and still has it."""
    name = before.entry.data["name"]
    connection.execute("DELETE FROM photos WHERE name = ?", (name,))
    for place in connection.execute(SELECT_ALIKE, (name,)).fetchall():
        other = entry_at(connection, *place)
        if other.entry.kind == kinds.PHOTO_KEPT and other.entry.data.get("name") == name:
            photos.apply_photo(connection, other)


def people(connection: sqlite3.Connection, stored: Stored) -> set[str]:
    """Whose record a private.erased entry is about."""
    data = stored.entry.data
    places = connection.execute(SELECT_PLACES, (origin_of(data["stream"]), data["n"])).fetchall()
    return {
        key
        for number, n, _ in places
        for record_type, key in _records(entry_at(connection, number, n))
        if record_type == records.DELEGATE
    }


def erased_people(connection: sqlite3.Connection) -> set[str]:
    """Whose record lost a part, by all erasures that are known."""
    found = set()
    erasures = connection.execute(SELECT_ERASURES).fetchall()
    for place, rows in groupby(erasures, key=itemgetter(0, 1)):
        parts = {part for _, _, part in rows}
        for number, n, _ in connection.execute(SELECT_PLACES, place).fetchall():
            before = entry_at(connection, number, n)
            listed = before.entry.kind == kinds.LISTED
            for at, (record_type, key) in enumerate(_records(before)):
                if record_type == records.DELEGATE and (at in parts or not listed):
                    found.add(key)
    return found


def _named(stored: Stored) -> Iterator[tuple[int, str]]:
    """Which private parts of an entry say a person's name, and whose."""
    people = [key for record_type, key in _records(stored) if record_type == records.DELEGATE]
    yield from (
        (at, key)
        for at, (key, part) in enumerate(zip(people, stored.privates, strict=False))
        if part and part.get("name")
    )


def _records(stored: Stored) -> Iterator[tuple[str, str]]:
    """Type and id of the records that an entry says something of."""
    entry = stored.entry
    if entry.kind == kinds.LISTED:
        yield from ((records.DELEGATE, person["id"]) for person in entry.data["people"])
    elif entry.kind in (kinds.CREATED, kinds.AMENDED):
        yield entry.data["type"], entry.subject
