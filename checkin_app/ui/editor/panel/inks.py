"""Owns choosing a colour: those that follow the badge, or one of one's own."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QConicalGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from checkin_app.badges.layout.elements import INKS
from checkin_app.ui.language import translate
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import restyle

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SIDE = 38
_PLAIN = {"text": "#14202B", "muted": "#52606D", "accent": "#0B5CAD", "white": "#FFFFFF"}
_MANY = ("#8A1538", "#0B5CAD", "#1F6F8B", "#3E6B2F", "#A34A00", "#8A1538")


class InkPicker(QWidget):
    """Emits `picked` with an ink of INKS, or `#RRGGBB`."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        words = {
            "text": translate("Editor", "Text colour"),
            "muted": translate("Editor", "Grey"),
            "accent": translate("Editor", "Blue"),
            "band": translate("Editor", "Category colour"),
            "on_band": translate("Editor", "Readable on the category colour"),
            "white": translate("Editor", "White"),
        }
        self.swatches = {ink: _Swatch(ink, words[ink]) for ink in INKS}
        group = QButtonGroup(self)
        group.setExclusive(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        for swatch in self.swatches.values():
            group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        self._group = group
        self.own = QLineEdit()
        self.own.setPlaceholderText("#RRGGBB")
        self.own.setMaxLength(7)
        self.own.setAccessibleName(translate("Editor", "Own colour, as #RRGGBB"))
        self.own.setToolTip(self.own.accessibleName())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.own)
        group.buttonClicked.connect(self._on_swatch)
        self.own.textEdited.connect(self._on_text)

    def show_value(self, ink: str) -> None:
        """Shows an ink."""
        named = ink in self.swatches
        self._group.setExclusive(False)
        for name, swatch in self.swatches.items():
            swatch.setChecked(name == ink)
        self._group.setExclusive(True)
        if not self.own.hasFocus():
            self.own.setText("" if named else ink)
            self._say(wrong=False)

    def _on_swatch(self, swatch: QAbstractButton) -> None:
        self.own.clear()
        self._say(wrong=False)
        assert isinstance(swatch, _Swatch)
        self.picked.emit(swatch.ink)

    def _on_text(self, text: str) -> None:
        right = bool(_COLOUR.fullmatch(text))
        self._say(wrong=bool(text) and not right and len(text) >= 7)
        if right:
            self.picked.emit(text.upper())

    def _say(self, *, wrong: bool) -> None:
        self.own.setProperty("wrong", wrong)
        restyle(self.own)


class _Swatch(QAbstractButton):
    def __init__(self, ink: str, name: str) -> None:
        super().__init__()
        self.ink = ink
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(_SIDE, _SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_SIDE / 2, _SIDE / 2)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2.5 if self.isChecked() else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 17, 17)
        painter.setPen(QPen(QColor(theme.edge), 1))
        if self.ink in _PLAIN:
            painter.setBrush(QColor(_PLAIN[self.ink]))
        else:
            many = QConicalGradient(middle, 90)
            for number, colour in enumerate(_MANY):
                many.setColorAt(number / (len(_MANY) - 1), QColor(colour))
            painter.setBrush(many)
        painter.drawEllipse(middle, 12.5, 12.5)
        if self.ink == "on_band":
            painter.setFont(fonts.bold(15))
            painter.setPen(QColor("#FFFFFF"))
            painter.drawText(QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, "A")
