"""A new desk's whole event file: whole or not there, and the same as everybody's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import StoreError
from checkin_app.ledger import kinds
from checkin_app.ledger.pages import Page
from checkin_app.store import authority
from checkin_app.store.bootstrap import bootstrap
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.sync.meeting import Forger, close_all, pages_of


def filled(folder: Path) -> Desk:
    desk = new_desk(folder, "a.checkin")
    desk.add_people({"name": f"Nguyễn Văn {number}"} for number in range(600))
    person = walk_in(desk, "Lê An")
    desk.scan(code_of(desk, person), at=later(0))
    return desk


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_file_knows_what_the_old_one_knows(tmp_path: Path) -> None:
    desk = filled(tmp_path)
    told: list[int] = []
    file = bootstrap(tmp_path / "b.checkin", desk.every_page(), told.append)
    file.close()
    other = Desk.open(tmp_path / "b.checkin")
    assert (other.vector(), other.digest()) == (desk.vector(), desk.digest())
    assert other.find("le an")[0].checked_in
    assert other.event == desk.event
    assert other.check().whole
    assert told == sorted(told)
    assert told[-1] == other.check().entries
    walk_in(other, "Vũ Bình")
    assert len(other.vector()) == 2, "it writes a stream of its own"
    desk.close()
    other.close()
    assert not [name for name in left(tmp_path) if "arriving" in name]


def test_a_stream_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    desk = filled(tmp_path)
    pages = list(desk.every_page())
    desk.close()
    before = left(tmp_path)

    def breaking() -> Iterator[Page]:
        yield from pages[:1]
        raise ConnectionError

    with pytest.raises(ConnectionError):
        bootstrap(tmp_path / "b.checkin", breaking())
    assert left(tmp_path) == before


@pytest.mark.parametrize("given", ["nothing", "another stream only"])
def test_what_is_no_whole_event_makes_no_file(tmp_path: Path, given: str) -> None:
    desk = filled(tmp_path)
    pages = [] if given == "nothing" else list(desk.every_page())[1:]
    desk.close()
    with pytest.raises(StoreError, match="not a whole copy"):
        bootstrap(tmp_path / "b.checkin", pages)
    assert not (tmp_path / "b.checkin").exists()


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    desk = filled(tmp_path)
    desk.close()
    before = desk.path.read_bytes()
    with pytest.raises(StoreError, match="already there"):
        bootstrap(desk.path, [])
    assert desk.path.read_bytes() == before


def test_a_wrong_page_is_kept_aside(tmp_path: Path) -> None:
    desk = filled(tmp_path)
    pages = list(desk.every_page())
    wrong = Page("f0" * 16, 1, pages[0].bodies, pages[0].privates, pages[0].seals)
    file = bootstrap(tmp_path / "b.checkin", [wrong, *pages])
    file.close()
    other = Desk.open(tmp_path / "b.checkin", write=False)
    assert other.digest() == desk.digest()
    assert [aside.why for aside in other.aside()] == ["stream"]
    desk.close()
    other.close()


def test_nobody_founds_the_event_of_those_who_join_later(tmp_path: Path) -> None:
    """An entry that says it is older does not count where the founder's key is known."""
    desk, forger = new_desk(tmp_path), Forger("00" * 16)
    founding = {
        "name": "Mine",
        "name_vi": "Mine",
        "first_day": "2026-11-25",
        "last_day": "2026-11-27",
        "timezone": "UTC",
        "tag": "666",
    }
    forger.add(kinds.FOUNDED, desk.event.id, founding, [{"secret": "00" * 32}], at=1)
    desk.receive([forger.page()], "peer")
    founder = authority.founder(desk._file.connection)
    joined = bootstrap(tmp_path / "joined.checkin", pages_of(desk), founder=founder)
    try:
        assert (joined.event, joined.secret) == (desk.event, desk._file.secret)
    finally:
        joined.close()
    with pytest.raises(StoreError):
        bootstrap(tmp_path / "other.checkin", pages_of(desk), founder="ab" * 32)
    assert not (tmp_path / "other.checkin").exists()
    close_all(desk)
