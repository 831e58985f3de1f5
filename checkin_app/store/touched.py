"""Owns which conflicts a batch of entries may have made or ended, and folds those anew.

Entries are noted one by one as they are folded; `settle` then looks once at every key they touched.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from checkin_app.ledger import kinds
from checkin_app.store import crossed, decisions, erasing, meetings, merges, twins
from checkin_app.store.attendance import Seen
from checkin_app.store.giving_way import Step, go_on
from checkin_app.store.ledger import Stored
from checkin_app.store.records import DELEGATE

INSERT_CAUSE = """
    INSERT OR IGNORE INTO code_causes (id, stream, door, clock_offset, clock_bound, operator)
    VALUES (?, ?, ?, ?, ?, ?)
"""
SELECT_OWNERS = """
    SELECT DISTINCT delegate FROM credentials WHERE code IN (SELECT value FROM json_each(?))
"""
SELECT_CHANGED_OWNERS = f"{SELECT_OWNERS} AND status <> 'active'"
SELECT_SCAN = "SELECT delegate FROM scans WHERE id = ?"
SELECT_TARGET = "SELECT target FROM rulings WHERE id = ?"
SELECT_FORMER = """
    SELECT o.code, o.former FROM prints p JOIN prints o ON o.delegate = p.delegate WHERE p.id = ?
"""
SELECT_ADMITTED_AT = """
    SELECT DISTINCT delegate FROM scans
    WHERE checkpoint = ? AND decision = 'admit' AND delegate IS NOT NULL
"""
SELECT_BOUND = """
    SELECT code FROM temporary_bindings WHERE delegate IN (SELECT value FROM json_each(?))
