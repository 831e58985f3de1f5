"""Owns the running window: application, look, language, scanner, desk lane, in that order.

The window is on screen before the desk is opened; nothing heavy is imported until then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from checkin_app import config
from checkin_app.domain.errors import CheckinError, ConfigError
from checkin_app.ui.collector import Collector
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
    from checkin_app.ui.sync.office import SyncOffice
    from checkin_app.ui.sync.own_hub import OwnHub
    from checkin_app.ui.wedge_filter import WedgeFilter


#: How many codes are kept that were read while an event is being opened.
_EARLY = 16
#: How long the end waits for prints, copies and lists under way, in milliseconds.
_LAST_WORK = 60_000


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
        self._opening = event is not None
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
        """Closes the desk; everything handed in before is done, and prints are recorded."""
        self._finish()
        self.lane.stop()

    def _finish(self) -> None:
        """Waits for what is done beside the lane, and hears what became of it."""
        from checkin_app.ui.background import Background
        from checkin_app.ui.badges.run import BadgeRun
        from checkin_app.ui.queue.press_room import press_room

        jobs: list[Background | BadgeRun] = [
            *self.workplace.findChildren(BadgeRun),
            *self.workplace.findChildren(Background),
            *self.window.findChildren(Background),
        ]
        for job in jobs:
            job.stop()
        room = press_room(self.workplace)
        room.stop()
        beside = self._sync_parts()
        for part in beside:
            part.leave()
        limit = QTimer()
        limit.setSingleShot(True)
        limit.start(_LAST_WORK)
        while any(part.busy for part in [*jobs, room, *beside]) and limit.isActive():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        room.leave()
        for part in beside:
            part.kill()

    @Slot(str)
    def on_code(self, code: str) -> None:
        """A scanner read a code: to the scan screen, wherever the window is."""
        if self._opening:
            self._early = [*self._early, code][:_EARLY]
            return
        from checkin_app.ui.sync.enrolments import is_enrolment

        if is_enrolment(code):
            self._join(code)
            return
        if self.workplace.forum is None:
            return
        screen = self.window.go(SCAN) if self.window.place != SCAN else self.window.built(SCAN)
        if screen is not None:
            screen.code_read(code)  # type: ignore[attr-defined]

    def _join(self, text: str) -> None:
        """A scanner read an enrolment, wherever the window is: to where desks join."""
        front = self.window.stack.currentWidget()
        screen = self.window.go("sync") if self.workplace.forum is not None else front
        join = getattr(screen, "join", None)
        if join is not None:
            join(text)

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
        self._opening = True
        self._leave_press()
        self._leave_sync()
        self.lane.open(opening.opener(path), self._on_desk, self._on_refused)

    def _on_desk(self, desk: Desk) -> None:
        from checkin_app.ui import opening

        self.lane.run(opening.facts, self._on_facts, self._on_refused)
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
        self._begin_press()
        self._begin_sync()
        screen = workplace.settings.screen
        if self.window.go(screen) is None:
            self.window.go(SCAN)
        self._opening = False
        early, self._early = self._early, []
        for code in early:
            self.on_code(code)

    def _begin_press(self) -> None:
        """Takes up the badges of this event that are still to be printed."""
        from checkin_app.ui.queue.press_room import press_room

        press_room(self.workplace).begin()

    def _leave_press(self) -> None:
        """The event is closed; what is under way is told when it is opened again."""
        from checkin_app.ui.queue.press_room import PressRoom

        for room in self.workplace.findChildren(PressRoom):
            room.leave()

    def _begin_sync(self) -> None:
        """Meets the hub of this event, and its desks, if it has any; serves it, if it is here."""
        from checkin_app.ui.sync.office import sync_office

        sync_office(self.workplace).begin()
        if self.workplace.settings.hubs:
            from checkin_app.ui.sync.own_hub import own_hub

            own_hub(self.workplace).begin()

    def _leave_sync(self) -> None:
        """Nobody is met for an event that is closed."""
        for part in self._sync_parts():
            part.leave()

    def _sync_parts(self) -> list[SyncOffice | OwnHub]:
        """What of the exchange was needed so far; nothing of it is imported for this."""
        found = (self.workplace.findChild(QObject, name) for name in ("sync-office", "own-hub"))
        return [cast("SyncOffice | OwnHub", part) for part in found if part is not None]

    def _on_countries(self, countries: dict[str, dict[str, str]]) -> None:
        self.workplace.countries = countries

    def _on_refused(self, error: CheckinError) -> None:
        from checkin_app.ui.start.failure import FailurePage

        self._no_event()
        self.window.show_alone(FailurePage(self.workplace, error, self._wanted))

    def _no_event(self) -> None:
        self._leave_press()
        self.workplace.forum = None
        self._leave_sync()
        self._opening = False
        self._early.clear()
        self.window.top.renew()
        self.window.say_states()
        self.window.drop_screens()

    def _show_start(self) -> None:
        from checkin_app.ui.start.screen import StartScreen

        self.window.show_alone(StartScreen(self.workplace))

    @Slot(str)
    def _on_event_asked(self, path: str) -> None:
        if path:
            self.open_event(Path(path))
        else:
            self._no_event()
            self._show_start()

    @Slot()
    def _on_closing(self) -> None:
        self.workplace.keep_settings()


def main(argv: Sequence[str]) -> int:
    """Runs the window until it is closed; its exit status."""
    sys.excepthook = _on_crash
    settings, problem = config.load()
    lang = _argument(argv, "--lang")
    if lang in config.LANGUAGES:
        settings.language = lang
    event = _argument(argv, "--event") or os.environ.get("CHECKIN_EVENT", "") or settings.event
    QApplication.setApplicationName("checkin-app")
    QApplication.setStyle("Fusion")
    application = QApplication(sys.argv[:1])
    collector = Collector(application)
    fonts.load()
    program = DeskProgram(settings, Path(event) if event else None, problem=problem)
    if os.environ.get("CHECKIN_TRIAL"):
        from checkin_app.ui import trial

        trial.watch(program.window, program.workplace.opened)
    program.window.painted.connect(_keep_log_soon)
    program.workplace.opened.connect(collector.settle)
    program.begin()
    status = application.exec()
    program.end()
    return status


def _keep_log_soon() -> None:
    QTimer.singleShot(0, _keep_log)


def _keep_log() -> None:
    """Starts the log, after the first paint."""
    from checkin_app import logs

    logs.begin(config.station_dir)


def _on_crash(
    kind: type[BaseException], error: BaseException, frames: TracebackType | None
) -> None:
    """What nobody expected goes to the log, then where it always goes."""
    from checkin_app import logs

    if isinstance(error, Exception):
        logs.begin(config.station_dir)
        logs.crashed("checkin_app", "not caught", error)
    sys.__excepthook__(kind, error, frames)


def _argument(argv: Sequence[str], name: str) -> str:
    """The value of an option given as `--name VALUE` or `--name=VALUE`; empty when it is not."""
    for number, argument in enumerate(argv):
        if argument == name:
            return argv[number + 1] if number + 1 < len(argv) else ""
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""
