"""Owns how an event file is opened: its pragmas, its migrations, its lock, and its errors.

Every connection to an event file is made here, so that the driver can change in one place.
"""

from __future__ import annotations

import contextlib
import itertools
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app import assets
from checkin_app.domain.errors import (
    DiskFull,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreTooNew,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: SQLite's application_id of an event file: “CHK1”.
APPLICATION_ID = 0x43484B31
BUSY_TIMEOUT_MS = 5000
MIGRATION_SET = "event"
BALLAST_BYTES = 4 << 20


class Database:
    """One connection to an event file, and the lock that makes it the only writing one."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: BaseFileLock | None
    ) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock

    @property
    def writable(self) -> bool:
        return self._lock is not None

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: committed and durable when the block ends, or rolled back.

        Raises DiskFull, StoreDamaged or StoreReadOnly for what SQLite says of the disk.
        """
        execute = self.connection.execute
        with translated(self.path):
            try:
                execute("BEGIN IMMEDIATE")
                yield self.connection
                execute("COMMIT")
            except BaseException as error:
                if self.connection.in_transaction:
                    execute("ROLLBACK")
                if _is_full(error):
                    self._drop_ballast()
                raise

    def close(self) -> None:
        self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _drop_ballast(self) -> None:
        _ballast(self.path).unlink(missing_ok=True)


def create(path: Path) -> Database:
    """A new, empty event file. Refuses a path that exists."""
    with translated(path):
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise StoreError(
                "{file} is already there. Choose another name; nothing was overwritten.", file=path
            ) from None
        except OSError as error:
            raise StoreError(
                "{file} cannot be made: {why}. Choose a folder you may write to.",
                file=path,
                why=error.strerror or "",
            ) from None
        try:
            return _open_writing(path, fresh=True)
        except BaseException:
            discard(path)
            raise


def discard(path: Path, *, lock: bool = True) -> None:
    """Removes an event file and all that lies beside it; who holds its lock leaves that there."""
    for suffix in ("", "-wal", "-shm", ".ballast", *([".lock"] if lock else [])):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody writes to an event file meanwhile, and its lock goes if the file went.

    Raises StoreMissing, StoreLocked, StoreReadOnly.
    """
    if not path.is_file():
        raise StoreMissing(file=path)
    lock = _acquire(path)
    try:
        yield
    finally:
        lock.release()
        if not path.exists():
            with contextlib.suppress(OSError):
                path.with_name(path.name + ".lock").unlink(missing_ok=True)


def event_in(path: Path, select: str = "SELECT id FROM event") -> str | None:
    """The id of the event in a database of whatever release; None where it cannot be told."""
    try:
        with translated(path), contextlib.closing(_connect(path)) as connection:
            connection.execute("PRAGMA query_only = ON")
            row = connection.execute(select).fetchone()
    except (StoreDamaged, sqlite3.OperationalError):
        return None
    return str(row[0]) if row else None


def open_database(path: Path, *, write: bool) -> Database:
    """Opens an event file; a second writer is refused, readers are not.

    Only SQLite may open the file itself: POSIX drops all locks of a process on a file when it
    closes any descriptor of it (sqlite.org/howtocorrupt.html, 2.2), and another process would then
    take the write-ahead log away from under the desk.

    Raises StoreMissing, StoreDamaged, StoreTooNew, StoreLocked, StoreReadOnly.
    """
    with translated(path):
        try:
            path = path.resolve()
            if not path.is_file():
                raise StoreMissing(file=path)
            if not path.stat().st_size:
                raise StoreDamaged(file=path)
            return _open_writing(path, fresh=False) if write else _open_reading(path)
        except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a ring.
            why = getattr(error, "strerror", None) or type(error).__name__
            raise StoreError(
                "{file} cannot be opened: {why}. Check the name and the folder.",
                file=path,
                why=why,
            ) from error


def _open_reading(path: Path) -> Database:
    connection = _connect(path)
    try:
        connection.execute("PRAGMA query_only = ON")
        _check_application(connection, path)
        if _pending(connection, path):
            raise StoreError(
                "{file} is from an older release. Open it once in the desk window to bring it up"
                " to date.",
                file=path,
            )
    except BaseException:
        connection.close()
        raise
    return Database(path, connection, None)


def _open_writing(path: Path, *, fresh: bool) -> Database:
    lock = _acquire(path)
    try:
        connection = _connect(path)
    except BaseException:
        lock.release()
        raise
    try:
        if fresh:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _check_application(connection, path)
        if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            raise StoreReadOnly(file=path)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA secure_delete = ON")
        if connection.execute("PRAGMA synchronous").fetchone()[0] != 2:
            raise StoreError("{file} cannot be made safe against a power cut.", file=path)
        if pending := _pending(connection, path):
            _migrate(connection, path, keep_copy=not fresh, pending=pending)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        _lay_ballast(path)
    except BaseException:
        connection.close()
        lock.release()
        raise
    return Database(path, connection, lock)


def _connect(path: Path) -> sqlite3.Connection:
    if path.as_posix().startswith("//"):
        raise StoreError(
            "{file} lies on a network drive, where it is not safe. Copy it to this computer’s disk"
            " and open the copy.",
            file=path,
        )
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=True,
        cached_statements=256,
    )
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "cache_size = -32768",
        "mmap_size = 0",
        "temp_store = MEMORY",
        "wal_autocheckpoint = 8192",
    ):
        try:
            connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return connection


def _acquire(path: Path) -> BaseFileLock:
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise StoreLocked(file=path) from None
    except OSError:
        raise StoreReadOnly(file=path) from None
    return lock


def _check_application(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found != APPLICATION_ID:
        raise StoreError("{file} is a database, but not an event file of this program.", file=path)


def _pending(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Names of migrations not yet applied; a name we do not know means a newer release."""
    try:
        rows = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,)
        )
        applied = {name for (name,) in rows}
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        applied = set()
    known = [file.stem for file in assets.migrations(MIGRATION_SET)]
    if not applied <= set(known):
        raise StoreTooNew(file=path)
    return [name for name in known if name not in applied]


