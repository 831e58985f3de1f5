"""Owns the running window: application, look, language, scanner, desk lane, in that order.

The window is on screen before the desk is opened; nothing heavy is imported until then.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from checkin_app import config
from checkin_app.domain.errors import CheckinError, ConfigError
from checkin_app.domain.programme import Checkpoint, Event
from checkin_app.ui.lane import Lane, ThreadLane
from checkin_app.ui.language import language
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.shell.window import DeskWindow
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.wedge_filter import WedgeFilter
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk


class DeskProgram(QObject):
    """One window and one desk; `begin` shows it, `end` closes the desk."""

    def __init__(
        self,
        settings: config.Station,
        event: Path | None,
        lane: Lane | None = None,
        problem: ConfigError | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("program")
        self._problem = problem
        self._wanted = event
        self._early: list[str] = []
        look.put_on(settings.theme)
        language.speak(settings.language)
        self.lane: Lane = lane or ThreadLane()
        self.workplace = Workplace(self.lane, settings)
        self.window = DeskWindow(self.workplace)
        self.wedge = WedgeFilter(settings.scanner_prefix, settings.scanner_suffix)
        self.wedge.code_read.connect(self.on_code)
        self.window.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        self.window.closing.connect(self._on_closing)
        self.workplace.event_asked.connect(self._on_event_asked)

    def begin(self) -> None:
        """Shows the window with what is known without the desk."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self.wedge)
        if self._wanted is None:
            self._show_start()
        else:
            self.window.go(SCAN)
        self.window.show()

    def end(self) -> None:
        """Closes the desk; everything handed in before is done."""
        self.lane.stop()

    @Slot(str)
    def on_code(self, code: str) -> None:
        """A scanner read a code: to the scan screen, wherever the window is."""
        if self.workplace.forum is None:
            self._early.append(code)
            return
        screen = self.window.go(SCAN) if self.window.place != SCAN else self.window.built(SCAN)
        if screen is not None:
            screen.code_read(code)  # type: ignore[attr-defined]

    @Slot()
    def _on_painted(self) -> None:
        if self._problem is not None:
            self.workplace.failed(self._problem)
        if self._wanted is not None:
            QTimer.singleShot(0, self, self._open_wanted)

    @Slot()
    def _open_wanted(self) -> None:
        if self._wanted is not None:
            self.open_event(self._wanted)

    def open_event(self, path: Path) -> None:
        """Opens another event file in the lane."""
        self._wanted = path
        self.lane.open(_opener(path), self._on_desk, self._on_refused)

    def _on_desk(self, desk: Desk) -> None:
        workplace = self.workplace
        self.lane.run(_facts, self._on_facts, workplace.failed)
        self.lane.run(_warm_up, None, None)
        self.lane.run(_countries, self._on_countries)

    def _on_facts(self, facts: Facts) -> None:
        workplace = self.workplace
        workplace.forum, workplace.checkpoints = facts.forum, facts.checkpoints
        workplace.event_file, workplace.desk_name = facts.file, facts.desk_name
        known = {c.id for c in workplace.checkpoints}
        if workplace.settings.checkpoint not in known and workplace.checkpoints:
            workplace.settings.checkpoint = workplace.checkpoints[0].id
        workplace.settings.opened(str(workplace.event_file))
        workplace.keep_settings()
        workplace.opened.emit()
        screen = workplace.settings.screen
        if self.window.go(screen) is None:
            self.window.go(SCAN)
        early, self._early = self._early, []
        for code in early:
            self.on_code(code)

    def _on_countries(self, countries: dict[str, dict[str, str]]) -> None:
        self.workplace.countries = countries

    def _on_refused(self, error: CheckinError) -> None:
        from checkin_app.ui.start.failure import FailurePage

        self.workplace.forum = None
        self.window.top.renew()
        self.window.drop_screens()
        self.window.show_alone(FailurePage(self.workplace, error, self._wanted))

    def _show_start(self) -> None:
        from checkin_app.ui.start.screen import StartScreen

        self.window.show_alone(StartScreen(self.workplace))

    @Slot(str)
    def _on_event_asked(self, path: str) -> None:
        if path:
            self.open_event(Path(path))
        else:
            self.window.drop_screens()
            self._show_start()

    @Slot()
    def _on_closing(self) -> None:
        self.workplace.keep_settings()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the window must know of an event that was opened."""

    forum: Event
    checkpoints: list[Checkpoint]
    file: Path
    desk_name: str


def _facts(desk: Desk) -> Facts:
    return Facts(desk.event, desk.checkpoints(), desk.path, desk.desk_name)


def _warm_up(desk: Desk) -> None:
    desk.warm_up()


def _countries(desk: Desk) -> dict[str, dict[str, str]]:
    from babel import Locale

    return {
        lang: {str(code): str(name) for code, name in Locale.parse(lang).territories.items()}
        for lang in ("vi", "en")
    }


def _opener(path: Path) -> Callable[[], Desk]:
    def opener() -> Desk:
        from checkin_app.desk import Desk

        return Desk.open(path)

    return opener


def main(argv: Sequence[str]) -> int:
    """Runs the window until it is closed; its exit status."""
    chosen = _arguments(argv)
    settings, problem = config.load()
    if chosen.lang:
        settings.language = chosen.lang
    event = chosen.event or settings.event
    QApplication.setApplicationName("checkin-app")
    QApplication.setStyle("Fusion")
    application = QApplication(sys.argv[:1])
    fonts.load()
    program = DeskProgram(settings, Path(event) if event else None, problem=problem)
    if os.environ.get("CHECKIN_TRIAL"):
        from checkin_app.ui import trial

        trial.watch(program.window, program.workplace.opened)
    program.begin()
    status = application.exec()
    program.end()
    return status


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="checkin-app", add_help=False)
    parser.add_argument("--event", default=os.environ.get("CHECKIN_EVENT", ""))
    parser.add_argument("--lang", choices=config.LANGUAGES, default="")
    return parser.parse_args(list(argv))
