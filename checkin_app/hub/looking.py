"""Owns whether a hub of a store serves now, as a command beside it can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin_app.domain.errors import HubError, StoreLocked
from checkin_app.hub.store.opening import place

if TYPE_CHECKING:
    from checkin_app.hub.settings import Settings


def serving(url: str, settings: Settings) -> bool:
    """Of an SQLite store, whether a process has it; else whether one answers where desks look."""
    where = place(url)
    if where.file is None:
        return _answers(settings)
    from checkin_app.hub.store.sqlite_files import lock

    try:
        lock(where.file).release()
    except StoreLocked:
        return True
    return False


def _answers(settings: Settings) -> bool:
    from checkin_app.sync.client import HubClient

    client = HubClient(settings.addresses, settings.pin)
    try:
        client.time()
    except HubError:
        return False
    finally:
        client.close()
    return True
