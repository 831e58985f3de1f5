"""Owns the press of the window: what is ordered, what is under way, what printers say.

Screens order here and listen here; the threads of the press are in `shift`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from checkin_app.config import station_dir
from checkin_app.domain.badges import ON_PAPER, UNFINISHED, Job, JobState
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background
from checkin_app.ui.queue.asked import Asked
from checkin_app.ui.queue.fresh import FreshBadges
from checkin_app.ui.queue.printer_words import PrinterSaid, said_of
from checkin_app.ui.queue.shift import Shift
from checkin_app.ui.queue.states import FOLDER, needs_person
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.badges import Stock
    from checkin_app.press import Press
    from checkin_app.printing import Printer

#: Milliseconds in which changes are gathered before the queue is read again.
_GATHER = 150
#: Milliseconds that the end waits for a badge which is being handed over.
_LAST_BADGE = 5_000
#: How many jobs are shown; those that are not finished always are.
SHOWN = 500


def badges_folder() -> str:
    """The printer of a desk that chose none: badges become PDF files in the station's folder."""
    folder = station_dir() / "badges"
    folder.mkdir(mode=0o700, exist_ok=True)
    return f"{FOLDER}{folder}"


def press_room(workplace: Workplace) -> PressRoom:
    """The press of this window; it goes on when screens are built anew."""
    found = workplace.findChild(PressRoom)
    return found if isinstance(found, PressRoom) else PressRoom(workplace)


