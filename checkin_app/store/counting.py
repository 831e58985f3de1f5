"""Owns which entries count: of a known kind, in its shape, and allowed; the others say nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from checkin_app.ledger import kinds
from checkin_app.ledger.authority import Right
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.entry import decoded, open_privates
from checkin_app.ledger.shapes import fits
from checkin_app.store import runs
from checkin_app.store.authority import KINDS as ABOUT_AUTHORITY
from checkin_app.store.ledger import Stored

#: A row: stream number, n, body, private parts.
Row = tuple[int, int, bytes, bytes | None]

#: What is folded before all else, however late it comes.
FIRST = ABOUT_AUTHORITY | {kinds.PRIVATE_ERASED}
SELECT_RIGHT = "SELECT id, profile, cut FROM streams WHERE no = ?"
INSERT_UNFOLDED = "INSERT OR REPLACE INTO unfolded (stream, n, kind, why) VALUES (?, ?, ?, ?)"
SELECT_STREAMS = "SELECT no FROM streams ORDER BY id"
SELECT_SOME = """
    SELECT e.stream, e.n, e.body, p.body
    FROM entries e LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    WHERE e.stream = ? AND e.n = ?
"""


class Gate:
    """Judges entries of the streams in one file, as their rights are now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._streams: dict[int, tuple[str, Right]] = {}

    def well_formed(self, rows: Iterable[Row]) -> list[Stored]:
        """The entries that would count if their desks may write them; the others are noted."""
        found, others = [], []
        for row in rows:
            stored = read(row)
            why = "shape" if stored is None else self._malformed(stored, row[1])
            if stored is not None and not why:
                found.append(stored)
            else:
                kind = "" if stored is None else stored.entry.kind[:64]
                others.append((row[0], row[1], kind, why))
        self._connection.executemany(INSERT_UNFOLDED, others)
        return found

    def allowed(self, found: Iterable[Stored]) -> list[Stored]:
        """Of those the ones that their desks may write; the others are noted."""
        counting, others = [], []
        for stored in found:
            kind, n = stored.entry.kind, stored.entry.n
            if self._stream(stored.stream)[1].allows(kind, n):
                counting.append(stored)
            else:
                others.append((stored.stream, n, kind, "authority"))
        self._connection.executemany(INSERT_UNFOLDED, others)
        return counting

    def _malformed(self, stored: Stored, n: int) -> str:
        entry = stored.entry
        if entry.kind not in kinds.KINDS:
            return "kind"
        placed = entry.n == n and entry.stream == self._stream(stored.stream)[0]
        return "" if placed and fits(entry, stored.privates) else "shape"

    def _stream(self, number: int) -> tuple[str, Right]:
        known = self._streams.get(number)
        if known is None:
            line, profile, cut = self._connection.execute(SELECT_RIGHT, (number,)).fetchone()
            known = self._streams[number] = (origin_of(line), Right(profile, cut))
        return known


def read(row: Row) -> Stored | None:
    """What a row says, or None where it is no entry."""
    number, _, body, private = row
    entry = decoded(body)
    if entry is None:
        return None
    try:
        return Stored(number, entry, open_privates(private) if private else ())
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def rows(connection: sqlite3.Connection, places: Iterable[tuple[int, int]]) -> Iterator[Row]:
    """Some entries by stream number and n."""
    for place in places:
        yield connection.execute(SELECT_SOME, place).fetchone()


def everything(connection: sqlite3.Connection) -> Iterator[Row]:
    """All entries, in an order that is the same at every desk."""
    for (number,) in connection.execute(SELECT_STREAMS).fetchall():
        for n, body, _, private, _ in runs.to_the_end(connection, number, 1):
            yield number, n, body, private


def first_of_all(connection: sqlite3.Connection) -> list[Stored]:
    """What must be folded before all else: whose streams they are, who may, and what is erased."""
    gate = Gate(connection)
    found = []
    for row in everything(connection):
        kind = _kind(row[2])
        if kind in FIRST or (kind == kinds.STREAM_OPENED and row[1] == 1):
            found += gate.well_formed([row])
    return found


class _Kind(msgspec.Struct):
    kind: str


_decode_kind = msgspec.json.Decoder(_Kind).decode


def _kind(body: bytes) -> str:
    try:
        return _decode_kind(body).kind
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def has_learned(connection: sqlite3.Connection) -> bool:
    """Whether entries are kept whose kind this release knows and an older one did not."""
    found = connection.execute("SELECT DISTINCT kind FROM unfolded WHERE why = 'kind'")
    return any(kind in kinds.KINDS for (kind,) in found)
