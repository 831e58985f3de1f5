"""Owns the running window: application, look, language, scanner, desk lane, in that order.

The window is on screen before the desk is opened; nothing heavy is imported until then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from checkin_app import config
from checkin_app.domain.errors import CheckinError, ConfigError
from checkin_app.ui.lane import Lane, ThreadLane
from checkin_app.ui.language import language
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.shell.window import DeskWindow
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.ui.opening import Facts
    from checkin_app.ui.wedge_filter import WedgeFilter


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
        self.window.painted.connect(self._when_painted)
        self.window.closing.connect(self._on_closing)
        self.workplace.event_asked.connect(self._on_event_asked)
        self.workplace.touched.connect(self._on_touched)

    @cached_property
    def wedge(self) -> WedgeFilter:
        """Tells scans from typing, from the first paint on."""
        from checkin_app.ui.wedge_filter import WedgeFilter

        settings = self.workplace.settings
        made = WedgeFilter(settings.scanner_prefix, settings.scanner_suffix, self)
        made.code_read.connect(self.on_code)
        return made

    def begin(self) -> None:
        """Shows the window with what is known without the desk."""
        if self._wanted is None:
            self._show_start()
        else:
            self.window.show_opening()
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

    @Slot(str)
    def _on_touched(self, kind: str) -> None:
        if kind == "settings":
            settings = self.workplace.settings
            self.wedge.configure(settings.scanner_prefix, settings.scanner_suffix)
            self.window.top.renew()
            self.window.say_states()

    @Slot()
    def _when_painted(self) -> None:
        QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self.wedge)
        fonts.load_rest()
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
        from checkin_app.ui import opening

        self._wanted = path
        self.lane.open(opening.opener(path), self._on_desk, self._on_refused)

    def _on_desk(self, desk: Desk) -> None:
        from checkin_app.ui import opening

        self.lane.run(opening.facts, self._on_facts, self.workplace.failed)
        self.lane.run(opening.warm_up)
        self.lane.run(opening.countries, self._on_countries)

    def _on_facts(self, facts: Facts) -> None:
        workplace = self.workplace
        workplace.forum, workplace.checkpoints = facts.forum, facts.checkpoints
        workplace.event_file, workplace.desk_name = facts.file, facts.desk_name
        known = {c.id for c in workplace.checkpoints}
        if workplace.settings.checkpoint not in known and workplace.checkpoints:
            workplace.settings.checkpoint = workplace.checkpoints[0].id
        workplace.settings.opened(str(workplace.event_file))
        workplace.keep_settings()
        self.window.drop_screens()
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


def main(argv: Sequence[str]) -> int:
    """Runs the window until it is closed; its exit status."""
    settings, problem = config.load()
    lang = _argument(argv, "--lang")
    if lang in config.LANGUAGES:
        settings.language = lang
    event = _argument(argv, "--event") or os.environ.get("CHECKIN_EVENT", "") or settings.event
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


def _argument(argv: Sequence[str], name: str) -> str:
    """The value of an option given as `--name VALUE` or `--name=VALUE`; empty when it is not."""
    for number, argument in enumerate(argv):
        if argument == name:
            return argv[number + 1] if number + 1 < len(argv) else ""
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""
