"""Owns what the window knows of print jobs, stock and printers, and tells who asks for it.

The queue is read anew after changes, many at once; what is new in it is told job by job.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from checkin_app.config import station_dir
from checkin_app.domain.badges import UNFINISHED, Job
from checkin_app.ui.queue.fresh import FreshBadges
from checkin_app.ui.queue.printer_words import PrinterSaid, said_of
from checkin_app.ui.queue.states import FOLDER, needs_person
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.badges import Stock
    from checkin_app.printing import Printer

#: Milliseconds in which changes are gathered before the queue is read again.
_GATHER = 150
#: How many jobs are shown; those that are not finished always are.
SHOWN = 500


def badges_folder() -> str:
    """The printer of a desk that chose none: badges become PDF files in the station's folder."""
    folder = station_dir() / "badges"
    folder.mkdir(mode=0o700, exist_ok=True)
    return f"{FOLDER}{folder}"


class JobBook(QObject):
    """`changed` carries a Job each time more is known of it, `surveyed` comes when `jobs` was read
    anew, `looked` with a Printer when one was asked how it is.
    """

    changed = Signal(object)
    surveyed = Signal()
    looked = Signal(object)
    _seen = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._forget()
        self.printers: dict[str, Printer] = {}
        self._soon = self._timer("queue-survey", _GATHER, self.survey)
        self._seen.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)
        workplace.touched.connect(self._on_touched)

    def _forget(self) -> None:
        """Another event: nothing is known of its jobs."""
        self.jobs: list[Job] = []
        self.stock: dict[str, Stock] = {}
        self.fresh = FreshBadges()
        self._known: dict[str, Job] = {}
        self._latest: dict[str, Job] = {}
        self._read = False

    def _timer(self, name: str, pause: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(slot)
        return timer

    # -- jobs --------------------------------------------------------------

    def survey(self) -> None:
        """Reads the queue anew."""
        if self._workplace.forum is not None:
            self._workplace.lane.run(_survey, self._on_survey)

    def _on_survey(self, found: _Survey) -> None:
        self.jobs = found.jobs
        self.stock = {stock.printer: stock for stock in found.stock}
        if not self._read:
            self._read = True
            self._begin_with(reversed(found.jobs))
        self._say_news(reversed(found.jobs))
        self._on_read()
        self.surveyed.emit()

    def _begin_with(self, jobs: Iterable[Job]) -> None:
        """What is no news: jobs of before, but for those that were told of meanwhile."""
        for job in jobs:
            if job.id not in self._known:
                self._known[job.id] = job
                if job.state in UNFINISHED:
                    self._remember(job)

    def _on_read(self) -> None:
        """The queue was read anew."""

    def _say_news(self, jobs: Iterable[Job]) -> None:
        over = False
        for job in jobs:
            before = self._known.get(job.id)
            if before != job and (before is None or before.changed_at <= job.changed_at):
                self._known[job.id] = job
                self._remember(job)
                self.fresh.told(job, self._workplace.now())
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

    def trouble(self) -> int:
        """How many jobs need a person."""
        return sum(needs_person(job) for job in self.jobs)

    @Slot(str)
    def _on_touched(self, kind: str) -> None:
        if kind == "prints" and not self._soon.isActive():
            self._soon.start()

    # -- printers ----------------------------------------------------------

    def said(self, name: str) -> PrinterSaid:
        """What is to be said of a printer now."""
        key = name or badges_folder()
        return said_of(self._workplace, name, self.printers.get(key), self.stock.get(key))

    def all_said(self) -> list[PrinterSaid]:
        """The same of every printer that this desk uses or has jobs for, its own first."""
        return [self.said(name) for name in self._names()]

    def _names(self) -> list[str]:
        settings = self._workplace.settings
        names = [settings.printer, *settings.routes.values()]
        names += [job.printer for job in self.jobs if job.state in UNFINISHED]
        return list(dict.fromkeys(names))

    @Slot(object)
    def _on_looked(self, printer: Printer) -> None:
        if self.printers.get(printer.name) != printer:
            self.printers[printer.name] = printer
            self.looked.emit(printer)


@dataclass(frozen=True, slots=True)
class _Survey:
    jobs: list[Job]
    stock: list[Stock]


def _survey(desk: Desk) -> _Survey:
    return _Survey(desk.jobs(limit=SHOWN), desk.stock())