"""
_ALONE = "SELECT 1 FROM streams WHERE no <> ? LIMIT 1"
Key = TypeVar("Key", str, tuple[str, str])
#: Keys are looked at so many at a time.
CHUNK = 500


class Touched:
    """Keys of conflicts to look at again. `docs` are of rows that a merge took away, by delegate;
    `people` are all whose row a merge changed, `seen` is how those stand who were scanned.
    """

    def __init__(self) -> None:
        self._scans: set[str] = set()
        self._delegates: set[str] = set()
        self._records: set[tuple[str, str]] = set()
        self._bindings: set[str] = set()
        self._decided: set[str] = set()
        self._checkpoints: set[str] = set()
        self.people: set[str] = set()
        self.seen: Seen = {}
        self.docs: dict[str, int] = {}

    # -- noting

    def before(self, connection: sqlite3.Connection, stored: Stored) -> None:
        """Called before an entry is folded: whose its codes were."""
        if stored.entry.kind in _CODES and (codes := _codes(stored.entry.data)):
            self._own(connection, SELECT_OWNERS, codes)

    def after(self, connection: sqlite3.Connection, stored: Stored) -> None:
        """Called once an entry is folded."""
        entry, data = stored.entry, stored.entry.data
        match entry.kind:
            case kinds.SCANNED:
                self.admitted([stored])
            case kinds.OVERRIDDEN | kinds.UNDONE:
                self._ruled(connection, entry.subject)
            case kinds.CREATED | kinds.AMENDED:
                self._said(connection, stored)
            case kinds.LISTED:
                self._records.update((DELEGATE, person["id"]) for person in data["people"])
            case kinds.CREDENTIAL_CHANGED | kinds.PRINTED:
                self._cause(connection, stored)
            case kinds.CREDENTIAL_ISSUED if data.get("replaces"):
                self._cause(connection, stored)
            case kinds.TEMPORARY_BOUND:
                self._bindings.add(data["code"])
            case kinds.MERGED:
                self._merged(connection, data["drop"])
            case kinds.CONFLICT_RESOLVED:
                self._decided.add(data["conflict"])
            case kinds.PRIVATE_ERASED:
                people = erasing.people(connection, stored)
                self._records.update((DELEGATE, person) for person in people)
                self.people |= people
        if entry.kind in _CODES and (codes := _codes(data)):
            self._own(connection, SELECT_CHANGED_OWNERS, codes)
        if entry.kind in (kinds.PRINTED, kinds.FOLLOWED):
            self._printed(connection, data.get("print", entry.id))

    def _own(self, connection: sqlite3.Connection, select: str, codes: list[str]) -> None:
        rows = connection.execute(select, (json.dumps(codes),))
        self._delegates.update(delegate for (delegate,) in rows)

    def _ruled(self, connection: sqlite3.Connection, fact: str) -> None:
        """What lies at the bottom of a pile of rulings."""
        seen: set[str] = set()
        while fact not in seen:
            seen.add(fact)
            if row := connection.execute(SELECT_SCAN, (fact,)).fetchone():
                self._delegates.update(row[:1] if row[0] else ())
                return
            if row := connection.execute(
                "SELECT gone FROM merges WHERE id = ?", (fact,)
            ).fetchone():
                self._merged(connection, row[0])
                return
            if row := connection.execute(
                "SELECT conflict FROM decisions WHERE id = ?", (fact,)
            ).fetchone():
                self._decided.add(row[0])
                return
            row = connection.execute(SELECT_TARGET, (fact,)).fetchone()
            if row is None:
                return
            fact = row[0]

    def _said(self, connection: sqlite3.Connection, stored: Stored) -> None:
        entry, data = stored.entry, stored.entry.data
        self._records.add((data["type"], entry.subject))
        if data["type"] == "checkpoint" and "passage" in data.get("fields", {}):
            self._checkpoints.add(entry.subject)
        if data["type"] == DELEGATE and entry.kind == kinds.CREATED and data.get("by") == "walk-in":
            twins.keep(connection, stored)

    def _cause(self, connection: sqlite3.Connection, stored: Stored) -> None:
        entry = stored.entry
        offset, bound = entry.offset or (None, None)
        operator = entry.data.get("operator", "")
        connection.execute(
            INSERT_CAUSE, (entry.id, stored.stream, entry.door, offset, bound, operator)
        )

    def _printed(self, connection: sqlite3.Connection, key: str) -> None:
        """New paper may replace codes of all paper of the same person."""
        codes: list[str] = []
        for code, former in connection.execute(SELECT_FORMER, (key,)):
            codes += [code, *json.loads(former)]
        self._own(connection, SELECT_OWNERS, codes)

    def _merged(self, connection: sqlite3.Connection, delegate: str) -> None:
        changed = merges.refold(connection, delegate)
        self.people |= changed.delegates
        for gone, doc in changed.docs.items():
            self.docs.setdefault(gone, doc)
        self._delegates |= changed.delegates
        self._records.update((DELEGATE, person) for person in changed.delegates)
        bound = connection.execute(SELECT_BOUND, (json.dumps(sorted(changed.delegates)),))
        self._bindings.update(code for (code,) in bound)

    def admitted(self, scans: Iterable[Stored]) -> None:
        """Called once some scan.made entries are folded."""
        for stored in scans:
            if stored.entry.subject and stored.entry.data["decision"] == "admit":
                self._scans.add(stored.entry.id)

    def settle(self, connection: sqlite3.Connection, step: Step = go_on) -> None:
        """Folds the conflicts of every key noted, and forgets the keys."""
        names: set[str] = set()
        for checkpoint in self._checkpoints:
            rows = connection.execute(SELECT_ADMITTED_AT, (checkpoint,))
            self._delegates.update(delegate for (delegate,) in rows)
        for record in _chunks(self._records):
            crossed.fold(connection, record)
            people = [key for kind, key in record if kind == DELEGATE]
            names |= twins.read_again(connection, people)
        for scans in _chunks(self._scans):
            self._delegates |= meetings.suspects(connection, scans)
        for delegates in _chunks(self._delegates):
            meetings.fold(connection, delegates, step)
        for name in sorted(names):
            twins.fold(connection, name)
        for code in sorted(self._bindings):
            meetings.fold_binding(connection, code)
        for conflict in sorted(self._decided):
            decisions.fold(connection, conflict)
        for keys in (
            self._scans,
            self._delegates,
            self._records,
            self._bindings,
            self._decided,
            self._checkpoints,
        ):
            keys.clear()


def is_alone(connection: sqlite3.Connection, stored: Stored) -> bool:
    """Whether nobody else wrote in this file, so that no scan can contradict another desk's."""
    return connection.execute(_ALONE, (stored.stream,)).fetchone() is None


_CODES = frozenset(
    {
        kinds.LISTED,
        kinds.CREATED,
        kinds.CREDENTIAL_ISSUED,
        kinds.CREDENTIAL_CHANGED,
        kinds.PRINTED,
        kinds.TEMPORARY_BOUND,
    }
)


def _codes(data: dict[str, Any]) -> list[str]:
    """Every code that an entry speaks of."""
    codes = [*data.get("codes", ()), *data.get("former", ())]
    codes += [code for name in ("code", "replaces") if isinstance(code := data.get(name), str)]
    for person in data.get("people", ()):
        codes += person["codes"]
    return [code for code in codes if code]


def _chunks(keys: Iterable[Key]) -> Iterator[list[Key]]:
    ordered = iter(sorted(keys))
    while chunk := list(islice(ordered, CHUNK)):
        yield chunk
