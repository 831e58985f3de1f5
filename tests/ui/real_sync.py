"""The program of test_sync_real: a desk window that joins a hub, loses it, and meets it again.

`python -m tests.ui.real_sync PLAN` reads a JSON plan (enrolment, codes, commands) and prints one
JSON object: what the window said after each step. Pictures go into the plan's folder.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Slot
from PySide6.QtWidgets import QApplication

from checkin_app.config import Station
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.start.join_page import JoinPage
from checkin_app.ui.start.screen import StartScreen
from checkin_app.ui.sync.screen import SyncScreen
from checkin_app.ui.theme import fonts

Commands = list[list[str]]
#: Milliseconds between two looks whether a step has come to its end.
_LOOK = 40
#: Milliseconds between a step and the next: Return right behind a scan belongs to the scan.
_BREATH = 400
_SCANNER = ["type", "--delay", "3", "--clearmodifiers"]


@dataclass(frozen=True, slots=True)
class Step:
    """What happens, by xdotool or by a call; over when `until` says so."""

    name: str
    commands: Commands
    until: Callable[[], bool]
    first: Callable[[], None] = lambda: None


class Play(QObject):
    """Does one step after the other and writes down what the window says."""

    def __init__(self, program: DeskProgram, plan: dict[str, Any]) -> None:
        super().__init__()
        self._program = program
        self._plan = plan
        self._steps = self._all()
        self._commands: Commands = []
        self._said: dict[str, dict[str, str]] = {}
        self._hub: subprocess.Popen[str] | None = None
        self._tool = QProcess(self)
        self._tool.finished.connect(self._on_finished)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self._look)
        program.window.painted.connect(lambda: QTimer.singleShot(_BREATH, self, self._next))

    # -- the steps ---------------------------------------------------------

    def _all(self) -> list[Step]:
        plan = self._plan
        return [
            Step("join page", [["key", "Return"]], self._joining, self._start_hub),
            Step("enrolment", [[*_SCANNER, plan["enrolment"]], ["key", "Return"]], self._ready),
            Step("joined", [["key", "Return"]], lambda: self._line("Synced")),
            Step("scan", self._scan("first"), lambda: self._welcome() and not self._waits()),
            Step(
                "hub gone",
                [],
                lambda: self._line("No link"),
                self._stop_hub,
            ),
            Step("scan alone", self._scan("second"), lambda: self._welcome(2) and self._waits()),
            Step("hub back", [["key", "F5"]], lambda: self._line("Synced"), self._start_hub),
            Step("conflict", [], lambda: bool(self._conflicts), self._other_meets),
            Step("tray", [["key", "ctrl+6"]], self._shown),
            Step("decided", [["key", "alt+1"]], lambda: not self._conflicts and not self._waits()),
        ]

    def _scan(self, which: str) -> Commands:
        return [[*_SCANNER, self._plan[which]], ["key", "Return"]]

    def _start_hub(self) -> None:
        """Starts the hub and waits until it listens."""
        self._hub = subprocess.Popen(
            self._plan["hub"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._hub.stdout is not None
        self._hub.stdout.readline()
        if self._said:
            self._program.window.go("sync")
            self._program.window.go("sync")

    def _stop_hub(self) -> None:
        """Unplugs it: no goodbye."""
        if self._hub is not None:
            self._hub.kill()
            self._hub.communicate()
            self._hub = None

    def _other_meets(self) -> None:
        """Another desk, which scanned the same badge meanwhile, meets the hub."""
        subprocess.run(
            self._plan["other"], check=True, capture_output=True, env=self._plan["other_home"]
        )

    # -- when a step is over -----------------------------------------------

    def _joining(self) -> bool:
        start = self._program.window.stack.currentWidget()
        return isinstance(start, StartScreen) and isinstance(start._page, JoinPage)

    def _ready(self) -> bool:
        start = self._program.window.stack.currentWidget()
        page = start._page if isinstance(start, StartScreen) else None
        return (
            isinstance(page, JoinPage) and page.form.join.isEnabled() and page.form.join.hasFocus()
        )

    def _line(self, begins: str) -> bool:
        return self._program.window.status.sync.words.startswith(begins)

    def _waits(self) -> bool:
        return "waiting" in self._program.window.status.sync.words

    @property
    def _conflicts(self) -> str:
        return self._program.window.status.conflicts.words

    def _welcome(self, count: int = 1) -> bool:
        screen = self._program.window.built(SCAN)
        if not isinstance(screen, ScanScreen) or len(screen.recent.outcomes) < count:
            return False
        return screen.stage.verdict.banner.headline == "Welcome"

    def _shown(self) -> bool:
        screen = self._program.window.built("sync")
        return isinstance(screen, SyncScreen) and screen.tray.view is not None

    # -- how they are done -------------------------------------------------

    @Slot()
    def _next(self) -> None:
        if not self._steps:
            self._stop_hub()
            print(json.dumps(self._said))
            QApplication.quit()
            return
        step = self._steps[0]
        step.first()
        window = str(int(self._program.window.winId()))
        self._commands = [["windowfocus", "--sync", window], *step.commands]
        self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        if self._commands:
            self._tool.start("xdotool", self._commands.pop(0))
        else:
            self._looking.start()

    @Slot()
    def _look(self) -> None:
        step = self._steps[0]
        if not step.until():
            return
        self._looking.stop()
        self._steps.pop(0)
        window = self._program.window
        window.repaint()
        picture = (
            Path(self._plan["folder"]) / f"{len(self._said)}-{step.name.replace(' ', '-')}.png"
        )
        window.grab().save(str(picture))
        screen = window.built("sync")
        view = screen.tray.view if isinstance(screen, SyncScreen) else None
        self._said[step.name] = {
            "line": window.status.sync.words,
            "conflicts": window.status.conflicts.words,
            "place": window.place,
            "asked": view.accessibleName() if view is not None else "",
        }
        QTimer.singleShot(_BREATH, self, self._next)


def main(plan: dict[str, Any]) -> int:
    application = QApplication(sys.argv[:1])
    fonts.load()
    settings = Station(language="en", sounds=False, ready_after=0, desk_name="Desk 2")
    program = DeskProgram(settings, None)
    play = Play(program, plan)
    play.setParent(program)
    program.begin()
    try:
        status = application.exec()
    finally:
        play._stop_hub()
    program.end()
    return status


if __name__ == "__main__":
    sys.exit(main(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
