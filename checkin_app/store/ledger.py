"""Owns the ledger's rows: appending to this desk's own stream, reading entries, sealing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from checkin_app.ledger.clock import HybridClock, now_ms
from checkin_app.ledger.entry import (
    Entry,
    Private,
    chain_start,
    decode,
    decoded,
    encode,
    link,
    lock_privates,
    new_id,
    open_privates,
)

INSERT_ENTRY = "INSERT INTO entries (stream, n, body, chain) VALUES (?, ?, ?, ?)"
INSERT_PRIVATE = "INSERT INTO privates (stream, n, body) VALUES (?, ?, ?)"
SELECT_LAST_ENTRY = """
    SELECT n, chain FROM entries WHERE stream = ? ORDER BY n DESC LIMIT 1
"""
SELECT_ENTRIES = """
    SELECT e.stream, e.n, e.body, p.body
    FROM entries e LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    LEFT JOIN unfolded u ON u.stream = e.stream AND u.n = e.n
    WHERE u.n IS NULL ORDER BY e.stream, e.n
"""
SELECT_ENTRY = """
    SELECT e.stream, e.n, e.body, p.body
    FROM entries e LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    WHERE e.stream = ? AND e.n = ?
"""


class Stored(NamedTuple):
    """An entry where it lies: its stream's number here, its private parts (None where erased)."""

    stream: int
    entry: Entry
    privates: Sequence[Private]

    @property
    def private(self) -> dict[str, Any]:
        """The private part of an entry about one person; empty if there is none or it is gone."""
        return (self.privates[0] or {}) if self.privates else {}


class OwnStream:
    """The one stream that this desk writes: the next number, the chain so far, the clock."""

    def __init__(self, connection: sqlite3.Connection, number: int, stream: str) -> None:
        self._connection = connection
        self.number = number
        self.stream = stream
        self._clock = _clock(connection, number)
        self.n = 0
        self.chain = chain_start(stream)
        self.refresh()

    def refresh(self) -> None:
        """Reads the head again; called after a transaction was rolled back."""
        row = self._connection.execute(SELECT_LAST_ENTRY, (self.number,)).fetchone()
        self.n, self.chain = row if row else (0, chain_start(self.stream))

    def witness(self, times: Iterable[int]) -> None:
        """Later entries are later than these times, but for those far ahead of our clock."""
        now = now_ms()
        for at in times:
            self._clock.witness(at, now)

    def append(
        self,
        kind: str,
        subject: str,
        data: dict[str, Any],
        private: Sequence[dict[str, Any]] = (),
        *,
        door: int | None = None,
        offset: tuple[int, int] | None = None,
    ) -> Stored:
        """Records one fact; durable when the surrounding transaction is."""
        now = now_ms()
        n = self.n + 1
        private_body, hashes = lock_privates(private) if private else (None, None)
        entry = Entry(
            at=self._clock.tick(now),
            data=data,
            door=now if door is None else door,
            id=new_id(now),
            kind=kind,
            n=n,
            offset=offset,
            private=hashes,
            stream=self.stream,
            subject=subject,
        )
        body = encode(entry)
        chain = link(self.chain, body)
        self._connection.execute(INSERT_ENTRY, (self.number, n, body, chain))
        if private_body is not None:
            self._connection.execute(INSERT_PRIVATE, (self.number, n, private_body))
        self.n, self.chain = n, chain
        return Stored(self.number, entry, private)


def _clock(connection: sqlite3.Connection, own: int) -> HybridClock:
    """A clock past all that this stream says, and past the heads of others if they can be true."""
    clock = HybridClock()
    now = now_ms()
    for (number,) in connection.execute("SELECT no FROM streams").fetchall():
        row = connection.execute(
            "SELECT body FROM entries WHERE stream = ? ORDER BY n DESC LIMIT 1", (number,)
        ).fetchone()
        entry = decoded(row[0]) if row else None
        if entry is None:
            continue
        if number == own:
            clock.last = max(clock.last, entry.at)
        else:
            clock.witness(entry.at, now)
    return clock


def add_stream(connection: sqlite3.Connection, stream: str) -> int:
    """The number under which a stream's entries are stored here."""
    connection.execute("INSERT OR IGNORE INTO streams (id) VALUES (?)", (stream,))
    number: int = connection.execute("SELECT no FROM streams WHERE id = ?", (stream,)).fetchone()[0]
    return number


def entries(connection: sqlite3.Connection) -> Iterator[Stored]:
    """Every entry that counts, stream by stream in order."""
    for row in connection.execute(SELECT_ENTRIES):
        yield _stored(row)


def entry_at(connection: sqlite3.Connection, stream: int, n: int) -> Stored:
    return _stored(connection.execute(SELECT_ENTRY, (stream, n)).fetchone())


def _stored(row: tuple[int, int, bytes, bytes | None]) -> Stored:
    stream, _, body, private = row
    return Stored(stream, decode(body), open_privates(private) if private else ())
