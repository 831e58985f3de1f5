"""Owns what became of badges, folded from entries: prints, hand-overs, counted stock."""

from __future__ import annotations

import json
import sqlite3

from checkin_app.domain.badges import counts
from checkin_app.store import records
from checkin_app.store.ledger import Stored
from checkin_app.store.merged import kept

#: Of a print that left a usable badge, as far as is known.
COUNTS = "outcome <> 'failed' AND outcome <> 'cancelled' AND spoilt = 0"
SPOILT = "spoilt"

INSERT_PRINT = """
    INSERT OR IGNORE INTO prints
    (id, delegate, code, layout, printer, outcome, reason, operator, door, stream, first_outcome,
     words, former, claimed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_REPORT = """
    INSERT OR IGNORE INTO print_reports (id, print, outcome, words, operator, at, door)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
SELECT_REPORTS = "SELECT outcome, words FROM print_reports WHERE print = ? ORDER BY at, id"
INSERT_HANDOVER = """
    INSERT OR IGNORE INTO handovers
    (id, delegate, code, receiver, name, verified, operator, door, stream, claimed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_COUNT = """
    INSERT OR IGNORE INTO stock_counts (id, printer, "left", operator, at, door)
    VALUES (?, ?, ?, ?, ?, ?)
"""
COUNT_PRINTED = f"SELECT count(*) FROM prints WHERE delegate = ? AND {COUNTS}"
#: Whether a code is on paper somewhere, also on paper that was thrown away.
SELECT_ON_PAPER = """
    SELECT EXISTS (SELECT 1 FROM prints WHERE delegate = ?1 AND (code = ?2 OR code = '')
                   AND outcome <> 'failed' AND outcome <> 'cancelled')
"""
SELECT_REPLACING = (
    "SELECT id, code, former, outcome FROM prints WHERE delegate = ? AND former <> '[]'"
)
SELECT_CAUSES = """
    SELECT code, cause FROM credential_changes WHERE code IN (SELECT value FROM json_each(?))
"""
DELETE_CAUSE = "DELETE FROM credential_changes WHERE code = ? AND cause = ?"


def apply_print(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a badge.printed entry in."""
    entry, data = stored.entry, stored.entry.data
    outcome, words = data.get("outcome", ""), data.get("words", "")
    former = data.get("former", [])
    delegate = kept(connection, entry.subject)
    connection.execute(
        INSERT_PRINT,
        (
            entry.id,
            delegate,
            data.get("code", ""),
            data.get("layout", ""),
            data.get("printer", ""),
            outcome,
            data.get("reason", ""),
            data.get("operator", ""),
            entry.door,
            stored.stream,
            outcome,
            words,
            json.dumps(former),
            entry.subject if entry.subject != delegate else None,
        ),
    )
    _fold_print(connection, entry.id)


def apply_report(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a badge.followed entry in: what was learned of a print later."""
    entry, data = stored.entry, stored.entry.data
    connection.execute(
        INSERT_REPORT,
        (
            entry.id,
            data["print"],
            data["outcome"],
            data.get("words", ""),
            data.get("operator", ""),
            entry.at,
            entry.door,
        ),
    )
    _fold_print(connection, data["print"])


def _fold_print(connection: sqlite3.Connection, key: str) -> None:
    """The latest report is the outcome; codes are replaced as long as there is paper."""
    found = connection.execute(
        "SELECT delegate, former FROM prints WHERE id = ?", (key,)
    ).fetchone()
    if found is None:
        return
    delegate, former = found
    reports = connection.execute(SELECT_REPORTS, (key,)).fetchall()
    told = [report for report in reports if report[0] != SPOILT]
    if told:
        connection.execute(
            "UPDATE prints SET outcome = ?, words = ? WHERE id = ?", (*told[-1], key)
        )
    if len(told) < len(reports):
        connection.execute("UPDATE prints SET spoilt = 1 WHERE id = ?", (key,))
    if former != "[]":
        fold_codes(connection, delegate)


def fold_codes(connection: sqlite3.Connection, delegate: str) -> None:
    """Which of a delegate's codes new paper replaces, from all prints that name former codes.

    Paper replaces its former codes. Where two desks print anew at the same time, both papers name
    the same former code and neither knows of the other: of those the code of the latest paper
    stays, by the order of the prints' ids, which is the same at every desk.
    """
    prints = [
        (key, code, set(json.loads(former)), counts(outcome))
        for key, code, former, outcome in connection.execute(SELECT_REPLACING, (delegate,))
    ]
    latest: dict[str, str] = {}
    for key, code, _, paper in prints:
        if paper:
            latest[code] = max(key, latest.get(code, ""))
    codes = {code for _, code, *_ in prints}.union(*(former for _, _, former, _ in prints))
    wanted = {
        (replaced, key)
        for key, code, former, paper in prints
        if paper
        for replaced in former
        | {
            other
            for _, other, shared, _ in prints
            if former & shared and latest.get(other, key) < key
        }
        if replaced != code
    }
    causes = {key for key, *_ in prints}
    present = {
        (code, cause)
        for code, cause in connection.execute(SELECT_CAUSES, (json.dumps(sorted(codes)),))
        if cause in causes
    }
    for code, key in sorted(wanted - present):
        records.change(connection, code, key, "replaced")
    for code, key in sorted(present - wanted):
        connection.execute(DELETE_CAUSE, (code, key))
        records.fold_credential(connection, code)


def apply_handover(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a badge.handed entry in."""
    entry, data = stored.entry, stored.entry.data
    delegate = kept(connection, entry.subject)
    connection.execute(
        INSERT_HANDOVER,
        (
            entry.id,
            delegate,
            data.get("code", ""),
            data.get("to", ""),
            stored.private.get("name", ""),
            int(bool(data.get("verified"))),
            data.get("operator", ""),
            entry.door,
            stored.stream,
            entry.subject if entry.subject != delegate else None,
        ),
    )


def apply_count(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a stock.counted entry in."""
    entry, data = stored.entry, stored.entry.data
    connection.execute(
        INSERT_COUNT,
        (
            entry.id,
            data["printer"],
            data["left"],
            data.get("operator", ""),
            entry.at,
            entry.door,
        ),
    )


def printed(connection: sqlite3.Connection, delegate: str) -> int:
    """How many usable badges of a delegate there are, from every desk."""
    (count,) = connection.execute(COUNT_PRINTED, (delegate,)).fetchone()
    return int(count)


def on_paper(connection: sqlite3.Connection, delegate: str, code: str) -> bool:
    """Whether a delegate's code was ever printed, as far as is known."""
    return bool(connection.execute(SELECT_ON_PAPER, (delegate, code)).fetchone()[0])
