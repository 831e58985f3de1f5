"""Owns the bars of the editor: whose layout it is and what becomes of it; how the page is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin_app.ui.editor.buttons import IconButton
from checkin_app.ui.editor.core.document import Side
from checkin_app.ui.editor.stand_picker import StandPicker
from checkin_app.ui.language import translate
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.workplace import Workplace


class Head(QFrame):
    """The layout's name and state; back, open, undo, redo, use, save."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.back = KeyButton(translate("Editor", "Badges"), kind="plain", icon="back")
        self.title = label(role="title")
        self.state = label(role="small")
        self.menu = QMenu(self)
        self.open = KeyButton(translate("Editor", "Layouts"), icon="layouts")
        self.open.setMenu(self.menu)
        self.undo = IconButton("undo", translate("Editor", "Undo"), "Ctrl Z")
        self.redo = IconButton("redo", translate("Editor", "Redo"), "Ctrl Y")
        self.use = KeyButton(translate("Editor", "Use at this desk"), icon="check")
        self.save = KeyButton(translate("Editor", "Save"), "Ctrl S", kind="primary")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addLayout(names, 1)
        for part in (self.undo, self.redo, self.open, self.use, self.save):
            row.addWidget(part)

    def say(self, title: str, state: str, tone: Tone = Tone.NEUTRAL) -> None:
        """What is edited, and whether it is saved."""
        self.title.setText(title)
        self.state.setText(state)
        self.state.setProperty("role", "problem" if tone is Tone.REFUSE else "small")
        restyle(self.state)


class SeeingBar(QWidget):
    """Whose badge, which side, how large. Emits `turned` with a side."""

    turned = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.stand = StandPicker(workplace)
        self.front = _pill(translate("Editor", "Front"))
        self.rear = _pill(translate("Editor", "Back side"))
        sides = QButtonGroup(self)
        for number, button in enumerate((self.front, self.rear)):
            sides.addButton(button, number)
        self.front.setChecked(True)
        sides.idClicked.connect(self._on_side)
        self.snap = _pill(translate("Editor", "Snap"))
        self.snap.setChecked(True)
        self.snap.setToolTip(translate("Editor", "Held Ctrl does not snap"))
        self.smaller = IconButton("minus", translate("Editor", "Zoom out"), "Ctrl −")
        self.percent = QPushButton()
        self.percent.setProperty("kind", "quiet")
        self.percent.setMinimumWidth(64)
        self.percent.setToolTip(f"{translate('Editor', 'Whole page')}  Ctrl 0")
        self.larger = IconButton("plus", translate("Editor", "Zoom in"), "Ctrl +")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.addWidget(
            flow_row(
                self.stand,
                _together(self.front, self.rear),
                self.snap,
                _together(self.smaller, self.percent, self.larger),
                gap=10,
            )
        )

    def show_side(self, side: Side) -> None:
        """Which side is in front."""
        (self.front if side == "front" else self.rear).setChecked(True)

    def show_percent(self, percent: int) -> None:
        """How large the page is seen; 100 is as it prints."""
        self.percent.setText(f"{percent} %")
        self.percent.setAccessibleName(
            translate("Editor", "Zoom {percent} %, press for the whole page").format(
                percent=percent
            )
        )

    def _on_side(self, number: int) -> None:
        self.turned.emit("back" if number else "front")


def _together(*widgets: QWidget) -> QWidget:
    """Side by side, never in two rows."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return made


def _pill(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", "pill")
    made.setCheckable(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setStyleSheet("QPushButton { min-height: 36px; border-radius: 20px; padding: 0 14px; }")
    return made
