"""Owns the band across the verdict panel: shape, words and colour, readable from two metres."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import RADIUS, Size, Tone
from checkin_app.ui.widgets.shape import Shape, paint_shape

_STRIPE = 12
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, tone: Tone, headline: str, line: str) -> None:
        """Shows another verdict."""
        self.tone, self.headline, self.line = tone, headline, line
        self.setAccessibleName(f"{headline}. {line}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Longer words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of shape and words."""
        head, line = self._heights(width)
        return max(self.LEAST, head + line + 30)

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(600, self.heightForWidth(self.width() or 600))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(320, self.LEAST)

    def _pixels(self, width: int) -> int:
        """The headline's size: smaller before it takes a second line."""
        room = width - _LEFT - _RIGHT
        for size in (Size.VERDICT, 34, 30):
            if QFontMetrics(fonts.bold(size)).horizontalAdvance(self.headline) <= room:
                return size
        return 30

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(50, width - _LEFT - _RIGHT), 2000)
        head = QFontMetrics(fonts.bold(self._pixels(width))).boundingRect(
            room, _WRAP, self.headline
        )
        line = QFontMetrics(fonts.medium(18)).boundingRect(room, _WRAP, self.line)
        return head.height(), line.height() if self.line else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, stripe, shape and words."""
        theme = look.theme
        ground = theme.tone(self.tone)
        ink, paper = QColor(ground.ink), QColor(ground.paper)
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
        side = float(Shape.SIDE)
        paint_shape(painter, QRectF(42, (self.LEAST - side) / 2, side, side), self.tone, ink, paper)
        head, line = self._heights(self.width())
        room = max(50, self.width() - _LEFT - _RIGHT)
        y = max(8, (self.height() - head - line) // 2)
        painter.setPen(ink)
        painter.setFont(fonts.bold(self._pixels(self.width())))
        painter.drawText(QRect(_LEFT, y, room, head), _WRAP, self.headline)
        painter.setFont(fonts.medium(18))
        painter.drawText(QRect(_LEFT, y + head, room, line + 8), _WRAP, self.line)
