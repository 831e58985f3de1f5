"""Erasing a computer's copy of an event: nothing that names a person stays; no other event goes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from checkin_app import config
from checkin_app.desk import Desk
from checkin_app.desk.copies import erase_copy, hub_store
from checkin_app.domain.badges import JobState
from checkin_app.domain.errors import StoreLocked
from checkin_app.hub import process
from checkin_app.hub.projection import Projection
from checkin_app.hub.store import found, open_store
from checkin_app.hub.store.opening import place
from checkin_app.press import Press
from checkin_app.store.event_file import EventFile
from tests.desk_support import new_desk, walk_in


def used(folder: Path, name: str, person: str) -> Path:
    """An event that had a life here: badges, backups, copies, and a hub that served."""
    desk = new_desk(folder, name)
    badges = config.station_dir() / "badges"
    badges.mkdir(exist_ok=True)
    [job] = desk.order_badges([walk_in(desk, person).id], printer=f"folder:{badges}")
    assert Press(lambda verb: verb(desk), config.Station(language="en")).work()
    assert desk.job(job.id).state is JobState.WRITTEN
    path, event = desk.path, desk.event.id
    (folder / "backups").mkdir(exist_ok=True)
    desk.backup(folder / "backups" / f"{path.stem}-20261125-080000.checkin")
    desk.backup(folder / f"{path.stem}.before-0005_conflicts.checkin")
    desk.close()
    shutil.copyfile(path, folder / f"{path.name}.arriving")
    url = f"sqlite:///{hub_store(path)}"
    with closing(EventFile.open(path, write=True)) as file:
        for part in found(url, file):
            part.close()
    store, admin = open_store(url)
    with closing(admin), closing(store), process.own_folder(place(url), event) as own:
        projection = Projection(store, own)
        assert projection.read(lambda file: file.event.id) == event
        projection.close()
    return path


def traces(*folders: Path) -> Iterator[Path]:
    """Files but for keys, of which nobody can be told."""
    for folder in folders:
        yield from (f for f in folder.rglob("*") if f.is_file() and f.parent.name != "keys")


def test_nothing_of_the_event_stays_and_nothing_of_another_goes(
    tmp_path: Path, station: Path
) -> None:
    other = used(tmp_path, "forum.checkin", "Somebody Else")
    before = {file: file.stat().st_size for file in traces(tmp_path, station)}
    path = used(tmp_path, "forum [2].checkin", "Maria Walkin")
    assert len(list(traces(tmp_path, station))) > len(before) + 8
    erase_copy(path)
    assert {file: file.stat().st_size for file in traces(tmp_path, station)} == before
    with closing(Desk.open(other)) as desk:
        assert desk.check().whole


def test_a_hub_that_serves_is_not_erased_under_its_desks(tmp_path: Path) -> None:
    path = used(tmp_path, "forum.checkin", "Maria Walkin")
    before = set(traces(tmp_path))
    store, admin = open_store(f"sqlite:///{hub_store(path)}")
    with closing(admin), closing(store), pytest.raises(StoreLocked):
        erase_copy(path)
    assert before <= set(traces(tmp_path))
    erase_copy(path)
    assert list(traces(tmp_path)) == []
