"""Owns the chip: a short word on a coloured ground, readable whatever the colour is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import LIGHT, contrast, ink_on


class Chip(QWidget):
    """A category, in its own colour."""

    def __init__(self, text: str = "", colour: str = "") -> None:
        super().__init__()
        self._text = text
        self._colour = colour
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_word(self, text: str, colour: str = "") -> None:
        """Shows `text` on `colour` (`#RRGGBB`; the accent when empty)."""
        self._text, self._colour = text, colour
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and some room."""
        width = QFontMetrics(fonts.strong()).horizontalAdvance(self._text)
        return QSize(width + 28, 31)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and word."""
        theme = look.theme
        plain = self._colour.upper() in ("", LIGHT.accent)
        ground = theme.accent if plain or theme.border > 1 else self._colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = contrast(ground, theme.surface) < 1.6
        painter.setPen(QPen(QColor(theme.edge)) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(QColor(ink_on(ground)))
        painter.setFont(fonts.strong())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
