"""Owns what every verb of the desk needs: the event file, a person by id, live values."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NoSuchDelegate
from checkin_app.domain.programme import Checkpoint, Event
from checkin_app.domain.scans import FirstScan
from checkin_app.ledger.clock import from_ms
from checkin_app.ledger.fold import live_edits
from checkin_app.store import merged, records
from checkin_app.store.database import translated
from checkin_app.store.event_file import EventFile

SELECT_ADMITTED = """
    SELECT first_scan, first_at, inside FROM attendance WHERE delegate = ? AND checkpoint = ?
"""
SELECT_SCAN_DESK = """
    SELECT t.desk_name FROM scans s JOIN streams t ON t.no = s.stream WHERE s.id = ?
"""


P = ParamSpec("P")
S = TypeVar("S", bound="Station")
T = TypeVar("T")


def verb(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """A method of the desk: what SQLite says of the disk becomes a sentence for staff."""

    @wraps(method)
    def told(self: S, *args: P.args, **kwargs: P.kwargs) -> T:
        with translated(self.path):
            return method(self, *args, **kwargs)

    return cast(Callable[Concatenate[S, P], T], told)


def _nobody() -> bool:
    return False


class Station:
    """A desk's event file, used from one thread."""

    def __init__(self, file: EventFile) -> None:
        self._file = file
        #: Whether something else waits to be done here; told by the lane in which the desk lives.
        self.waiting: Callable[[], bool] = _nobody

    def _corrected(self) -> None:
        """Somebody's fields or codes changed: an answer given before may not hold."""

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def event(self) -> Event:
        return self._file.event

    @property
    def desk_name(self) -> str:
        desk = self._file.desk
        return desk.name if desk else ""

    @property
    def desk_id(self) -> str:
        desk = self._file.desk
        return desk.desk if desk else ""

    def _find(self, delegate_id: str) -> tuple[int, Delegate]:
        found = records.find_delegate(self._file.connection, delegate_id)
        if found is None:
            kept = records.find_delegate(
                self._file.connection, merged.kept(self._file.connection, delegate_id)
            )
            if kept is not None:
                raise NoSuchDelegate(
                    "This record was merged into that of {name}, {id}. Go on there.",
                    name=kept[1].name,
                    id=kept[1].id,
                )
            raise NoSuchDelegate(id=delegate_id)
        return found

    def _admitted(
        self, delegate: Delegate | None, place: Checkpoint
    ) -> tuple[FirstScan | None, bool]:
        if delegate is None:
            return None, False
        row = self._file.connection.execute(SELECT_ADMITTED, (delegate.id, place.id)).fetchone()
        if row is None:
            return None, False
        scan, first_at, inside = row
        desk = self._file.connection.execute(SELECT_SCAN_DESK, (scan,)).fetchone()
        first = FirstScan(
            scan, from_ms(first_at, self.event.zone), desk[0] if desk else "", place.id
        )
        return first, bool(inside)

    def _live(
        self, subject: str, changed: dict[str, Any], record_type: str = records.DELEGATE
    ) -> dict[str, list[str]]:
        """Which entries hold the values that these changes replace."""
        edits = records.edits_of(self._file.connection, subject, record_type)
        return {field: [edit.id for edit in live_edits(edits, field)] for field in changed}
