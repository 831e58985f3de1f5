"""Owns the list of jobs: rows that stay in place while their states change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from checkin_app import verdict_words
from checkin_app.ui.queue.states import mark, printer_title, told, who
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.domain.badges import Job


def job_row(job: Job, workplace: Workplace, now: datetime) -> Row:
    """One job: whose badges, its state, its printer, since when."""
    since = verdict_words.clock(
        job.changed_at, workplace.zone, beside=now, lang=workplace.lang, seconds=False
    )
    said = told(job)
    title = printer_title(job.printer)
    printer = "" if title in said else title
    line = " · ".join(part for part in (said.rstrip("."), printer, since) if part)
    return Row(job.id, who(job), line, mark(job))


class JobList(RowList):
    """Emits `picked` with the id of the row that is chosen, empty when none is."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows; the chosen one stays chosen, and what is in sight stays there."""
        model = self.rows
        if [row.id for row in rows] == [row.id for row in model.rows]:
            for number, row in enumerate(rows):
                if row != model.rows[number]:
                    model.rows[number] = row
                    model.dataChanged.emit(model.index(number), model.index(number))
            return
        before, place = self.chosen(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        super().show_rows(rows)
        places = {row.id: number for number, row in enumerate(rows)}
        kept = places.get(before.id, -1) if before is not None else -1
        self.choose(kept)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(place)
        if before is not None and kept < 0:
            self.picked.emit("")

    def choose_id(self, wanted: str) -> None:
        """Chooses a job, if it is in the list."""
        for number, row in enumerate(self.rows.rows):
            if row.id == wanted:
                self.choose(number)

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        row = self.chosen()
        self.picked.emit(row.id if row is not None else "")
