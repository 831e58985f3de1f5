"""Owns what happened to one delegate, read back from the ledger, newest first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from checkin_app.domain.badges import counts
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import from_ms
from checkin_app.store.event_file import EventFile
from checkin_app.store.ledger import entry_at
from checkin_app.store.merged import gone_into
from checkin_app.store.records import default, fields_in, places_of
from checkin_app.store.roster import HistoryLine

SELECT_SCANS = """
    SELECT id, door, checkpoint, direction, decision, reason, operator FROM scans
    WHERE delegate = ? ORDER BY id
"""
SELECT_RULINGS = """
    SELECT r.id, r.door, r.kind, r.reason, r.operator, r.target,
           iif(EXISTS (SELECT 1 FROM scans s WHERE s.id = r.target), '', 'decision')
    FROM rulings r
    WHERE r.target IN (
        SELECT id FROM scans WHERE delegate = ?1
        UNION SELECT id FROM merges WHERE gone IN (SELECT value FROM json_each(?2))
        UNION SELECT d.id FROM decisions d, json_each(d.people) p
        WHERE p.value IN (SELECT value FROM json_each(?2))
    ) ORDER BY r.id
"""
SELECT_MERGES = """
    SELECT id, door, gone, codes, operator FROM merges
    WHERE gone IN (SELECT value FROM json_each(?)) ORDER BY id
"""
SELECT_DECISIONS = """
    SELECT DISTINCT d.id, d.door, d.kind, d.decision, d.reason, d.operator
    FROM decisions d, json_each(d.people) p
    WHERE p.value IN (SELECT value FROM json_each(?)) ORDER BY d.id
"""
SELECT_PRINTS = """
    SELECT id, door, layout, printer, first_outcome, outcome, reason, operator, former FROM prints
    WHERE delegate = ? ORDER BY id
"""
SELECT_REPORTS = """
    SELECT r.id, r.door, r.outcome, r.words, r.operator, r.print, p.printer
    FROM print_reports r JOIN prints p ON p.id = r.print WHERE p.delegate = ? ORDER BY r.id
"""
SELECT_HANDOVERS = """
    SELECT id, door, receiver, name, verified, operator FROM handovers
    WHERE delegate = ? ORDER BY id
"""
SELECT_BINDINGS = """
    SELECT b.id, b.door, b.day, t.number, b.operator
    FROM temporary_bindings b LEFT JOIN temporaries t ON t.code = b.code
    WHERE b.delegate IN (SELECT value FROM json_each(?)) ORDER BY b.id
"""


_ABOUT_CODES = frozenset({kinds.CREDENTIAL_ISSUED, kinds.CREDENTIAL_CHANGED})


def history(file: EventFile, delegate: str) -> list[HistoryLine]:
    """Every fact about a delegate, newest first; an edit shows what was there before."""
    connection, zone = file.connection, file.event.zone
    lines: list[HistoryLine] = []

    def add(at: int, kind: str, entry: str, /, **details: object) -> None:
        shown = {name: str(value) for name, value in details.items() if value not in (None, "")}
        lines.append(HistoryLine(from_ms(at, zone), kind, entry, shown))

    called: dict[str, str] = {}
    everybody = [delegate, *gone_into(connection, delegate)]
    for person in everybody:
        told = sorted(
            (entry_at(connection, *place) for place in places_of(connection, person)),
            key=lambda s: (s.entry.at, s.entry.id),
        )
        known: dict[str, Any] = {}
        for stored in told:
            entry, data = stored.entry, stored.entry.data
            details: dict[str, object] = {}
            if entry.kind in _ABOUT_CODES:
                details = {name: data.get(name, "") for name in ("status", "reason")}
            else:
                fields = fields_in(stored, person)
                details |= _shown_changes(known, fields)
                known.update(fields)
            details |= {name: data.get(name, "") for name in ("operator", "by")}
            add(entry.door, entry.kind, entry.id, **details)
        called[person] = known.get("name", "")
    these = json.dumps(everybody)
    for key, door, gone, codes, operator in connection.execute(SELECT_MERGES, (these,)):
        shown = {"name": called.get(gone, ""), "codes": codes, "operator": operator}
        add(door, kinds.MERGED, key, **shown)
    for key, door, kind, decision, reason, operator in connection.execute(
        SELECT_DECISIONS, (these,)
    ):
        shown = {"decision": decision, "reason": reason, "operator": operator}
        add(door, kinds.CONFLICT_RESOLVED, key, conflict=kind, **shown)
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
    for ruling, door, kind, reason, operator, target, of in connection.execute(
        SELECT_RULINGS, (delegate, these)
    ):
        entry_kind = kinds.OVERRIDDEN if kind == "override" else kinds.UNDONE
        shown = {"reason": reason, "operator": operator, "target": target, "of": of}
        add(door, entry_kind, ruling, **shown)
    for key, door, layout, printer, outcome, now, reason, operator, former in connection.execute(
        SELECT_PRINTS, (delegate,)
    ):
        shown = {"printer": printer, "reason": reason, "operator": operator}
        add(door, kinds.PRINTED, key, layout=layout, outcome=outcome, **shown)
        if counts(now):
            for _ in json.loads(former):
                add(door, kinds.CREDENTIAL_CHANGED, key, status="replaced", operator=operator)
    for report, door, outcome, words, operator, key, printer in connection.execute(
        SELECT_REPORTS, (delegate,)
    ):
        shown = {"words": words, "operator": operator, "print": key, "printer": printer}
        add(door, kinds.FOLLOWED, report, outcome=outcome, **shown)
    for key, door, to, name, verified, operator in connection.execute(
        SELECT_HANDOVERS, (delegate,)
    ):
        seen = "yes" if verified else ""
        add(door, kinds.HANDED, key, to=to, name=name, verified=seen, operator=operator)
    for key, door, day, number, operator in connection.execute(SELECT_BINDINGS, (these,)):
        add(door, kinds.TEMPORARY_BOUND, key, day=day, number=number, operator=operator)
    return sorted(lines, key=lambda line: (line.at, line.entry), reverse=True)


def _shown_changes(known: dict[str, Any], fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    if not known:
        return []
    return [
        (name, f"{known.get(name, default(name)) or '—'} → {value or '—'}")
        for name, value in sorted(fields.items())
        if known.get(name, default(name)) != value
    ]
