"""Owns how an operator says who takes a badge away: the person, a liaison officer, an aide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from checkin_app.domain.badges import RECEIVERS, Receiver
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label


def receiver_words(receiver: str) -> str:
    """Who takes a badge."""
    match receiver:
        case "delegate":
            return translate("HandOver", "The delegate")
        case "liaison":
            return translate("HandOver", "Liaison officer")
        case "aide":
            return translate("HandOver", "An aide")
    return receiver


class ReceiverBar(QFrame):
    """Emits `given` with who and a name, or `dropped`. The person needs no name.

    `compared` asks for the badge to be read first. `narrow` gives the name a line of its own.
    """

    given = Signal(str, str)
    compared = Signal()
    dropped = Signal()

    def __init__(self, *, narrow: bool = False, only_others: bool = False) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._liaison = ""
        self.to: Receiver = "delegate"
        many = translate("HandOver", "Who takes the badges?")
        title = label(many if only_others else translate("HandOver", "Who takes the badge?"))
        title.setProperty("role", "strong")
        self.compare = KeyButton(translate("HandOver", "Read it first"), "F11", kind="plain")
        self.compare.clicked.connect(self.compared)
        self.buttons: dict[str, KeyButton] = {}
        for receiver in RECEIVERS:
            button = KeyButton(receiver_words(receiver), kind="pill")
            button.setProperty("receiver", receiver)
            button.setCheckable(receiver != "delegate")
            button.clicked.connect(self._on_receiver)
            self.buttons[receiver] = button
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("HandOver", "Name of who takes it"))
        self.name.setPlaceholderText(translate("HandOver", "Name of who takes it, then Enter"))
        self.name.returnPressed.connect(self._on_given)
        self.done = KeyButton(translate("HandOver", "Hand over"), kind="primary")
        self.done.clicked.connect(self._on_given)
        close = KeyButton(translate("Scan", "Close"), "Esc", kind="plain")
        close.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(12)
        if not narrow:
            row.addWidget(self.name, 1)
        row.addWidget(self.done)
        row.addWidget(close)
        if narrow:
            row.addStretch(1)
        margin = 0 if narrow or only_others else 28
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 12, margin, 12)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(flow_row(*self.buttons.values(), self.compare))
        if narrow:
            column.addWidget(self.name)
        column.addLayout(row)
        if only_others:
            self.buttons["delegate"].hide()
        if narrow or only_others:
            self.compare.hide()

    def ask(self, liaison: str) -> None:
        """Begins anew; `liaison` is the delegation's officer, as far as known."""
        self._liaison = liaison
        self.name.clear()
        self._choose("liaison")

    def _choose(self, receiver: Receiver) -> None:
        self.to = receiver
        for name, button in self.buttons.items():
            button.setChecked(name == receiver)
        if receiver == "liaison" and not self.name.text():
            self.name.setText(self._liaison)
        elif receiver == "aide" and self.name.text() == self._liaison:
            self.name.clear()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_receiver(self) -> None:
        wanted = self.sender().property("receiver")
        if wanted == "delegate":
            self.given.emit("delegate", "")
            return
        self._choose(wanted)

    def _on_given(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.given.emit(self.to, name)
        else:
            self.name.setFocus()
