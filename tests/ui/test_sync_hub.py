"""This desk is the hub: a child process founded, served, joined, asked and ended by the window."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
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

pytestmark = pytest.mark.serial
#: Milliseconds; nothing takes so long unless it hangs.
LIMIT = 60_000


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
    enrol.make.click()
    qtbot.waitUntil(enrol.ticket.isVisible, timeout=LIMIT)
    made = enrolment.parse(enrol._text)
    assert program.workplace.forum is not None and made.event == program.workplace.forum.id
    assert enrol.symbol.width() >= 300
    enrol.copy.click()
    assert QApplication.clipboard().text() == enrol._text
    screen.hub_desks.ask()
    qtbot.waitUntil(lambda: len(screen.hub_desks.rows) == 1, timeout=LIMIT)
    assert [line.note for line in screen.desks.lines] == ["this desk"]
    address = ("127.0.0.1", hub.port)
    socket.create_connection(address).close()
    screen.hub_desks.ask()
    put_away(program)
    with pytest.raises(OSError):
        socket.create_connection(address)
