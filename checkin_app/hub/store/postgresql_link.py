"""Owns connections to PostgreSQL: made as poolers allow, translated errors, migrations.

Nothing of a session is used: no LISTEN, no advisory locks, no prepared statements, no settings that
outlive a transaction. So a pooler in transaction mode may stand between.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from checkin_app import assets
from checkin_app.domain.errors import StoreError, StoreTooNew
from checkin_app.hub.store.postgresql_arrays import register

Connection = psycopg.Connection[tuple[Any, ...]]
Cursor = psycopg.Cursor[tuple[Any, ...]]
#: So many idle connections for reading are kept.
MOST_IDLE = 4
#: A connection that was used this short a time ago is taken to be alive, seconds.
FRESH = 1.0
_DEFAULTS = {
    "connect_timeout": "5",
    "application_name": "checkin-app hub",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
}
_TABLE = """
    CREATE TABLE IF NOT EXISTS migrations (
        name   TEXT PRIMARY KEY,
        sha256 TEXT NOT NULL,
        at     TIMESTAMPTZ NOT NULL DEFAULT now()
    )
"""
#: Others were at work, or it is not known what became of a commit: to be tried again.
_AGAIN = (
    errors.SerializationFailure,
    errors.DeadlockDetected,
    errors.LockNotAvailable,
    errors.IdleInTransactionSessionTimeout,
)


NOT_AN_ADDRESS = (
    "The address of the hub’s database is none that PostgreSQL understands. Signs like @ : / in a"
    " password are written as %40 %3A %2F."
)
NO_ANSWER = (
    "At {address} no PostgreSQL answers. Check the host, the port, and that the database runs."
)
NOT_LET_IN = "The database {address} does not let the hub in. It says: “{why}”."


class Link:
    """Connections to one database. `shown` is its address without what is secret."""

    def __init__(self, address: str, shown: str) -> None:
        self.shown = shown
        try:
            given = conninfo_to_dict(address)
        except psycopg.Error:
            # libpq's own words repeat parts of the address, perhaps the password.
            raise StoreError(NOT_AN_ADDRESS) from None
        if _is_misread(given):
            raise StoreError(NOT_AN_ADDRESS)
        self._settings = {**_DEFAULTS, **given}
        self._idle: list[tuple[float, Connection]] = []
        self._guard = threading.Lock()
        self._closed = False

    def connect(self, *, autocommit: bool) -> Connection:
        """Raises StoreError."""
        try:
            connection = psycopg.connect(
                autocommit=autocommit,
                prepare_threshold=None,
                **self._settings,  # type: ignore[arg-type]
            )
        except psycopg.Error as error:
            raise self._not_connected(error) from error
        register(connection)
        return connection

    def _not_connected(self, error: psycopg.Error) -> StoreError:
        """libpq tells of each address it tried, in English; only the server's own word is kept."""
        _, refused, why = str(error).partition("FATAL:")
        if refused:
            return StoreError(NOT_LET_IN, address=self.shown, why=why.strip().splitlines()[0])
        return StoreError(NO_ANSWER, address=self.shown)

    @contextlib.contextmanager
    def reader(self) -> Iterator[Connection]:
        """A connection in which each statement is by itself."""
        connection = self._take()
        try:
            with self.translated():
                yield connection
        except BaseException:
            connection.close()
            raise
        with self._guard:
            if not self._closed and len(self._idle) < MOST_IDLE:
                self._idle.append((time.monotonic(), connection))
                return
        connection.close()

    def _take(self) -> Connection:
        while True:
            with self._guard:
                if self._closed:
                    raise StoreError("The hub is stopping.")
                used, connection = self._idle.pop() if self._idle else (0.0, None)
            if connection is None:
                return self.connect(autocommit=True)
            if time.monotonic() < used + FRESH:
                return connection
            try:
                connection.execute("SELECT 1")
                return connection
            except psycopg.Error:  # The database was started again meanwhile.
                connection.close()

    @contextlib.contextmanager
    def translated(self) -> Iterator[None]:
        """Turns what PostgreSQL says into StoreError; Again goes through."""
        try:
            yield
        except psycopg.Error as error:
            raise StoreError(
                "The hub’s database {address} does not do its work: {why}. Desks go on and keep"
                " what they record.",
                address=self.shown,
                why=_why(error),
            ) from error

    def close(self) -> None:
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()


def _is_misread(given: Mapping[str, object]) -> bool:
    """Whether a part of a password may have become something that libpq repeats in its words."""
    port = str(given.get("port") or "")
    where = str(given.get("host") or "") + str(given.get("dbname") or "")
    seconds = str(given.get("connect_timeout") or "0")
    numbers = (port.replace(",", "") or "0", seconds)
    return "@" in where or not all(number.isdigit() for number in numbers)


def is_again(error: psycopg.Error, connection: Connection) -> bool:
    """Whether a transaction that failed so may succeed when it is tried anew."""
    return isinstance(error, _AGAIN) or connection.broken


def _why(error: psycopg.Error) -> str:
    told = error.diag.message_primary
    if told:
        return f"{told} ({error.sqlstate})" if error.sqlstate else told
    text = str(error).strip().splitlines()
    return text[-1].strip().rstrip(".?!") if text else type(error).__name__


def migrate(link: Link) -> None:
    """Runs what the database has not seen, one transaction each; others wait meanwhile.

    Raises StoreTooNew when a newer release was here.
    """
    known = {file.stem: file.read_text(encoding="utf-8") for file in assets.migrations("hub")}
    with link.reader() as connection:
        if _applied(connection) == known.keys():
            return
        with contextlib.suppress(errors.UniqueViolation, errors.DuplicateTable):
            connection.execute(_TABLE)  # Two that begin at once: one of them made it.
        for name, script in known.items():
            with connection.transaction():
                connection.execute("LOCK TABLE migrations IN EXCLUSIVE MODE")
                applied = _applied(connection)
                if not applied <= known.keys():
                    raise StoreTooNew(file=link.shown)
                if name in applied:
                    continue
                connection.execute(script.encode())
                digest = hashlib.sha256(script.encode()).hexdigest()
                connection.execute(
                    "INSERT INTO migrations (name, sha256) VALUES (%s, %s)", (name, digest)
                )


def _applied(connection: Connection) -> set[str]:
    (there,) = connection.execute("SELECT to_regclass('migrations')").fetchone() or (None,)
    if there is None:
        return set()
    return {name for (name,) in connection.execute("SELECT name FROM migrations")}
