"""Owns what stands in the window until its event is open."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.theme import numbers
from checkin_app.ui.widgets.text import label


class OpeningPage(QWidget):
    """One line in the panel's place; it is gone in a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        panel = QFrame()
        panel.setObjectName("panel")
        text = label(translate("Shell", "Opening the event …"), "lead")
        numbers.put(text, "alignment", numbers.ALIGN_CENTER)
        inside = QVBoxLayout(panel)
        inside.addWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(panel)
