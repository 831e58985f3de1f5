"""The badges screen: whose badges, seen as they print; into the queue, a file, whole sheets."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from checkin_app.badges.layout import LAYOUTS
from checkin_app.badges.layout.sheets import SHEETS
from checkin_app.desk import Desk
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.badges.choosing import ALL, CHANGED
from checkin_app.ui.badges.invitations import InvitationsPage
from checkin_app.ui.badges.orders import Report
from checkin_app.ui.badges.photos_in import PhotosPage
from checkin_app.ui.badges.screen import BadgesScreen
from checkin_app.ui.badges.temporaries import TemporariesPage
from checkin_app.ui.badges.tools import TOOLS, Tool
from checkin_app.ui.language import language
from tests.ui.small_forum import PEOPLE, named

TAKING_PART = len(PEOPLE) + 11 - 1


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


@pytest.fixture
def screen(program: DeskProgram, qtbot: QtBot) -> BadgesScreen:
    built = program.window.go("badges")
    assert isinstance(built, BadgesScreen)
    settled(built, qtbot)
    return built


def settled(screen: BadgesScreen, qtbot: QtBot) -> None:
    """Counted and painted: what is shown is what is chosen."""

    def so() -> bool:
        counted, proof = screen.counted, screen.preview.proof
        if counted is None or counted.selection != screen.choosing.selection():
            return False
        if not counted.ids:
            return True
        return proof is not None and proof.wanted.bulk == screen.choosing.bulk()

    qtbot.waitUntil(so, timeout=30_000)


def run(screen: BadgesScreen, qtbot: QtBot, file: Path) -> Report:
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.save_as(file)
    report: Report = ended.args[0]
    return report


def pick(box: QComboBox, value: str) -> None:
    """Chooses as a person does."""
    at = box.findData(value)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


# -- whose -------------------------------------------------------------------


def test_the_count_and_the_first_badge_are_there_at_once(screen: BadgesScreen) -> None:
    assert screen.foot.many.text() == f"{TAKING_PART} badges"
    proof = screen.preview.proof
    assert proof is not None and len(proof.names) == 1 and not proof.pages[0].isNull()
    assert screen.preview.paper.accessibleName() == f"Badge of {proof.names[0]}"
    assert screen.preview.place.text() == f"1 / {TAKING_PART}"


def test_the_count_follows_what_is_chosen(screen: BadgesScreen, qtbot: QtBot, desk: Desk) -> None:
    screen.choosing.delegation.choose("mrs")
    screen.choosing.changed.emit()
    settled(screen, qtbot)
    assert screen.foot.many.text() == "2 badges"
    screen.choosing.letter.choose("J")
    screen.choosing.changed.emit()
    settled(screen, qtbot)
    assert screen.foot.many.text() == "1 badge"
    assert screen.preview.proof is not None
    assert screen.preview.proof.names == ("Jean-Baptiste Mbeki-Lefèvre",)


def test_those_changed_since_they_were_printed(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk
) -> None:
    taro = named(desk, "Taro Yamada").id
    desk.record_print(taro, layout="a6", printer="P", outcome="sent")
    screen.choosing.choose_which(CHANGED)
    settled(screen, qtbot)
    assert screen.pages.isVisible() and screen.preview.none.isVisible()
    assert not screen.foot.send.isEnabled() and not screen.foot.save.isEnabled()
    desk.amend(taro, {"position": "Director"})
    screen._workplace.touched.emit("roster")
    qtbot.waitUntil(lambda: screen.foot.many.text() == "1 badge", timeout=30_000)
    assert screen.choosing.reason.text() == "What is on the badge has changed"
    screen.preview.none.button.click()
    settled(screen, qtbot)
    assert screen.foot.many.text() == f"{TAKING_PART} badges"
    assert screen.choosing.reason.text() == ""
    assert screen.foot.more.text() == f"{TAKING_PART - 1} not printed"


def test_leafing_goes_through_the_chosen(screen: BadgesScreen, qtbot: QtBot) -> None:
    seen = []
    for place in range(3):
        qtbot.waitUntil(lambda at=place: _at(screen) == at, timeout=30_000)  # type: ignore[misc]
        assert screen.preview.proof is not None
        seen.append(screen.preview.proof.names[0])
        screen.preview.next.click()
    assert len(set(seen)) == 3
    assert not screen.preview.former.isEnabled() or screen.preview.place.text().startswith("4 /")


def _at(screen: BadgesScreen) -> int:
    proof, counted = screen.preview.proof, screen.counted
    assert counted is not None
    return -1 if proof is None else counted.ids.index(proof.wanted.ids[0])


def test_a_sheet_is_seen_whole(screen: BadgesScreen, qtbot: QtBot) -> None:
    one = screen.preview.proof
    assert one is not None
    pick(screen.choosing.sheet, "a4-4up")
    settled(screen, qtbot)
    sheet = screen.preview.proof
    assert sheet is not None and len(sheet.names) == 4
    size = sheet.pages[0].size()
    assert size.height() / size.width() == pytest.approx(297 / 210, abs=0.01)
    assert screen.preview.place.text() == f"1–4 / {TAKING_PART}"
    screen.preview.next.click()
    assert screen.preview.place.text() == f"5–8 / {TAKING_PART}"


def test_only_sheets_that_take_the_layout_are_offered(screen: BadgesScreen) -> None:
    pick(screen.choosing.form, "a6")
    assert screen.choosing.sheet.findData("a4-4up") > 0
    assert screen.choosing.sheet.findData("a4-8up") < 0
    pick(screen.choosing.form, "card")
    assert screen.choosing.sheet.findData("a4-8up") > 0
    pick(screen.choosing.form, "tent-card")
    offered = {screen.choosing.sheet.itemData(n) for n in range(screen.choosing.sheet.count())}
    paper = LAYOUTS["tent-card"].paper
    assert offered == {"", *(name for name, sheet in SHEETS.items() if sheet.takes(*paper))}


# -- into the queue ------------------------------------------------------------


def test_printing_puts_each_badge_into_the_queue(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk
) -> None:
    screen.choosing.delegation.choose("mrs")
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.foot.send.click()
    assert (ended.args[0].state, ended.args[0].badges) == ("queued", 2)
    ordered = {badge.delegate for job in desk.jobs() for badge in job.badges}
    assert ordered == {
        s.delegate_id for s in desk.badge_subjects(screen.choosing.bulk().selection)
    } | {p for p in ordered if desk.delegate(p).delegate.delegation == "mrs"}
    assert len(ordered) == 2
    assert screen.foot.said.text() == "2 badges went into the queue"


def test_a_badge_on_its_way_is_not_ordered_twice_and_the_others_are(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, program: DeskProgram
) -> None:
    program.workplace.settings.printer = "ipp://localhost:1/none"
    one = named(desk, "Jean-Baptiste Mbeki-Lefèvre").id
    desk.order_badges([one], printer="ipp://localhost:1/none")
    screen.choosing.delegation.choose("mrs")
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.foot.send.click()
    report: Report = ended.args[0]
    assert (report.state, report.badges, len(report.refused)) == ("queued", 1, 1)
    assert "Jean-Baptiste" in report.refused[0]
    assert screen.warnings.isVisible()


def test_printing_again_asks_why(screen: BadgesScreen, qtbot: QtBot, desk: Desk) -> None:
    desk.record_print(named(desk, "Taro Yamada").id, layout="a6", printer="P", outcome="sent")
    screen.choosing.delegation.choose("yok")
    screen.choosing.choose_which(ALL)
    settled(screen, qtbot)
    screen.foot.send.click()
    assert not screen.run.busy and screen.foot.said.property("role") == "problem"
    assert screen.choosing.reason.hasFocus()
    screen.choosing.reason.setText("Smudged")
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.foot.send.click()
    assert ended.args[0].state == "queued"
    assert [job.reason for job in desk.jobs()] == ["Smudged"]


# -- files and sheets ----------------------------------------------------------


def test_a_file_of_those_never_printed(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    report = run(screen, qtbot, tmp_path / "b.pdf")
    assert (report.state, report.badges) == ("written", TAKING_PART)
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
    assert desk.delegate(named(desk, "Taro Yamada").id).printed == 1
    again = run(screen, qtbot, tmp_path / "c.pdf")
    assert again.state == "nobody", again.detail
    assert not (tmp_path / "c.pdf").exists()
    assert screen.foot.said.text() == "Nobody matches, so there is no badge to make."


def test_sheets_with_receipts_go_to_the_printer_whole(
    screen: BadgesScreen, qtbot: QtBot, program: DeskProgram, desk: Desk, tmp_path: Path
) -> None:
    program.workplace.settings.printer = f"folder:{tmp_path / 'out'}"
    screen.choosing.delegation.choose("mrs")
    pick(screen.choosing.order, "name")
    pick(screen.choosing.sheet, "a4-4up")
    screen.choosing.receipts.setChecked(True)
    assert screen.choosing.order.currentData() == "delegation"
    assert not screen.choosing.order.isEnabled()
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.foot.send.click()
    assert ended.args[0].state == "written" and ended.args[0].badges == 2
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1
    assert desk.delegate(named(desk, "Jean-Baptiste Mbeki-Lefèvre").id).printed == 1
    assert desk.jobs() == []


def test_cancelled_makes_no_file_and_no_record(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.save_as(tmp_path / "b.pdf")
        screen.foot.cancel.click()
    assert ended.args[0].state == "cancelled"
    assert not (tmp_path / "b.pdf").exists()
    assert desk.delegate(named(desk, "Taro Yamada").id).printed == 0


def test_a_folder_that_is_not_there_is_one_sentence(
    screen: BadgesScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    report = run(screen, qtbot, tmp_path / "nowhere" / "b.pdf")
    assert report.state == "failed"
    assert screen.foot.said.text().startswith("No badges were printed.")
    assert screen.foot.said.property("role") == "problem"


def test_a_run_outlives_the_screen(
    screen: BadgesScreen, qtbot: QtBot, program: DeskProgram, desk: Desk, tmp_path: Path
) -> None:
    going_on = screen.run
    with qtbot.waitSignal(going_on.ended, timeout=30_000):
        screen.save_as(tmp_path / "b.pdf")
        program.window.drop_screens()
        built = program.window.go("badges")
        assert isinstance(built, BadgesScreen) and built.run is going_on
        assert built.foot.cancel.isVisible() and not built.foot.save.isVisible()
    assert desk.delegate(named(desk, "Taro Yamada").id).printed == 1
    assert built.foot.save.isVisible()


def test_only_a_pdf_is_written(screen: BadgesScreen, event_file: Path) -> None:
    before = event_file.read_bytes()
    screen.save_as(event_file)
    assert not screen.run.busy and event_file.read_bytes() == before
    assert screen.foot.said.text().endswith("forum.checkin does not end in .pdf.")


def test_a_run_stopped_by_closing_is_recorded_as_far_as_it_came(
    screen: BadgesScreen, program: DeskProgram, desk: Desk, event_file: Path, tmp_path: Path
) -> None:
    person = named(desk, "Taro Yamada").id
    screen.save_as(tmp_path / "b.pdf")
    program.end()
    assert not screen.run.busy
    again = Desk.open(event_file, write=False)
    assert bool(again.delegate(person).printed) == (tmp_path / "b.pdf").exists()
    again.close()


# -- what else -----------------------------------------------------------------


@pytest.mark.parametrize("tool", TOOLS, ids=lambda t: t.id)
def test_each_tool_opens_and_leads_back(screen: BadgesScreen, qtbot: QtBot, tool: Tool) -> None:
    page = screen.open_tool(tool)
    assert page.isVisible() and not screen.foot.send.isVisible()
    page.left.emit()
    assert screen.foot.send.isVisible()
    settled(screen, qtbot)


def test_temporary_badges_are_made_and_listed(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    tool = next(t for t in TOOLS if t.id == "temporaries")
    page = screen.open_tool(tool).content
    assert isinstance(page, TemporariesPage)
    page.many.setValue(3)
    page.make(tmp_path / "t.pdf")
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 3, timeout=30_000)
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF")
    made = desk.temporaries(page._chosen())
    desk.bind_temporary(made[1].code, named(desk, "Taro Yamada").id, day=made[1].day)
    page.shown()
    assert page.said.text() == "3 badges for this day, 2 not given out"
    page.make(tmp_path / "t.checkin")
    assert page.said.property("role") == "problem" and len(desk.temporaries()) == 3


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_has_room_on_a_venue_laptop(lang: str, program: DeskProgram, qtbot: QtBot) -> None:
    language.speak(lang)
    built = program.window.go("badges")
    assert isinstance(built, BadgesScreen)
    settled(built, qtbot)
    assert program.window.width() == 1366 and program.window.height() == 768
    for button in (built.foot.send, built.foot.save):
        assert button.width() >= button.sizeHint().width()
        right = button.mapTo(built, button.rect().bottomRight())
        assert built.rect().contains(right)
    language.speak("en")


def test_invitations_go_into_a_zip(screen: BadgesScreen, qtbot: QtBot, tmp_path: Path) -> None:
    page = screen.open_tool(next(t for t in TOOLS if t.id == "invitations")).content
    assert isinstance(page, InvitationsPage)
    page.delegation.choose("mrs")
    page.make(tmp_path / "i.zip")
    qtbot.waitUntil(lambda: page.archive.isVisible(), timeout=30_000)
    assert page.said.text().startswith("2 invitations are in ")
    with zipfile.ZipFile(tmp_path / "i.zip") as made:
        assert len(made.namelist()) == 3
    page.make(tmp_path / "no" / "i.zip")
    qtbot.waitUntil(lambda: page.archive.isVisible(), timeout=30_000)
    assert page.said.property("role") == "problem"


def test_photos_are_looked_at_before_they_are_kept(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    taro = named(desk, "Taro Yamada")
    folder = tmp_path / "photos"
    folder.mkdir()
    picture = Image.effect_noise((300, 400), 50).convert("RGB")
    picture.save(folder / f"{taro.id}.jpg")
    picture.save(folder / "nobody at all.jpg")
    (folder / "broken.jpg").write_bytes(b"no picture")
    page = screen.open_tool(next(t for t in TOOLS if t.id == "photos")).content
    assert isinstance(page, PhotosPage)
    page.look(folder)
    qtbot.waitUntil(lambda: page.take.isVisible(), timeout=30_000)
    assert page.said.text() == "1 photos to take in, 0 as they are, 2 unclear"
    assert page.list.model().rowCount() == 3
    assert not named(desk, "Taro Yamada").photo
    page.take.click()
    qtbot.waitUntil(lambda: page.said.text().startswith("1 photos taken in"), timeout=30_000)
    kept = desk.photo(named(desk, "Taro Yamada").photo)
    assert kept is not None and kept.startswith(b"\xff\xd8")
    assert not page.take.isVisible()
