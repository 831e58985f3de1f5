"""Owns the shape of the settings: sections of rows, each found by the words in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain import names
from checkin_app.ui.widgets.parts import label, rule

CONTROL = 340


class SettingRow(QWidget):
    """A name, a sentence under it, a control at the right; `below` takes what is wider."""

    def __init__(self, name: str, note: str, *controls: QWidget, words: str = "") -> None:
        super().__init__()
        self._found_by = names.fold(f"{name} {note} {words}")
        title = label(name, "strong", wrap=True)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(title)
        if note:
            text.addWidget(label(note, "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(text, 1)
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(name)
            if isinstance(control, QLineEdit | QComboBox) and len(controls) == 1:
                control.setFixedWidth(CONTROL)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.below = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(self.below)

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all words, folded, are in it."""
        return all(word in self._found_by for word in words)


class Section(QFrame):
    """A heading and its rows."""

    def __init__(self, title: str, rows: Sequence[SettingRow]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAccessibleName(title)
        self._folded = names.fold(title)
        self.rows = list(rows)
        self._rules: list[QFrame] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(2)
        column.addWidget(label(title, "title"))
        for number, row in enumerate(self.rows):
            if number:
                line = rule()
                self._rules.append(line)
                column.addWidget(line)
            column.addWidget(row)

    def narrow(self, text: str) -> bool:
        """Shows only rows in which `text` is; whether there are any."""
        words = names.fold(text).split()
        whole = bool(words) and all(word in self._folded for word in words)
        found = False
        for number, row in enumerate(self.rows):
            there = whole or row.matches(words)
            row.setVisible(there)
            if number:
                self._rules[number - 1].setVisible(there and found)
            found = found or there
        self.setVisible(found)
        return found


class Choices(QComboBox):
    """A list to choose from. The wheel moves the page: it must not change what it passes over."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves it to the page."""
        event.ignore()


def choice(options: Sequence[tuple[str, str]], current: str) -> QComboBox:
    """A list of words, each with its value."""
    made = Choices()
    for value, word in options:
        made.addItem(word, value)
    made.setCurrentIndex(max(0, made.findData(current)))
    return made


def switch(word: str, on: bool) -> QCheckBox:
    """Yes or no."""
    made = QCheckBox(word)
    made.setChecked(on)
    made.setMinimumWidth(CONTROL)
    return made


def text_field(value: str, hint: str = "") -> QLineEdit:
    """A short text."""
    made = QLineEdit(value)
    made.setPlaceholderText(hint)
    made.setMaxLength(60)
    return made


def seconds(value: int, word: str) -> QSpinBox:
    """A number of seconds."""
    made = QSpinBox()
    made.setRange(0, 600)
    made.setValue(value)
    made.setSuffix(f" {word}")
    made.setFixedWidth(CONTROL)
    made.lineEdit().setTextMargins(12, 0, 0, 0)
    return made
