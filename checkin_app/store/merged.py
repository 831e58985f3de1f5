"""Owns as whom a record counts: a delegate that was merged into another is that other one."""

from __future__ import annotations

import sqlite3

SELECT_KEEP = "SELECT keep FROM merged WHERE gone = ?"
SELECT_GONE = "SELECT gone FROM merged WHERE keep = ? ORDER BY gone"
#: `{table}` has `delegate`, and `claimed` for whom the entry names.
COUNT_AS_KEPT = """
    UPDATE {table} SET claimed = delegate,
    delegate = (SELECT keep FROM merged WHERE gone = {table}.delegate)
    WHERE {which} AND delegate IN (SELECT gone FROM merged)
"""


def kept(connection: sqlite3.Connection, delegate: str) -> str:
    """The id under which a delegate counts now: their own, unless they were merged."""
    row = connection.execute(SELECT_KEEP, (delegate,)).fetchone()
    return row[0] if row else delegate


def is_gone(connection: sqlite3.Connection, delegate: str) -> bool:
    return connection.execute(SELECT_KEEP, (delegate,)).fetchone() is not None


def gone_into(connection: sqlite3.Connection, delegate: str) -> list[str]:
    """Who was merged into a delegate, by id."""
    return [gone for (gone,) in connection.execute(SELECT_GONE, (delegate,))]


def settle_code(connection: sqlite3.Connection, code: str) -> None:
    """Gives a code to whom its owner counts as."""
    connection.execute(COUNT_AS_KEPT.format(table="credentials", which="code = ?"), (code,))


def settle_codes(connection: sqlite3.Connection, codes: str) -> list[str]:
    """The same for codes in a JSON list; returns those that are somebody else's now."""
    if connection.execute("SELECT 1 FROM merged LIMIT 1").fetchone() is None:
        return []
    which = "code IN (SELECT value FROM json_each(?))"
    connection.execute(COUNT_AS_KEPT.format(table="credentials", which=which), (codes,))
    return [
        code
        for (code,) in connection.execute(
            f"SELECT code FROM credentials WHERE {which} AND claimed IS NOT NULL", (codes,)
        ).fetchall()
    ]
