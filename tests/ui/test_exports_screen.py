"""Exports write the file that was asked for, into the folder that is remembered."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin_app.config import load
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.exports.screen import ExportsScreen
from checkin_app.ui.exports.verbs import KINDS, Wanted, file_name, write
from tests.ui.small_forum import PEOPLE, found

EVERYBODY = len(PEOPLE) + 11


@pytest.fixture
def screen(program: DeskProgram) -> ExportsScreen:  # type: ignore[misc]
    built = program.window.go("exports")
    assert isinstance(built, ExportsScreen)
    return built


def choose_format(screen: ExportsScreen, ending: str) -> None:
    for button in screen.formats.buttons():
        if button.property("ending") == ending:
            button.click()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_roster_is_written(
    screen: ExportsScreen, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    screen.kinds.choose("roster")
    choose_format(screen, ending)
    screen.folder.setText(str(tmp_path))
    screen.go.click()
    qtbot.waitUntil(screen.go.isEnabled)
    files = list(tmp_path.glob(f"*-roster-*.{ending}"))
    assert len(files) == 1 and files[0].stat().st_size > 0
    assert screen.said.text() == f"{EVERYBODY} rows in {files[0].name}"
    assert screen.open.isVisible() and screen.go.isEnabled()
    if ending == "json":
        assert len(json.loads(files[0].read_text("utf-8"))) == EVERYBODY


def test_the_folder_is_remembered(
    screen: ExportsScreen, tmp_path: Path, program: DeskProgram
) -> None:
    screen.folder.setText(str(tmp_path))
    screen.go.click()
    assert load()[0].export_folder == str(tmp_path)


def test_a_folder_that_is_not_there_is_one_sentence(
    screen: ExportsScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.folder.setText(str(tmp_path / "nowhere"))
    screen.go.click()
    qtbot.waitUntil(screen.go.isEnabled)
    assert "cannot be written" in screen.said.text()
    assert screen.said.property("role") == "problem"
    assert not screen.open.isVisible() and screen.go.isEnabled()


def test_what_has_no_period_takes_none(screen: ExportsScreen) -> None:
    screen.kinds.choose("roster")
    assert not screen.limited.isEnabled() and not screen.checkpoint.isEnabled()
    screen.kinds.choose("scans")
    assert screen.limited.isEnabled() and screen.checkpoint.isEnabled()
    assert not screen.first.isEnabled()
    screen.limited.setChecked(True)
    assert screen.first.isEnabled()


def test_both_days_of_a_period_count(tmp_path: Path) -> None:
    desk = found(tmp_path / "a.checkin", first_day=date(2026, 11, 25))
    ids = [row.delegate.id for row in desk.roster_rows(desk.roster_ids())]
    for n, day in enumerate((24, 25, 26, 27)):
        desk.admit(ids[n], at=datetime(2026, 11, day, 16, 59, tzinfo=UTC))
    first, last = date(2026, 11, 25), date(2026, 11, 26)
    target = tmp_path / "scans.csv"
    assert write(desk, Wanted("scans", target, "en", "", first, last)).rows == 2
    assert write(desk, Wanted("scans", target, "en")).rows == 4
    desk.close()


def test_every_kind_can_be_written(tmp_path: Path) -> None:
    desk = found(tmp_path / "a.checkin")
    for kind in KINDS:
        assert write(desk, Wanted(kind, tmp_path / f"{kind}.json", "vi")).rows >= 0
    desk.close()


def test_a_file_name_says_what_and_when() -> None:
    at = datetime(2026, 11, 25, 8, 41, 7, tzinfo=UTC)
    name = file_name("Diễn đàn: Kinh tế/2026", "scans", "csv", at)
    assert name == "diễn-đàn-kinh-tế-2026-scans-20261125-084107.csv"
