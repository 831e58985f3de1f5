"""Owns erasing this computer's copy of an event: the file, and all that was made of it here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from filelock import FileLock, Timeout

from checkin_app.config import station_dir
from checkin_app.desk.orders import BADGES_FOLDER
from checkin_app.domain.errors import StoreError, StoreLocked
from checkin_app.printing.folder import PREFIX, files_named
from checkin_app.store.database import alone, discard, event_in
from checkin_app.store.event_file import EventFile
from checkin_app.sync import tokens

SERVES = "{file} is the hub that desks meet at, and it runs. Stop it first; nothing was erased."
IN_USE = "{file} is still in use. Close what uses it, then erase it again; it is not erased yet."
SELECT_TITLES = "SELECT title FROM jobs WHERE printer = ?"
#: A hub's store holds one event.
SELECT_HUB_EVENT = "SELECT id FROM events"
_STORE_PARTS = ("", "-wal", "-shm", "-journal")


def jobs_folder(event: str) -> Path:
    """Where the PDFs of an event's print jobs are kept."""
    return station_dir() / "jobs" / event


def hub_store(event_file: Path) -> Path:
    """Where the hub of an event lies when this desk is it: beside the event file."""
    return event_file.with_suffix(".hub")


def erase_copy(path: Path) -> None:
    """Erases an event file, its token, backups, badge PDFs in the station's folders, and its hub.

    The desk is closed. What was never sent is gone too. Raises StoreError; the file itself goes
    last, so that it can be tried again.
    """
    path = path.resolve()
    try:
        with alone(path):
            _erase(path)
    except OSError as error:
        raise StoreError(IN_USE, file=error.filename or path) from error


def _erase(path: Path) -> None:
    with closing(EventFile.open(path, write=False)) as file:
        event, desk, printed = file.event.id, file.desk, list(_printed(file))
    hub = hub_store(path)
    if hub.is_file() and event_in(hub, SELECT_HUB_EVENT) == event:
        _erase_hub(hub)
    for copy in _copies(path):
        if event_in(copy) in (event, None):  # None: half made or damaged, and named as ours.
            discard(copy)
    for pdf in printed:
        pdf.unlink(missing_ok=True)
    for folder in (jobs_folder(event), station_dir() / "hub" / event):
        _drop(folder)
    if desk is not None:
        tokens.drop(desk.desk)
    discard(path, lock=False)


def _copies(path: Path) -> list[Path]:
    """What was half made, what a migration or a restore left, and the backups of the settings.

    Only what is named just so: “forum-asia” is beside “forum” and is another's.
    """
    stem, unfinished = re.escape(path.stem), r"(\.unfinished)?"
    beside = (
        rf"{re.escape(path.name)}\.arriving"
        rf"|{stem}\.before-(restore-\d+|\d{{4}}_\w+(-\d+)?)\.checkin{unfinished}"
    )
    backups = rf"{stem}-\d{{8}}-\d{{6}}{re.escape(path.suffix)}{unfinished}"
    return [
        file
        for folder, named in ((path.parent, beside), (path.parent / "backups", backups))
        if folder.is_dir()
        for file in sorted(folder.iterdir())
        if re.fullmatch(named, file.name) and file.is_file()
    ]


def _printed(file: EventFile) -> Iterator[Path]:
    """The badges that went into the station's own folder, which is a printer where none is."""
    folder = station_dir() / BADGES_FOLDER
    for (title,) in file.connection.execute(SELECT_TITLES, (f"{PREFIX}{folder}",)):
        yield from files_named(folder, title)


def _erase_hub(store: Path) -> None:
    """The ledger goes last, as it says whose the rest is. Raises StoreLocked while it serves."""
    beside = store.with_name(store.name + ".lock")
    lock = FileLock(beside, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StoreLocked(SERVES, file=store) from None
    try:
        _drop(store.with_name(f"{store.name}-projection"))
        for name in (f"{store.name}-admin", store.name):
            for part in _STORE_PARTS:
                store.with_name(name + part).unlink(missing_ok=True)
    finally:
        lock.release()
    beside.unlink(missing_ok=True)


def _drop(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
