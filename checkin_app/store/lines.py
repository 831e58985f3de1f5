"""Owns the lines of a stream as rows: a stream and its branches, where each ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.ledger.branches import ChainAt, Line, origin_of

SELECT_LINES = """
    SELECT s.no, s.id, coalesce(p.id, ''), s.base, s.public_key,
           (SELECT max(n) FROM entries WHERE stream = s.no)
    FROM streams s LEFT JOIN streams p ON p.no = s.parent
    WHERE s.id = ?1 OR (s.id > ?1 || '/' AND s.id < ?1 || '0')
"""
SELECT_CHAIN = "SELECT chain FROM entries WHERE stream = ? AND n = ?"
INSERT_BRANCH = """
    INSERT INTO streams (id, desk, desk_name, public_key, parent, base, profile, cut)
    SELECT ?1, desk, desk_name, public_key, no, ?3, profile, cut FROM streams WHERE no = ?2
"""
ADOPT_BRANCHES = "UPDATE streams SET parent = ? WHERE parent = ? AND base > ?"


@dataclass(frozen=True, slots=True)
class Lines:
    """What is known of one stream: its lines, their row numbers, its desk's public key."""

    lines: Mapping[str, Line]
    numbers: Mapping[str, int]
    public: bytes
    chain_at: ChainAt


def read(connection: sqlite3.Connection, line: str) -> Lines:
    """The stream of a line and all its branches."""
    rows = connection.execute(SELECT_LINES, (origin_of(line),)).fetchall()
    known = {row[1]: Line(row[1], row[2], row[3], row[5]) for row in rows if row[5] is not None}
    numbers = {row[1]: row[0] for row in rows}
    public = next((bytes.fromhex(row[4]) for row in rows if row[1] in known and row[4]), b"")

    def chain_at(name: str, n: int) -> bytes:
        chain: bytes = connection.execute(SELECT_CHAIN, (numbers[name], n)).fetchone()[0]
        return chain

    return Lines(known, numbers, public, chain_at)


def add_branch(connection: sqlite3.Connection, line: str, parent: int, base: int) -> int:
    """A new branch without entries yet; its row number."""
    connection.execute(INSERT_BRANCH, (line, parent, base))
    number: int = connection.execute("SELECT no FROM streams WHERE id = ?", (line,)).fetchone()[0]
    return number


def move_tail(connection: sqlite3.Connection, number: int, line: str, base: int) -> int:
    """Moves a line's entries after `base` to a new branch; what was derived must be made anew."""
    branch = add_branch(connection, line, number, base)
    place = (number, base)
    for table, rest in (("entries", "body, chain"), ("privates", "body"), ("seals", "signature")):
        connection.execute(
            f"INSERT INTO {table} (stream, n, {rest})"
            f" SELECT {branch}, n, {rest} FROM {table} WHERE stream = ? AND n > ?",
            place,
        )
    for table in ("seals", "privates", "entries"):
        connection.execute(f"DELETE FROM {table} WHERE stream = ? AND n > ?", place)
    connection.execute(ADOPT_BRANCHES, (branch, number, base))
    connection.execute("UPDATE streams SET parent = ? WHERE no = ?", (number, branch))
    return branch
