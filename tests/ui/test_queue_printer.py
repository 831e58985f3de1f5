"""The window and a real IPP printer program: what it asks for, and when a badge is printed."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.domain.badges import JobState
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.queue import kept
from checkin_app.ui.scan.card import Action
from checkin_app.ui.scan.screen import ScanScreen
from tests.printing.conftest import device, discovery, home
from tests.ui.small_forum import code_of

__all__ = ["device", "discovery", "home"]
pytestmark = pytest.mark.serial
PATIENCE = 60_000


def test_out_of_paper_stands_beside_the_button_until_the_badge_is_printed(
    program: DeskProgram, screen: ScanScreen, qtbot: QtBot, device: Any
) -> None:
    desks: list[Desk] = []
    program.lane.run(desks.append)
    program.workplace.settings.printer = device.uri
    screen.code_read(code_of(desks[0], "Taro Yamada"))
    screen.do(Action.PRINT)
    qtbot.waitUntil(lambda: bool(device.arrived()), timeout=PATIENCE)
    line, strip = screen.stage.verdict.banner, screen.stage.verdict.strip
    qtbot.waitUntil(lambda: line.line.endswith("badge sent to the printer"), timeout=PATIENCE)
    device.order("STATE: +media-empty-error")
    asked = f"No paper: load paper into localhost:{device.port}."
    qtbot.waitUntil(lambda: strip.words.text() == asked, timeout=PATIENCE)
    assert line.line.endswith("badge held up at the printer")
    qtbot.waitUntil(program.window.top.prints.isVisible, timeout=PATIENCE)
    device.order("STATE: -media-empty-error", "done")
    qtbot.waitUntil(lambda: line.line.endswith("badge printed"), timeout=PATIENCE)
    job = desks[0].jobs()[0]
    file = kept.pdf_of(program.workplace, job)
    assert job.state is JobState.CONFIRMED and file is not None
    assert device.arrived()[0].read_bytes() == file.read_bytes()
    qtbot.waitUntil(lambda: not program.window.top.prints.isVisible(), timeout=PATIENCE)


def test_a_printer_killed_in_the_middle_leaves_a_job_that_a_person_settles(
    program: DeskProgram, screen: ScanScreen, qtbot: QtBot, device: Any
) -> None:
    desks: list[Desk] = []
    program.lane.run(desks.append)
    program.workplace.settings.printer = device.uri
    screen.code_read(code_of(desks[0], "Taro Yamada"))
    screen.do(Action.PRINT)
    qtbot.waitUntil(lambda: bool(device.arrived()), timeout=PATIENCE)
    device.kill()
    strip = screen.stage.verdict.strip
    asked = f"localhost:{device.port} does not answer: check that it is on and connected."
    qtbot.waitUntil(lambda: strip.words.text() == asked, timeout=PATIENCE)
    screen.code_read(code_of(desks[0], "Nguyễn Văn An"))
    assert screen.stage.verdict.banner.headline == "Welcome"
