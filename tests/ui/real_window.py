"""The program of test_real_window: a desk window on a virtual display, typed into by xdotool.

`python -m tests.ui.real_window EVENT` prints one JSON object: per step what was heard and what
the field that has the focus holds.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLineEdit

from checkin_app.config import Station
from checkin_app.desk import Desk
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.scan.card import Action
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.theme import fonts
from tests.ui.small_forum import code_of


@dataclass
class Step:
    """What xdotool is to do; `waits` for a verdict, else for the end of the typing."""

    name: str
    commands: list[list[str]]
    waits: bool = True
    focus: bool = True
    heard: list[str] = field(default_factory=list)


class Play(QObject):
    """Does one step after the other and writes down what came of it."""

    def __init__(self, program: DeskProgram, steps: list[Step]) -> None:
        super().__init__()
        self._program = program
        self._steps = steps
        self._now = -1
        self._commands: list[list[str]] = []
        self._said: dict[str, dict[str, object]] = {}
        self._codes: list[str] = []
        self._tool = QProcess(self)
        self._tool.finished.connect(self._on_finished)
        program.wedge.code_read.connect(self._codes.append)
        program.workplace.opened.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _begin(self) -> None:
        self._screen.sounded.connect(self._on_verdict)
        self._next()

    @property
    def _screen(self) -> ScanScreen:
        screen = self._program.window.built(SCAN)
        assert isinstance(screen, ScanScreen)
        return screen

    def _next(self) -> None:
        self._now += 1
        if self._now == len(self._steps):
            print(json.dumps(self._said))
            QApplication.quit()
            return
        step = self._steps[self._now]
        self._codes.clear()
        self._screen.stage.register.done()
        if step.focus:
            self._screen.do(Action.REGISTER)
        else:
            self._screen.do(Action.READY)
        window = str(int(self._program.window.winId()))
        self._commands = [["windowfocus", "--sync", window], *step.commands]
        self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        if self._commands:
            self._tool.start("xdotool", self._commands.pop(0))
        elif self._now < len(self._steps) and not self._steps[self._now].waits:
            QTimer.singleShot(400, self, self._note)

    @Slot(object)
    def _on_verdict(self, sound: object) -> None:
        QTimer.singleShot(400, self, self._note)

    @Slot()
    def _note(self) -> None:
        step = self._steps[self._now]
        if self._tool.state() != QProcess.ProcessState.NotRunning:
            QTimer.singleShot(100, self, self._note)
            return
        focus = QApplication.focusWidget()
        name = self._screen.stage.register.findChild(QLineEdit)
        self._said[step.name] = {
            "codes": list(self._codes),
            "headline": self._screen.stage.verdict.banner.headline,
            "name": name.text() if name is not None else "",
            "focused": focus.text() if isinstance(focus, QLineEdit) else "",
        }
        self._next()


def keys(text: str) -> list[str]:
    """Key names of xdotool for digits and a few more."""
    names = {"á": "aacute", "à": "agrave", "ã": "atilde", "\b": "BackSpace", "\r": "Return"}
    return [names.get(letter, letter) for letter in text]


def main(event: Path) -> int:
    desk = Desk.open(event)
    khanh_van = code_of(desk, "Đặng Thị Khánh Vân")
    jean = code_of(desk, "Jean-Baptiste Mbeki-Lefèvre")
    desk.close()
    fast = ["type", "--delay", "3", "--clearmodifiers"]
    steps = [
        Step("scan", [[*fast, khanh_van], ["key", "Return"]]),
        Step(
            "unikey",
            [
                ["key", "a", "sleep", "0.1"],
                ["key", "--delay", "12", *keys("\bá\bà\bã" + jean[3:] + "\r")],
            ],
        ),
        Step("name", [["type", "--delay", "83", "Nguyen Van A2"], ["key", "Return"]], False, False),
        Step("again", [[*fast, jean], ["key", "Return"]]),
    ]
    application = QApplication(sys.argv[:1])
    fonts.load()
    program = DeskProgram(Station(language="en", sounds=False, ready_after=0), event)
    Play(program, steps).setParent(program)
    program.begin()
    status = application.exec()
    program.end()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
