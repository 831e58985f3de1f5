"""Owns the question before a lost badge is blocked: that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from checkin_app.ui.language import translate
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label


class LostBar(QFrame):
    """Emits `confirmed`, or `dropped`."""

    confirmed = Signal()
    dropped = Signal()

    def __init__(self, *, margin: int = 28) -> None:
        super().__init__()
        self.setObjectName("footer")
        words = label(
            translate(
                "Reprint",
                "The lost badge stops working at once at every desk. Nobody can bring it back, "
                "also when it is found.",
            ),
            "strong",
            wrap=True,
        )
        self.block = KeyButton(translate("Reprint", "Block it and print a new one"), kind="primary")
        self.block.clicked.connect(self.confirmed)
        self.keep = KeyButton(translate("Scan", "Close"), "Esc", kind="plain")
        self.keep.clicked.connect(self.dropped)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 12, margin, 12)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(flow_row(self.block, self.keep, gap=12))

    def ask(self) -> None:
        """Begins anew; Enter is not enough to block."""
        self.keep.setFocus()
