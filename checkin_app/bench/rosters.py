"""Owns the events that are measured: any number of sample delegates, accredited, in a new file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegate
from checkin_app.sample.people import delegates


def new_event(path: Path, people: int) -> Desk:
    """A desk on a new event with that many people."""
    desk = Desk.create(
        path, name="Bench", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    )
    desk.add_people(_fields(people))
    desk.seal()
    desk.warm_up()
    return desk


def _fields(people: int) -> Iterator[dict[str, Any]]:
    for delegate, serial in delegates(people, irregular=False):
        yield {**values(delegate), "id": delegate.id, "serial": serial}


def values(delegate: Delegate) -> dict[str, Any]:
    """A delegate's fields that say anything, without the id."""
    return {
        name: value
        for name in delegate.__dataclass_fields__
        if name != "id" and (value := getattr(delegate, name))
    }
