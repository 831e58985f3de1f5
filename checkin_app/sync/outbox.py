"""Owns how much of what was recorded the hub does not have yet, as far as anybody can say."""

from __future__ import annotations

from checkin_app.ledger.pages import Vector
from checkin_app.store import peers
from checkin_app.store.event_file import EventFile
from checkin_app.sync import links


def outbox(file: EventFile) -> int | None:
    """Entries that the hub lacked when it was met last; 0 without a hub, None before it was met."""
    if links.read(file.connection) is None:
        return 0
    hub = peers.latest_hub(file.connection)
    return beyond(file, hub.vector) if hub is not None else None


def beyond(file: EventFile, theirs: Vector) -> int:
    """Entries that the other side lacks.

    That this desk has opened its stream is none: nobody did anything yet.
    """
    own = file.own_stream
    opened = 1 if own and own not in theirs else 0
    return max(0, file.outbox(theirs) - opened)
