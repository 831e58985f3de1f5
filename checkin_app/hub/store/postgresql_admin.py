"""Owns the admin part in PostgreSQL: tables beside the ledger's."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from psycopg.pq import ExecStatus

from checkin_app.hub.store.postgresql_link import Connection, Link, migrate

_ROWS = ExecStatus.TUPLES_OK


class PostgresRows:
    """See `admin.Rows`."""

    def __init__(self, address: str, shown: str) -> None:
        self._link = Link(address, shown)
        self._held = threading.local()
        try:
            migrate(self._link)
        except BaseException:
            self._link.close()
            raise

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        held: Connection | None = getattr(self._held, "connection", None)
        if held is not None:
            return _ask(held, statement, values)
        with self._link.reader() as connection:
            return _ask(connection, statement, values)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        with self._link.reader() as connection, connection.transaction():
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = None

    def close(self) -> None:
        self._link.close()


def _ask(connection: Connection, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    cursor = connection.execute(statement.replace("?", "%s").encode(), values)
    # Not cursor.description, which describes each column anew.
    result = cursor.pgresult
    return cursor.fetchall() if result is not None and result.status == _ROWS else []
