"""Photos go to their people through the desk; the same files again change nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.photos.framing import is_stored_name
from checkin_app.photos.matching import Person
from checkin_app.photos.taking import Taken, take_in
from tests.desk_support import new_desk, walk_in
from tests.photos.files import face, saved


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.close()


def photo(n: int) -> bytes:
    return saved(face(300 + 3 * n, 400 + 4 * n))


def people(desk: Desk) -> list[Person]:
    rows = desk.roster_rows(desk.roster_ids())
    return [
        Person(d.id, d.name, d.own_name, d.external_id, d.photo)
        for d in (row.delegate for row in rows)
    ]


def take(desk: Desk, source: Path, **options: bool) -> Taken:
    return take_in(source, people(desk), desk, **options)


def folder(tmp_path: Path, files: dict[str, bytes]) -> Path:
    made = tmp_path / "photos-in"
    made.mkdir(exist_ok=True)
    for name, content in files.items():
        (made / name).write_bytes(content)
    return made


def test_each_photo_goes_to_its_person_and_the_rest_is_told(desk: Desk, tmp_path: Path) -> None:
    lan = walk_in(desk, "Nguyễn Thị Lan")
    walk_in(desk, "Trần Nam")
    walk_in(desk, "Trần Nam")
    taro = walk_in(desk, "Taro Tanaka", photo="IMG_1.jpg")
    source = folder(
        tmp_path,
        {
            "nguyen thi lan.jpg": photo(1),
            "Tran Nam.jpg": photo(2),
            "img_1.JPG": photo(3),
            "nobody at all.jpg": photo(4),
            "roster.xlsx": b"PK not a picture",
        },
    )
    taken = take(desk, source)
    told = {row.file: (row.state, row.outcome, len(row.people)) for row in taken.rows}
    assert told == {
        "nguyen thi lan.jpg": ("matched", "added", 1),
        "Tran Nam.jpg": ("ambiguous", "", 2),
        "img_1.JPG": ("matched", "added", 1),
        "nobody at all.jpg": ("nobody", "", 0),
        "roster.xlsx": ("unusable", "", 0),
    }
    for person in (lan, taro):
        name = desk.delegate(person.id).delegate.photo
        assert is_stored_name(name)
        assert (desk.photo(name) or b"").startswith(b"\xff\xd8")


def test_the_same_files_again_change_nothing(desk: Desk, tmp_path: Path) -> None:
    walk_in(desk, "Nguyễn Thị Lan")
    walk_in(desk, "Taro Tanaka", photo="IMG_1.jpg")
    source = folder(tmp_path, {"nguyen thi lan.jpg": photo(1), "IMG_1.jpg": photo(3)})
    assert take(desk, source).counts["added"] == 2
    before = desk.digest()
    assert take(desk, source).counts["unchanged"] == 2
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in source.iterdir():
            zipped.write(file, file.name)
    assert take(desk, archive).counts["unchanged"] == 2
    assert desk.digest() == before


def test_another_photo_replaces_and_a_desk_choice_stays(desk: Desk, tmp_path: Path) -> None:
    lan = walk_in(desk, "Nguyễn Thị Lan")
    first = folder(tmp_path, {"nguyen thi lan.jpg": photo(1)})
    take(desk, first)
    folder(tmp_path, {"nguyen thi lan.jpg": photo(2)})
    assert take(desk, first).counts["replaced"] == 1
    desk.drop_photo(lan.id)
    assert take(desk, first).counts["left"] == 1
    assert desk.delegate(lan.id).delegate.photo == ""


def test_a_trial_says_the_same_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    walk_in(desk, "Nguyễn Thị Lan")
    source = folder(tmp_path, {"nguyen thi lan.jpg": photo(1), "x.jpg": b"no"})
    before = desk.digest()
    trial = take(desk, source, dry_run=True)
    assert desk.digest() == before
    told = [(row.file, row.state, row.outcome) for row in trial.rows]
    assert told == [(r.file, r.state, r.outcome) for r in take(desk, source).rows]


def test_it_can_be_stopped_and_what_was_kept_stays(desk: Desk, tmp_path: Path) -> None:
    for n in range(5):
        walk_in(desk, f"Người Thứ{n}")
    source = folder(tmp_path, {f"Người Thứ{n}.jpg": photo(n) for n in range(5)})
    heard: list[tuple[int, int | None]] = []
    taken = take_in(
        source,
        people(desk),
        desk,
        progress=lambda done, total: heard.append((done, total)),
        cancelled=lambda: len(heard) == 2,
    )
    assert taken.cancelled and heard == [(1, 5), (2, 5)]
    assert taken.counts["added"] == 2
    assert sum(is_stored_name(person.photo) for person in people(desk)) == 2


def test_a_photo_is_found_after_the_tables_are_made_anew(desk: Desk, tmp_path: Path) -> None:
    lan = walk_in(desk, "Nguyễn Thị Lan")
    take(desk, folder(tmp_path, {"nguyen thi lan.jpg": photo(1)}))
    name = desk.delegate(lan.id).delegate.photo
    before = desk.photo(name)
    desk.rebuild()
    assert desk.photo(name) == before is not None
