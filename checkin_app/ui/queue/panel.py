"""Owns the queue on screen: jobs that need a person on top, and what can be done with one."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.badges import Job, JobState
from checkin_app.ui.language import number, translate
from checkin_app.ui.queue import kept
from checkin_app.ui.queue.actions import JobActions, JobDeed
from checkin_app.ui.queue.empty import EmptyQueue
from checkin_app.ui.queue.order import in_order
from checkin_app.ui.queue.press_room import press_room
from checkin_app.ui.queue.printer_lines import PrinterLines
from checkin_app.ui.queue.rows import JobList, job_row
from checkin_app.ui.queue.states import needs_person
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

_OUT = (JobState.SENDING, JobState.SENT)


class QueuePanel(QWidget):
    """Live; any width from 320 pixels. `titled` puts its name on top."""

    def __init__(self, workplace: Workplace, *, titled: bool = True) -> None:
        super().__init__()
        self._workplace = workplace
        self.room = press_room(workplace)
        self._shown: list[Job] = []
        self.counts = label(role="muted", wrap=True)
        self.printers = PrinterLines(workplace)
        self.list = JobList(translate("Queue", "Print queue"))
        self.deeds = JobActions(workplace)
        self.empty = EmptyQueue()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if titled:
            column.addWidget(label(translate("Queue", "Print queue"), "title"))
        column.addWidget(self.counts)
        column.addWidget(self.printers)
        column.addWidget(self._pages, 1)
        column.addWidget(self.deeds)
        self.list.picked.connect(self._on_picked)
        self.deeds.asked.connect(self._on_asked)
        self.deeds.moved.connect(self._on_moved)
        self.room.surveyed.connect(self.renew)
        self.renew()

    def shown(self) -> None:
        """The panel came to the front."""
        self.room.survey()
        self.deeds.look_for_printers()

    def renew(self) -> None:
        """Shows the queue as it is known now."""
        now = self._workplace.now()
        self._shown = in_order(self.room.jobs)
        self.list.show_rows([job_row(job, self._workplace, now) for job in self._shown])
        self._pages.setCurrentWidget(self.list if self._shown else self.empty)
        self.counts.setText(self._count())
        self.counts.setVisible(bool(self._shown))
        self.printers.renew()
        if self.list.chosen() is None and self._shown and needs_person(self._shown[0]):
            self.list.choose(0)
        self._offer()

    def choose(self, job_id: str) -> None:
        """Puts one job under the buttons."""
        self.list.choose_id(job_id)

    def _count(self) -> str:
        waiting = sum(job.state is JobState.QUEUED for job in self._shown)
        out = sum(job.state in _OUT and not needs_person(job) for job in self._shown)
        person = sum(needs_person(job) for job in self._shown)
        parts = (
            (person, translate("Queue", "{count} to look at")),
            (out, translate("Queue", "{count} at the printer")),
            (waiting, translate("Queue", "{count} waiting")),
        )
        said = [words.format(count=number(count)) for count, words in parts if count]
        return " · ".join(said) or translate("Queue", "Nothing is waiting.")

    def _job(self) -> Job | None:
        row = self.list.chosen()
        found = (job for job in self._shown if row is not None and job.id == row.id)
        return next(found, None)

    def _on_picked(self, _: str) -> None:
        self._offer()

    def _offer(self) -> None:
        self.deeds.offer(self._job())

    def _on_asked(self, deed: JobDeed) -> None:
        job = self._job()
        if job is None:
            return
        match deed:
            case JobDeed.RETRY:
                self.room.retry(job.id)
            case JobDeed.NOT_SEEN:
                self.room.not_on_paper(job)
            case JobDeed.CANCEL:
                self.room.cancel(job.id)
            case JobDeed.SEEN:
                self.room.seen_on_paper(job.id)
            case JobDeed.OPEN:
                self._open(job)

    def _on_moved(self, printer: str) -> None:
        job = self._job()
        if job is not None:
            self.room.move(job.id, printer)

    def _open(self, job: Job) -> None:
        file = kept.pdf_of(self._workplace, job)
        if file is None:
            self._workplace.toast(translate("Queue", "No PDF is kept of this job yet."))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
