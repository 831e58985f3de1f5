"""A dialog that shows the folder of the open event leaves the desk its locks; what was chosen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.ui import file_dialogs
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.badges.screen import BadgesScreen
from checkin_app.ui.lane import ThreadLane
from tests.ui.put_away import put_away

#: SQLite's bytes for readers of a file (os_unix.c): whoever has it open holds some of them.
FREE = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000000 + 2)
    except OSError:
        print("held")
"""


def held(path: Path) -> bool:
    """Whether the desk's locks on its event file keep another process out."""
    said = subprocess.run([sys.executable, "-c", FREE, str(path)], capture_output=True, text=True)
    return said.stdout == "held\n"


def on_dialog(event: Path, then: Callable[[QFileDialog], None]) -> QTimer:
    """Does `then` once the dialog has looked at the event file as far as it will."""
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        model = dialog.findChild(QFileSystemModel)
        assert model is not None
        dialog.setNameFilter("All files (*)")
        at = model.index(str(event), 2)
        if at.isValid() and model.data(at):
            timer.stop()
            then(dialog)

    timer.timeout.connect(look)
    timer.start(20)
    return timer


@pytest.mark.skipif(sys.platform != "linux", reason="locks of POSIX")
def test_a_dialog_beside_the_open_event_leaves_its_locks(
    program: DeskProgram, event_file: Path, qtbot: QtBot
) -> None:
    assert held(event_file)
    timer = on_dialog(event_file, lambda dialog: dialog.reject())
    at = str(event_file.parent / "badges.pdf")
    assert file_dialogs.save_file(program.window, "Save", at, "All files (*)") == ""
    timer.stop()
    assert held(event_file)
    del timer


def test_what_is_offered_is_chosen_in_its_folder(
    program: DeskProgram, event_file: Path, qtbot: QtBot
) -> None:
    at = event_file.parent / "badges.pdf"
    timer = on_dialog(event_file, lambda dialog: dialog.accept())
    assert file_dialogs.save_file(program.window, "Save", str(at), "All files (*)") == str(at)
    timer.stop()


def test_badges_saved_by_the_dialog_with_real_threads_are_said_to_be_saved(
    qtbot: QtBot, qapp: QApplication, event_file: Path, settings: object
) -> None:
    made = DeskProgram(settings, event_file, lane=ThreadLane())  # type: ignore[arg-type]
    made.begin()
    qtbot.waitUntil(lambda: made.workplace.forum is not None, timeout=30_000)
    screen = made.window.go("badges")
    assert isinstance(screen, BadgesScreen)
    made.window.show()
    qtbot.waitUntil(lambda: screen.foot.save.isEnabled(), timeout=30_000)
    timer = on_dialog(event_file, lambda dialog: dialog.accept())
    with qtbot.waitSignal(screen.run.ended, timeout=60_000) as ended:
        screen.foot.save.click()
    timer.stop()
    report = ended.args[0]
    assert report.state == "written"
    qtbot.waitUntil(lambda: screen.foot.many.text() == "0 badges", timeout=30_000)
    assert screen.foot.said.text().endswith("badges.pdf")
    put_away(made)
    desk = Desk.open(event_file, write=False)
    try:
        assert desk.check().whole
    finally:
        desk.close()
