"""Owns the admin part in SQLite: a small file that several processes may write."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checkin_app.domain.errors import StoreError
from checkin_app.hub.store import sqlite_files
from checkin_app.store.database import translated


class SqliteRows:
    """See `admin.Rows`."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = sqlite_files.open_admin_file(
            path, create=create
        )
        self._turn = threading.RLock()

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._turn, translated(self._path):
            return self._open().execute(statement, values).fetchall()

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        with self._turn, translated(self._path):
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise StoreError("The hub is stopping.")
        return self._connection

    def close(self) -> None:
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
