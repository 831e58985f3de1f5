"""The press of the window with the real desk: folder printers, printers that never answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.domain.badges import JobState
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.queue.press_room import PressRoom, press_room
from tests.ui.small_forum import named


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


@pytest.fixture
def room(program: DeskProgram) -> PressRoom:
    return press_room(program.workplace)


def test_an_ordered_badge_becomes_a_file_and_each_state_is_told(
    room: PressRoom, desk: Desk, program: DeskProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    program.workplace.settings.printer = f"folder:{tmp_path}"
    person = named(desk, "Taro Yamada").id
    states: list[JobState] = []
    room.changed.connect(lambda job: states.append(job.state))
    room.order([person])
    qtbot.waitUntil(lambda: JobState.WRITTEN in states)
    assert states == [JobState.QUEUED, JobState.SENDING, JobState.WRITTEN]
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert desk.delegate(person).printed == 1
