"""Owns the small records in memory: categories, delegations, programme, rules, layouts."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import msgspec

from checkin_app.domain.badges import StoredLayout
from checkin_app.domain.delegates import Category, Delegation
from checkin_app.domain.errors import NoSuchCheckpoint
from checkin_app.domain.names import fold
from checkin_app.domain.programme import AccessRule, Checkpoint, Event, Session

Record = Category | Delegation | Session | Checkpoint | AccessRule | StoredLayout

TYPES: dict[type[Record], str] = {
    Category: "category",
    Delegation: "delegation",
    Session: "session",
    Checkpoint: "checkpoint",
    AccessRule: "rule",
    StoredLayout: "layout",
}
#: What the id of a layout's record begins with, so that it is no other record's.
LAYOUT_ID = "layout:"
SELECT_RECORDS = "SELECT type, id, fields FROM records ORDER BY type, id"
SELECT_RECORD = "SELECT fields FROM records WHERE type = ? AND id = ?"
_decode = msgspec.json.Decoder(dict[str, Any]).decode


def fields_of(record: Record) -> dict[str, Any]:
    """The values of a record as a ledger entry holds them, without its id."""
    values: dict[str, Any] = {
        field.name: getattr(record, field.name) for field in fields(record) if field.name != "id"
    }
    built: dict[str, Any] = msgspec.to_builtins(values, order="deterministic")
    return built


class Programme:
    """The event's small records in memory; one that changes is read again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.categories: dict[str, Category] = {}
        self.delegations: dict[str, Delegation] = {}
        self.sessions: dict[str, Session] = {}
        self.checkpoints: dict[str, Checkpoint] = {}
        self.layouts: dict[str, StoredLayout] = {}
        self._rules: dict[str, AccessRule] = {}
        self._kept: dict[str, tuple[type[Record], dict[str, Any]]] = {
            "category": (Category, self.categories),
            "delegation": (Delegation, self.delegations),
            "session": (Session, self.sessions),
            "checkpoint": (Checkpoint, self.checkpoints),
            "rule": (AccessRule, self._rules),
            "layout": (StoredLayout, self.layouts),
        }
        for record_type, key, text in connection.execute(SELECT_RECORDS):
            self._learn(record_type, key, text)
        self._by_name: dict[str, str] | None = None
        self._doors: _Doors | None = None

    def _learn(self, record_type: str, key: str, text: str) -> None:
        """A record of which only a correction is known yet is left out until it is whole."""
        kind, kept = self._kept[record_type]
        try:
            kept[key] = msgspec.convert({"id": key, **_decode(text)}, kind)
        except msgspec.ValidationError:
            kept.pop(key, None)

    def read_again(self, record_type: str, key: str) -> None:
        """Takes in one record that was added or corrected."""
        row = self._connection.execute(SELECT_RECORD, (record_type, key)).fetchone()
        if row is None:
            self._kept[record_type][1].pop(key, None)
        else:
            self._learn(record_type, key, row[0])
        if record_type == "delegation":
            if self._by_name is not None and key in self.delegations:
                self._by_name[fold(self.delegations[key].name)] = key
        else:
            self._doors = None

    def checkpoint(self, checkpoint: str) -> Checkpoint:
        """Raises NoSuchCheckpoint."""
        try:
            return self.checkpoints[checkpoint]
        except KeyError:
            raise NoSuchCheckpoint(id=checkpoint, known=", ".join(self.checkpoints)) from None

    def delegation_named(self, name: str) -> str | None:
        """The id of a delegation by its name, with or without marks."""
        if self._by_name is None:
            self._by_name = {fold(d.name): d.id for d in self.delegations.values()}
        return self._by_name.get(fold(name))

    def rules(self, checkpoint: str) -> Sequence[AccessRule]:
        """Who may pass a checkpoint; none means everybody."""
        return self._at_doors.rules.get(checkpoint, ())

    @property
    def ruled_sessions(self) -> Sequence[tuple[Session, Sequence[AccessRule]]]:
        """Sessions behind a door with rules, by the time they start."""
        return self._at_doors.sessions

    @property
    def _at_doors(self) -> _Doors:
        if self._doors is None:
            self._doors = _Doors(self.sessions, self.checkpoints, self._rules)
        return self._doors


class _Doors:
    """Which rules hold where, worked out once."""

    def __init__(
        self,
        sessions: dict[str, Session],
        checkpoints: dict[str, Checkpoint],
        rules: dict[str, AccessRule],
    ) -> None:
        self.rules: dict[str, list[AccessRule]] = defaultdict(list)
        for rule in rules.values():
            self.rules[rule.checkpoint].append(rule)
        doors = {c.session: c.id for c in checkpoints.values() if c.session}
        self.sessions = [
            (session, self.rules[doors[session.id]])
            for session in sorted(sessions.values(), key=lambda s: (s.starts_at, s.id))
            if doors.get(session.id) in self.rules
        ]


def read_event(connection: sqlite3.Connection) -> tuple[Event, bytes] | None:
    """The event and the secret of its codes."""
    row = connection.execute(
        "SELECT id, name, name_vi, first_day, last_day, timezone, tag, secret FROM event"
    ).fetchone()
    if row is None:
        return None
    key, name, name_vi, first_day, last_day, timezone, tag, secret = row
    event = Event(
        key,
        name,
        name_vi,
        date.fromisoformat(first_day),
        date.fromisoformat(last_day),
        timezone,
        tag,
    )
    return event, bytes.fromhex(secret)
