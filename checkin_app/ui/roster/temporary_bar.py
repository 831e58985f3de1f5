"""Owns how somebody is given a temporary badge on their card: its number, or its code read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import KeyButton, label


class TemporaryBar(QFrame):
    """Emits `given` with what was typed, or `dropped`."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.field = QLineEdit()
        self.field.setAccessibleName(translate("Badge", "Number of the temporary badge"))
        self.field.setPlaceholderText(translate("Badge", "Number on it, then Enter"))
        self.field.setMaxLength(40)
        self.field.returnPressed.connect(self._on_given)
        close = KeyButton(translate("Scan", "Close"), kind="plain")
        close.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.field, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            label(
                translate(
                    "Badge",
                    "It is theirs for today. Type the number, or scan it at the "
                    "scan screen with F12.",
                ),
                "muted",
                wrap=True,
            )
        )
        column.addLayout(row)

    def ask(self) -> None:
        """Begins anew."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_given(self) -> None:
        text = self.field.text().strip()
        if text:
            self.given.emit(text)
