"""Owns putting a backup back: the present file is kept aside, the copy starts a new stream."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from checkin_app.domain.errors import StoreError, StoreLocked, StoreMissing
from checkin_app.ledger.clock import now_ms
from checkin_app.store.database import discard, open_database
from checkin_app.store.identity import forget_stream


def restore(backup: Path, path: Path) -> Path | None:
    """Puts `backup` at `path`. Returns where the file that was there is kept, if there was one.

    The backup is checked in full before anything is moved, and the present file is not touched
    while a program writes to it. Raises StoreError.
    """
    if not backup.is_file():
        raise StoreMissing(file=backup)
    arriving = path.with_name(f"{path.name}.arriving")
    discard(arriving)
    try:
        try:
            shutil.copyfile(backup, arriving)
            log = backup.with_name(backup.name + "-wal")
            if log.exists():
                shutil.copyfile(log, arriving.with_name(arriving.name + "-wal"))
        except OSError as error:
            raise StoreError(
                "{file} cannot be copied: {why}. Nothing was changed.",
                file=backup,
                why=error.strerror or "",
            ) from None
        database = open_database(arriving, write=True)
        try:
            finding = database.connection.execute("PRAGMA integrity_check").fetchone()[0]
            if finding != "ok":
                raise StoreError(
                    "{file} is a damaged backup. Try an older one; nothing was changed.",
                    file=backup,
                )
            with database.transaction() as connection:
                forget_stream(connection)
            database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            database.close()
        kept = _set_aside(path) if path.exists() else None
        try:
            arriving.replace(path)
        except OSError as error:
            if kept is not None:
                kept.replace(path)
            raise StoreError(
                "{file} cannot be put in place: {why}. Nothing was changed.",
                file=path,
                why=error.strerror or "",
            ) from error
    finally:
        discard(arriving)
    return kept


def _set_aside(path: Path) -> Path:
    """Renames the present event file, after making sure that nobody writes to it."""
    kept = path.with_name(f"{path.stem}.before-restore-{now_ms()}.checkin")
    try:
        database = open_database(path, write=True)
    except StoreError as error:
        if isinstance(error, StoreLocked):
            raise
        # Damaged: that is why it is being restored. Its log goes with it.
        for suffix in ("-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.replace(kept.with_name(kept.name + suffix))
        return path.replace(kept)
    try:
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise StoreError("{file} cannot be set aside. Nothing was changed.", file=path) from error
    finally:
        database.close()
    if path.with_name(path.name + "-wal").exists():  # The last one to close takes it away.
        raise StoreLocked(file=path)
    return path.replace(kept)
