"""Owns what is known of one delegate's badge: prints at any desk, hand-overs, the code."""

from __future__ import annotations

import sqlite3
from zoneinfo import ZoneInfo

from checkin_app.domain.badges import BadgeLife, Handed, Printed
from checkin_app.ledger.clock import from_ms
from checkin_app.store import jobs

SELECT_PRINTS = """
    SELECT p.id, p.door, t.desk_name, p.printer, p.layout, p.outcome, p.words, p.code,
           coalesce(c.status, ''), p.reason, p.operator, p.spoilt
    FROM prints p JOIN streams t ON t.no = p.stream LEFT JOIN credentials c ON c.code = p.code
    WHERE p.delegate = ? ORDER BY p.id DESC
"""
SELECT_HANDOVERS = """
    SELECT h.id, h.door, t.desk_name, h.code, h.receiver, h.name, h.verified, h.operator
    FROM handovers h JOIN streams t ON t.no = h.stream WHERE h.delegate = ? ORDER BY h.id DESC
"""
#: Codes that are not ours (they came with a roster) are the last choice for a badge.
SELECT_ACTIVE = """
    SELECT code FROM credentials WHERE delegate = ? AND status = 'active' AND day = ''
    ORDER BY length(code) <> 27, issued_at DESC, code
"""

_PRINTED = tuple(Printed.__dataclass_fields__)


def read(connection: sqlite3.Connection, delegate: str, zone: ZoneInfo) -> BadgeLife:
    """Everything about one delegate's badge, newest first."""
    prints = [
        Printed(
            **dict(zip(_PRINTED, row, strict=True))
            | {"at": from_ms(row[1], zone), "spoilt": bool(row[-1])}
        )
        for row in connection.execute(SELECT_PRINTS, (delegate,))
    ]
    handed = [
        Handed(key, from_ms(door, zone), desk, code, to, name, bool(verified), operator)
        for key, door, desk, code, to, name, verified, operator in connection.execute(
            SELECT_HANDOVERS, (delegate,)
        )
    ]
    job = jobs.live_job(connection, delegate)
    return BadgeLife(
        prints,
        handed,
        current_code(connection, delegate),
        jobs.read(connection, job, zone) if job else None,
    )


def active_codes(connection: sqlite3.Connection, delegate: str) -> list[str]:
    """The codes that count now and are no temporary badge's; a badge carries the first of them."""
    return [code for (code,) in connection.execute(SELECT_ACTIVE, (delegate,))]


def current_code(connection: sqlite3.Connection, delegate: str) -> str:
    """The code that a badge carries; empty when all were replaced or revoked."""
    return next(iter(active_codes(connection, delegate)), "")
