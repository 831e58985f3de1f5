"""Owns the small records in memory: categories, delegations, sessions, checkpoints, rules."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

import msgspec

from checkin_app.domain.delegates import Category, Delegation
from checkin_app.domain.errors import NoSuchCheckpoint
from checkin_app.domain.programme import AccessRule, Checkpoint, Event, Session

Record = Category | Delegation | Session | Checkpoint | AccessRule
R = TypeVar("R", Category, Delegation, Session, Checkpoint, AccessRule)

TYPES: dict[type[Record], str] = {
    Category: "category",
    Delegation: "delegation",
    Session: "session",
    Checkpoint: "checkpoint",
    AccessRule: "rule",
}
SELECT_RECORDS = "SELECT id, fields FROM records WHERE type = ? ORDER BY id"
_decode = msgspec.json.Decoder(dict[str, Any]).decode


def fields_of(record: Record) -> dict[str, Any]:
    """The values of a record as a ledger entry holds them, without its id."""
    values: dict[str, Any] = {
        field.name: getattr(record, field.name) for field in fields(record) if field.name != "id"
    }
    built: dict[str, Any] = msgspec.to_builtins(values, order="deterministic")
    return built


class Programme:
    """The event and all its small records, read once and again after they changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.categories = {r.id: r for r in _read(connection, Category)}
        self.delegations = {r.id: r for r in _read(connection, Delegation)}
        self.sessions = {r.id: r for r in _read(connection, Session)}
        self.checkpoints = {r.id: r for r in _read(connection, Checkpoint)}
        self._rules: dict[str, list[AccessRule]] = defaultdict(list)
        for rule in _read(connection, AccessRule):
            self._rules[rule.checkpoint].append(rule)
        doors = {c.session: c.id for c in self.checkpoints.values() if c.session}
        self.ruled_sessions: Sequence[tuple[Session, Sequence[AccessRule]]] = [
            (session, self._rules[doors[session.id]])
            for session in sorted(self.sessions.values(), key=lambda s: (s.starts_at, s.id))
            if session.id in doors and self._rules.get(doors[session.id])
        ]

    def checkpoint(self, checkpoint: str) -> Checkpoint:
        """Raises NoSuchCheckpoint."""
        try:
            return self.checkpoints[checkpoint]
        except KeyError:
            raise NoSuchCheckpoint(id=checkpoint, known=", ".join(self.checkpoints)) from None

    def rules(self, checkpoint: str) -> Sequence[AccessRule]:
        return self._rules.get(checkpoint, ())


def _read(connection: sqlite3.Connection, record: type[R]) -> list[R]:
    return [
        msgspec.convert({"id": key, **_decode(text)}, record)
        for key, text in connection.execute(SELECT_RECORDS, (TYPES[record],))
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
