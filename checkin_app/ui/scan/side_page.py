"""Owns the frame of pages that take the verdict's place for a while: title, way back, content."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import KeyButton, label, rule


class SidePage(QWidget):
    """Emits `left` when Close is pressed; content goes into `body`."""

    left = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = label(title, "heading", wrap=True)
        close = KeyButton(translate("Scan", "Close"), "Esc", kind="plain")
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(28, 14, 16, 10)
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(28, 12, 28, 16)
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addLayout(self.body, 1)
