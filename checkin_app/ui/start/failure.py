"""Owns what is shown when an event cannot be opened: one sentence, what to do, nothing lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import language, translate
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class FailurePage(QWidget):
    """Try again, or choose another event."""

    def __init__(self, workplace: Workplace, error: CheckinError, event: Path | None) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._error = error
        self._event = event
        picture = QLabel()
        picture.setPixmap(
            icons.pixmap("warning", look.theme.refer.ink, 72, self.devicePixelRatioF())
        )
        self._title = label(role="heading")
        self.sentence = label(wrap=True)
        self.sentence.setStyleSheet("font-size: 17px;")
        self.sentence.setMinimumWidth(560)
        self.sentence.setMaximumWidth(640)
        self._again = KeyButton("", "Enter", kind="primary")
        self._again.clicked.connect(self._on_again)
        self._other = KeyButton("")
        self._other.clicked.connect(self._on_other)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._again)
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(10)
        text.addWidget(self._title)
        text.addWidget(self.sentence)
        text.addSpacing(8)
        text.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addStretch(1)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self._say()
        self._again.setFocus()
        language.changed.connect(self._say)

    def _say(self) -> None:
        self._title.setText(translate("Start", "This event cannot be opened"))
        self.sentence.setText(self._workplace.say(self._error))
        self._again.rename(translate("Start", "Try again"))
        self._other.rename(translate("Start", "Choose another event"))

    def _on_again(self) -> None:
        self._workplace.event_asked.emit(str(self._event) if self._event else "")

    def _on_other(self) -> None:
        self._workplace.event_asked.emit("")

    def showEvent(self, event: object) -> None:
        """Enter tries again."""
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
