"""Owns how an operator says why, without leaving the verdict: a digit, a button, or words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.widgets.flow import Flow
from checkin_app.ui.widgets.parts import KeyButton


def ready_made() -> tuple[str, ...]:
    """Why somebody is admitted against the verdict."""
    return (
        translate("Reasons", "Identity documents checked"),
        translate("Reasons", "Confirmed by the organisers"),
        translate("Reasons", "Asked for by the protocol officer"),
        translate("Reasons", "Went out and came back"),
        translate("Reasons", "Badge forgotten or damaged"),
    )


class _Line(QLineEdit):
    """A text field in which, while it is empty, a digit chooses."""

    chosen = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit into the empty field is a choice."""
        text = event.text()
        if not self.text() and len(text) == 1 and text in "123456789":
            self.chosen.emit(int(text))
            return
        super().keyPressEvent(event)


class ReasonBar(QFrame):
    """Emits `given` with the reason, or `dropped`. `name` says what the reason is for.

    `narrow` gives the words a line of their own.
    """

    given = Signal(str)
    dropped = Signal()

    def __init__(self, reasons: Sequence[str], name: str, *, narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._reasons = tuple(reasons)
        self._line = _Line()
        self._line.setPlaceholderText(
            translate("Reasons", "Why? A number above, or a reason and Enter")
        )
        self._line.setAccessibleName(name)
        self._line.setClearButtonEnabled(False)
        self._line.chosen.connect(self._on_chosen)
        self._line.returnPressed.connect(self._on_return)
        choices = QWidget()
        flow = Flow(choices, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for number, reason in enumerate(self._reasons, 1):
            button = KeyButton(reason, str(number), parent=choices)
            button.setProperty("number", number)
            button.clicked.connect(self._on_button)
            flow.addWidget(button)
        close = KeyButton(translate("Scan", "Close"), "Esc", kind="plain")
        close.clicked.connect(self.dropped)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom) if narrow else QHBoxLayout()
        row.setSpacing(8 if narrow else 12)
        row.addWidget(self._line, 1)
        row.addWidget(close)
        margin = 0 if narrow else 28
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 12, margin, 12)
        column.setSpacing(10)
        column.addWidget(choices)
        column.addLayout(row)

    def ask(self) -> None:
        """Begins anew."""
        self._line.clear()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, number: int) -> None:
        if 1 <= number <= len(self._reasons):
            self.given.emit(self._reasons[number - 1])

    def _on_button(self) -> None:
        self._on_chosen(int(self.sender().property("number")))

    def _on_return(self) -> None:
        text = self._line.text().strip()
        if text:
            self.given.emit(text)
