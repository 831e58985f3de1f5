"""Owns the rail at the left: one place a screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from checkin_app.ui.language import translate
from checkin_app.ui.shell.places import Place
from checkin_app.ui.theme import icons, numbers
from checkin_app.ui.theme.look import look


class Rail(QFrame):
    """Emits `chosen` with the id of a place; Ctrl+1 … choose too."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(88)
        self.setAccessibleName(translate("Shell", "Screens"))
        self._places = places
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 12, 7, 12)
        column.setSpacing(4)
        for number, place in enumerate(places, 1):
            button = QToolButton()
            button.setObjectName("place")
            button.setCheckable(True)
            numbers.put(button, "toolButtonStyle", numbers.TEXT_UNDER_ICON)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setIconSize(QSize(22, 22))
            button.setProperty("place", place.id)
            QShortcut(QKeySequence(f"Ctrl+{number}"), self).activated.connect(button.click)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._buttons[place.id] = button
            column.addWidget(button)
        column.addStretch(1)
        self.name_all()
        self.tint()
        look.changed.connect(self.tint)

    def name_all(self) -> None:
        """Says the names in the language on screen."""
        for number, place in enumerate(self._places, 1):
            button = self._buttons[place.id]
            button.setText(place.name())
            button.setAccessibleName(place.name())
            button.setToolTip(f"{place.name()} (Ctrl {number})")

    def tint(self) -> None:
        """Takes the theme's colours."""
        ratio = self.devicePixelRatioF()
        for place in self._places:
            button = self._buttons[place.id]
            colour = look.theme.accent if button.isChecked() else look.theme.muted
            button.setIcon(icons.icon(place.icon, colour, 22, ratio))

    def choose(self, place: str) -> None:
        """Shows which place is in front."""
        button = self._buttons.get(place)
        if button is not None:
            button.setChecked(True)
        self.tint()

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("place")))
