"""Owns the rows about scans: every one as it happened, and the attendance that follows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping

from checkin_app.exporting.conflicts import marks
from checkin_app.exporting.people import Names, Row
from checkin_app.exporting.period import Limits
from checkin_app.ledger.fold import Pass, Ruling, overriding, presence, stands

SELECT_RULINGS = "SELECT id, target, kind, reason FROM rulings ORDER BY door, id"
SELECT_SCANS = """
    SELECT s.id, s.door, t.desk_name, s.operator, s.checkpoint, s.direction, s.code, s.decision,
           s.reason, s.delegate, d.name, d.delegation, d.category
    FROM scans s JOIN streams t ON t.no = s.stream LEFT JOIN delegates d ON d.id = s.delegate
    WHERE s.door >= ? AND s.door < ? AND (? = '' OR s.checkpoint = ?)
    ORDER BY s.door, s.id
"""
SELECT_ATTENDED = """
    SELECT a.checkpoint, d.id, d.honorific, d.name, d.own_name, d.position, d.organization,
           d.delegation, d.country, d.category
    FROM attendance a JOIN delegates d ON d.id = a.delegate
    WHERE ? = '' OR a.checkpoint = ?
    ORDER BY a.checkpoint, a.first_at, d.id
"""
SELECT_PASSES = """
    SELECT s.id, s.door, s.direction, s.decision, coalesce(s.clock_offset, 0), t.desk_name
    FROM scans s JOIN streams t ON t.no = s.stream
    WHERE s.delegate = ? AND s.checkpoint = ? AND s.door >= ? AND s.door < ?
"""


class Rulings:
    """Overrides and undos by what they overrule; there are few of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._grouped: dict[str, list[Ruling]] = defaultdict(list)
        self._reasons: dict[str, str] = {}
        for key, target, kind, reason in connection.execute(SELECT_RULINGS):
            self._grouped[target].append(Ruling(key, target, kind))
            self._reasons[key] = reason

    @property
    def grouped(self) -> Mapping[str, list[Ruling]]:
        return self._grouped

    def status(self, scan: str) -> tuple[bool, bool]:
        """Whether a scan stands, and whether an override admits it."""
        if scan not in self._grouped:
            return True, False
        return stands(scan, self._grouped), overriding(scan, self._grouped)

    def reason(self, scan: str, kind: str) -> str:
        """Why the latest standing override or undo of a scan was made."""
        return next(
            (
                self._reasons[ruling.id]
                for ruling in reversed(self._grouped.get(scan, ()))
                if ruling.kind == kind and stands(ruling.id, self._grouped)
            ),
            "",
        )


def scan_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """Every scan as it was answered, refusals too, with what was ruled about it since."""
    names = Names(connection, limits.lang)
    rulings = Rulings(connection)
    marked = marks(connection)
    wanted = (limits.first_ms, limits.end_ms, limits.checkpoint, limits.checkpoint)
    for row in connection.execute(SELECT_SCANS, wanted):
        scan, door, *fact, delegate, name, delegation, category = row
        standing, overridden = rulings.status(scan)
        yield (
            scan,
            limits.moment(door),
            *fact,
            delegate,
            name,
            *names.of(delegation or "", category or ""),
            not standing,
            rulings.reason(scan, "undo"),
            overridden,
            rulings.reason(scan, "override"),
            marked.get(scan, ""),
        )


def attendance_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """A row for each delegate and checkpoint that let them in within the period."""
    names = Names(connection, limits.lang)
    rulings = Rulings(connection)
    marked = marks(connection)
    for row in connection.execute(SELECT_ATTENDED, (limits.checkpoint, limits.checkpoint)):
        checkpoint, delegate, *person, delegation, country, category = row
        scans = connection.execute(
            SELECT_PASSES, (delegate, checkpoint, limits.first_ms, limits.end_ms)
        ).fetchall()
        passes, overridden, desks = [], [], {}
        for scan, door, direction, decision, offset, desk in scans:
            standing, ruled_in = rulings.status(scan)
            admitted = decision == "admit" or ruled_in
            passes.append(Pass(scan, door, direction, admitted, standing, offset))
            desks[scan] = desk
            if ruled_in and standing:
                overridden.append(scan)
        here = presence(passes)
        if here is None:
            continue
        counted = [p for p in passes if p.admitted and p.standing]
        called, group = names.of(delegation, category)
        yield (
            delegate,
            *person,
            called,
            country,
            group,
            checkpoint,
            limits.moment(here.first_at),
            limits.moment(_latest(counted, "in")),
            limits.moment(_latest(counted, "out")),
            limits.moment(here.last_at),
            here.inside,
            here.passages,
            desks[here.first_scan],
            bool(overridden),
            rulings.reason(overridden[0], "override") if overridden else "",
            ", ".join(sorted({marked[scan] for scan in desks if scan in marked})),
        )


def _latest(passes: list[Pass], direction: str) -> int | None:
    return max((p.door for p in passes if p.direction == direction), default=None)
