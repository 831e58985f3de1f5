"""Owns which fields of which records hold corrections that crossed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from checkin_app.domain.conflicts import ConflictKind
from checkin_app.ledger.conflicts import Found, crossed_edits
from checkin_app.store import conflict_rows, records
from checkin_app.store.conflict_rows import Wanted
from checkin_app.store.merged import is_gone

#: Of records that two streams speak of.
SELECT_SUSPECTS = """
    SELECT subject FROM (
        SELECT subject, stream FROM mentions WHERE subject IN (SELECT value FROM json_each(?1))
        UNION ALL
        SELECT id, list_stream FROM delegates
        WHERE id IN (SELECT value FROM json_each(?1)) AND list_n IS NOT NULL
    ) GROUP BY subject HAVING min(stream) < max(stream)
"""
SELECT_KNOWN = """
    SELECT key FROM conflicts WHERE kind = ? AND key IN (SELECT value FROM json_each(?))
"""


def key_of(record_type: str, record: str) -> str:
    return f"{record_type}/{record}"


def fold(connection: sqlite3.Connection, touched: Sequence[tuple[str, str]]) -> None:
    """Folds the crossed edits of some records, each a type and an id, anew."""
    ids = json.dumps([record for _, record in touched])
    suspects = {record for (record,) in connection.execute(SELECT_SUSPECTS, (ids,))}
    keys = json.dumps([key_of(*record) for record in touched])
    rows = connection.execute(SELECT_KNOWN, (ConflictKind.CROSSED_EDITS.value, keys))
    known = {key for (key,) in rows}
    for record_type, record in touched:
        if record in suspects or key_of(record_type, record) in known:
            _fold_record(connection, record_type, record)


def _fold_record(connection: sqlite3.Connection, record_type: str, record: str) -> None:
    is_person = record_type == records.DELEGATE
    found: list[Found] = []
    if not (is_person and is_gone(connection, record)):
        said = records.edits_by_stream(connection, record, record_type)
        found = crossed_edits(
            [edit for _, edit in said], {edit.id: stream for stream, edit in said}
        )
    people = (record,) if is_person else ()
    key = key_of(record_type, record)  # One entry may list many people: the id tells them apart.
    wanted = [Wanted(replace(one, part=f"{key}/{one.part}"), people) for one in found]
    conflict_rows.write(connection, ConflictKind.CROSSED_EDITS, key, wanted)
