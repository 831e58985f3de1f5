"""Owns who is where, in memory: sets of delegates by checkpoint, beside the attendance table."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import msgspec
from pyroaring import BitMap

from checkin_app.domain.delegates import Completeness
from checkin_app.domain.programme import REGISTRATION
from checkin_app.store.attendance import SELECT_INSIDE, Seen

SELECT_ATTENDANCE = """
    SELECT d.doc, a.checkpoint, a.inside
    FROM attendance a JOIN delegates d ON d.id = a.delegate
"""
SELECT_DOCS = """
    SELECT d.id, d.doc, d.delegation FROM json_each(?) k CROSS JOIN delegates d ON d.id = k.value
"""
SELECT_MEMBERS = """
    SELECT doc FROM delegates WHERE delegation = ? AND standing <> 'withdrawn' ORDER BY doc
"""
SELECT_PRESENT_DELEGATIONS = """
    SELECT DISTINCT d.delegation FROM attendance a JOIN delegates d ON d.id = a.delegate
    WHERE a.checkpoint = ? AND d.delegation <> ''
"""
SELECT_ARRIVED = """
    SELECT 1 FROM delegates d JOIN attendance a ON a.delegate = d.id AND a.checkpoint = ?
    WHERE d.delegation = ? LIMIT 1
"""
COUNT_PEOPLE = "SELECT count(*) FROM delegates"
SELECT_WITHDRAWN = "SELECT doc FROM delegates WHERE standing = 'withdrawn'"
COUNT_DELEGATIONS = "SELECT count(DISTINCT delegation) FROM delegates WHERE delegation <> ''"


class Tally:
    """Sets of doc numbers: admitted at each checkpoint, and inside now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.admitted: dict[str, BitMap] = defaultdict(BitMap)
        self.inside: dict[str, BitMap] = defaultdict(BitMap)
        for doc, checkpoint, inside in connection.execute(SELECT_ATTENDANCE):
            self.admitted[checkpoint].add(doc)
            if inside:
                self.inside[checkpoint].add(doc)
        self._present: set[str] | None = None
        self._members: dict[str, BitMap] = {}
        self._people: int | None = None
        self._withdrawn = BitMap()
        self._delegations: int | None = None

    @property
    def arrived(self) -> BitMap:
        return self.admitted[REGISTRATION]

    @property
    def expected(self) -> int:
        """Everybody but those who withdrew before they arrived."""
        if self._people is None:
            self._people = self._connection.execute(COUNT_PEOPLE).fetchone()[0]
            self._withdrawn = BitMap([doc for (doc,) in self._connection.execute(SELECT_WITHDRAWN)])
        return self._people - len(self._withdrawn - self.arrived)

    @property
    def present_delegations(self) -> set[str]:
        """Delegations of which somebody has arrived."""
        if self._present is None:
            rows = self._connection.execute(SELECT_PRESENT_DELEGATIONS, (REGISTRATION,))
            self._present = {delegation for (delegation,) in rows}
        return self._present

    @property
    def delegations(self) -> int:
        if self._delegations is None:
            self._delegations = self._connection.execute(COUNT_DELEGATIONS).fetchone()[0]
        return self._delegations

    def refresh(self, doc: int, delegate: str, delegation: str, checkpoint: str) -> None:
        """Looks at one delegate and checkpoint again, after their scans changed."""
        row = self._connection.execute(SELECT_INSIDE, (delegate, checkpoint)).fetchone()
        _put(self.admitted[checkpoint], doc, row is not None)
        _put(self.inside[checkpoint], doc, row is not None and bool(row[0]))
        if checkpoint == REGISTRATION and delegation and self._present is not None:
            self._look_at(delegation, self._present)

    def take(self, seen: Seen) -> None:
        """Takes over how delegates stand at checkpoints."""
        asked = msgspec.json.encode(sorted({delegate for delegate, _ in seen})).decode()
        people = {
            delegate: (doc, delegation)
            for delegate, doc, delegation in self._connection.execute(SELECT_DOCS, (asked,))
        }
        delegations: set[str] = set()
        for (delegate, checkpoint), inside in seen.items():
            if delegate not in people:
                continue
            doc, delegation = people[delegate]
            _put(self.admitted[checkpoint], doc, inside is not None)
            _put(self.inside[checkpoint], doc, bool(inside))
            if checkpoint == REGISTRATION and delegation:
                delegations.add(delegation)
        if self._present is not None:
            for delegation in delegations:
                self._look_at(delegation, self._present)

    def _look_at(self, delegation: str, present: set[str]) -> None:
        """Somebody of it arrived, or is no longer said to have; who withdrew since counts too."""
        if (
            self.completeness(delegation).arrived
            or self._connection.execute(SELECT_ARRIVED, (REGISTRATION, delegation)).fetchone()
        ):
            present.add(delegation)
        else:
            present.discard(delegation)

    def roster_changed(self) -> None:
        """Forgets counts of the roster, to be read again when asked for."""
        self._members.clear()
        self._present = None
        self._people = self._delegations = None

    def completeness(self, delegation: str) -> Completeness:
        members = self._members.get(delegation)
        if members is None:
            rows = self._connection.execute(SELECT_MEMBERS, (delegation,))
            members = self._members[delegation] = BitMap([doc for (doc,) in rows])
        return Completeness(members.intersection_cardinality(self.arrived), len(members))


def _put(members: BitMap, doc: int, present: bool) -> None:
    if present:
        members.add(doc)
    else:
        members.discard(doc)
