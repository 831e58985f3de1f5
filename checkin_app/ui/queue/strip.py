"""Owns the line over the actions: what becomes of the badge, and what its printer asks for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_app.domain.badges import Job, JobState
from checkin_app.ui.language import translate
from checkin_app.ui.queue.printer_menu import PrinterMenu
from checkin_app.ui.queue.printer_words import PrinterSaid
from checkin_app.ui.queue.states import told
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

#: From this width on there is room for a third button beside the words.
_ROOMY = 700


@dataclass(frozen=True, slots=True)
class StripSaid:
    """One line; `job` is the id of the job that the buttons are about."""

    tone: Tone
    mark: str
    words: str
    job: str = ""
    retry: bool = False
    move: bool = False
    printer: str = ""


def strip_said(
    job: Job | None, printer: PrinterSaid, *, compare: str = "", note: str = ""
) -> StripSaid:
    """The one thing to know now, the most urgent first.

    `compare` asks for the fresh badge to be read, `note` says why nothing is printed.
    """
    if job is not None:
        match job.state:
            case JobState.FAILED:
                return _about(job, Tone.REFUSE, "refused", retry=True, move=True)
            case JobState.UNKNOWN:
                return _about(job, Tone.REFER, "referred", retry=True, move=True)
            case JobState.SENT if job.attention:
                return _about(job, Tone.REFER, "referred", move=True)
            case JobState.QUEUED | JobState.SENDING if printer.holds:
                said = StripSaid(Tone.REFER, "referred", printer.line, job.id)
                return _movable(said, job)
    if compare:
        return StripSaid(Tone.NEUTRAL, "scan", compare)
    if note:
        return StripSaid(Tone.NEUTRAL, "info", note)
    if printer.warns:
        return StripSaid(Tone.REFER, "referred", printer.line)
    return StripSaid(
        Tone.ADMIT if printer.tone is Tone.ADMIT else Tone.NEUTRAL, "printer", printer.line
    )


def _about(job: Job, tone: Tone, mark: str, *, retry: bool = False, move: bool) -> StripSaid:
    return StripSaid(tone, mark, told(job), job.id, retry, move, job.printer)


def _movable(said: StripSaid, job: Job) -> StripSaid:
    return StripSaid(said.tone, said.mark, said.words, job.id, False, True, job.printer)


class BadgeStrip(QFrame):
    """Emits `retried` with a job's id, `moved` with it and a printer, `opened` for the queue.

    `narrow` puts the buttons below the words.
    """

    retried = Signal(str)
    moved = Signal(str, str)
    opened = Signal(str)

    def __init__(self, workplace: Workplace, *, narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName("badge-strip")
        self._said = StripSaid(Tone.NEUTRAL, "printer", "")
        self._mark = QLabel()
        self.words = label(wrap=True)
        self.retry = KeyButton(translate("Queue", "Try again"))
        self.retry.clicked.connect(self._on_retry)
        self.other = PrinterMenu(workplace)
        self.other.picked.connect(self._on_moved)
        self.queue = KeyButton(translate("Queue", "Queue"), kind="plain")
        self.queue.setAccessibleName(translate("Queue", "Open the print queue"))
        self.queue.clicked.connect(self._on_queue)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((10, 8, 10, 8) if narrow else (28, 4, 22, 4)))
        column.setSpacing(8)
        column.addLayout(row)
        buttons = (self.retry, self.other, self.queue)
        self._below = flow_row(*buttons) if narrow else None
        if self._below is not None:
            column.addWidget(self._below)
        else:
            for button in buttons:
                row.addWidget(button)
        look.changed.connect(self._paint_anew)
        self.hide()

    @property
    def says(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._said.words)

    def say(self, said: StripSaid) -> None:
        """Shows another line; one without words hides it."""
        if said == self._said:
            return
        self._said = said
        self._paint_anew()

    def clear(self) -> None:
        """Says nothing of anybody; what it says of the printer holds for the next one too."""
        if self._said.job or self._said.mark in ("scan", "info"):
            self.say(StripSaid(Tone.NEUTRAL, "printer", ""))

    def _paint_anew(self) -> None:
        said, theme = self._said, look.theme
        loud = said.tone in (Tone.REFUSE, Tone.REFER)
        ink = theme.tone(said.tone).ink if loud else theme.muted
        ground = theme.tone(said.tone).paper if loud else "transparent"
        radius = 10 if self._below is not None else 0
        _dress(
            self,
            f"QFrame#badge-strip {{ background: {ground}; border: 0; border-radius: {radius}px; }}",
        )
        self.words.setText(said.words)
        self.words.setAccessibleName(said.words)
        _dress(
            self.words,
            f"color: {ink}; font-size: {15 if loud else 14}px;"
            f" font-weight: {600 if loud or said.mark == 'scan' else 400};",
        )
        colour = theme.accent if said.mark == "scan" else ink
        self._mark.setPixmap(icons.pixmap(said.mark, colour, 18, self.devicePixelRatioF()))
        self.retry.setVisible(said.retry)
        self.other.setVisible(said.move)
        self.other.leave_out(said.printer)
        self._fit()
        if self._below is not None:
            self._below.setVisible(bool(said.job))
        self.setVisible(bool(said.words))

    def _fit(self) -> None:
        """In a small window the words have the room; the mark in the top bar opens the queue."""
        roomy = self._below is not None or self.width() >= _ROOMY
        self.queue.setVisible(bool(self._said.job) and roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits."""
        super().resizeEvent(event)
        self._fit()

    def _on_retry(self) -> None:
        self.retried.emit(self._said.job)

    def _on_moved(self, printer: str) -> None:
        self.moved.emit(self._said.job, printer)

    def _on_queue(self) -> None:
        self.opened.emit(self._said.job)


def _dress(widget: QWidget, sheet: str) -> None:
    """Styles a widget only where it is to look otherwise: each sheet is a new layout."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
