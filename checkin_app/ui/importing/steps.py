"""Owns the head of the import screen: its three steps, and which one is on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look

_DISC = 28


class Steps(QWidget):
    """File, columns, problems."""

    def __init__(self) -> None:
        super().__init__()
        self._names = (
            translate("Import", "File"),
            translate("Import", "Columns"),
            translate("Import", "Problems"),
        )
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """0, 1, 2, or 3 when all are done."""
        self._at = number
        name = self._names[min(number, 2)]
        self.setAccessibleName(
            translate("Import", "Step {number} of 3: {name}").format(
                number=min(number, 2) + 1, name=name
            )
        )
        self.update()

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(fonts.strong())
        return [metrics.horizontalAdvance(name) for name in self._names]

    def sizeHint(self) -> QSize:
        """All three in a row."""
        return QSize(sum(self._widths()) + 3 * (_DISC + 10) + 2 * 60, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Discs, names, lines between."""
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.0, self.height() / 2
        for number, (name, width) in enumerate(zip(self._names, self._widths(), strict=True)):
            on, done = number == self._at, number < self._at
            painter.setPen(QColor(theme.accent if on or done else theme.edge))
            painter.setBrush(QColor(theme.accent if on else theme.surface))
            disc = QRectF(x + 0.5, middle - _DISC / 2 + 0.5, _DISC - 1, _DISC - 1)
            painter.drawEllipse(disc)
            ink = theme.on_accent if on else theme.accent if done else theme.muted
            painter.setPen(QColor(ink))
            painter.setFont(fonts.strong(14))
            sign = "✓" if done else str(number + 1)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, sign)
            x += _DISC + 10
            painter.setPen(QColor(theme.text if on else theme.muted))
            painter.setFont(fonts.strong() if on else fonts.font())
            painter.drawText(
                QRectF(x, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, name
            )
            x += width + 12
            if number < 2:
                painter.setPen(QColor(theme.edge))
                painter.drawLine(int(x), int(middle), int(x + 36), int(middle))
                x += 48
