"""Owns the row of actions under a card: one primary, the rest beside it, each with its key."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from checkin_app.ui.language import translate
from checkin_app.ui.scan.card import KEYS, Action
from checkin_app.ui.widgets.flow import Flow
from checkin_app.ui.widgets.parts import KeyButton


def word(action: Action, *, printed: bool = False) -> str:
    """What the button says."""
    match action:
        case Action.CHECK_IN:
            return translate("Scan", "Check in")
        case Action.DETAILS:
            return translate("Scan", "Details")
        case Action.FIND:
            return translate("Scan", "Find by name")
        case Action.PRINT:
            return translate("Scan", "Print again") if printed else translate("Scan", "Print badge")
        case Action.DELEGATION:
            return translate("Scan", "Delegation")
        case Action.REGISTER:
            return translate("Scan", "Register here")
        case Action.SUPERVISOR:
            return translate("Scan", "Call supervisor")
        case Action.ADMIT_ANYWAY:
            return translate("Scan", "Admit anyway")
        case Action.UNDO:
            return translate("Scan", "Undo")
        case Action.READY:
            return translate("Scan", "Close")


class ActionBar(QFrame):
    """Emits `asked` with the Action of the button that was pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._buttons: list[KeyButton] = []
        self._offered: tuple[tuple[Action, str], ...] = ()
        self._flow = Flow(self, gap=12)
        self._flow.setContentsMargins(28, 12, 28, 12)

    def offer(self, actions: Iterable[Action], *, printed: bool = False) -> None:
        """Shows other actions, the first as the primary one. Buttons are made once, then reused."""
        offered = tuple((action, word(action, printed=printed)) for action in actions)
        if offered == self._offered:
            return
        self._offered = offered
        while len(self._buttons) < len(offered):
            self._buttons.append(self._new_button())
        for button, (action, text) in zip(self._buttons, offered, strict=False):
            button.rename(text, KEYS[action])
            button.setProperty("action", action.value)
            button.show()
        for button in self._buttons[len(offered) :]:
            button.hide()
        self._flow.invalidate()
        self.updateGeometry()

    def _new_button(self) -> KeyButton:
        kind = "" if self._buttons else "primary"
        button = KeyButton("", kind=kind, parent=self)
        button.clicked.connect(self._on_clicked)
        self._flow.addWidget(button)
        return button

    def primary(self) -> KeyButton | None:
        """The first button."""
        return self._buttons[0] if self._offered else None

    def _on_clicked(self) -> None:
        self.asked.emit(Action(self.sender().property("action")))
