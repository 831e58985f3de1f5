"""Owns the first start: four large choices, and the events opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import file_dialogs
from checkin_app.ui.language import language, translate
from checkin_app.ui.start import events
from checkin_app.ui.start.choice import Choice
from checkin_app.ui.start.join_page import JoinPage
from checkin_app.ui.start.new_event import NewEvent
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

_RECENT = 4


class StartScreen(QWidget):
    """Ends in `workplace.event_asked` with the file to open."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._first: Choice | None = None
        self.show_choices()
        language.changed.connect(self.show_choices)

    def show_choices(self) -> None:
        """The four choices."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(8)
        column.addStretch(2)
        head = label(translate("Start", "Open the doors"))
        head.setStyleSheet("font-size: 34px; font-weight: 700;")
        column.addWidget(head)
        column.addWidget(
            label(
                translate("Start", "One event is one file. Choose how this desk begins."),
                "lead",
                wrap=True,
            )
        )
        column.addSpacing(16)
        column.addLayout(self._choices())
        sample = KeyButton(
            translate("Start", "Sample event: 1,800 invented delegates, to practise on"),
            kind="plain",
            icon="sample",
        )
        sample.clicked.connect(self._sample)
        column.addSpacing(8)
        column.addWidget(sample)
        recent = self._recent()
        if recent is not None:
            column.addSpacing(20)
            column.addWidget(label(translate("Start", "Opened lately"), "caption"))
            column.addLayout(recent)
        column.addStretch(3)
        self._show(page)

    def showEvent(self, event: QShowEvent) -> None:
        """The first choice has the focus."""
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        offered = (
            (
                "sync",
                translate("Start", "Join a hub"),
                translate("Start", "Scan or paste what the hub shows; the event comes with it."),
                self._join,
            ),
            (
                "open",
                translate("Start", "Open an event"),
                translate("Start", "A .checkin file from a colleague, a backup or a USB stick."),
                self._open,
            ),
            (
                "new",
                translate("Start", "New event"),
                translate("Start", "Name and days; the roster comes afterwards."),
                self._new,
            ),
            (
                "import",
                translate("Start", "Import a roster"),
                translate("Start", "Excel, CSV, ODS or JSON: a new event is made for it."),
                self._import,
            ),
        )
        self._first = None
        for number, (icon, title, text, act) in enumerate(offered):
            choice = Choice(icon, title, text)
            self._first = self._first or choice
            choice.clicked.connect(act)
            grid.addWidget(choice, 0, number)
            grid.setColumnStretch(number, 1)
        return grid

    def _recent(self) -> QHBoxLayout | None:
        files = [Path(e) for e in self._workplace.settings.recent_events]
        there = [f for f in files if f.exists()][:_RECENT]
        if not there:
            return None
        row = QHBoxLayout()
        row.setSpacing(8)
        for file in there:
            button = KeyButton(file.stem)
            button.setToolTip(str(file))
            button.setProperty("file", str(file))
            button.clicked.connect(self._on_recent)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show(self, page: QWidget) -> None:
        old, self._page = self._page, page
        self._column.addWidget(page)
        if old is not None:
            self._column.removeWidget(old)
            old.deleteLater()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_recent(self) -> None:
        self._workplace.event_asked.emit(str(self.sender().property("file")))

    def _open(self) -> None:
        chosen = file_dialogs.open_file(
            self,
            translate("Start", "Open an event"),
            str(Path.home()),
            translate("Start", "Events (*.checkin)"),
        )
        if chosen:
            self._workplace.event_asked.emit(chosen)

    def _new(self) -> None:
        form = NewEvent(self._workplace)
        form.dropped.connect(self.show_choices)
        form.wanted.connect(self._make)
        self._show(form)
        form.take_focus()

    def _join(self) -> None:
        self.join("")

    def join(self, text: str) -> None:
        """Shows where desks join; a scanner may have read the enrolment already."""
        page = self._page if isinstance(self._page, JoinPage) else JoinPage(self._workplace)
        if page is not self._page:
            page.dropped.connect(self.show_choices)
            self._show(page)
            page.take_focus()
        if text:
            page.form.take(text)

    def _import(self) -> None:
        self._workplace.settings.screen = "import"
        self._new()

    def _make(self, wanted: events.NewForum) -> None:
        self._busy(translate("Start", "Making the event …"))
        self._workplace.lane.open(lambda: events.make(wanted), self._on_made, self._on_failed)

    def _sample(self) -> None:
        file = events.free_file("sample")
        self._busy(translate("Start", "Inventing 1,800 delegates …"))
        self._workplace.lane.open(lambda: events.make_sample(file), self._on_made, self._on_failed)

    def _busy(self, text: str) -> None:
        page = label(text, "heading")
        page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show(page)

    def _on_made(self, desk: object) -> None:
        self._workplace.event_asked.emit(str(desk.path))  # type: ignore[attr-defined]

    def _on_failed(self, error: Exception) -> None:
        self._workplace.failed(error)  # type: ignore[arg-type]
        self.show_choices()
