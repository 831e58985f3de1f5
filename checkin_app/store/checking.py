"""Owns the question whether an event file is whole: pages, chain, seals, private parts, tables."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import NamedTuple

from checkin_app import assets
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.entry import chain_start, decoded, link, privates_match
from checkin_app.store import authority, derive

#: A line's row number, id, key, the last entry it shares with its parent, and the chain there.
SELECT_STREAMS = """
    SELECT s.no, s.id, s.public_key, s.base, e.chain
    FROM streams s LEFT JOIN entries e ON e.stream = s.parent AND e.n = s.base ORDER BY s.no
"""
SELECT_STREAM = """
    SELECT e.n, e.body, e.chain, p.body
    FROM entries e LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    WHERE e.stream = ? ORDER BY e.n
"""


class Finding(NamedTuple):
    """Something that is not whole: an English template, and what fills its placeholders."""

    sentence: str
    details: dict[str, str]

    def __str__(self) -> str:
        return self.sentence.format(**self.details)


#: What `check` can find; translated at the edge.
PAGES = "The file's pages are damaged: {finding}."
NOWHERE = "A row of {table} points nowhere."
CHAIN = "Entry {n} of stream {stream} does not continue the chain."
PRIVATE = "Entry {n} of stream {stream} has a private part that was changed."
SEAL = "Entry {n} of stream {stream} carries a seal that is not its desk's."
TABLES = "The tables do not say what the ledger says. Run “check --rebuild”."
FINDINGS = (PAGES, NOWHERE, CHAIN, PRIVATE, SEAL, TABLES)


@dataclass(slots=True)
class CheckReport:
    """What `check` found; no problems means whole."""

    entries: int = 0
    sealed: int = 0
    digest: str = ""
    problems: list[Finding] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.problems

    def found(self, sentence: str, **details: object) -> None:
        self.problems.append(Finding(sentence, {k: str(v) for k, v in details.items()}))


def check(connection: sqlite3.Connection) -> CheckReport:
    """Reads everything: SQLite's own checks, every hash, every seal, and a fold in a copy."""
    connection.execute("BEGIN")
    try:
        return _check(connection)
    finally:
        connection.execute("COMMIT")


def _check(connection: sqlite3.Connection) -> CheckReport:
    report = CheckReport()
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            report.found(PAGES, finding=finding)
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        report.found(NOWHERE, table=table)
    for row in connection.execute(SELECT_STREAMS).fetchall():
        number, line, public, base, shared = row
        start = chain_start(line) if not base else shared or b""
        _check_line(connection, number, line, _hex(public), base, start, report)
    if report.whole:
        _check_tables(connection, report)
    return report


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def _check_line(
    connection: sqlite3.Connection,
    number: int,
    line: str,
    public: bytes,
    base: int,
    chain: bytes,
    report: CheckReport,
) -> None:
    from checkin_app.ledger.seal import holds

    seals = dict(
        connection.execute("SELECT n, signature FROM seals WHERE stream = ?", (number,)).fetchall()
    )
    stream = origin_of(line)
    expected = base + 1
    for n, body, kept_chain, private in connection.execute(SELECT_STREAM, (number,)):
        where = {"n": n, "stream": line[:8]}
        chain = link(chain, body)
        if n != expected or chain != kept_chain:
            report.found(CHAIN, **where)
            return
        expected += 1
        report.entries += 1
        entry = decoded(body)
        if (
            entry is not None
            and entry.private is not None
            and (private is None or not privates_match(private, entry.private))
        ):
            report.found(PRIVATE, **where)
        if n in seals:
            if holds(public, seals[n], stream, n, chain):
                report.sealed += 1
            else:
                report.found(SEAL, **where)


def _check_tables(connection: sqlite3.Connection, report: CheckReport) -> None:
    """Folds the ledger again beside the file and compares."""
    report.digest = derive.digest(connection)
    scratch = sqlite3.connect("", isolation_level=None)
    try:
        for script in assets.migrations("event"):
            scratch.executescript(script.read_text(encoding="utf-8"))
        scratch.execute("BEGIN")
        scratch.executemany(
            "INSERT INTO streams (no, id, public_key, parent, base) VALUES (?, ?, ?, ?, ?)",
            connection.execute(
                "SELECT no, id, public_key, parent, base FROM streams ORDER BY base, no"
            ),
        )
        scratch.execute(
            "INSERT INTO station VALUES ('founder', ?)", (authority.founder(connection),)
        )
        for table, columns in (("entries", 4), ("privates", 3)):
            scratch.executemany(
                f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})",
                connection.execute(f"SELECT * FROM {table}"),
            )
        derive.rebuild(scratch)
        if derive.digest(scratch) != report.digest:
            report.found(TABLES)
    finally:
        scratch.close()
