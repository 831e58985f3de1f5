"""Owns scans and what follows from them: rulings, and who is where."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from checkin_app.ledger import kinds
from checkin_app.ledger.fold import Pass, Ruling, overriding, presence, stands
from checkin_app.store.ledger import Stored
from checkin_app.store.merged import kept

INSERT_SCAN = """
    INSERT OR IGNORE INTO scans
    (id, delegate, checkpoint, direction, door, decision, reason, code, operator, stream, n,
     clock_offset, clock_bound, claimed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_RULING = """
    INSERT OR IGNORE INTO rulings (id, target, kind, reason, operator, door, stream)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
UPSERT_ATTENDANCE = """
    INSERT OR REPLACE INTO attendance
    (delegate, checkpoint, first_scan, first_at, last_at, inside, passages)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
DELETE_ATTENDANCE = "DELETE FROM attendance WHERE delegate = ? AND checkpoint = ?"
SELECT_PASSES = """
    SELECT s.id, s.door, s.direction, s.decision, coalesce(s.clock_offset, 0),
           EXISTS (SELECT 1 FROM rulings r WHERE r.target = s.id)
    FROM scans s WHERE s.delegate = ? AND s.checkpoint = ?
"""


def apply_scan(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a scan.made entry in."""
    entry, data = stored.entry, stored.entry.data
    subject = entry.subject or None
    delegate = kept(connection, subject) if subject else None
    offset, bound = entry.offset or (None, None)
    checkpoint = data["checkpoint"]
    code = data.get("code") or stored.private.get("code", "")
    connection.execute(
        INSERT_SCAN,
        (
            entry.id,
            delegate,
            checkpoint,
            data["direction"],
            entry.door,
            data["decision"],
            data["reason"],
            code,
            data.get("operator", ""),
            stored.stream,
            entry.n,
            offset,
            bound,
            subject if subject != delegate else None,
        ),
    )
    if delegate:
        fold_attendance(connection, delegate, checkpoint)


def apply_ruling(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a scan.overridden or fact.undone entry in."""
    entry, data = stored.entry, stored.entry.data
    kind = "override" if entry.kind == kinds.OVERRIDDEN else "undo"
    connection.execute(
        INSERT_RULING,
        (
            entry.id,
            entry.subject,
            kind,
            data.get("reason", ""),
            data.get("operator", ""),
            entry.door,
            stored.stream,
        ),
    )
    scan = scan_under(connection, entry.subject)
    if scan is not None:
        fold_attendance(connection, *scan)


def scan_under(connection: sqlite3.Connection, fact: str) -> tuple[str, str] | None:
    """Delegate and checkpoint of the scan at the bottom of a pile of rulings."""
    seen: set[str] = set()
    while fact not in seen:
        seen.add(fact)
        row = connection.execute(
            "SELECT delegate, checkpoint FROM scans WHERE id = ?", (fact,)
        ).fetchone()
        if row:
            return (row[0], row[1]) if row[0] else None
        row = connection.execute("SELECT target FROM rulings WHERE id = ?", (fact,)).fetchone()
        if row is None:
            return None
        fact = row[0]
    return None


def rulings_about(connection: sqlite3.Connection, fact: str) -> dict[str, list[Ruling]]:
    """All rulings on a fact, on those rulings, and so on, by target."""
    grouped: dict[str, list[Ruling]] = defaultdict(list)
    todo, seen = [fact], {fact}
    while todo:
        target = todo.pop()
        rows = connection.execute(
            "SELECT id, target, kind FROM rulings WHERE target = ? ORDER BY id", (target,)
        ).fetchall()
        for row in rows:
            grouped[target].append(Ruling(*row))
            if row[0] not in seen:
                seen.add(row[0])
                todo.append(row[0])
    return grouped


def scan_status(connection: sqlite3.Connection, scan: str) -> tuple[bool, bool]:
    """Whether a scan still stands, and whether a standing override admits it."""
    rulings = rulings_about(connection, scan)
    return stands(scan, rulings), overriding(scan, rulings)


def fold_attendance(connection: sqlite3.Connection, delegate: str, checkpoint: str) -> None:
    """Writes the attendance of one delegate at one checkpoint anew from their scans."""
    passes = []
    for scan, door, direction, decision, offset, ruled in connection.execute(
        SELECT_PASSES, (delegate, checkpoint)
    ).fetchall():
        standing, overridden = scan_status(connection, scan) if ruled else (True, False)
        admitted = decision == "admit" or overridden
        passes.append(Pass(scan, door, direction, admitted, standing, offset))
    here = presence(passes)
    if here is None:
        connection.execute(DELETE_ATTENDANCE, (delegate, checkpoint))
        return
    connection.execute(
        UPSERT_ATTENDANCE,
        (
            delegate,
            checkpoint,
            here.first_scan,
            here.first_at,
            here.last_at,
            int(here.inside),
            here.passages,
        ),
    )
