"""Owns the form of a new event: its names and its days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.start.events import NewForum
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class NewEvent(QWidget):
    """Emits `wanted` with a NewForum, or `dropped`."""

    wanted = Signal(object)
    dropped = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._name = QLineEdit()
        self._name_vi = QLineEdit()
        self._first = QDateEdit(QDate.currentDate())
        self._last = QDateEdit(QDate.currentDate().addDays(2))
        for day in (self._first, self._last):
            day.setDisplayFormat("dd/MM/yyyy")
        self._first.dateChanged.connect(self._on_first)
        self._problem = label(role="problem", wrap=True)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(20)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, field in (
            (translate("Start", "Name"), self._name),
            (translate("Start", "Name in Vietnamese"), self._name_vi),
            (translate("Start", "First day"), self._first),
            (translate("Start", "Last day"), self._last),
        ):
            field.setAccessibleName(text)
            form.addRow(label(text), field)
        make = KeyButton(translate("Start", "Make the event"), kind="primary")
        make.clicked.connect(self._on_make)
        back = KeyButton(translate("Start", "Back"), "Esc", kind="plain")
        back.setShortcut("Escape")
        back.clicked.connect(self.dropped)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(make)
        buttons.addWidget(back)
        buttons.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(620)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(label(translate("Start", "New event"), "heading"))
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
        inner.setMinimumWidth(560)
        for field in (self._name, self._name_vi):
            field.returnPressed.connect(self._on_make)

    def take_focus(self) -> None:
        """The name first."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_first(self, day: QDate) -> None:
        if self._last.date() < day:
            self._last.setDate(day)

    def _on_make(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._problem.setText(translate("Start", "An event needs a name."))
            self._name.setFocus()
            return
        first, last = _day(self._first.date()), _day(self._last.date())
        if last < first:
            self._problem.setText(translate("Start", "The last day lies before the first."))
            return
        self.wanted.emit(NewForum(name, self._name_vi.text().strip() or name, first, last))


def _day(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
