"""Owns which hub an event file belongs to: where it is and how it is known; no secret."""

from __future__ import annotations

import sqlite3

import msgspec

_NAME = "hub"


class HubLink(msgspec.Struct, frozen=True):
    """The hub that was joined. `pin` and `hub_key` are hex, `profile` is what this desk may.

    `revoked` is what it said last; it holds until the hub is met again, also while it is away.
    """

    addresses: list[str]
    pin: str
    hub_key: str
    name: str
    profile: str
    revoked: bool = False


def read(connection: sqlite3.Connection) -> HubLink | None:
    """The hub that this file was joined to on this station, if any."""
    row = connection.execute("SELECT value FROM station WHERE name = ?", (_NAME,)).fetchone()
    if row is None:
        return None
    try:
        return msgspec.json.decode(row[0], type=HubLink)
    except msgspec.MsgspecError:
        return None


def write(connection: sqlite3.Connection, link: HubLink) -> None:
    """Keeps it; inside a transaction."""
    former = read(connection)
    if former is not None and former.hub_key != link.hub_key:
        forget(connection)
    connection.execute(
        "INSERT OR REPLACE INTO station (name, value) VALUES (?, ?)",
        (_NAME, msgspec.json.encode(link).decode()),
    )


def note_revoked(connection: sqlite3.Connection, revoked: bool) -> None:
    """Keeps whether the hub revoked this desk; inside a transaction."""
    link = read(connection)
    if link is not None and link.revoked != revoked:
        write(connection, msgspec.structs.replace(link, revoked=revoked))


def forget(connection: sqlite3.Connection) -> None:
    """This file belongs to no hub any more; inside a transaction.

    What that one knew is forgotten too, so that nothing passes for sent to the next.
    """
    connection.execute("DELETE FROM peers WHERE kind = 'hub'")
    connection.execute("DELETE FROM station WHERE name = ?", (_NAME,))
