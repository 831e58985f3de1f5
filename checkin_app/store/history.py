"""Owns what happened to one delegate, read back from the ledger, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checkin_app.ledger import kinds
from checkin_app.ledger.clock import from_ms
from checkin_app.store.event_file import EventFile
from checkin_app.store.ledger import Stored, entry_at
from checkin_app.store.records import default, edit_from, listed, places_of
from checkin_app.store.roster import HistoryLine

SELECT_SCANS = """
    SELECT id, door, checkpoint, direction, decision, reason, operator FROM scans
    WHERE delegate = ? ORDER BY id
"""
SELECT_RULINGS = """
    SELECT r.id, r.door, r.kind, r.reason, r.operator, r.target
    FROM rulings r JOIN scans s ON s.id = r.target WHERE s.delegate = ? ORDER BY r.id
"""
SELECT_PRINTS = """
    SELECT id, door, layout, printer, outcome, reason, operator FROM prints
    WHERE delegate = ? ORDER BY id
"""


def history(file: EventFile, delegate: str) -> list[HistoryLine]:
    """Every fact about a delegate, newest first; an edit shows what was there before."""
    connection, zone = file.connection, file.event.zone
    lines: list[HistoryLine] = []

    def add(at: int, kind: str, entry: str, **details: object) -> None:
        shown = {name: str(value) for name, value in details.items() if value not in (None, "")}
        lines.append(HistoryLine(from_ms(at, zone), kind, entry, shown))

    edits = sorted(
        (entry_at(connection, *place) for place in places_of(connection, delegate)),
        key=lambda s: (s.entry.at, s.entry.id),
    )
    known: dict[str, Any] = {}
    for edit in edits:
        fields = _fields(edit, delegate)
        details = dict(_shown_changes(known, fields))
        known.update(fields)
        data = edit.entry.data
        add(
            edit.entry.door,
            edit.entry.kind,
            edit.entry.id,
            operator=data.get("operator", ""),
            by=data.get("by", ""),
            **details,
        )
    for scan, door, checkpoint, direction, decision, reason, operator in connection.execute(
        SELECT_SCANS, (delegate,)
    ):
        add(
            door,
            kinds.SCANNED,
            scan,
            checkpoint=checkpoint,
            direction=direction,
            decision=decision,
            reason=reason,
            operator=operator,
        )
    for ruling, door, kind, reason, operator, target in connection.execute(
        SELECT_RULINGS, (delegate,)
    ):
        entry_kind = kinds.OVERRIDDEN if kind == "override" else kinds.UNDONE
        add(door, entry_kind, ruling, reason=reason, operator=operator, target=target)
    for job, door, layout, printer, outcome, reason, operator in connection.execute(
        SELECT_PRINTS, (delegate,)
    ):
        add(
            door,
            kinds.PRINTED,
            job,
            layout=layout,
            printer=printer,
            outcome=outcome,
            reason=reason,
            operator=operator,
        )
    return sorted(lines, key=lambda line: (line.at, line.entry), reverse=True)


def _fields(stored: Stored, delegate: str) -> Mapping[str, Any]:
    if stored.entry.kind == kinds.LISTED:
        return next(fields for key, _, fields in listed(stored) if key == delegate)
    return edit_from(stored).fields


def _shown_changes(known: dict[str, Any], fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    if not known:
        return []
    return [
        (name, f"{known.get(name, default(name)) or '—'} → {value or '—'}")
        for name, value in sorted(fields.items())
        if known.get(name, default(name)) != value
    ]
