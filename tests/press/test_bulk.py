"""Many badges in a process of their own: made, stopped, killed; the desk scans on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from checkin_app.badges.selection import Selection
from checkin_app.desk import Desk
from checkin_app.domain.badges import StoredLayout
from checkin_app.domain.delegates import Delegation
from checkin_app.domain.errors import (
    CheckinError,
    NoSuchDelegate,
    NoSuchLayout,
    NotPossible,
    ProgramFault,
)
from checkin_app.exporting.files import NotWritable
from checkin_app.press import apart as apart_module
from checkin_app.press.apart import Ended, Say, Stopped, apart
from checkin_app.press.bulk import Bulk, make, make_apart
from checkin_app.press.preflights import Inquiry, look, look_again
from checkin_app.press.told import why
from checkin_app.sample import sample_event
from checkin_app.store.programme import LAYOUT_ID
from tests.desk_support import code_of, new_desk, walk_in

PEOPLE = 60


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk.create_sample(tmp_path / "forum.checkin", sample_event(PEOPLE))
    yield found
    found.close()


def test_the_same_file_here_and_apart_while_the_desk_is_open(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    bulk = Bulk(Selection(sort="protocol"))
    away = make_apart(
        desk.path,
        bulk,
        tmp_path / "away.pdf",
        progress=lambda done, all_: told.append((done, all_)),
    )
    here = make(desk, bulk, tmp_path / "here.pdf")
    assert away == here and len(here.badges) == here.pages > PEOPLE // 2
    assert (tmp_path / "away.pdf").read_bytes()[:5] == b"%PDF-"
    assert told[-1] == (len(here.badges), len(here.badges))
    assert [b.delegate_id for b in here.badges] == [
        s.delegate_id for s in desk.badge_subjects(bulk.selection)
    ]


def test_what_was_recorded_just_now_is_in_it(desk: Desk, tmp_path: Path) -> None:
    person = next(iter(desk.badge_subjects(Selection()))).delegate_id
    desk.replace_code(person)
    [made] = make_apart(desk.path, Bulk(Selection((person,))), tmp_path / "one.pdf").badges
    assert made.code == next(iter(desk.badge_subjects(Selection((person,))))).code


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (Selection(("nobody",)), NoSuchDelegate),
        (Selection(delegation="nowhere"), NotPossible),
    ],
)
def test_a_refusal_comes_back_with_its_sentence(
    desk: Desk, tmp_path: Path, asked: Selection, error: type[Exception]
) -> None:
    told = []
    for run in (partial(make_apart, desk.path), partial(make, desk)):
        with pytest.raises(error) as raised:
            run(Bulk(asked), tmp_path / "x.pdf")
        assert isinstance(raised.value, CheckinError)
        told.append((raised.value.sentence, raised.value.details))
    assert told[0] == told[1], "so that it can be told in both languages"


def test_a_folder_that_is_not_there_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        make_apart(desk.path, Bulk(Selection()), tmp_path / "no" / "x.pdf")


def test_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    made = make_apart(desk.path, Bulk(Selection()), tmp_path / "x.pdf", cancelled=lambda: True)
    assert made.cancelled and not made.badges
    assert set(tmp_path.iterdir()) == before


# -- the process itself ----------------------------------------------------


def _crash(say: Say, stopped: Stopped) -> None:
    raise ZeroDivisionError


def _kill_oneself(event: Path, bulk: Bulk, draft: Path, say: Say, stopped: Stopped) -> None:
    draft.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)


def _deaf(say: Say, stopped: Stopped) -> None:
    say(1, 2)
    time.sleep(600)


def _patient(mark: Path, say: Say, stopped: Stopped) -> str:
    say(0, None)
    while not stopped():
        time.sleep(0.01)
    mark.write_text("stopped")
    return "stopped"


def test_a_crash_is_one_sentence_and_its_place_is_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(ProgramFault):
        apart(_crash)
    assert "ZeroDivisionError" in caplog.text and "_crash" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_killed_is_a_sentence_and_no_draft_stays(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    out = tmp_path / "b[1].pdf"
    out.write_bytes(b"former")
    another = tmp_path / ".b[1].pdf.0123456789ab"
    another.write_bytes(b"of another run")
    before = set(tmp_path.iterdir())
    monkeypatch.setattr("checkin_app.press.bulk._opened", _kill_oneself)
    with pytest.raises(Ended):
        make_apart(desk.path, Bulk(Selection()), out)
    assert set(tmp_path.iterdir()) == before and out.read_bytes() == b"former"
    assert not _children()


def test_what_does_not_stop_is_made_to(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(apart_module, "GRACE", 0.2)
    heard: list[int] = []
    with pytest.raises(Ended):
        apart(_deaf, progress=lambda done, _: heard.append(done), cancelled=lambda: bool(heard))
    assert heard == [1] and not _children()


def test_stopping_is_heard_and_no_process_stays(tmp_path: Path) -> None:
    heard: list[int] = []
    stopped = apart(
        partial(_patient, tmp_path / "mark"),
        progress=lambda done, _: heard.append(done),
        cancelled=lambda: bool(heard),
    )
    assert stopped == "stopped" and not _children()


PARENT = """
    import sys
    from functools import partial
    from pathlib import Path
    from checkin_app.press.apart import apart
    from tests.press.test_bulk import _deaf, _patient
    if __name__ == "__main__":
        work = _deaf if sys.argv[1] == "deaf" else partial(_patient, Path(sys.argv[1]))
        apart(work, progress=lambda *_: print("up", flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", ["patient", "deaf"])
def test_it_ends_with_its_parent(how: str, tmp_path: Path) -> None:
    script, mark = tmp_path / "parent.py", tmp_path / "mark"
    script.write_text(textwrap.dedent(PARENT))
    with subprocess.Popen(
        [sys.executable, str(script), "deaf" if how == "deaf" else str(mark)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as parent:
        assert parent.stdout is not None and parent.stdout.readline() == b"up\n"
        parent.kill()
        assert parent.stdout.read() == b"", "the end of all who could write there"
    assert mark.exists() == (how == "patient")


def _children() -> list[object]:
    return [*multiprocessing.active_children()]


# -- how ---------------------------------------------------------------------


def test_who_cannot_be_written_is_not_on_the_receipt(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    for name in ("Lê Vũ", "𓀀𓁐", "Phạm An"):
        walk_in(desk, name, delegation="Đoàn Huế")
    out = tmp_path / "b.pdf"
    made = make(desk, Bulk(Selection(), separators=True), out)
    assert len(made.badges) == 2 and made.pages == 3
    desk.close()
    told = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout
    assert "Badges: 2" in told.decode()


def test_each_category_has_its_layout_unless_one_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    of = {c.id: c for c in desk.categories()}
    desk.add_records([replace(of["delegate"], layout="card"), replace(of["staff"], layout="none")])
    made = make(desk, Bulk(Selection(), default="a6"), tmp_path / "b.pdf")
    category = {s.delegate_id: s.category for s in desk.badge_subjects(Selection())}
    assert {b.layout for b in made.badges} == {"a6", "card"}
    assert all((b.layout == "card") == (category[b.delegate_id] == "delegate") for b in made.badges)
    assert "staff" not in category.values()
    again = make(desk, Bulk(Selection(), layout="card"), tmp_path / "b.pdf")
    assert {b.layout for b in again.badges} == {"card"} and len(again.badges) == len(made.badges)


def test_a_removed_layout_stops_only_the_badges_that_need_it(desk: Desk, tmp_path: Path) -> None:
    desk.save_layout(desk.layout_document("card").replace('"card"', '"gone"', 1))
    of = {c.id: c for c in desk.categories()}
    desk.add_records([replace(of["delegate"], layout="gone")])
    desk.add_records([StoredLayout(f"{LAYOUT_ID}gone", "")])  # as another desk may have
    made = make(desk, Bulk(Selection()), tmp_path / "b.pdf")
    checked = look(desk, Inquiry(Selection()))
    stopped = {f.delegate_id for f in checked.findings if f.problem == "no_layout"}
    told = {left.delegate_id: left for left in made.left_out}
    assert stopped == set(told) and {b.layout for b in made.badges} == {"a6"}
    assert {(left.reason, left.detail) for left in told.values()} == {("no_layout", "gone")}
    assert "“gone”" in why(next(iter(told.values())), "vi")
    with pytest.raises(NoSuchLayout):
        make(desk, Bulk(Selection(category="delegate")), tmp_path / "none.pdf")
    assert not (tmp_path / "none.pdf").exists()


def test_everybody_without_a_badge_is_told_with_why(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    fine, unwritten, codeless = (walk_in(desk, n) for n in ("Lê Vũ", "𓀀𓁐", "Phạm An"))
    barred = walk_in(desk, "Đỗ Hà", category="staff")
    desk.revoke(codeless.id, code_of(desk, codeless))
    [staff] = [c for c in desk.categories() if c.id == "staff"]
    desk.add_records([replace(staff, layout="none")])
    made = make(desk, Bulk(Selection()), tmp_path / "b.pdf")
    assert [b.delegate_id for b in made.badges] == [fine.id]
    assert {(left.delegate_id, left.name, left.reason) for left in made.left_out} == {
        (unwritten.id, "𓀀𓁐", "missing_glyph"),
        (codeless.id, "Phạm An", "no_code"),
        (barred.id, "Đỗ Hà", "no_badge"),
    }
    assert len({why(left, "en") for left in made.left_out}) == 3
    desk.close()


def test_two_delegations_of_one_name_have_a_receipt_each(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.add_records(
        Delegation(key, "Đoàn Huế", liaison=liaison)
        for key, liaison in (("one", "Cán bộ Một"), ("two", "Cán bộ Hai"))
    )
    for name, delegation in (("Lê Vũ", "one"), ("Phạm An", "two"), ("Hồ Chi", "two")):
        walk_in(desk, name, delegation=delegation)
    out = tmp_path / "b.pdf"
    made = make(desk, Bulk(Selection(), separators=True), out)
    assert made.pages == 5
    desk.close()
    told = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout
    pages = told.decode().split("\f")
    lists = [page for page in pages if "Badge receipt" in page]
    assert [("Cán bộ Một" in page, "Badges: 1" in page) for page in lists] == [
        (True, True),
        (False, False),
    ]


def test_a_twin_without_a_delegation_is_still_one_when_looked_at_again(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    one, other = walk_in(desk, "Lê An"), walk_in(desk, "Lê An")
    walk_in(desk, "Lê An", delegation="Đoàn Huế")
    inquiry = Inquiry()
    assert len(look(desk, inquiry).findings) == 2
    for key, twin in ((one.id, other.id), (other.id, one.id)):
        [found] = look_again(desk, inquiry, key)
        assert (found.problem, found.other) == ("duplicate", twin)
    desk.amend(other.id, {"standing": "withdrawn"})
    assert look_again(desk, inquiry, one.id) == []
    desk.close()


@pytest.mark.parametrize(
    "how", [{"layout": "x"}, {"sheet": "x"}, {"layout": "a6", "sheet": "a4-8up"}]
)
def test_what_does_not_go_is_one_sentence(desk: Desk, tmp_path: Path, how: dict[str, str]) -> None:
    with pytest.raises(NotPossible):
        make(desk, Bulk(Selection(), **how), tmp_path / "b.pdf")  # type: ignore[arg-type]
    assert not (tmp_path / "b.pdf").exists()


def test_a_layout_of_the_event(desk: Desk, tmp_path: Path) -> None:
    document = desk.layout_document("card").replace('"card"', '"own-card"', 1)
    desk.save_layout(document)
    made = make_apart(desk.path, Bulk(Selection(), layout="own-card"), tmp_path / "b.pdf")
    assert {b.layout for b in made.badges} == {"own-card"}


def test_the_desk_s_log_stays_when_another_process_has_read(desk: Desk, tmp_path: Path) -> None:
    """Opened once more in this process, read in another: what the desk records is in the file."""
    Desk.open(desk.path, write=False).close()
    make_apart(desk.path, Bulk(Selection(letter="A")), tmp_path / "x.pdf")
    person = next(iter(desk.badge_subjects(Selection()))).delegate_id
    desk.amend(person, {"position": "Thứ trưởng"})
    script = (
        "import sys, pathlib; from checkin_app.desk import Desk;"
        "desk = Desk.open(pathlib.Path(sys.argv[1]), write=False);"
        "print(desk.delegate(sys.argv[2]).delegate.position)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(desk.path), person],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert told.stdout.decode().strip() == "Thứ trưởng"
