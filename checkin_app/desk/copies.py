"""Owns erasing this computer's copy of an event: the file, and all that was made of it here."""

from __future__ import annotations

import glob
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from checkin_app.config import station_dir
from checkin_app.desk.orders import BADGES_FOLDER
from checkin_app.domain.errors import StoreError, StoreLocked
from checkin_app.printing.folder import PREFIX, files_named
from checkin_app.store.database import discard
from checkin_app.store.event_file import EventFile
from checkin_app.sync import tokens

SERVES = "{file} is the hub that desks meet at, and it runs. Stop it first; nothing was erased."
IN_USE = "{file} is still in use. Close what uses it, then erase it again; it is not erased yet."
SELECT_TITLES = "SELECT title FROM jobs WHERE printer = ?"
_STORE_PARTS = ("", "-wal", "-shm", "-journal", ".lock")


def jobs_folder(event: str) -> Path:
    """Where the PDFs of an event's print jobs are kept."""
    return station_dir() / "jobs" / event


def hub_store(event_file: Path) -> Path:
    """Where the hub of an event lies when this desk is it: beside the event file."""
    return event_file.with_suffix(".hub")


def erase_copy(path: Path) -> None:
    """Erases an event file, its token, backups, badge PDFs in the station's folders, and its hub.

    The desk is closed. What was never sent is gone too. Raises StoreError; what the file was made
    of goes after the file itself, so that it can be tried again.
    """
    _stopped(hub_store(path))
    file = EventFile.open(path, write=False)
    try:
        event, desk, printed = file.event.id, file.desk, list(_printed(file))
    finally:
        file.database.close()
    try:
        discard(path)
    except OSError as error:
        raise StoreError(IN_USE, file=path) from error
    if desk is not None:
        tokens.drop(desk.desk)
    for copy in _copies(path):
        discard(copy)
    for pdf in printed:
        pdf.unlink(missing_ok=True)
    _erase_hub(hub_store(path))
    for folder in (jobs_folder(event), station_dir() / "hub" / event):
        shutil.rmtree(folder, ignore_errors=True)


def _copies(path: Path) -> Iterator[Path]:
    """What was half made, what a migration or a restore left, and the backups of the settings."""
    stem = glob.escape(path.stem)
    yield path.with_name(f"{path.name}.arriving")
    yield from path.parent.glob(f"{stem}.before-*.checkin")
    yield from path.parent.glob(f"{stem}.before-*.checkin.unfinished")
    yield from (path.parent / "backups").glob(f"{stem}-*{path.suffix}")


def _printed(file: EventFile) -> Iterator[Path]:
    """The badges that went into the station's own folder, which is a printer where none is."""
    folder = station_dir() / BADGES_FOLDER
    for (title,) in file.connection.execute(SELECT_TITLES, (f"{PREFIX}{folder}",)):
        yield from files_named(folder, title)


def _stopped(store: Path) -> None:
    """Raises StoreLocked while a hub serves."""
    if not store.exists():
        return
    lock = FileLock(store.with_name(store.name + ".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StoreLocked(SERVES, file=store) from None
    lock.release()


def _erase_hub(store: Path) -> None:
    for name in (store.name, f"{store.name}-admin"):
        for part in _STORE_PARTS:
            store.with_name(name + part).unlink(missing_ok=True)
    shutil.rmtree(store.with_name(f"{store.name}-projection"), ignore_errors=True)
