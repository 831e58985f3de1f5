"""Owns the hub's ledger in SQLite: one WAL file, one writing connection, a few reading ones."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from checkin_app.domain.errors import StoreError
from checkin_app.hub.store import sqlite_files
from checkin_app.hub.store.engine import (
    Erasure,
    Fresh,
    Lines,
    Place,
    StreamRow,
)
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.cutting import RunRow
from checkin_app.store import aside
from checkin_app.store.database import translated
from checkin_app.store.runs import run

#: In the order in which they can be emptied.
TABLES = ("seals", "privates", "entries", "erasures", "aside", "streams", "events")
SELECT_ROWS = """
    SELECT no, id, origin, parent, base, head, chain, public_key, version FROM streams
    WHERE head > base
"""
INSERT_STREAM = """
    INSERT INTO streams (event, id, origin, parent, base, head, chain, public_key)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?) RETURNING no
"""
UPDATE_STREAM = """
    UPDATE streams SET head = ?, chain = ?, version = version + 1
    WHERE no = ?
"""
COUNT_BRANCH = "UPDATE streams SET branches = branches + 1 WHERE id = ?"
INSERT_ENTRY = "INSERT INTO entries (stream, n, body, chain) VALUES (?, ?, ?, ?)"
INSERT_PRIVATE = "INSERT INTO privates (stream, n, body) VALUES (?, ?, ?)"
INSERT_SEAL = "INSERT OR IGNORE INTO seals (stream, n, signature) VALUES (?, ?, ?)"
INSERT_ERASURE = "INSERT OR IGNORE INTO erasures (stream, n, part) VALUES (?, ?, ?)"
SELECT_CHAIN = "SELECT chain FROM entries WHERE stream = ? AND n = ?"


class SqliteEngine:
    """See `engine.Engine`. Nobody else writes the file, so heads are kept in memory."""

    shared = False
    writers = 1

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._lock = sqlite_files.lock(path)
        try:
            self._connection = sqlite_files.open_ledger(path, create=create)
        except BaseException:
            self._lock.release()
            raise
        self._readers: list[sqlite3.Connection] = []
        self._reading = threading.Lock()
        self._lines: dict[str, Lines] | None = None
        self._closed = False

    def event(self) -> str:
        with self._reader() as connection:
            row = connection.execute("SELECT id FROM events").fetchone()
        return row[0] if row else ""

    def found(self, event: str) -> None:
        with translated(self.path):
            self._connection.execute("INSERT INTO events (no, id) VALUES (1, ?)", (event,))

    def empty(self) -> None:
        with translated(self.path):
            self._lines = None
            self._connection.execute("BEGIN IMMEDIATE")
            for table in TABLES:
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("COMMIT")

    @contextlib.contextmanager
    def writing(self) -> Iterator[_Writing]:
        execute = self._connection.execute
        with translated(self.path):
            if self._lines is None:
                self._lines = {}
                for row in _rows(self._connection):
                    self._lines.setdefault(row.origin, {})[row.id] = row
            try:
                execute("BEGIN IMMEDIATE")
                yield _Writing(self._connection, self._lines)
                execute("COMMIT")
            except BaseException:
                self._lines = None
                if self._connection.in_transaction:
                    execute("ROLLBACK")
                raise

    def rows(self) -> list[StreamRow]:
        with self._reader() as connection:
            return _rows(connection)

    def stamp(self) -> tuple[int, int]:
        return 0, 0

    def chains(self, places: Sequence[Place]) -> dict[Place, bytes]:
        with self._reader() as connection:
            return _chains(connection, places)

    def run(self, no: int, first: int, most: int) -> list[RunRow]:
        with self._reader() as connection:
            connection.execute("BEGIN")  # What is read is of one moment.
            try:
                return run(connection, no, first, most)
            finally:
                connection.execute("COMMIT")

    def runs(self, wanted: Sequence[Place], most: int) -> Iterator[list[RunRow]]:
        for no, first in wanted:
            yield self.run(no, first, most)

    def aside(self) -> list[Aside]:
        with self._reader() as connection:
            return aside.all_kept(connection)

    def ping(self) -> None:
        with self._reader() as connection:
            connection.execute("SELECT 1").fetchone()

    @contextlib.contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        with self._reading:
            if self._closed:
                raise StoreError("The hub is stopping.")
            connection = self._readers.pop() if self._readers else None
        with translated(self.path):
            if connection is None:
                connection = sqlite_files.open_reading(self.path)
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
        with self._reading:
            if self._closed:
                connection.close()
            else:
                self._readers.append(connection)

    def close(self) -> None:
        with self._reading:
            self._closed = True
            for connection in self._readers:
                connection.close()
            self._readers.clear()
        self._connection.close()
        self._lock.release()


class _Writing:
    """See `engine.Writing`."""

    def __init__(self, connection: sqlite3.Connection, lines: dict[str, Lines]) -> None:
        self._connection = connection
        self._lines = lines

    def lock(self, origins: Sequence[str]) -> dict[str, Lines]:
        return {origin: self._lines.setdefault(origin, {}) for origin in origins}

    def open_stream(self, row: StreamRow) -> StreamRow:
        values = (row.id, row.origin, row.parent, row.base, row.head, row.chain, row.public_key)
        (row.no,) = self._connection.execute(INSERT_STREAM, values).fetchone()
        if row.id != row.origin:
            self._connection.execute(COUNT_BRANCH, (row.origin,))
        return row

    def chains(self, places: Sequence[Place]) -> dict[Place, bytes]:
        return _chains(self._connection, places)

    def body(self, place: Place) -> bytes:
        body: bytes = self._connection.execute(
            "SELECT body FROM entries WHERE stream = ? AND n = ?", place
        ).fetchone()[0]
        return body

    def move_tail(self, line: StreamRow, branch: StreamRow) -> None:
        for table in ("seals", "privates", "entries"):
            self._connection.execute(
                f"UPDATE {table} SET stream = ? WHERE stream = ? AND n > ?",
                (branch.no, line.no, branch.base),
            )

    def adopt(self, branches: Sequence[StreamRow], parent: str) -> None:
        self._connection.executemany(
            "UPDATE streams SET parent = ?, version = version + 1 WHERE no = ?",
            [(parent, row.no) for row in branches],
        )

    def erased(self, places: Sequence[tuple[str, int]]) -> list[Erasure]:
        select = "SELECT stream, n, part FROM erasures WHERE stream = ? AND n = ?"
        return [row for place in places for row in self._connection.execute(select, place)]

    def private(self, place: Place) -> bytes | None:
        row = self._connection.execute(
            "SELECT body FROM privates WHERE stream = ? AND n = ?", place
        ).fetchone()
        return row[0] if row else None

    def replace_private(self, place: Place, body: bytes) -> None:
        self._connection.execute(
            "UPDATE privates SET body = ? WHERE stream = ? AND n = ?", (body, *place)
        )

    def write(self, fresh: Fresh) -> None:
        many = self._connection.executemany
        many(INSERT_ENTRY, fresh.entries)
        many(INSERT_PRIVATE, fresh.privates)
        many(INSERT_SEAL, fresh.seals)
        many(INSERT_ERASURE, fresh.erasures)
        if fresh.aside:
            aside.write(self._connection, fresh.aside)
        many(
            UPDATE_STREAM,
            [(row.head, row.chain, row.no) for row in fresh.rows.values()],
        )


def _rows(connection: sqlite3.Connection) -> list[StreamRow]:
    return [StreamRow(*row) for row in connection.execute(SELECT_ROWS)]


def _chains(connection: sqlite3.Connection, places: Sequence[Place]) -> dict[Place, bytes]:
    found = {}
    for place in places:
        row = connection.execute(SELECT_CHAIN, place).fetchone()
        if row is not None:
            found[place] = row[0]
    return found
