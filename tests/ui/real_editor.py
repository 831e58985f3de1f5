"""The program of test_editor_real: the layout editor worked by mouse and keyboard through X.

`python -m tests.ui.real_editor EVENT FOLDER` prints one JSON object: what each step came to, as
the document had it. Badges go into FOLDER.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QProcess, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from checkin_app.badges.layout.elements import Box, Code, Image, Stack
from checkin_app.config import Station
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.badges.screen import BadgesScreen
from checkin_app.ui.editor.editor import LayoutEditor
from checkin_app.ui.theme import fonts

Commands = list[list[str]]
#: Milliseconds between two looks whether a step has come to its end.
_LOOK = 40


@dataclass(frozen=True, slots=True)
class Step:
    """What xdotool does, made when its turn comes; over when `until` says so."""

    name: str
    commands: Callable[[], Commands]
    until: Callable[[], bool]


class Play(QObject):
    """Does one step after the other and writes down what came of it."""

    def __init__(self, program: DeskProgram) -> None:
        super().__init__()
        self.program = program
        self._steps = self._all()
        self._commands: Commands = []
        self._said: dict[str, object] = {}
        self._finished = False
        self._asking = False
        self._tool = QProcess(self)
        self._tool.finished.connect(self._on_finished)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self._look)
        program.workplace.opened.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _begin(self) -> None:
        self.program.window.go("badges")
        self._next()

    def _next(self) -> None:
        if not self._steps:
            print(json.dumps(self._said))
            QApplication.quit()
            return
        window = str(int(self.program.window.winId()))
        self._commands = [["windowfocus", "--sync", window], *self._steps[0].commands()]
        self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        if self._commands:
            self._tool.start("xdotool", self._commands.pop(0))
        else:
            self._looking.start()

    @Slot()
    def _look(self) -> None:
        if not self._steps[0].until():
            return
        self._looking.stop()
        step = self._steps.pop(0)
        self._said[step.name] = self._state()
        self._next()

    def _state(self) -> dict[str, object]:
        found = self.program.window.findChildren(LayoutEditor)
        if not found:
            return {}
        editor = found[0]
        layout = editor.history.present.layout
        lines = [line for e in layout.front if isinstance(e, Stack) for line in e.lines]
        name = next(line for line in lines if line.field == "name")
        return {
            "layout": layout.name,
            "logo": _figures(editor, Image),
            "code": _figures(editor, Code),
            "size": name.size,
            "changed": editor.history.changed,
            "steps": len(editor.history.past),
        }

    # -- what is done ------------------------------------------------------

    def _all(self) -> list[Step]:
        return [
            Step(
                "open",
                lambda: self.press(self.badges.findChild(QWidget, "tool-layouts")),
                self.ready,
            ),
            Step("move the logo", self.move_logo, self.ready),
            Step("resize the code", self.resize_code, self.ready),
            Step("choose the name", self.choose_name, self.ready),
            Step("make the name larger", self.larger_name, self.ready),
            Step("nudge", self.nudge, self.ready),
            Step("undo", lambda: [["key", "ctrl+z"]], self.ready),
            Step("redo", lambda: [["key", "ctrl+y"]], self.ready),
            Step("save", lambda: [["key", "ctrl+s"]], lambda: not self.editor.history.changed),
            Step("use", lambda: self.press(self.editor.head.use), lambda: self.editor.library.used),
            Step("leave", lambda: self.press(self.editor.head.back), self.left),
            Step("print", lambda: [["key", "F5"]], self.printed),
        ]

    @property
    def badges(self) -> BadgesScreen:
        screen = self.program.window.built("badges")
        assert isinstance(screen, BadgesScreen)
        return screen

    @property
    def editor(self) -> LayoutEditor:
        return self.program.window.findChildren(LayoutEditor)[0]

    def ready(self) -> bool:
        """The page is drawn and tried for everybody."""
        found = self.program.window.findChildren(LayoutEditor)
        return bool(found) and not found[0].busy

    def press(self, widget: QWidget | None) -> Commands:
        assert widget is not None
        return [*_at(widget.mapToGlobal(widget.rect().center())), ["click", "1"]]

    def on_page(self, x: float, y: float) -> QPoint:
        canvas = self.editor.canvas
        return canvas.mapToGlobal(canvas.view.point(x, y).toPoint())

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> Commands:
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        return [
            *_at(self.on_page(*start)),
            ["mousedown", "1"],
            *_at(self.on_page(*middle)),
            *_at(self.on_page(*end)),
            ["mouseup", "1"],
        ]

    def move_logo(self) -> Commands:
        """Down and to the left, near the margin: it snaps to it."""
        box = _box(self.editor, Image)
        x, y = box.x + box.width / 2, box.y + box.height / 2
        return self.drag((x, y), (x - 3.7, y + 2))

    def resize_code(self) -> Commands:
        """Its upper left corner is pulled out."""
        box = _box(self.editor, Code)
        middle = (box.x + box.width / 2, box.y + box.height / 2)
        chosen = [*_at(self.on_page(*middle)), ["click", "1"]]
        return chosen + self.drag((box.x, box.y), (box.x - 1.9, box.y - 1.9))

    def choose_name(self) -> Commands:
        picture = self.editor.canvas.picture
        assert picture is not None
        word = next(w for w in picture.words if "Konstantinopolskaya" in w.text)
        x, y = word.box.x + word.box.width / 2, word.box.y + word.box.height / 2
        return [*_at(self.on_page(x, y)), ["click", "1"]]

    def larger_name(self) -> Commands:
        field = self.editor.panel.line.size_field
        return [
            *self.press(field),
            ["key", "ctrl+a"],
            ["type", "--delay", "80", "40"],
            ["key", "Return"],
        ]

    def nudge(self) -> Commands:
        box = _box(self.editor, Image)
        return [
            *_at(self.on_page(box.x + box.width / 2, box.y + box.height / 2)),
            ["click", "1"],
            ["key", "Down"],
            ["key", "Down"],
            ["key", "shift+Down"],
        ]

    def left(self) -> bool:
        """The editor is gone, and badges can be printed."""
        if self.program.window.findChildren(LayoutEditor):
            return False
        buttons = self.badges.findChildren(QPushButton)
        key = QKeySequence("F5")
        return any(b.shortcut() == key and b.isVisible() and b.isEnabled() for b in buttons)

    def printed(self) -> bool:
        if not self._asking:
            self._asking = True
            self.program.lane.run(
                lambda desk: (len(desk.jobs()), len(desk.jobs(unfinished=True))), self._on_jobs
            )
        return self._finished

    def _on_jobs(self, counted: tuple[int, int]) -> None:
        self._asking = False
        self._finished = counted[0] > 0 and counted[1] == 0


def _at(point: QPoint) -> Commands:
    return [["mousemove", "--sync", str(point.x()), str(point.y())]]


def _box(editor: LayoutEditor, kind: type) -> Box:
    return next(e.box for e in editor.history.present.layout.front if isinstance(e, kind))


def _figures(editor: LayoutEditor, kind: type) -> list[float]:
    box = _box(editor, kind)
    return [box.x, box.y, box.width, box.height]


def _on_crash(*crash: Any) -> None:
    sys.__excepthook__(*crash)
    QApplication.exit(1)


def main(event: Path, folder: Path) -> int:
    sys.excepthook = _on_crash
    application = QApplication(sys.argv[:1])
    fonts.load()
    settings = Station(
        language="en", sounds=False, ready_after=0, printer=f"folder:{folder}", operator="Hạnh"
    )
    program = DeskProgram(settings, event)
    Play(program).setParent(program)
    program.begin()
    status = application.exec()
    program.end()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
