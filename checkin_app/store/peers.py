"""Owns who was met: hubs, desks and bundles, what they knew then, and how their clocks differ."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import msgspec

from checkin_app.ledger.pages import Vector

KINDS = ("hub", "desk", "bundle")
UPSERT = """
    INSERT OR REPLACE INTO peers (id, kind, name, vector, met_at, "offset", bound, release)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT = 'SELECT id, kind, name, vector, met_at, "offset", bound, release FROM peers'
_decode = msgspec.msgpack.Decoder(Vector).decode


@dataclass(frozen=True, slots=True)
class Met:
    """Another side as it was met last.

    `kind` is one of KINDS, `met_at` milliseconds since 1970 UTC on this clock, `offset` their
    clock less this one and `bound` its error, in milliseconds, or None.
    """

    id: str
    kind: str
    name: str
    vector: Vector
    met_at: int
    offset: int | None = None
    bound: int | None = None
    release: str = ""


def keep(connection: sqlite3.Connection, peer: Met) -> None:
    """Writes down a meeting, inside a transaction. A file belongs to one hub, or to none."""
    if peer.kind == "hub":
        connection.execute("DELETE FROM peers WHERE kind = 'hub'")
    values = (peer.met_at, peer.offset, peer.bound, peer.release)
    vector = msgspec.msgpack.encode(peer.vector)
    connection.execute(UPSERT, (peer.id, peer.kind, peer.name, vector, *values))


def everyone(connection: sqlite3.Connection) -> list[Met]:
    """All that were met, the latest first."""
    return _read(connection, f"{SELECT} ORDER BY met_at DESC, id")


def latest_hub(connection: sqlite3.Connection) -> Met | None:
    """The hub that was met last."""
    found = _read(connection, f"{SELECT} WHERE kind = 'hub' ORDER BY met_at DESC, id LIMIT 1")
    return found[0] if found else None


def _read(connection: sqlite3.Connection, query: str) -> list[Met]:
    rows = connection.execute(query).fetchall()
    return [Met(key, kind, name, _decode(vector), *rest) for key, kind, name, vector, *rest in rows]
