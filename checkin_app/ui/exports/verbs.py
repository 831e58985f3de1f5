"""Owns what the exports screen asks of the desk, and how a file is named, without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from checkin_app.desk import Desk

KINDS = ("attendance", "scans", "roster", "delegations", "prints", "audit", "conflicts")
FORMATS = ("xlsx", "csv", "json")
#: Kinds of facts; the others are of now and have no period.
OF_A_PERIOD = frozenset({"attendance", "scans", "prints", "audit", "conflicts"})
OF_A_CHECKPOINT = frozenset({"attendance", "scans", "conflicts"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """One export: its kind, file, and limits. Days count in the event's time zone, both in."""

    kind: str
    target: Path
    lang: str
    checkpoint: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and how many rows it has."""

    target: Path
    rows: int


def write(desk: Desk, wanted: Wanted) -> Written:
    """Writes an export. Raises NotWritable, OutputDiskFull, NoSuchCheckpoint."""
    zone = desk.event.zone
    since = _midnight(wanted.first_day, zone)
    until = _midnight(wanted.last_day, zone, days=1)
    rows = desk.export(
        wanted.kind,
        wanted.target,
        lang=wanted.lang,
        checkpoint=wanted.checkpoint,
        since=since,
        until=until,
    )
    return Written(wanted.target, rows)


def _midnight(day: date | None, zone: ZoneInfo, days: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=days), time(), zone)


def file_name(event: str, kind: str, ending: str, now: datetime) -> str:
    """A name that says what is in the file and when it was written."""
    plain = re.sub(r"[^\w]+", "-", event).strip("-").lower()[:40] or "event"
    return f"{plain}-{kind}-{now:%Y%m%d-%H%M%S}.{ending}"
