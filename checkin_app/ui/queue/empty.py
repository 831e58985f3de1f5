"""Owns the queue when nothing is in it: what belongs here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import label


class EmptyQueue(QWidget):
    """A picture and two sentences; as narrow as the panel it is in."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        head = label(translate("Queue", "No badge is waiting"), "strong", wrap=True)
        words = label(
            translate(
                "Queue",
                "Badges that are printed one by one or for many pass by here, and stay when a "
                "printer needs you.",
            ),
            "muted",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._picture, head, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch(3)
        self._tint()
        look.changed.connect(self._tint)

    def _tint(self) -> None:
        self._picture.setPixmap(
            icons.pixmap("printer", look.theme.muted, 48, self.devicePixelRatioF())
        )
