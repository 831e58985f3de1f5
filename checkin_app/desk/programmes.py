"""Owns the programme as a desk reads and changes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checkin_app.desk.station import Station, verb
from checkin_app.domain import names
from checkin_app.domain.delegates import Category, Delegation
from checkin_app.domain.programme import REGISTRATION, AccessRule, Checkpoint, Session
from checkin_app.ledger import kinds
from checkin_app.store.programme import TYPES, Record, fields_of


class Programmes(Station):
    """Checkpoints, sessions, categories, delegations and rules."""

    @verb
    def checkpoints(self) -> list[Checkpoint]:
        """Registration first, then by id."""
        return sorted(
            self._file.programme.checkpoints.values(), key=lambda c: (c.id != REGISTRATION, c.id)
        )

    @verb
    def sessions(self) -> list[Session]:
        return sorted(self._file.programme.sessions.values(), key=lambda s: (s.starts_at, s.id))

    @verb
    def categories(self) -> list[Category]:
        return sorted(self._file.programme.categories.values(), key=lambda c: (c.rank, c.id))

    @verb
    def delegations(self) -> list[Delegation]:
        return sorted(self._file.programme.delegations.values(), key=lambda d: names.fold(d.name))

    def rules(self, checkpoint: str) -> Sequence[AccessRule]:
        return self._file.programme.rules(checkpoint)

    @verb
    def add_records(self, added: Sequence[Record]) -> None:
        """Adds or corrects categories, delegations, sessions, checkpoints and rules."""
        programme = self._file.programme
        known: dict[tuple[str, str], Record] = {
            (TYPES[type(record)], record.id): record
            for group in (
                programme.categories,
                programme.delegations,
                programme.sessions,
                programme.checkpoints,
                programme.layouts,
            )
            for record in group.values()
        }
        with self._file.transaction():
            for record in added:
                record_type = TYPES[type(record)]
                fields = fields_of(record)
                before = known.get((record_type, record.id))
                data: dict[str, Any] = {"type": record_type, "fields": fields}
                if before is None:
                    self._file.record(kinds.CREATED, record.id, data)
                    continue
                old = fields_of(before)
                data["fields"] = {k: v for k, v in fields.items() if old.get(k) != v}
                if data["fields"]:
                    data["replaces"] = self._live(record.id, data["fields"], record_type)
                    self._file.record(kinds.AMENDED, record.id, data)
