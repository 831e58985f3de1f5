"""Owns the row of actions under a card: one primary, the rest beside it, each with its key."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from checkin_app.ui.language import translate
from checkin_app.ui.scan.card import KEYS, Action
from checkin_app.ui.widgets.flow import Flow
from checkin_app.ui.widgets.parts import KeyButton, restyle


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
        case Action.HAND_OVER:
            return translate("Scan", "Hand over")
        case Action.COMPARE:
            return translate("Scan", "Check the badge")
        case Action.TEMPORARY:
            return translate("Scan", "Temporary badge")
        case Action.READY:
            return translate("Scan", "Close")


class ActionBar(QFrame):
    """Emits `asked` with the Action of the button that was pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._buttons: dict[Action, KeyButton] = {}
        self._offered: tuple[Action, ...] = ()
        self._flow = Flow(self, gap=12)
        self._flow.setContentsMargins(28, 12, 28, 12)

    def offer(self, actions: Iterable[Action], *, printed: bool = False) -> None:
        """Shows other actions, the first as the primary one."""
        self._offered = tuple(actions)
        for action in self._offered:
            button = self._button(action)
            if action is Action.PRINT:
                button.rename(word(action, printed=printed))
            self._rank(button, primary=action is self._offered[0])
        self._flow.arrange(self._buttons[action] for action in self._offered)
        self.updateGeometry()

    def primary(self) -> KeyButton | None:
        """The first button."""
        return self._buttons[self._offered[0]] if self._offered else None

    def _button(self, action: Action) -> KeyButton:
        button = self._buttons.get(action)
        if button is None:
            button = KeyButton(word(action), KEYS[action], parent=self)
            button.setProperty("action", action.value)
            button.clicked.connect(self._on_clicked)
            self._flow.addWidget(button)
            self._buttons[action] = button
        return button

    def _rank(self, button: KeyButton, *, primary: bool) -> None:
        kind = "primary" if primary else ""
        if (button.property("kind") or "") != kind:
            button.setProperty("kind", kind)
            restyle(button)

    def _on_clicked(self) -> None:
        self.asked.emit(Action(self.sender().property("action")))
