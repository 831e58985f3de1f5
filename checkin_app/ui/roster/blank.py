"""Owns the page for when there is nothing to show: what belongs here, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label


def centred(text: QLabel, width: int) -> QHBoxLayout:
    """A wrapped text in the middle, `width` pixels wide, with all of its lines."""
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    text.setFixedWidth(width)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(text)
    row.addStretch(1)
    return row


class Blank(QWidget):
    """A picture, a headline, a sentence, one button."""

    def __init__(self, icon: str, title: str, text: str, action: str) -> None:
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = label(title, "heading", wrap=True)
        words = label(text, "muted", wrap=True)
        for part in (head, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = KeyButton(action, kind="primary")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(head)
        column.addLayout(centred(words, 440))
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._tint()
        look.changed.connect(self._tint)

    def _tint(self) -> None:
        self._picture.setPixmap(
            icons.pixmap(self._icon, look.theme.muted, 56, self.devicePixelRatioF())
        )
