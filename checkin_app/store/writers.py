"""Owns which desks wrote in this ledger, and when each wrote last."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from checkin_app.ledger.entry import decoded
from checkin_app.store import authority

SELECT_WRITERS = """
    SELECT s.desk, s.desk_name, s.cut IS NOT NULL, e.body, s.public_key
    FROM streams s
    JOIN entries e ON e.stream = s.no
        AND e.n = (SELECT max(n) FROM entries WHERE stream = s.no)
    WHERE s.desk <> '' ORDER BY s.no
"""


@dataclass(frozen=True, slots=True)
class Writer:
    """A desk by its latest entry known here.

    `last_at` is the time of that on the desk's own clock, milliseconds since 1970 UTC; `cut` says
    that nothing it wrote from some number on counts: it was revoked.
    """

    desk: str
    name: str
    last_at: int
    cut: bool = False


def writers(connection: sqlite3.Connection) -> list[Writer]:
    """All desks, the latest first; a hub, which writes who may, is none."""
    found: dict[str, Writer] = {}
    hubs = set(authority.named(connection))
    for desk, name, cut, body, key in connection.execute(SELECT_WRITERS):
        if key in hubs:
            continue
        entry = decoded(body)
        at = entry.door if entry is not None else 0
        before = found.get(desk)
        if before is None or before.last_at <= at:
            found[desk] = Writer(desk, name, at, bool(cut))
    return sorted(found.values(), key=lambda writer: (-writer.last_at, writer.desk))
