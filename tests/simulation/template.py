"""Owns the event that every run starts from: a dozen people, two checkpoints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.domain.programme import Checkpoint, CheckpointKind, Passage
from checkin_app.hub.store import found
from tests.simulation.nature import Machine, Nature, governed
from tests.simulation.staff import HALL

NAMES = ["An", "Bình", "Chi", "Dũng", "Em", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga", "Oanh"]


@dataclass(frozen=True, slots=True)
class Template:
    """The founder's file and keys, a copy for desks that join, and everybody's codes."""

    path: Path
    home: Path
    joining: Path
    codes: tuple[str, ...]
    hub: Path | None = None


def make(folder: Path, *, hub: bool) -> Template:
    """The same bytes every time, but for the hub's certificate."""
    folder.mkdir()
    nature = Nature(-1)
    founder = Machine("founder", folder / "founder")
    with governed(nature), nature.acting(founder):
        desk = Desk.create(
            founder.folder / "forum.checkin",
            name="Forum",
            first_day=date(2026, 11, 25),
            last_day=date(2026, 11, 27),
            tag="123",
            secret=b"s" * 32,
        )
        desk.add_records(
            [Checkpoint(HALL, CheckpointKind.DOOR, "Hall", "Hội trường", Passage.IN_AND_OUT)]
        )
        desk.add_people({"name": f"Lê {name}", "delegation": ""} for name in NAMES)
        codes = tuple(credential.code for _, credential in desk.all_credentials())
        store = folder / "forum.hub" if hub else None
        if store is not None:
            for part in found(f"sqlite:///{store}", desk._file):
                part.close()
        joining = folder / "joining.checkin"
        desk.backup(joining)
        desk.close()
    return Template(founder.folder / "forum.checkin", founder.home, joining, codes, store)
