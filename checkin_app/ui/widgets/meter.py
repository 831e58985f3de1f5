"""Owns the thin bar that says how much of something is there, drawn in one go with its card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.theme.look import look

_HEIGHT = 8


class Meter(QWidget):
    """A share of a whole. (A QProgressBar repaints at once at each value, verdict or not.)"""

    def __init__(self, width: int = 180) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedSize(QSize(width, _HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, part: int, whole: int, said: str) -> None:
        """Shows `part` of `whole`; `said` are the same in words."""
        self._share = min(1.0, part / whole) if whole else 0.0
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, radius = look.theme, _HEIGHT / 2
        track = QRectF(self.rect())
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(theme.quiet))
        painter.drawRoundedRect(track, radius, radius)
        if self._share:
            track.setWidth(max(_HEIGHT, track.width() * self._share))
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(track, radius, radius)
