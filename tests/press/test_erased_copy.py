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
from checkin_app.domain.errors import StoreError, StoreLocked
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


def test_an_event_whose_name_begins_alike_keeps_its_backups(tmp_path: Path, station: Path) -> None:
    path = used(tmp_path, "forum.checkin", "Maria Walkin")
    mine = set(traces(tmp_path, station))
    other = used(tmp_path, "forum-asia.checkin", "Somebody Else")
    with closing(Desk.open(other)) as desk:  # Named as ours are, and of another event.
        desk.backup(tmp_path / "backups" / "forum-20261126-080000.checkin")
        desk.backup(tmp_path / "forum.before-restore-1.checkin")
    theirs = set(traces(tmp_path, station)) - mine
    erase_copy(path)
    assert set(traces(tmp_path, station)) == theirs


def test_a_copy_that_was_left_half_made_goes_too(tmp_path: Path) -> None:
    path = used(tmp_path, "forum.checkin", "Maria Walkin")
    (tmp_path / "forum.before-0005_conflicts.checkin.unfinished").write_bytes(b"Maria Walkin")
    (tmp_path / "backups" / "forum-20261126-080000.checkin.unfinished").write_bytes(b"Maria")
    erase_copy(path)
    assert list(traces(tmp_path)) == []


def test_the_hub_of_another_event_stays(tmp_path: Path) -> None:
    other = used(tmp_path, "asia.checkin", "Somebody Else")
    for part in tmp_path.glob("asia.hub*"):
        part.rename(part.with_name(part.name.replace("asia", "forum")))
    url = f"sqlite:///{tmp_path / 'forum.hub'}"
    new_desk(tmp_path, "forum.checkin").close()
    store, admin = open_store(url)
    with closing(admin), closing(store):  # It may even serve.
        erase_copy(tmp_path / "forum.checkin")
    store, admin = open_store(url)
    with closing(admin), closing(store), closing(EventFile.open(other, write=False)) as file:
        assert store.event == file.event.id


def test_a_desk_that_works_is_not_erased_under_its_hands(tmp_path: Path) -> None:
    path = used(tmp_path, "forum.checkin", "Maria Walkin")
    with closing(Desk.open(path)) as desk:
        before = set(traces(tmp_path))
        with pytest.raises(StoreLocked):
            erase_copy(path)
        assert before <= set(traces(tmp_path))
        walk_in(desk, "Lê An")
        assert desk.check().whole
    erase_copy(path)
    assert list(traces(tmp_path)) == []


@pytest.mark.parametrize(
    "held",
    [
        "backups/forum-20261125-080000.checkin",
        "forum.before-0005_conflicts.checkin",
        "forum.hub",
        "forum.hub-admin",
        "forum.checkin",
    ],
)
def test_what_is_in_use_is_said_and_it_can_be_tried_again(
    tmp_path: Path, station: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    path = used(tmp_path, "forum.checkin", "Maria Walkin")
    unlink = Path.unlink

    def refuse(file: Path, missing_ok: bool = False) -> None:
        """As Windows does for a file that a program has open."""
        if file == tmp_path / held:
            raise PermissionError(13, "in use", str(file))
        unlink(file, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(StoreError, match="still in use") as told:
            erase_copy(path)
    assert told.value.details["file"] == str(tmp_path / held)
    erase_copy(path)
    assert list(traces(tmp_path, station)) == []
