"""Owns how a row of the roster table is painted: a mark, two lines, a chip; or placeholders."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin_app.ui.roster.columns import Column, state
from checkin_app.ui.roster.model import Index
from checkin_app.ui.theme import fonts, icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import contrast, ink_on
from checkin_app.ui.widgets.rows import mark_colour

if TYPE_CHECKING:
    from checkin_app.store.roster import RosterRow

ROW_HEIGHT = 62
_PAD = 12
_MARKS = {
    "arrived": "check",
    "expected": "waiting",
    "withdrawn": "refused",
    "not_accredited": "referred",
    "hold": "referred",
}


class RosterPainter(QStyledItemDelegate):
    """Paints cells of one height; a text that is too long gets smaller before it is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, contents, hairline."""
        theme = look.theme
        area: QRect = option.rect
        column: Column = index.model().columns[index.column()]  # type: ignore[attr-defined]
        row: RosterRow | None = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.quiet))
            if index.column() == 0:
                painter.fillRect(area.adjusted(0, 0, 4 - area.width(), 0), QColor(theme.accent))
        inner = area.adjusted(_PAD, 5, -6, -6)
        if row is None:
            _placeholder(painter, inner, index.row() + index.column(), column.id)
        elif column.id == "mark":
            _mark(painter, area, state(row))
        elif column.id == "category":
            _category(painter, inner, row, *column.lines(row))
        else:
            _lines(painter, inner, column.id, *column.lines(row), faint=_gone(row))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()


def _gone(row: RosterRow) -> bool:
    return state(row) == "withdrawn"


def _mark(painter: QPainter, area: QRect, which: str) -> None:
    name = _MARKS[which]
    size = 20
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        area.left() + (area.width() - size) // 2 + 2,
        area.top() + (area.height() - size) // 2,
        icons.pixmap(name, mark_colour(name), size, ratio),
    )


def _lines(
    painter: QPainter, area: QRect, column: str, first: str, second: str, *, faint: bool
) -> None:
    theme = look.theme
    strong = column == "name"
    blocks = []
    for text, role in ((first, "first"), (second, "second")):
        if text:
            blocks.append((text, role))
    if not blocks:
        return
    for step in range(7 if strong else 5):
        made = [_block(text, _font(role, strong, step), area.width()) for text, role in blocks]
        height = sum(layout.boundingRect().height() for layout in made)
        if height <= area.height():
            break
    else:
        if not strong:
            rows = 1 if len(blocks) > 1 else 3
            made = [_cut(text, _font(role, strong, 3), area.width(), rows) for text, role in blocks]
            height = sum(layout.boundingRect().height() for layout in made)
    top = area.top() + max(0.0, (area.height() - height) / 2)
    painter.save()
    painter.setClipRect(area.adjusted(-2, -4, 4, 5))
    for layout, (_, role) in zip(made, blocks, strict=True):
        lead = role == "first" and not faint
        painter.setPen(QColor(theme.text if lead else theme.muted))
        layout.draw(painter, QPointF(area.left(), top))
        top += layout.boundingRect().height()
    painter.restore()


def _font(role: str, strong: bool, step: int) -> QFont:
    if role == "first":
        return fonts.strong(15 - step) if strong else fonts.font(14 - step)
    return fonts.font(max(10, 13 - step))


@functools.lru_cache(maxsize=2048)
def _laid_out(text: str, family: str, pixels: int, weight: int, width: int) -> QTextLayout:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _block(text: str, font: QFont, width: int) -> QTextLayout:
    return _laid_out(text, font.family(), font.pixelSize(), int(font.weight()), max(40, width))


def _cut(text: str, font: QFont, width: int, lines: int) -> QTextLayout:
    """As much of a text as fits; all of it is in the tool tip and on the card."""
    metrics = QFontMetrics(font)
    room = width if lines == 1 else int(width * lines * 0.85)
    return _block(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), font, width)


def _category(painter: QPainter, area: QRect, row: RosterRow, word: str, below: str) -> None:
    theme = look.theme
    top = area.top() + (area.height() - (46 if below else 26)) // 2
    if word:
        ground = row.category.colour if row.category is not None else theme.accent
        if theme.name == "contrast":
            ground = theme.accent
        pixels = 13
        width = _advance(word, pixels)
        while width + 20 > area.width() and pixels > 10:
            pixels -= 1
            width = _advance(word, pixels)
        chip = QRectF(area.left(), top, min(area.width(), width + 20), 26)
        outlined = contrast(ground, theme.surface) < 1.6
        painter.setPen(QPen(QColor(theme.edge)) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, 7, 7)
        painter.setPen(QColor(ink_on(ground)))
        painter.setFont(fonts.strong(pixels))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
    if below:
        ink = theme.refuse.ink if _gone(row) else theme.refer.ink
        painter.setPen(QColor(ink))
        painter.setFont(fonts.strong(12))
        line = QRectF(area.left(), top + 28, area.width(), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, below)


@functools.lru_cache(maxsize=256)
def _advance(word: str, pixels: int) -> int:
    return QFontMetrics(fonts.strong(pixels)).horizontalAdvance(word)


def _placeholder(painter: QPainter, area: QRect, number: int, column: str) -> None:
    if column == "mark":
        return
    share = (0.8, 0.55, 0.7, 0.62)[number % 4]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.quiet))
    bar = QRectF(area.left(), area.center().y() - 5, area.width() * share, 10)
    painter.drawRoundedRect(bar, 5, 5)
