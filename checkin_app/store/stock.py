"""Owns how many blank badges are left at each printer."""

from __future__ import annotations

import sqlite3
from zoneinfo import ZoneInfo

from checkin_app.domain.badges import Stock
from checkin_app.ledger.clock import from_ms
from checkin_app.store.badges import COUNTS

SELECT_PRINTERS = "SELECT printer FROM stock_counts UNION SELECT printer FROM prints ORDER BY 1"
SELECT_COUNT = """
    SELECT "left", door FROM stock_counts WHERE printer = ? ORDER BY at DESC, id DESC LIMIT 1
"""
SELECT_USED = f"""
    SELECT coalesce(sum({COUNTS}), 0), coalesce(sum(spoilt), 0)
    FROM prints WHERE printer = ? AND door > ?
"""


def all_printers(connection: sqlite3.Connection, zone: ZoneInfo) -> list[Stock]:
    """A line for each printer that printed or was counted, by name."""
    found = []
    for (printer,) in connection.execute(SELECT_PRINTERS).fetchall():
        counted = connection.execute(SELECT_COUNT, (printer,)).fetchone()
        left, since = counted if counted else (None, 0)
        printed, spoilt = connection.execute(SELECT_USED, (printer, since)).fetchone()
        found.append(
            Stock(
                printer,
                None if left is None else max(0, left - printed - spoilt),
                printed,
                spoilt,
                from_ms(since, zone) if counted else None,
            )
        )
    return found
