"""Owns what counts of each stream, as rows: entries about who may, and what follows from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from checkin_app.ledger import authority, kinds
from checkin_app.ledger.authority import Fact, Right
from checkin_app.ledger.entry import decoded
from checkin_app.store.ledger import Stored

KINDS = frozenset({kinds.AUTHORITY_NAMED, kinds.ENROLLED, kinds.REVOKED})
INSERT = "INSERT OR IGNORE INTO authority_entries (stream, n) VALUES (?, ?)"
SELECT_FACTS = """
    SELECT e.body, s.public_key FROM authority_entries a
    JOIN entries e ON e.stream = a.stream AND e.n = a.n JOIN streams s ON s.no = a.stream
"""
SELECT_STREAMS = "SELECT no, id, public_key, profile, cut FROM streams"
UPDATE = "UPDATE streams SET profile = ?, cut = ? WHERE no = ?"
SELECT_FIRST_ENTRIES = """
    SELECT e.body, s.public_key FROM entries e JOIN streams s ON s.no = e.stream
    WHERE e.n <= 4 AND s.base = 0
"""
_FOUNDER = "founder"


@dataclass(slots=True)
class Change:
    """Which streams' rights changed: some less than before, or these (by number) only more."""

    narrowed: bool = False
    widened: set[int] = field(default_factory=set)


def note(connection: sqlite3.Connection, stored: Iterable[Stored]) -> bool:
    """Notes the entries about who may; whether there are any."""
    places = [(one.stream, one.entry.n) for one in stored if one.entry.kind in KINDS]
    connection.executemany(INSERT, places)
    return bool(places)


def settle(connection: sqlite3.Connection, fresh: Collection[int] = ()) -> Change:
    """Writes anew what counts of each stream; inside a transaction.

    Of `fresh` streams (by number) nothing was folded yet, so theirs is no change.
    """
    facts = _facts(connection)
    rows = connection.execute(SELECT_STREAMS).fetchall()
    rights = authority.rights(facts, {row[1]: row[2] for row in rows}, founder(connection))
    change = Change()
    for number, line, _, profile, cut in rows:
        before, after = Right(profile, cut), rights[line]
        if before == after:
            continue
        connection.execute(UPDATE, (after.profile, after.cut, number))
        if number in fresh:
            continue
        if after.covers(before):
            change.widened.add(number)
        else:
            change.narrowed = True
    return change


def _facts(connection: sqlite3.Connection) -> list[Fact]:
    facts = []
    for body, key in connection.execute(SELECT_FACTS).fetchall():
        entry = decoded(body)
        if entry is not None:
            facts.append(Fact(entry.kind, entry.at, entry.id, key, entry.data))
    return facts


def named(connection: sqlite3.Connection) -> list[str]:
    """The public keys named as authority, in hex, the one that counts first."""
    return authority.named(_facts(connection), founder(connection))


def right_of(connection: sqlite3.Connection, number: int) -> Right:
    """What counts of a stream."""
    row = connection.execute("SELECT profile, cut FROM streams WHERE no = ?", (number,)).fetchone()
    return Right(*row)


def key_of(connection: sqlite3.Connection, number: int) -> str:
    """The public key, in hex, of a stream's desk."""
    row = connection.execute("SELECT public_key FROM streams WHERE no = ?", (number,)).fetchone()
    return str(row[0])


def founder(connection: sqlite3.Connection) -> str:
    """The founding desk's public key, in hex.

    It is kept once known: nobody who comes later can claim to have founded the event earlier.
    """
    row = connection.execute("SELECT value FROM station WHERE name = ?", (_FOUNDER,)).fetchone()
    if row is not None:
        return str(row[0])
    foundings = []
    for body, key in connection.execute(SELECT_FIRST_ENTRIES):
        entry = decoded(body)
        if entry is not None and entry.kind == kinds.FOUNDED:
            foundings.append((entry.at, entry.subject, key))
    return min(foundings)[2] if foundings else ""


def keep_founder(connection: sqlite3.Connection, known: str = "") -> None:
    """Keeps who founded the event, as it is known or as it looks, inside a transaction."""
    if key := known or founder(connection):
        connection.execute(
            "INSERT OR IGNORE INTO station (name, value) VALUES (?, ?)", (_FOUNDER, key)
        )


def is_founder_kept(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT 1 FROM station WHERE name = ?", (_FOUNDER,)).fetchone()
    return row is not None


def right_of_key(connection: sqlite3.Connection, key: str) -> Right:
    """What would count of a new stream of the desk with this public key, in hex."""
    return authority.rights(_facts(connection), {"": key}, founder(connection))[""]


def profile_of(connection: sqlite3.Connection, key: str) -> str:
    """What a desk with this public key, in hex, may record in a stream of its own."""
    right = right_of_key(connection, key)
    return right.profile if right.cut is None else authority.NONE
