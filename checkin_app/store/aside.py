"""Owns what was not taken: pages kept aside with the evidence, visible, in the way of nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass

import msgspec

from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Page

REASONS = ("chain", "seal", "shape", "stream", "size", "fork", "authority")
#: No more pages, and no more bytes of one, are kept.
MOST_PAGES = 200
MOST_BYTES = 512 << 10

INSERT = """
    INSERT OR IGNORE INTO aside (id, stream, n, why, source, at, page)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
DROP_OLDEST = """
    DELETE FROM aside WHERE id IN (SELECT id FROM aside ORDER BY at DESC, id LIMIT -1 OFFSET ?)
"""
SELECT = "SELECT id, stream, n, why, source, at FROM aside ORDER BY at DESC, id"


@dataclass(frozen=True, slots=True)
class Aside:
    """A page not taken. `n` is its first entry, `why` one of REASONS, `at` ms since 1970 UTC."""

    id: str
    stream: str
    n: int
    why: str
    source: str
    at: int


def keep(connection: sqlite3.Connection, page: Page, why: str, source: str) -> None:
    """Keeps a refused page, once however often it comes; the oldest give way."""
    body = msgspec.msgpack.encode(page)
    key = hashlib.sha256(body).hexdigest()
    place = (page.stream[:120], min(max(page.first, 0), 2**62))
    connection.execute(INSERT, (key, *place, why, source[:120], now_ms(), body[:MOST_BYTES]))
    connection.execute(DROP_OLDEST, (MOST_PAGES,))


def all_kept(connection: sqlite3.Connection) -> list[Aside]:
    """Newest first."""
    return [Aside(*row) for row in connection.execute(SELECT)]
