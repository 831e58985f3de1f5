"""Owns how a person is shown in the verdict panel: photo, name, what they are, their delegation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui.language import number, translate
from checkin_app.ui.scan.card import Person
from checkin_app.ui.theme import fonts
from checkin_app.ui.widgets.chip import Chip
from checkin_app.ui.widgets.flow import Flow
from checkin_app.ui.widgets.meter import Meter
from checkin_app.ui.widgets.name_label import NameLabel
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.portrait import Portrait


class OneLine(QLabel):
    """A text in one line where it fits, in more where it does not."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """The whole text in one line."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 2, self.heightForWidth(9999)
        )


class PersonView(QWidget):
    """One person, large."""

    def __init__(self) -> None:
        super().__init__()
        self._portrait = Portrait()
        self._honorific = label(role="muted")
        self.name = NameLabel()
        self._own_name = label(role="muted", wrap=True)
        self._position = label(wrap=True)
        self._organization = label(role="muted", wrap=True)
        self._chip = Chip()
        self._delegation = OneLine()
        self._bar = Meter()
        self._count = label()
        self._set_type()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.addWidget(self._honorific)
        texts.addWidget(self.name)
        texts.addWidget(self._own_name)
        texts.addSpacing(8)
        texts.addWidget(self._position)
        texts.addWidget(self._organization)
        texts.addSpacing(12)
        texts.addWidget(self._chip)
        texts.addSpacing(10)
        texts.addWidget(self._delegation_row())
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 20, 28, 8)
        row.setSpacing(28)
        row.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def _set_type(self) -> None:
        for part, pixels in ((self._honorific, 16), (self._own_name, 23), (self._organization, 17)):
            part.setStyleSheet(f"font-size: {pixels}px;")
        self._position.setStyleSheet("font-size: 19px; font-weight: 500;")
        self._delegation.setStyleSheet("font-size: 16px; font-weight: 600;")
        self._count.setFont(fonts.font(16, figures=True))
        self._count.setStyleSheet("font-size: 16px;")

    def _delegation_row(self) -> QWidget:
        self._progress = QWidget()
        together = QHBoxLayout(self._progress)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(12)
        together.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        together.addWidget(self._count)
        row = QWidget()
        flow = Flow(row, gap=12)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self._delegation)
        flow.addWidget(self._progress)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel leaves less room to the photo."""
        super().resizeEvent(event)
        narrow = self.width() < 700
        self._portrait.fit(104 if narrow else 160, 130 if narrow else 200)
        self._bar.setFixedWidth(96 if narrow else 180)

    def show_person(self, person: Person, photos: Path | None) -> None:
        """Shows another person; `photos` is the folder that photo files lie in."""
        photo = photos / person.photo if photos and person.photo else None
        self._portrait.show_person(person.name, photo)
        self.name.show_name(person.name)
        for part, text in (
            (self._honorific, person.honorific),
            (self._own_name, person.own_name),
            (self._position, person.position),
            (self._organization, person.organization),
            (self._delegation, person.delegation),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._chip.show_word(person.category, person.colour)
        there = person.expected > 0 and bool(person.delegation)
        self._progress.setVisible(there)
        if there:
            text = translate("Scan", "{arrived}/{expected} arrived").format(
                arrived=number(person.arrived), expected=number(person.expected)
            )
            self._count.setText(text)
            self._bar.show_share(person.arrived, person.expected, text)
