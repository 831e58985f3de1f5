"""Owns the band across the verdict panel: shape, words and colour, readable from two metres."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import RADIUS, Size, Tone
from checkin_app.ui.widgets.shape import SIDE, paint_shape

_STRIPE = 12
_FLASH = 140
_LEFT = 134
_RIGHT = 28
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Banner(QWidget):
    """The verdict in a band; it grows when the words need more lines."""

    LEAST = 100

    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.NEUTRAL
        self.headline = ""
        self.line = ""
        self._measured: dict[int, tuple[int, int, int]] = {}
        self._flash = False
        self._flashing = QTimer(self)
        self._flashing.setObjectName("flash")
        self._flashing.setSingleShot(True)
        self._flashing.timeout.connect(self._on_flashed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, tone: Tone, headline: str, line: str) -> None:
        """Shows another verdict."""
        if (self.headline, self.line) != (headline, line):
            self._measured.clear()
            self.updateGeometry()
        self.tone, self.headline, self.line = tone, headline, line
        self.setAccessibleName(f"{headline}. {line}")
        self.update()

    def flash(self) -> None:
        """Shows itself inverted for a moment: what is seen in the place of a sound."""
        self._flash = True
        self._flashing.start(_FLASH)
        self.update()

    def _on_flashed(self) -> None:
        self._flash = False
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Longer words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of shape and words."""
        _, head, line = self._measure(width)
        return max(self.LEAST, head + line + 30)

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(600, self.heightForWidth(self.width() or 600))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(320, self.LEAST)

    def _measure(self, width: int) -> tuple[int, int, int]:
        """Pixels of the headline's type, height of the headline, height of the line."""
        known = self._measured.get(width)
        if known is None:
            known = self._measured[width] = self._fit(width)
        return known

    def _fit(self, width: int) -> tuple[int, int, int]:
        """The headline gets smaller before it takes a second line."""
        room = max(50, width - _LEFT - _RIGHT)
        pixels = next(
            (
                size
                for size in (Size.VERDICT, 34)
                if fonts.advance(fonts.bold(size), self.headline) <= room
            ),
            30,
        )
        area = QRect(0, 0, room, 2000)
        head = QFontMetrics(fonts.bold(pixels)).boundingRect(area, _WRAP, self.headline)
        line = QFontMetrics(fonts.medium(18)).boundingRect(area, _WRAP, self.line)
        return pixels, head.height(), line.height() if self.line else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, stripe, shape and words."""
        theme = look.theme
        ground = theme.tone(self.tone)
        ink, paper = QColor(ground.ink), QColor(ground.paper)
        if self._flash:
            ink, paper = paper, ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        top = QPainterPath()
        radius = RADIUS - theme.border
        top.addRoundedRect(whole.adjusted(0, 0, 0, 2 * RADIUS), radius, radius)
        painter.setClipPath(top)
        painter.fillRect(whole, paper)
        painter.fillRect(QRectF(0, 0, _STRIPE, whole.height()), ink)
        if theme.border > 1:
            painter.setPen(QPen(ink, theme.border))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        side = SIDE
        paint_shape(painter, QRectF(42, (self.LEAST - side) / 2, side, side), self.tone, ink, paper)
        pixels, head, line = self._measure(self.width())
        room = max(50, self.width() - _LEFT - _RIGHT)
        y = max(8, (self.height() - head - line) // 2)
        painter.setPen(ink)
        painter.setFont(fonts.bold(pixels))
        painter.drawText(QRect(_LEFT, y, room, head), _WRAP, self.headline)
        painter.setFont(fonts.medium(18))
        painter.drawText(QRect(_LEFT, y + head, room, line + 8), _WRAP, self.line)
