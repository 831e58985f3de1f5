"""This desk is the hub: a child process founded, served, joined, asked and ended by the window."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.config import Station
from checkin_app.sync import enrolment
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.own_hub import Stage, own_hub
from checkin_app.ui.sync.screen import SyncScreen
from checkin_app.ui.theme import fonts
from tests.ui.put_away import put_away

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.serial
#: Milliseconds; nothing takes so long unless it hangs.
LIMIT = 60_000


def join(text: str, event: Path) -> None:
    """Another computer's desk joins by an enrolment."""
    home = event.with_name("other home")
    subprocess.run(
        [sys.executable, "-m", "checkin_app", "--event", str(event), "join", text],
        env=os.environ | {"CHECKIN_HOME": str(home), "CHECKIN_KEYRING": "off"},
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


def test_one_switch_makes_this_desk_the_hub_and_it_ends_with_the_window(
    qtbot: QtBot, qapp: QApplication, event_file: Path
) -> None:
    fonts.load()
    settings = Station(language="en", sounds=False, desk_name="Desk 1")
    program = DeskProgram(settings, event_file)
    program.begin()
    qtbot.waitUntil(lambda: program.workplace.forum is not None, timeout=LIMIT)
    hub, office = own_hub(program.workplace), sync_office(program.workplace)
    hub.options = ["--host", "127.0.0.1", "--port", "0"]
    screen = program.window.go("sync")
    assert isinstance(screen, SyncScreen)
    screen.house.switch.setChecked(True)
    qtbot.waitUntil(lambda: hub.stage is Stage.SERVING, timeout=LIMIT)
    assert hub.password and hub.password in screen.house.password.text()
    assert settings.hubs == [str(event_file)]
    qtbot.waitUntil(lambda: office.state.link == "met", timeout=LIMIT)
    enrol = screen.house.enrol
    enrol.make.click()
    assert "needs a name" in enrol.said.text()
    enrol.name.setText("Quầy 7")
    hub.stage = Stage.STARTING
    enrol.make.click()
    assert "no desk could join by it" in enrol.said.text()
    hub.stage = Stage.SERVING
    enrol.make.click()
    qtbot.waitUntil(enrol.ticket.isVisible, timeout=LIMIT)
    made = enrolment.parse(enrol._text)
    assert program.workplace.forum is not None and made.event == program.workplace.forum.id
    assert enrol.symbol.width() >= 300
    enrol.copy.click()
    assert QApplication.clipboard().text() == enrol._text
    assert enrol.name.text() == ""
    shown = screen._area.viewport()
    assert shown is not None
    qtbot.waitUntil(lambda: shown.rect().contains(enrol.symbol.mapTo(shown, QPoint(0, 0))))
    qtbot.waitUntil(lambda: len(screen.hub_desks.rows) == 1, timeout=LIMIT)
    assert [line.note for line in screen.desks.lines] == ["this desk"]
    assert enrol.ticket.isVisible()
    join(enrol._text, event_file.with_name("seventh.checkin"))
    qtbot.waitUntil(enrol.ticket.isHidden, timeout=LIMIT)
    assert enrol.said.text() == "“Quầy 7” has joined." and enrol._text == ""
    hub.address = "https://10.0.0.9:8470"
    screen.house.renew()
    assert screen.house.reach.text() == "One other desk has reached it."
    address = ("127.0.0.1", hub.port)
    socket.create_connection(address).close()
    screen.hub_desks.ask()
    put_away(program)
    with pytest.raises(OSError):
        socket.create_connection(address)


def test_a_port_that_is_taken_is_passed_by_once_and_never_left_in_silence(
    qtbot: QtBot, qapp: QApplication, event_file: Path
) -> None:
    fonts.load()
    settings = Station(language="en", sounds=False)
    program = DeskProgram(settings, event_file)
    program.begin()
    qtbot.waitUntil(lambda: program.workplace.forum is not None, timeout=LIMIT)
    hub, screen = own_hub(program.workplace), program.window.go("sync")
    assert isinstance(screen, SyncScreen)
    house = screen.house
    hub.options = ["--host", "127.0.0.1"]
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        settings.hub_ports = {str(event_file): str(taken)}
        house.switch.setChecked(True)
        qtbot.waitUntil(lambda: hub.stage is Stage.SERVING, timeout=LIMIT)
        assert taken < hub.port and settings.hub_ports == {str(event_file): str(hub.port)}
        assert f"uses port {taken}, so the hub uses {hub.port}" in house.said.text()
    office, taken = sync_office(program.workplace), hub.port
    qtbot.waitUntil(lambda: office.state.link == "met", timeout=LIMIT)
    assert screen.desks.lines[0].name == "Hub desk"
    house.switch.setChecked(False)
    qtbot.waitUntil(lambda: not hub.busy, timeout=LIMIT)
    office.look()
    screen._ask()
    known = ["Hub desk", "Autumn Economic Forum"]
    qtbot.waitUntil(lambda: [line.name for line in screen.desks.lines] == known, timeout=LIMIT)
    hub._again.setInterval(0)
    with socket.create_server(("127.0.0.1", taken)):
        house.switch.setChecked(True)
        qtbot.waitUntil(lambda: hub.given_up, timeout=LIMIT)
        assert not house.switch.isChecked() and house.port.isVisible()
        assert f"another program of this computer uses port {taken}" in house.said.text()
        assert settings.hub_ports == {str(event_file): str(taken)}
        assert house.port.value() > taken
        house.use_port.click()
        qtbot.waitUntil(lambda: hub.stage is Stage.SERVING, timeout=LIMIT)
        assert house.switch.isChecked() and hub.port == house.port.value()
        qtbot.waitUntil(lambda: office.state.link == "met", timeout=LIMIT)
    put_away(program)
