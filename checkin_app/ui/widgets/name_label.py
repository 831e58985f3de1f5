"""Owns how a name is set: as large as it fits in two lines, never cut, marks and all."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Size


class NameLabel(QWidget):
    """One name. It wraps to two lines before it gets smaller, and to more at the least size."""

    LINES = 2

    def __init__(self, largest: int = Size.NAME, least: int = Size.NAME_LEAST) -> None:
        super().__init__()
        self._text = ""
        self._largest = largest
        self._least = least
        self._pixels: dict[int, int] = {}
        self._layouts: dict[tuple[int, int], tuple[QTextLayout, int, bool]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The name shown."""
        return self._text

    def show_name(self, text: str) -> None:
        """Shows another name."""
        if text == self._text:
            return
        self._text = text
        self._pixels.clear()
        self._layouts.clear()
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def pixels(self, width: int) -> int:
        """The height of type at which the name fits into `width`."""
        found = self._pixels.get(width)
        if found is None:
            found = self._pixels[width] = self._fitting(width)
        return found

    def _fitting(self, width: int) -> int:
        for size in range(self._largest, self._least, -2):
            _, lines, fits = self._set(size, width)
            if fits and lines <= self.LINES:
                return size
        return self._least

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        if not self._text:
            return 0
        layout, _, _ = self._set(self.pixels(width), width)
        return ceil(layout.boundingRect().height())

    def sizeHint(self) -> QSize:
        """As wide as the name in one line, at most."""
        metrics = QFontMetricsF(fonts.bold(self._largest))
        return QSize(ceil(metrics.horizontalAdvance(self._text)), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def _set(self, pixels: int, width: int) -> tuple[QTextLayout, int, bool]:
        """The name laid out at a size: layout, number of lines, and whether no word was broken."""
        known = self._layouts.get((pixels, width))
        if known is None:
            known = self._layouts[pixels, width] = self._lay_out(pixels, width)
        return known

    def _lay_out(self, pixels: int, width: int) -> tuple[QTextLayout, int, bool]:
        font = QFont(fonts.bold(pixels))
        layout = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = QFontMetricsF(font).height()
        y, fits, count = 0.0, True, 0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += max(height, line.height()) * (0.98 if pixels >= 30 else 1.0)
            count += 1
            end = line.textStart() + line.textLength()
            if end < len(self._text) and not self._text[end - 1].isspace():
                fits = fits and (self._text[end - 1] in "-‐‑/" or self._text[end - 1] >= "\u0e00")
        layout.endLayout()
        return layout, count, fits

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QColor(look.theme.text))
        layout, _, _ = self._set(self.pixels(self.width()), self.width())
        layout.draw(painter, QPointF(0, 0))
