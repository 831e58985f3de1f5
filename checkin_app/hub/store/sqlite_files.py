"""Owns how the hub's two SQLite files are opened: pragmas, migrations, the lock of who serves.

The ledger is one WAL file that one process serves. What a command may change meanwhile lies in a
second, small file beside it (`admin_file`) without WAL, which several processes may write safely.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from checkin_app import assets
from checkin_app.domain.errors import StoreDamaged, StoreError, StoreLocked, StoreTooNew
from checkin_app.store.database import BUSY_TIMEOUT_MS, translated

#: SQLite's application_id of a hub's files: “CHKH”.
APPLICATION_ID = 0x43484B48
_ADMIN = "-admin"
SERVED = (
    "The hub of {file} runs already. Desks and commands use it as it is; to start it anew, stop the"
    " one that runs."
)
_COMMON = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
)


def admin_file(path: Path) -> Path:
    """The file beside a ledger in which keys, desks and enrolments are."""
    return path.with_name(path.name + _ADMIN)


def lock(path: Path) -> BaseFileLock:
    """Held by the one process that serves a ledger. Raises StoreLocked."""
    file = path.with_name(path.name + ".lock")
    held = FileLock(file, timeout=0, thread_local=False)
    try:
        file.touch()  # Of a folder that is not there FileLock says that another has the lock.
        held.acquire()
    except Timeout:
        raise StoreLocked(SERVED, file=path) from None
    except OSError as error:
        raise StoreError(
            "{file} cannot be opened: {why}. Check the name and the folder.",
            file=path,
            why=error.strerror or type(error).__name__,
        ) from error
    return held


def open_ledger(path: Path, *, create: bool) -> sqlite3.Connection:
    """The one writing connection. The caller holds the lock."""
    connection = _connect(path, create=create)
    try:
        with translated(path):
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                raise StoreError("{file} cannot be written. Choose another folder.", file=path)
            _safe(connection, path)
            connection.execute("PRAGMA wal_autocheckpoint = 8192")
            connection.execute("PRAGMA cache_size = -65536")
            migrate(connection, path, "hub/sqlite", admin=False)
    except BaseException:
        connection.close()
        raise
    return connection


def open_reading(path: Path) -> sqlite3.Connection:
    connection = _connect(path, create=False)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_admin_file(path: Path, *, create: bool) -> sqlite3.Connection:
    connection = _connect(path, create=create)
    try:
        with translated(path):
            connection.execute("PRAGMA journal_mode = DELETE")
            _safe(connection, path)
            connection.execute("PRAGMA secure_delete = ON")
            migrate(connection, path, "hub/sqlite", admin=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, *, create: bool) -> sqlite3.Connection:
    if not create and not path.is_file():
        raise StoreError(
            "There is no hub at {file}. Check the name, or make one with “hub found”.",
            file=path.with_name(path.name.removesuffix(_ADMIN)),
        )
    with translated(path):
        try:
            if create:
                path.touch(mode=0o600)
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=rw",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        except OSError as error:
            raise StoreError(
                "{file} cannot be made: {why}. Choose a folder you may write to.",
                file=path,
                why=error.strerror or "",
            ) from None
        try:
            for pragma in _COMMON:
                connection.execute(f"PRAGMA {pragma}")
            (found,) = connection.execute("PRAGMA application_id").fetchone()
            if found == 0 and create:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            elif found != APPLICATION_ID:
                raise StoreDamaged(
                    "{file} is a database, but not a hub of this program.", file=path
                )
        except BaseException:
            connection.close()
            raise
    return connection


def _safe(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    if connection.execute("PRAGMA synchronous").fetchone()[0] != 2:
        raise StoreError("{file} cannot be made safe against a power cut.", file=path)


def steps(which: str, *, admin: bool) -> list[Path]:
    """The migrations of one of the two files: those of the admin part end in “_admin”."""
    return [file for file in assets.migrations(which) if file.stem.endswith("_admin") is admin]


def migrate(connection: sqlite3.Connection, path: Path, which: str, *, admin: bool) -> None:
    """Runs what the file has not seen, one transaction each. Raises StoreTooNew."""
    name = "hub-admin" if admin else "hub"
    known = {file.stem: file for file in steps(which, admin=admin)}
    try:
        applied = {
            stem
            for (stem,) in connection.execute(
                "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (name,)
            )
        }
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        applied = set()
    if not applied <= known.keys():
        raise StoreTooNew(file=path)
    if applied == known.keys():
        return
    import sqlite_utils
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(name)
    for stem, file in known.items():
        script = file.read_text(encoding="utf-8")

        def step(db: sqlite_utils.Database, script: str = script) -> None:
            db.executescript(script)

        step.__name__ = stem
        migrations(name=stem)(step)
    migrations.apply(sqlite_utils.Database(connection))
