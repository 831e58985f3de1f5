"""Owns the hub's ledger in PostgreSQL, which several processes may serve at once.

A stream's own row holds its head and is locked for an append, so that streams do not wait for each
other; rows are locked in the order of their ids. Numbers are given out under that lock only.
"""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg

from checkin_app.domain.errors import StoreError
from checkin_app.hub.store.engine import (
    Again,
    Erasure,
    Fresh,
    Lines,
    Place,
    StreamRow,
    by_origin,
)
from checkin_app.hub.store.postgresql_arrays import Blobs, Numbers
from checkin_app.hub.store.postgresql_link import Connection, Cursor, Link, is_again, migrate
from checkin_app.ledger.aside import MOST_PAGES, Aside
from checkin_app.ledger.cutting import RunRow

_COLUMNS = "no, id, origin, parent, base, head, chain, public_key, version"
SELECT_ROWS = f"SELECT {_COLUMNS} FROM streams WHERE event = %s AND head > base"
LOCK_STREAMS = f"""
    SELECT {_COLUMNS}, branches FROM streams
    WHERE event = %s AND id = ANY(%s) ORDER BY id FOR UPDATE
"""
SELECT_BRANCHES = f"SELECT {_COLUMNS} FROM streams WHERE event = %s AND origin = ANY(%s)"
SELECT_STAMP = "SELECT count(*), coalesce(sum(version), 0)::bigint FROM streams WHERE event = %s"
#: A process that stands still must not keep a stream's row for long.
LIMITS = """
    SELECT set_config('idle_in_transaction_session_timeout', '15s', true),
           set_config('lock_timeout', '15s', true)
"""
INSERT_STREAM = """
    INSERT INTO streams (event, id, origin, parent, base, head, chain, public_key)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (event, id) DO NOTHING RETURNING no
"""
#: All rows of a batch in one statement.
WRITE = """
    WITH entry AS (
        INSERT INTO entries (event, stream, n, body, chain)
        SELECT %s, e.stream, e.n, e.body, e.chain FROM unnest(%s, %s, %s, %s)
        AS e (stream, n, body, chain)
    ), seal AS (
        INSERT INTO seals (stream, n, signature) SELECT * FROM unnest(%s, %s, %s)
        ON CONFLICT DO NOTHING
    )
    UPDATE streams s SET head = u.head, chain = u.chain, version = s.version + 1
    FROM unnest(%s, %s, %s) AS u (no, head, chain) WHERE s.no = u.no
"""
INSERT_PRIVATES = """
    INSERT INTO privates (stream, n, body) SELECT * FROM unnest(%s, %s, %s)
"""
INSERT_ERASURES = """
    INSERT INTO erasures (stream, n, part) SELECT * FROM unnest(%s::text[], %s, %s)
    ON CONFLICT DO NOTHING
"""
INSERT_ASIDE = """
    INSERT INTO aside (id, stream, n, why, source, at, page) VALUES (%s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT DO NOTHING
"""
DROP_ASIDE = """
    DELETE FROM aside WHERE id IN (SELECT id FROM aside ORDER BY at DESC, id OFFSET %s)
"""
SELECT_CHAINS = """
    SELECT e.stream, e.n, e.chain FROM unnest(%s, %s) AS w (stream, n)
    JOIN entries e ON e.event = %s AND e.stream = w.stream AND e.n = w.n
"""
_RUN = """
    SELECT e.n, e.body, e.chain, p.body AS private, l.signature FROM entries e
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    LEFT JOIN seals l ON l.stream = e.stream AND l.n = e.n
    WHERE e.event = %s
"""
SELECT_RUN = f"{_RUN} AND e.stream = %s AND e.n >= %s ORDER BY e.n LIMIT %s"
SELECT_RUNS = f"""
    SELECT w.at, r.n, r.body, r.chain, r.private, r.signature
    FROM unnest(%s, %s, %s) AS w (at, stream, first),
    LATERAL ({_RUN} AND e.stream = w.stream AND e.n >= w.first ORDER BY e.n LIMIT %s) r
    ORDER BY w.at, r.n
"""
SELECT_ASIDE = "SELECT id, stream, n, why, source, at FROM aside ORDER BY at DESC, id"
#: Where one of these is off, what was acknowledged may be lost in a power cut.
SELECT_UNSAFE = """
    SELECT name FROM (VALUES ('fsync'), ('synchronous_commit'), ('full_page_writes')) AS s (name)
    WHERE current_setting(name, true) = 'off'
"""


