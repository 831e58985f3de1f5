"""Owns how an event file comes to be, in the station's folder and in the desk lane, without Qt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.config import station_dir

if TYPE_CHECKING:
    from checkin_app.desk import Desk


@dataclass(frozen=True, slots=True)
class NewForum:
    """What a new event needs to be called into being."""

    name: str
    name_vi: str
    first_day: date
    last_day: date


def events_dir() -> Path:
    """Where events of this station lie unless somebody chose another place."""
    folder = station_dir() / "events"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def free_file(stem: str) -> Path:
    """A file name for an event that is not taken."""
    plain = unicodedata.normalize("NFD", stem.replace("đ", "d").replace("Đ", "D"))
    kept = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    folder, stem = events_dir(), kept[:40] or "event"
    file, number = folder / f"{stem}.checkin", 2
    while file.exists():
        file, number = folder / f"{stem}-{number}.checkin", number + 1
    return file


def make(wanted: NewForum) -> Desk:
    """An empty event, open for writing."""
    from checkin_app.desk import Desk

    return Desk.create(
        free_file(wanted.name),
        name=wanted.name,
        name_vi=wanted.name_vi,
        first_day=wanted.first_day,
        last_day=wanted.last_day,
    )


def make_sample(file: Path) -> Desk:
    """The sample event, open for writing."""
    from checkin_app.desk import Desk
    from checkin_app.sample import sample_event

    return Desk.create_sample(file, sample_event(today=datetime.now().astimezone().date()))
