"""Owns the page on which a desk without an event joins a hub and gets the event from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.sync.join_form import JoinForm
from checkin_app.ui.sync.joins import Joins
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class JoinPage(QWidget):
    """Ends in `workplace.event_asked`, or emits `dropped`."""

    dropped = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.form = JoinForm(workplace)
        self.joins = Joins(workplace, self.form)
        back = KeyButton(translate("Start", "Back"), "Esc")
        back.setShortcut("Escape")
        back.clicked.connect(self.dropped)
        inner = QWidget()
        inner.setFixedWidth(640)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(label(translate("Start", "Join a hub"), "heading"))
        column.addWidget(
            label(
                translate(
                    "Start",
                    "Scan the QR code that the hub shows, or paste its text. The whole event comes "
                    "with it; afterwards this desk works with and without a link.",
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addWidget(back)
        # Not by alignment: a widget that is aligned is not made higher for lines that wrap.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(2)

    def take_focus(self) -> None:
        """To the text."""
        self.form.take_focus()