class PostgresEngine:
    """See `engine.Engine`."""

    shared = True
    writers = 3

    def __init__(self, address: str, shown: str) -> None:
        self._link = Link(address, shown)
        self._writers: queue.SimpleQueue[Connection | None] = queue.SimpleQueue()
        for _ in range(self.writers):
            self._writers.put(None)
        try:
            migrate(self._link)
            with self._link.reader() as connection:
                unsafe = connection.execute(SELECT_UNSAFE).fetchall()
                found = connection.execute("SELECT no FROM events ORDER BY no LIMIT 1").fetchone()
            if unsafe:
                raise StoreError(
                    "The database {address} is not safe against a power cut: {setting} is off.",
                    address=shown,
                    setting=unsafe[0][0],
                )
        except BaseException:
            self._link.close()
            raise
        self._event: int = found[0] if found else 0

    def event(self) -> str:
        with self._link.reader() as connection:
            row = connection.execute("SELECT id FROM events ORDER BY no LIMIT 1").fetchone()
        return row[0] if row else ""

    def found(self, event: str) -> None:
        with self._link.reader() as connection, connection.transaction():
            connection.execute("LOCK TABLE events IN EXCLUSIVE MODE")
            if connection.execute("SELECT 1 FROM events").fetchone():
                raise StoreError(
                    "This store holds an event already. Choose another file or database for the"
                    " hub."
                )
            row = connection.execute(
                "INSERT INTO events (id) VALUES (%s) RETURNING no", (event,)
            ).fetchone()
            assert row is not None
            self._event = int(row[0])
            connection.execute(
                f"CREATE TABLE entries_{self._event} PARTITION OF entries"
                f" FOR VALUES IN ({self._event})".encode()
            )

    def empty(self) -> None:
        with self._link.reader() as connection, connection.transaction():
            connection.execute(f"DROP TABLE entries_{self._event}".encode())
            for table in ("seals", "privates", "erasures", "aside", "streams", "events"):
                connection.execute(f"DELETE FROM {table}".encode())
        self._event = 0

    @contextlib.contextmanager
    def writing(self) -> Iterator[_Writing]:
        connection = self._writers.get()
        try:
            if connection is None or connection.closed:
                connection = self._link.connect(autocommit=False)
            with self._link.translated():
                try:
                    # In a pipeline, statements that need no answer travel with the next that does.
                    with (
                        connection.pipeline() as pipeline,
                        connection.cursor(binary=True) as cursor,
                    ):
                        yield _Writing(cursor, self._event)
                        connection.commit()
                        pipeline.sync()
                except BaseException as error:
                    _roll_back(connection)
                    if isinstance(error, psycopg.Error) and is_again(error, connection):
                        raise Again from error
                    raise
        finally:
            self._writers.put(connection)

    def rows(self) -> list[StreamRow]:
        with self._link.reader() as connection, connection.cursor(binary=True) as cursor:
            return [StreamRow(*row) for row in cursor.execute(SELECT_ROWS, (self._event,))]

    def stamp(self) -> tuple[int, int]:
        with self._link.reader() as connection:
            row = connection.execute(SELECT_STAMP, (self._event,)).fetchone()
        assert row is not None
        return row[0], row[1]

    def chains(self, places: Sequence[Place]) -> dict[Place, bytes]:
        with self._link.reader() as connection, connection.cursor(binary=True) as cursor:
            return _chains(cursor, self._event, places)

    def run(self, no: int, first: int, most: int) -> list[RunRow]:
        with self._link.reader() as connection, connection.cursor(binary=True) as cursor:
            values = (self._event, no, first, most)
            return cursor.execute(SELECT_RUN, values).fetchall()

    def runs(self, wanted: Sequence[Place], most: int) -> Iterator[list[RunRow]]:
        found: list[list[RunRow]] = [[] for _ in wanted]
        with self._link.reader() as connection, connection.cursor(binary=True) as cursor:
            values = (
                Numbers(range(len(wanted))),
                Numbers([no for no, _ in wanted]),
                Numbers([first for _, first in wanted]),
                self._event,
                most,
            )
            for at, *row in cursor.execute(SELECT_RUNS, values):
                found[at].append(tuple(row))
        yield from found

    def aside(self) -> list[Aside]:
        with self._link.reader() as connection:
            return [Aside(*row) for row in connection.execute(SELECT_ASIDE)]

    def ping(self) -> None:
        with self._link.reader() as connection:
            connection.execute("SELECT 1")

    def close(self) -> None:
        with contextlib.suppress(queue.Empty):  # Closed before, or nobody writes any more.
            while True:
                connection = self._writers.get_nowait()
                if connection is not None:
                    connection.close()
        self._link.close()


def _roll_back(connection: Connection) -> None:
    try:
        connection.rollback()
    except psycopg.Error:
        connection.close()


