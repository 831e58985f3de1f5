"""Owns scans and what follows from them: rulings, and who is where."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from checkin_app.ledger import kinds
from checkin_app.ledger.fold import Pass, Presence, Ruling, overriding, presence, stands
from checkin_app.store import ids
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
    INSERT INTO attendance
    (delegate, checkpoint, first_scan, first_at, last_at, inside, passages)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET first_scan = excluded.first_scan, first_at = excluded.first_at,
    last_at = excluded.last_at, inside = excluded.inside, passages = excluded.passages
"""
SELECT_INSIDE = "SELECT inside FROM attendance WHERE delegate = ? AND checkpoint = ?"
DELETE_ATTENDANCE = "DELETE FROM attendance WHERE delegate = ? AND checkpoint = ?"
SELECT_PASSES = """
    SELECT s.id, s.door, s.direction, s.decision, coalesce(s.clock_offset, 0),
           EXISTS (SELECT 1 FROM rulings r WHERE r.target = s.id)
    FROM scans s WHERE s.delegate = ? AND s.checkpoint = ?
"""
SELECT_ALL_PASSES = """
    SELECT k.key, s.id, s.door, s.direction, s.decision, coalesce(s.clock_offset, 0),
           EXISTS (SELECT 1 FROM rulings r WHERE r.target = s.id)
    FROM json_each(?) k CROSS JOIN scans s
    ON s.delegate = k.value ->> 0 AND s.checkpoint = k.value ->> 1
"""


def apply_scan(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a scan.made entry in."""
    subject = stored.entry.subject
    delegate = kept(connection, subject) if subject else None
    if not connection.execute(INSERT_SCAN, _row(stored, delegate)).rowcount:
        ids.lose_scans(connection, [stored])
    if delegate:
        fold_attendance(connection, delegate, stored.entry.data["checkpoint"])


#: Delegate and checkpoint to whether they are inside, or None where nothing let them in.
Seen = dict[tuple[str, str], bool | None]


def apply_scans(connection: sqlite3.Connection, scans: Sequence[Stored]) -> Seen:
    """Folds many scan.made entries in at once. Returns how all stand whom they are about."""
    merged = dict(connection.execute("SELECT gone, keep FROM merged"))
    rows = []
    for stored in scans:
        subject = stored.entry.subject or None
        delegate = merged.get(subject, subject) if subject else None
        rows.append(_row(stored, delegate))
    if connection.executemany(INSERT_SCAN, rows).rowcount < len(rows):
        ids.lose_scans(connection, scans)
    return fold_all(connection, {(row[1], row[2]) for row in rows if row[1]})


def _row(stored: Stored, delegate: str | None) -> tuple[Any, ...]:
    entry, data = stored.entry, stored.entry.data
    subject = entry.subject or None
    offset, bound = entry.offset or (None, None)
    return (
        entry.id,
        delegate,
        data["checkpoint"],
        data["direction"],
        entry.door,
        data["decision"],
        data["reason"],
        data.get("code") or stored.private.get("code", ""),
        data.get("operator", ""),
        stored.stream,
        entry.n,
        offset,
        bound,
        subject if subject != delegate else None,
    )


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
    rows = connection.execute(SELECT_PASSES, (delegate, checkpoint)).fetchall()
    here = presence(_passes(connection, rows))
    if here is None:
        connection.execute(DELETE_ATTENDANCE, (delegate, checkpoint))
    else:
        connection.execute(UPSERT_ATTENDANCE, (delegate, checkpoint, *_columns(here)))


def fold_all(connection: sqlite3.Connection, places: Iterable[tuple[str, str]]) -> Seen:
    """The same for many delegates and checkpoints, in one reading."""
    ordered = sorted(places)
    asked = msgspec.json.encode(ordered).decode()
    present, absent = [], []
    passes: list[list[tuple[Any, ...]]] = [[] for _ in ordered]
    for key, *row in connection.execute(SELECT_ALL_PASSES, (asked,)):
        passes[key].append(tuple(row))
    for place, rows in zip(ordered, passes, strict=True):
        if len(rows) == 1:
            scan, door, direction, decision, _, ruled = rows[0]
            if direction == "in" and decision == "admit" and not ruled:
                # Nearly everybody, and nothing to weigh.
                present.append((*place, scan, door, door, 1, 1))
                continue
        here = presence(_passes(connection, rows))
        if here is None:
            absent.append(place)
        else:
            present.append((*place, *_columns(here)))
    connection.executemany(DELETE_ATTENDANCE, absent)
    connection.executemany(UPSERT_ATTENDANCE, present)
    seen: Seen = {row[:2]: bool(row[5]) for row in present}
    return seen | dict.fromkeys(absent)


def standing(connection: sqlite3.Connection, places: Iterable[tuple[str, str]]) -> Seen:
    """How some delegates stand at some checkpoints, as it is folded."""
    seen: Seen = {}
    for place in places:
        row = connection.execute(SELECT_INSIDE, place).fetchone()
        seen[place] = bool(row[0]) if row else None
    return seen


def _passes(connection: sqlite3.Connection, rows: Iterable[Sequence[Any]]) -> Iterator[Pass]:
    for scan, door, direction, decision, offset, ruled in rows:
        standing, overridden = scan_status(connection, scan) if ruled else (True, False)
        admitted = decision == "admit" or overridden
        yield Pass(scan, door, direction, admitted, standing, offset)


def _columns(here: Presence) -> tuple[str, int, int, int, int]:
    inside = int(here.inside)
    return here.first_scan, here.first_at, here.last_at, inside, here.passages