class PressRoom(QObject):
    """Orders badges, prints them, follows them.

    `changed` carries a Job each time more is known of it, `surveyed` comes when `jobs` was read
    anew, `looked` with a Printer when one was asked how it is.
    """

    changed = Signal(object)
    surveyed = Signal()
    looked = Signal(object)
    _ended = Signal()
    _seen = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("press-room")
        self._workplace = workplace
        self.jobs: list[Job] = []
        self._known: dict[str, Job] = {}
        self._latest: dict[str, Job] = {}
        self.fresh = FreshBadges()
        self.stock: dict[str, Stock] = {}
        self.printers: dict[str, Printer] = {}
        self._shift: Shift | None = None
        self._soon = self._timer("queue-survey", _GATHER, self.survey)
        self._last = self._timer("last-badge", _LAST_BADGE, self._give_up)
        self._gave_up = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._seen.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)
        workplace.touched.connect(self._on_touched)

    def _timer(self, name: str, pause: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(slot)
        return timer

    # -- shifts ------------------------------------------------------------

    def begin(self) -> None:
        """An event is open: what a former run of the program left is taken up, truly told."""
        self.leave()
        self._gave_up = False
        self.jobs = []
        self._known = {}
        self._latest = {}
        asked = Asked(self._workplace.lane, self)
        asked.told.connect(self._on_told)
        self._shift = Shift(asked, self._workplace.settings, seen=self._seen, ended=self._ended)
        self._want()
        self._shift.start()
        self._soon.start()

    def stop(self) -> None:
        """No further badge is begun; `busy` until the one under way is told, or for seconds."""
        if self._shift is not None:
            self._shift.stop()
            self._last.start()

    def leave(self) -> None:
        """Asks nothing more of the event that is open; what is under way is told at its next."""
        if self._shift is not None:
            self._shift.stop()
            self._shift.leave()
            self._shift = None
        self._last.stop()

    @property
    def busy(self) -> bool:
        """Whether a badge is being handed to a printer and may still be told."""
        return self._shift is not None and self._shift.working and not self._gave_up

    def _give_up(self) -> None:
        self._gave_up = True

    @Slot()
    def _on_ended(self) -> None:
        """A thread came to its end: who waits for that looks again."""

    # -- orders ------------------------------------------------------------

    def order(
        self,
        delegates: Sequence[str],
        done: Callable[[list[Job]], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
        *,
        reason: str = "",
        printer: str = "",
    ) -> None:
        """Puts badges into the queue; `failed` is told why that cannot be."""
        operator, people = self._workplace.operator, list(delegates)
        station = replace(self._workplace.settings)
        self.do(
            lambda desk: desk.order_badges(
                people, printer=printer, reason=reason, operator=operator, station=station
            ),
            done,
            failed,
        )

    def do(
        self,
        verb: Callable[[Desk], list[Job]],
        done: Callable[[list[Job]], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
    ) -> None:
        """Runs a verb that changes jobs; the press hears of them before `done`."""
        order = _Order(self, done)
        self._workplace.lane.run(verb, order.on_jobs, failed or self._workplace.failed)

    def retry(self, job_id: str) -> None:
        """Queues a job once more."""
        self.do(lambda desk: [desk.retry_job(job_id)])

    def move(self, job_id: str, printer: str) -> None:
        """Gives a job to another printer, back from the one that has it."""
        self._beside(lambda press: press.move(job_id, printer))

    def cancel(self, job_id: str) -> None:
        """Takes a job out of the queue, back from the printer that has it."""
        who = self._workplace.operator
        self._beside(lambda press: press.cancel(job_id, operator=who))

    def _beside(self, deed: Callable[[Press], Job]) -> None:
        """What has to ask a printer is no matter for the desk lane."""
        if self._shift is None:
            return
        press = self._shift.press()
        beside = Background(self)
        beside.setObjectName("press-deed")
        beside.start(lambda say, stopped: deed(press), self._on_deed, self._on_no_deed)

    def _on_deed(self, job: Job) -> None:
        self._tidy()
        self.heard([job])

    def _on_no_deed(self, error: CheckinError) -> None:
        self._tidy()
        self._workplace.failed(error)
        self._soon.start()

    def _tidy(self) -> None:
        for beside in self.findChildren(Background, "press-deed"):
            if not beside.busy:
                beside.deleteLater()

    def seen_on_paper(self, job_id: str) -> None:
        """Somebody has the badge in hand that nobody could tell of."""
        who = self._workplace.operator
        self.do(lambda desk: [desk.job_told(job_id, JobState.CONFIRMED, operator=who)])

    def not_on_paper(self, job_id: str) -> None:
        """Nothing came out of a job that nobody could tell of, and nothing is wanted of it."""
        who = self._workplace.operator

        def verb(desk: Desk) -> list[Job]:
            desk.job_told(job_id, JobState.FAILED, operator=who)
            return [desk.cancel_job(job_id, operator=who)]

        self.do(verb)

    def heard(self, jobs: Sequence[Job]) -> None:
        """These jobs are new or another way."""
        self._say_news(jobs)
        if self._shift is not None:
            self._shift.wake()
        self._soon.start()

    # -- news --------------------------------------------------------------

    @Slot(object)
    def _on_told(self, answer: object) -> None:
        """The press asked the desk something: about a job, or with no answer, it told something."""
        if isinstance(answer, Job):
            self._say_news([answer])
        elif answer is not None:
            return
        if not self._soon.isActive():
            self._soon.start()

    def _say_news(self, jobs: Iterable[Job]) -> None:
        over = False
        for job in jobs:
            before = self._known.get(job.id)
            if before != job and (before is None or before.changed_at <= job.changed_at):
                self._known[job.id] = job
                self._remember(job)
                self._wait_for(job)
                self.changed.emit(job)
                over = over or not job.live
        if over:
            self._workplace.touched.emit("prints")

    def _remember(self, job: Job) -> None:
        for badge in job.badges:
            before = self._latest.get(badge.delegate)
            if before is None or before.id <= job.id:
                self._latest[badge.delegate] = job

    def job_of(self, delegate_id: str) -> Job | None:
        """The latest job with somebody's badge: one that was under way, or came since."""
        return self._latest.get(delegate_id)

    def _wait_for(self, job: Job) -> None:
        for badge in job.badges:
            if job.state in ON_PAPER:
                self.fresh.made(job.id, badge.delegate, self._workplace.now())
            elif job.state in (JobState.FAILED, JobState.CANCELLED):
                self.fresh.failed(job.id, badge.delegate)

    @Slot(str)
    def _on_touched(self, kind: str) -> None:
        if kind == "prints" and not self._soon.isActive():
            self._soon.start()

    def survey(self) -> None:
        """Reads the queue anew."""
        if self._workplace.forum is not None:
            self._workplace.lane.run(_survey, self._on_survey)

    def _on_survey(self, found: _Survey) -> None:
        jobs = self.jobs = found.jobs
        if self._known:
            self._say_news(reversed(jobs))
        else:
            self._known = {job.id: job for job in jobs}
            for job in reversed(jobs):
                if job.state in UNFINISHED:
                    self._remember(job)
        self.stock = {stock.printer: stock for stock in found.stock}
        if self._shift is not None:
            self._shift.out = any(job.state is JobState.SENT for job in jobs)
            if any(job.state is JobState.QUEUED for job in jobs):
                self._shift.wake()
            self._want()
        self.surveyed.emit()

    # -- printers ----------------------------------------------------------

    def chosen(self) -> str:
        """The printer of this desk; empty where badges are saved as PDF."""
        return self._workplace.settings.printer

    def said(self, name: str) -> PrinterSaid:
        """What is to be said of a printer now."""
        key = name or badges_folder()
        return said_of(self._workplace, name, self.printers.get(key), self.stock.get(key))

    def all_said(self) -> list[PrinterSaid]:
        """The same of every printer that this desk uses or has jobs for, its own first."""
        return [self.said(name) for name in self._names()]

    def trouble(self) -> int:
        """How many jobs need a person."""
        return sum(needs_person(job) for job in self.jobs)

    def _names(self) -> list[str]:
        settings = self._workplace.settings
        names = [settings.printer, *settings.routes.values()]
        names += [job.printer for job in self.jobs if job.state in UNFINISHED]
        return list(dict.fromkeys(names))

    def _want(self) -> None:
        """Which printers are looked at: those of the settings, and those that have jobs."""
        if self._shift is None:
            return
        self._shift.wanted = frozenset(self._names()) - {""}

    @Slot(object)
    def _on_looked(self, printer: Printer) -> None:
        if self.printers.get(printer.name) != printer:
            self.printers[printer.name] = printer
            self.looked.emit(printer)


class _Order:
    """Who is told of the jobs that a verb changed."""

    def __init__(self, room: PressRoom, done: Callable[[list[Job]], None] | None) -> None:
        self._room = room
        self._done = done

    def on_jobs(self, jobs: list[Job]) -> None:
        if shiboken6.isValid(self._room):
            self._room.heard(jobs)
        owner = getattr(self._done, "__self__", None)
        if self._done is not None and (not isinstance(owner, QObject) or shiboken6.isValid(owner)):
            self._done(jobs)


@dataclass(frozen=True, slots=True)
class _Survey:
    jobs: list[Job]
    stock: list[Stock]


def _survey(desk: Desk) -> _Survey:
    return _Survey(desk.jobs(limit=SHOWN), desk.stock())