class _Writing:
    """See `engine.Writing`."""

    def __init__(self, cursor: Cursor, event: int) -> None:
        self._cursor = cursor
        self._event = event

    def lock(self, origins: Sequence[str]) -> dict[str, Lines]:
        execute = self._cursor.execute
        execute(LIMITS)
        found = execute(LOCK_STREAMS, (self._event, list(origins))).fetchall()
        rows = [StreamRow(*row[:-1]) for row in found]
        # Branches are read by a later statement: the first does not see those that were committed
        # while it waited for the stream's row.
        forked = [row.id for row, values in zip(rows, found, strict=True) if values[-1]]
        if forked:
            again = execute(SELECT_BRANCHES, (self._event, forked)).fetchall()
            rows = [row for row in rows if row.id not in forked]
            rows += [StreamRow(*values) for values in again]
        return by_origin(rows, origins)

    def open_stream(self, row: StreamRow) -> StreamRow:
        values = (row.id, row.origin, row.parent, row.base, row.head, row.chain, row.public_key)
        made = self._cursor.execute(INSERT_STREAM, (self._event, *values)).fetchone()
        if made is None:
            raise Again
        row.no = int(made[0])
        if row.id != row.origin:
            self._cursor.execute(
                "UPDATE streams SET branches = branches + 1, version = version + 1"
                " WHERE event = %s AND id = %s",
                (self._event, row.origin),
            )
        return row

    def chains(self, places: Sequence[Place]) -> dict[Place, bytes]:
        return _chains(self._cursor, self._event, places)

    def body(self, place: Place) -> bytes:
        row = self._cursor.execute(
            "SELECT body FROM entries WHERE event = %s AND stream = %s AND n = %s",
            (self._event, *place),
        ).fetchone()
        assert row is not None
        body: bytes = row[0]
        return body

    def move_tail(self, line: StreamRow, branch: StreamRow) -> None:
        for table in ("seals", "privates", "entries"):
            within = f" AND event = {self._event}" if table == "entries" else ""
            self._cursor.execute(
                f"UPDATE {table} SET stream = %s WHERE stream = %s AND n > %s{within}".encode(),
                (branch.no, line.no, branch.base),
            )

    def adopt(self, branches: Sequence[StreamRow], parent: str) -> None:
        for row in branches:
            self._cursor.execute(
                "UPDATE streams SET parent = %s, version = version + 1 WHERE no = %s",
                (parent, row.no),
            )

    def erased(self, places: Sequence[tuple[str, int]]) -> list[Erasure]:
        statement = """
            SELECT e.stream, e.n, e.part FROM unnest(%s::text[], %s) AS w (stream, n)
            JOIN erasures e ON e.stream = w.stream AND e.n = w.n
        """
        values = ([stream for stream, _ in places], Numbers([n for _, n in places]))
        return self._cursor.execute(statement, values).fetchall()

    def private(self, place: Place) -> bytes | None:
        row = self._cursor.execute(
            "SELECT body FROM privates WHERE stream = %s AND n = %s", place
        ).fetchone()
        return row[0] if row else None

    def replace_private(self, place: Place, body: bytes) -> None:
        self._cursor.execute(
            "UPDATE privates SET body = %s WHERE stream = %s AND n = %s", (body, *place)
        )

    def write(self, fresh: Fresh) -> None:
        execute = self._cursor.execute
        if fresh.entries or fresh.rows:
            execute(WRITE, self._columns(fresh))
        if fresh.privates:
            streams, numbers, bodies = zip(*fresh.privates, strict=True)
            execute(INSERT_PRIVATES, (Numbers(streams), Numbers(numbers), Blobs(bodies)))
        if fresh.erasures:
            ids, numbers, parts = zip(*fresh.erasures, strict=True)
            execute(INSERT_ERASURES, (list(ids), Numbers(numbers), Numbers(parts)))
        for row in fresh.aside:
            execute(INSERT_ASIDE, row)
        if fresh.aside:
            execute(DROP_ASIDE, (MOST_PAGES,))

    def _columns(self, fresh: Fresh) -> tuple[object, ...]:
        streams, numbers, bodies, chains = _turned(fresh.entries, 4)
        sealed, at, seals = _turned(fresh.seals, 3)
        rows = list(fresh.rows.values())
        return (
            self._event,
            Numbers(streams),
            Numbers(numbers),
            Blobs(bodies),
            Blobs(chains),
            Numbers(sealed),
            Numbers(at),
            Blobs(seals),
            Numbers([row.no for row in rows]),
            Numbers([row.head for row in rows]),
            Blobs([row.chain for row in rows]),
        )


def _turned(rows: Sequence[tuple[Any, ...]], width: int) -> tuple[Sequence[Any], ...]:
    return tuple(zip(*rows, strict=True)) if rows else ((),) * width


def _chains(cursor: Cursor, event: int, places: Sequence[Place]) -> dict[Place, bytes]:
    values = (Numbers([no for no, _ in places]), Numbers([n for _, n in places]), event)
    found = cursor.execute(SELECT_CHAINS, values).fetchall()
    return {(no, n): chain for no, n, chain in found}
