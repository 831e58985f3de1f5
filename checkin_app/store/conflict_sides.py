"""Owns the sides of a conflict: what each of its entries says, who said it, and when."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property
from zoneinfo import ZoneInfo

from checkin_app.domain.conflicts import Role, Side
from checkin_app.ledger.clock import from_ms
from checkin_app.store import records
from checkin_app.store.ledger import Stored, entry_at

_DESK = "JOIN streams t ON t.no = x.stream"
#: Each gives: desk, operator, door, offset, bound, delegate, checkpoint, code, value.
SELECTS = {
    Role.SCAN: f"""
        SELECT t.desk_name, x.operator, x.door, x.clock_offset, x.clock_bound,
               coalesce(x.claimed, x.delegate, ''), x.checkpoint, x.code, x.direction
        FROM scans x {_DESK} WHERE x.id = ?
    """,
    Role.CODE_CHANGE: f"""
        SELECT t.desk_name, x.operator, x.door, x.clock_offset, x.clock_bound,
               coalesce(c.delegate, ''), '', k.code, k.status
        FROM code_causes x {_DESK} JOIN credential_changes k ON k.cause = x.id
        LEFT JOIN credentials c ON c.code = k.code WHERE x.id = ?
    """,
    Role.BINDING: f"""
        SELECT t.desk_name, x.operator, x.door, x.clock_offset, x.clock_bound, x.delegate, '',
               x.code, coalesce(d.name, '')
        FROM temporary_bindings x {_DESK} LEFT JOIN delegates d ON d.id = x.delegate WHERE x.id = ?
    """,
    Role.DECISION: f"""
        SELECT t.desk_name, x.operator, x.door, NULL, NULL, '', '', '', x.decision
        FROM decisions x {_DESK} WHERE x.id = ?
    """,
}


class Sides:
    """Finds the sides of one conflict about `people`, or about a `field` of one `record`."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        zone: ZoneInfo,
        people: Sequence[str],
        record: str = "",
        field: str = "",
    ) -> None:
        self._connection = connection
        self._zone = zone
        self._subjects = [record] if record else people
        self._field = field

    def of(self, entries: Sequence[str]) -> tuple[Side, ...]:
        """The sides in the order of `entries`; what cannot be found any more is left out."""
        return tuple(side for entry in entries if (side := self._side(entry)) is not None)

    def _side(self, entry: str) -> Side | None:
        for role, select in SELECTS.items():
            if row := self._connection.execute(select, (entry,)).fetchone():
                return self._made(entry, role, *row)
        if (place := self._edits.get(entry)) is not None:
            return self._said(*place)
        return None

    def _made(
        self,
        entry: str,
        role: Role,
        desk: str,
        operator: str,
        door: int,
        offset: int | None,
        bound: int | None,
        delegate: str = "",
        checkpoint: str = "",
        code: str = "",
        value: str = "",
    ) -> Side:
        return Side(
            entry=entry,
            role=role,
            desk=desk,
            operator=operator,
            at=from_ms(door, self._zone),
            corrected_at=from_ms(door + (offset or 0), self._zone),
            bound_ms=bound,
            delegate=delegate,
            checkpoint=checkpoint,
            code=code,
            value=value,
        )

    @cached_property
    def _edits(self) -> dict[str, tuple[str, Stored]]:
        """Every entry about the records concerned, with the record's id."""
        return {
            stored.entry.id: (subject, stored)
            for subject in self._subjects
            for stored in self._about(subject)
        }

    def _about(self, subject: str) -> Iterator[Stored]:
        for place in records.places_of(self._connection, subject):
            yield entry_at(self._connection, *place)

    def _said(self, subject: str, stored: Stored) -> Side:
        entry, data = stored.entry, stored.entry.data
        (desk,) = self._connection.execute(
            "SELECT desk_name FROM streams WHERE no = ?", (stored.stream,)
        ).fetchone()
        offset, bound = entry.offset or (None, None)
        value = records.fields_in(stored, subject).get(self._field or "name")
        return self._made(
            entry.id,
            Role.EDIT if self._field else Role.WALK_IN,
            desk,
            data.get("operator", ""),
            entry.door,
            offset,
            bound,
            delegate=subject,
            value=str("" if value is None else value),
        )
