"""Badges for many: a file or a folder printer, each print recorded, Cancel leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.badge_office import BadgeOffice, PrintState
from checkin_app.ui.badges.run import Report
from checkin_app.ui.badges.screen import BadgesScreen
from tests.ui.small_forum import PEOPLE, named

TAKING_PART = len(PEOPLE) + 11 - 1


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


@pytest.fixture
def screen(program: DeskProgram) -> BadgesScreen:  # type: ignore[misc]
    built = program.window.go("badges")
    assert isinstance(built, BadgesScreen)
    return built


def run(screen: BadgesScreen, qtbot: QtBot, file: Path) -> Report:
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.save_as(file)
    report: Report = ended.args[0]
    return report


def test_a_file_of_those_never_printed(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    report = run(screen, qtbot, tmp_path / "b.pdf")
    assert (report.state, report.badges) == ("written", TAKING_PART)
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
    assert desk.delegate(named(desk, "Taro Yamada").id).printed == 1
    again = run(screen, qtbot, tmp_path / "c.pdf")
    assert again.state == "nobody" and not (tmp_path / "c.pdf").exists()
    assert screen.said.text() == "Nobody matches, so there is no badge to make."


def test_one_delegation_into_a_folder_printer(
    screen: BadgesScreen, qtbot: QtBot, program: DeskProgram, tmp_path: Path
) -> None:
    program.workplace.settings.printer = f"folder:{tmp_path / 'out'}"
    screen.delegation.choose("mrs")
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.send.click()
    assert ended.args[0].state == "written" and ended.args[0].badges == 2
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1


def test_cancelled_makes_no_file_and_no_record(
    screen: BadgesScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    with qtbot.waitSignal(screen.run.ended, timeout=30_000) as ended:
        screen.save_as(tmp_path / "b.pdf")
        screen.cancel.click()
    assert ended.args[0].state == "cancelled"
    assert not (tmp_path / "b.pdf").exists()
    assert desk.delegate(named(desk, "Taro Yamada").id).printed == 0


def test_a_folder_that_is_not_there_is_one_sentence(
    screen: BadgesScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    report = run(screen, qtbot, tmp_path / "nowhere" / "b.pdf")
    assert report.state == "failed"
    assert screen.said.text().startswith("No badges were printed.")
    assert screen.said.property("role") == "problem"


def test_a_run_outlives_the_screen(
    screen: BadgesScreen, qtbot: QtBot, program: DeskProgram, desk: Desk, tmp_path: Path
) -> None:
    going_on = screen.run
    with qtbot.waitSignal(going_on.ended, timeout=30_000):
        screen.save_as(tmp_path / "b.pdf")
        program.window.drop_screens()
        built = program.window.go("badges")
        assert isinstance(built, BadgesScreen) and built.run is going_on
        assert built.cancel.isVisible() and not built.save.isVisible()
    assert desk.delegate(named(desk, "Taro Yamada").id).printed == 1
    assert built.save.isVisible()


def test_only_a_pdf_is_written(screen: BadgesScreen, event_file: Path) -> None:
    before = event_file.read_bytes()
    screen.save_as(event_file)
    assert not screen.run.busy and event_file.read_bytes() == before
    assert screen.said.text().endswith("forum.checkin does not end in .pdf.")


def test_a_print_under_way_is_recorded_when_the_window_closes(
    program: DeskProgram, desk: Desk, event_file: Path
) -> None:
    person = named(desk, "Taro Yamada").id
    office = BadgeOffice(program.workplace)
    assert office.print_badge(person) and office.busy
    program.end()
    again = Desk.open(event_file, write=False)
    assert again.delegate(person).printed == 1
    again.close()


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


def test_a_crash_while_printing_leaves_nothing_stuck(
    program: DeskProgram,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("checkin_app.badges.render.render", broken)
    office, heard = BadgeOffice(program.workplace), list[object]()
    office.changed.connect(lambda key, state, detail: heard.append(state))
    office.print_badge(named(desk, "Taro Yamada").id)
    qtbot.waitUntil(lambda: not office.busy)
    assert heard == [PrintState.PRINTING, PrintState.FAILED]
    assert "ZeroDivisionError" in caplog.text


def test_the_title_of_a_print_has_no_name(
    program: DeskProgram, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    program.workplace.settings.printer = f"folder:{tmp_path}"
    person = named(desk, "Taro Yamada").id
    office = BadgeOffice(program.workplace)
    office.print_badge(person)
    qtbot.waitUntil(lambda: not office.busy)
    assert [file.name for file in tmp_path.glob("*.pdf")] == [f"Badge {person}.pdf"]