def _migrate(
    connection: sqlite3.Connection, path: Path, *, keep_copy: bool, pending: list[str]
) -> None:
    """Runs the pending migrations, one transaction each, after a copy of the file was made."""
    import sqlite_utils
    from sqlite_utils.migrations import Migrations

    if keep_copy:
        copy_whole(connection, _free(path.with_name(f"{path.stem}.before-{pending[0]}.checkin")))
    migrations = Migrations(MIGRATION_SET)
    for file in assets.migrations(MIGRATION_SET):
        script = file.read_text(encoding="utf-8")

        def step(db: sqlite_utils.Database, script: str = script) -> None:
            db.executescript(script)

        step.__name__ = file.stem
        migrations(name=file.stem)(step)
    migrations.apply(sqlite_utils.Database(connection))


def _free(path: Path) -> Path:
    """A name that nothing has: an old copy of an event file may be put back and opened again."""
    numbers = itertools.count(2)
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{next(numbers)}")
    return free


def copy_whole(connection: sqlite3.Connection, target: Path) -> None:
    """A copy of an event file in use, whole or not there: written aside, opened, checked, named.

    Raises StoreError if the target is there already or the copy does not check.
    """
    if target.exists():
        raise StoreError("{file} is already there. Choose another name.", file=target)
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with translated(target):
            _vacuum_into(connection, unfinished)
            copy = sqlite3.connect(unfinished)
            try:
                with copy:
                    copy.execute("DELETE FROM station WHERE name = 'stream'")
                whole = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            finally:
                copy.close()
        if not whole:
            raise StoreDamaged(file=target)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _vacuum_into(connection: sqlite3.Connection, target: Path) -> None:
    """Writes the copy; a reading connection may, because its own file is not touched."""
    (reading,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.execute(f"PRAGMA query_only = {reading}")


def _ballast(path: Path) -> Path:
    return path.with_name(path.name + ".ballast")


def _lay_ballast(path: Path) -> None:
    """Some space held back, freed when the disk fills so that the desk can still close cleanly."""
    ballast = _ballast(path)
    if ballast.exists() or shutil.disk_usage(path.parent).free < 16 * BALLAST_BYTES:
        return
    with contextlib.suppress(OSError), ballast.open("wb") as file:
        file.write(b"\0" * BALLAST_BYTES)


def _is_full(error: BaseException) -> bool:
    return (
        isinstance(error, sqlite3.Error)
        and getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    )


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite says of the world into the sentence that staff will read."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        match code:
            case sqlite3.SQLITE_FULL:
                raise DiskFull(file=path) from error
            case sqlite3.SQLITE_IOERR:
                raise StoreError(
                    "The disk refused to write {file}, so nothing was recorded. Check the disk and"
                    " its free space, then do it again.",
                    file=path,
                ) from error
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                raise StoreLocked(file=path) from error
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                raise StoreReadOnly(file=path) from error
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                raise StoreDamaged(file=path) from error
        raise
