"""Owns the line at the bottom: what works now and what does not, in words that are true."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from checkin_app.ui.theme import fonts, numbers
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.text import label


class StatusItem(QWidget):
    """A mark and a few words: a dot where all is well, a triangle where somebody should look.

    Where there is little room, those that are not `whole` show the beginning of their words.
    Emits `pressed`; what there is to see of it has a place in the rail, with a key.
    """

    pressed = Signal()

    def __init__(self, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self._tone = Tone.NEUTRAL
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()

    def say(self, tone: Tone, words: str) -> None:
        """Shows another state; empty words hide it."""
        self._tone, self.words = tone, words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Mark and words."""
        return QSize(18 + QFontMetrics(fonts.font(14)).horizontalAdvance(self.words) + 2, 24)

    def minimumSizeHint(self) -> QSize:
        """All words, or mark and beginning."""
        return self.sizeHint() if self._whole else QSize(min(90, self.sizeHint().width()), 24)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Somebody wants to know more."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look.theme
        painter.setPen(QColor(0, 0, 0, 0))
        middle = self.height() / 2
        if self._tone in (Tone.REFER, Tone.REFUSE):
            painter.setBrush(QColor(theme.tone(self._tone).ink))
            painter.drawPolygon(
                QPolygonF([QPointF(0, middle + 5), QPointF(12, middle + 5), QPointF(6, middle - 6)])
            )
        else:
            ink = theme.admit.ink if self._tone is Tone.ADMIT else theme.edge
            painter.setBrush(QColor(ink))
            painter.drawEllipse(QRectF(0, middle - 5, 10, 10))
        painter.setPen(QColor(theme.text))
        face = fonts.font(14, figures=True)
        painter.setFont(face)
        area = self.rect().adjusted(18, 0, 0, 0)
        elided = QFontMetrics(face).elidedText(
            self.words, Qt.TextElideMode.ElideRight, area.width() + 1
        )
        painter.drawText(area, numbers.ALIGN_MIDDLE, elided)


class StatusLine(QFrame):
    """Scanner, printer, sync at the left; what waits for a decision and the digest at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(40)
        self.scanner = StatusItem()
        self.printer = StatusItem()
        self.sync = StatusItem(whole=True)
        self.conflicts = StatusItem(whole=True)
        self.digest = label(role="status")
        self.digest.setFont(fonts.font(14, figures=True))
        self.digest.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(26)
        for part in (self.scanner, self.printer, self.sync):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.conflicts)
        row.addWidget(self.digest)
