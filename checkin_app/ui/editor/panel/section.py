"""Owns what all sections of the panel share: how they are shown, and how they change things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.settings import rows
from checkin_app.ui.widgets.parts import label

Command = Callable[[Document], Document]
#: Does a command; steps in a row that merge under one name are taken back as one.
Edit = Callable[[Command, str], None]


class Section(QWidget):
    """A heading and fields for what is chosen. Told by `show_document`; changes through `edit`."""

    def __init__(self, title: str, edit: Edit) -> None:
        super().__init__()
        self.edit = edit
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        if title:
            self.column.addWidget(label(title, "strong"))

    def fits(self, document: Document) -> bool:
        """Whether there is anything to set here."""
        raise NotImplementedError

    def show_document(self, document: Document) -> None:
        """Shows the values; only called where it `fits`."""
        raise NotImplementedError

    def set(self, **properties: Any) -> None:
        """Changes properties of what is chosen; the same ones in a row are one step."""
        from checkin_app.ui.editor.core import commands

        self.edit(lambda d: commands.change(d, **properties), "set:" + ",".join(properties))


def captioned(name: str, *widgets: QWidget) -> QWidget:
    """A caption over widgets side by side."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    caption = label(name, "caption", wrap=True)
    column.addWidget(caption)
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        if not widget.accessibleName():
            widget.setAccessibleName(name)
        row.addWidget(widget, 1 if len(widgets) == 1 else 0)
    if widgets:
        caption.setBuddy(widgets[0])
    column.addLayout(row)
    return made


def pairs(*widgets: QWidget) -> QGridLayout:
    """Two side by side, all equally wide."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    for number, widget in enumerate(widgets):
        grid.addWidget(widget, number // 2, number % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def choice(options: Sequence[tuple[str, str]], current: str) -> QComboBox:
    """A list of words, each with its value, that takes no more room than there is."""
    made = rows.choice(options, current)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    return made


def show_choice(box: QComboBox, value: object) -> None:
    """Shows a choice without telling it."""
    at = box.findData(value)
    if at != box.currentIndex():
        box.blockSignals(True)
        box.setCurrentIndex(at)
        box.blockSignals(False)
