"""Owns the actions of the roster card: which there are for a person, their keys and their words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.roster.facts import Facts
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton


class Action(StrEnum):
    """What can be done with somebody on the card."""

    CHECK_IN = "check_in"
    PRINT = "print"
    CORRECT = "correct"
    PHOTO = "photo"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


KEYS: Mapping[Action, str] = {
    Action.CHECK_IN: "F4",
    Action.PRINT: "F5",
    Action.CORRECT: "F2",
    Action.PHOTO: "",
    Action.WITHDRAW: "",
    Action.RESTORE: "",
}


class Actions(QFrame):
    """The buttons under the card. Emits `asked` with an Action."""

    asked = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self.setObjectName("footer")
        words = {
            Action.CHECK_IN: translate("Roster", "Check in"),
            Action.PRINT: translate("Roster", "Print badge"),
            Action.CORRECT: translate("Roster", "Correct"),
            Action.PHOTO: translate("Roster", "Photo"),
            Action.WITHDRAW: translate("Roster", "Withdraw"),
            Action.RESTORE: translate("Roster", "Restore"),
        }
        self.buttons: dict[Action, KeyButton] = {}
        for action, text in words.items():
            kind = "primary" if action is Action.CHECK_IN else ""
            button = KeyButton(text, KEYS[action], kind=kind)
            button.setProperty("action", action.value)
            button.clicked.connect(self._on_asked)
            self.buttons[action] = button
            if KEYS[action]:
                key = QShortcut(QKeySequence(KEYS[action]), over)
                key.setProperty("action", action.value)
                key.activated.connect(self._on_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.addWidget(flow_row(*self.buttons.values()))

    def offer(self, facts: Facts) -> None:
        """Shows what can be done with this person."""
        self.buttons[Action.CHECK_IN].setVisible(facts.can_check_in)
        self.buttons[Action.WITHDRAW].setVisible(not facts.withdrawn)
        self.buttons[Action.RESTORE].setVisible(facts.withdrawn)
        self.buttons[Action.PRINT].setVisible(not facts.withdrawn)

    def say_printed(self, printed: bool) -> None:
        """Whether there is a badge already."""
        self.buttons[Action.PRINT].rename(
            translate("Roster", "Print again") if printed else translate("Roster", "Print badge")
        )

    def offers(self, action: Action) -> bool:
        """Whether it can be done now."""
        return not self.buttons[action].isHidden()

    def _on_asked(self) -> None:
        self.asked.emit(Action(self.sender().property("action")))
