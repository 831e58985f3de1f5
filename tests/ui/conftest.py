"""Owns a desk window with a small event and an inline lane, for the tests of screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.config import Station
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.lane import InlineLane
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.theme import fonts
from tests.ui.put_away import put_away
from tests.ui.small_forum import found


@pytest.fixture
def event_file(tmp_path: Path) -> Path:
    """An event of few people."""
    path = tmp_path / "forum.checkin"
    found(path).close()
    return path


@pytest.fixture
def settings() -> Station:
    """English, light, silent, and ready only when told."""
    return Station(language="en", theme="light", sounds=False, ready_after=0)


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, event_file: Path, settings: Station
) -> Iterator[DeskProgram]:
    """The program with its event open, at 1366 × 768."""
    fonts.load()
    made = DeskProgram(settings, event_file, lane=InlineLane())
    made.begin()
    with qtbot.waitExposed(made.window):
        made.window.resize(1366, 768)
    qtbot.waitUntil(lambda: made.workplace.forum is not None)
    made.window.activateWindow()
    yield made
    put_away(made)


@pytest.fixture
def screen(program: DeskProgram) -> ScanScreen:
    """The scan screen of that program."""
    built = program.window.built(SCAN)
    assert isinstance(built, ScanScreen)
    return built
