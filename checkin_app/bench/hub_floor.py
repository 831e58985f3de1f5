"""Owns what a hub's taking is measured against: a bare ASGI app that inserts the same rows.

It decodes the same bodies, and inserts and commits each batch, with the same safety. It checks
nothing, links nothing, locks nothing, and knows nobody.
"""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import psycopg
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from checkin_app.hub.store.postgresql_arrays import Blobs, Numbers, register
from checkin_app.sync import wire

_CHAIN = bytes(32)
_TABLES = (
    "CREATE TABLE entries (stream INTEGER NOT NULL, n BIGINT NOT NULL, body {blob} NOT NULL,"
    " chain {blob} NOT NULL, PRIMARY KEY (stream, n))",
    "CREATE TABLE seals (stream INTEGER NOT NULL, n BIGINT NOT NULL, signature {blob} NOT NULL,"
    " PRIMARY KEY (stream, n))",
)
INSERT_ENTRY = "INSERT INTO entries (stream, n, body, chain) VALUES (?, ?, ?, ?)"
INSERT_SEAL = "INSERT INTO seals (stream, n, signature) VALUES (?, ?, ?)"
INSERT_BATCH = """
    WITH entry AS (
        INSERT INTO entries (stream, n, body, chain) SELECT * FROM unnest(%s, %s, %s, %s)
    )
    INSERT INTO seals (stream, n, signature) SELECT * FROM unnest(%s, %s, %s)
"""

Rows = tuple[list[tuple[int, int, bytes, bytes]], list[tuple[int, int, bytes]]]


class Insert(Protocol):
    def insert(self, rows: Rows) -> None: ...

    def close(self) -> None: ...


class InSqlite:
    threads = 1

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 8192"):
            self._connection.execute(f"PRAGMA {pragma}")
        for table in _TABLES:
            self._connection.execute(f"{table.format(blob='BLOB')} WITHOUT ROWID")

    def insert(self, rows: Rows) -> None:
        entries, seals = rows
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(INSERT_ENTRY, entries)
        self._connection.executemany(INSERT_SEAL, seals)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


class InPostgres:
    threads = 4

    def __init__(self, url: str) -> None:
        self._idle: list[psycopg.Connection[tuple[Any, ...]]] = []
        for _ in range(self.threads):
            connection = psycopg.connect(url, autocommit=True)
            register(connection)
            self._idle.append(connection)
        for table in _TABLES:
            self._idle[0].execute(table.format(blob="BYTEA").encode())

    def insert(self, rows: Rows) -> None:
        entries, seals = rows
        streams, numbers, bodies, chains = zip(*entries, strict=True)
        sealed, at, signatures = zip(*seals, strict=True)
        connection = self._idle.pop()
        connection.execute(
            INSERT_BATCH,
            (
                Numbers(streams),
                Numbers(numbers),
                Blobs(bodies),
                Blobs(chains),
                Numbers(sealed),
                Numbers(at),
                Blobs(signatures),
            ),
        )
        self._idle.append(connection)

    def close(self) -> None:
        for connection in self._idle:
            connection.close()


class Floor:
    """The bare app; `path` takes what the hub's `give` does."""

    path = "/give"

    def __init__(self, store: InSqlite | InPostgres) -> None:
        self._store = store
        self._pool = ThreadPoolExecutor(store.threads)
        self._numbers: dict[str, int] = {}
        self.app = Router([Route(self.path, self._give, methods=["POST"])])

    async def _give(self, request: Request) -> Response:
        body = await request.body()
        await asyncio.get_running_loop().run_in_executor(self._pool, self._insert, body)
        return Response(b"\xc0", media_type=wire.MSGPACK)

    def _insert(self, body: bytes) -> None:
        entries, seals = [], []
        for page in wire.decode(body, wire.Give).pages:
            number = self._numbers.setdefault(page.stream, len(self._numbers))
            entries += [
                (number, n, entry, _CHAIN) for n, entry in enumerate(page.bodies, page.first)
            ]
            seals += [(number, n, seal) for n, seal in page.seals]
        self._store.insert((entries, seals))

    def close(self) -> None:
        self._pool.shutdown()
        self._store.close()
