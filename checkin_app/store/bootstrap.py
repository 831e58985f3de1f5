"""Owns how a desk that has nothing yet gets everything: a new event file from a stream of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from checkin_app.domain.errors import StoreError
from checkin_app.ledger.pages import Page
from checkin_app.store import aside, authority
from checkin_app.store.database import Database, create, discard, translated
from checkin_app.store.event_file import EventFile
from checkin_app.store.placing import place
from checkin_app.store.programme import read_event
from checkin_app.store.uncollected import uncollected

#: Called now and then with how many entries have been taken.
Progress = Callable[[int], None]

NOT_WHOLE = (
    "What arrived is not a whole copy of the event, so no file was made. Try again; if it stays so,"
    " join by a bundle."
)
THERE = "{file} is already there. Choose another name; nothing was overwritten."


def bootstrap(
    path: Path,
    pages: Iterable[Page],
    progress: Progress | None = None,
    settle: Callable[[EventFile], None] | None = None,
    *,
    founder: str = "",
) -> EventFile:
    """A new event file that holds what the pages say; it appears whole or not at all.

    Every page is verified as in any exchange; one that is wrong is kept aside. What is derived is
    folded once at the end. `founder` is the public key, in hex, of the desk whose founding counts;
    unknown, the earliest does. `settle` makes it this desk's before it has its name. Raises
    StoreError, and what the iterable and `settle` raise.
    """
    if path.exists():
        raise StoreError(THERE, file=path)
    arriving = path.with_name(f"{path.name}.arriving")
    discard(arriving)
    try:
        database = create(arriving)
        try:
            with uncollected():
                _fill(database, pages, progress, founder)
                if settle is not None:
                    settle(EventFile(database))
        finally:
            database.close()
        with translated(path):
            if path.exists():
                raise StoreError(THERE, file=path)
            arriving.replace(path)
    finally:
        discard(arriving)
    return EventFile.open(path, write=True)


def _fill(
    database: Database, pages: Iterable[Page], progress: Progress | None, founder: str
) -> None:
    """One transaction: nobody reads the file before it has its name."""
    connection = database.connection
    connection.execute("PRAGMA synchronous = NORMAL")  # Synced when it is closed, before it counts.
    file = EventFile(database)
    taken = 0
    with file.transaction():
        for page in pages:
            placed = place(connection, page)
            if placed.refused:
                aside.keep(connection, page, placed.refused, "bootstrap")
            taken += len(placed.rows)
            if progress is not None:
                progress(taken)
        authority.keep_founder(connection, founder)
        file.rebuild_inside()
        if read_event(connection) is None:
            raise StoreError(NOT_WHOLE)
