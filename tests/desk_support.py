"""What tests of the desk share: a new event with a few people, and a clock of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegate

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def new_desk(folder: Path, name: str = "forum.checkin") -> Desk:
    return Desk.create(
        folder / name,
        name="Autumn Economic Forum",
        name_vi="Diễn đàn Kinh tế Mùa thu",
        first_day=date(2026, 11, 25),
        last_day=date(2026, 11, 27),
        tag="123",
        secret=b"s" * 32,
    )


def walk_in(desk: Desk, name: str, **fields: object) -> Delegate:
    person = desk.register({"name": name, **fields}, force=True)
    assert isinstance(person, Delegate)
    return person


def code_of(desk: Desk, person: Delegate) -> str:
    return desk.credentials(person.id)[0].code
