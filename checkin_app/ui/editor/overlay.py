"""Owns what is drawn over the printed page: frames, handles, guides, rulers. It never prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin_app.badges.layout.elements import Box, Layout
from checkin_app.ui.editor.core import boxes
from checkin_app.ui.editor.core.gestures import margin
from checkin_app.ui.editor.core.snapping import Guide
from checkin_app.ui.editor.view import View
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import LIGHT

RULER = 24
HANDLE = 9
_GUIDE = "#C2185B"
_LABEL_ROOM = 34


def frame(painter: QPainter, view: View, box: Box, *, chosen: bool, hovered: bool = False) -> None:
    """A frame around an element, seen on any colour of a badge."""
    if not (chosen or hovered):
        return
    rect = view.rect(box)
    strong = look.theme.border > 1
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#FFFFFF"), 5 if strong else 3.5))
    painter.drawRect(rect)
    ink = QColor("#000000" if strong else LIGHT.accent)
    pen = QPen(ink, 2.5 if strong else 1.75)
    if not chosen:
        pen.setWidthF(1.25)
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawRect(rect)


def silent(painter: QPainter, view: View, box: Box, name: str) -> None:
    """The place of something that prints nothing on the badge that is seen."""
    rect = view.rect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 150), 1.5))
    painter.drawRect(rect)
    pen = QPen(QColor(LIGHT.muted), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawRect(rect)
    width = fonts.advance(fonts.font(11), name) + 10
    if rect.height() < 20 or width > rect.width():
        return
    ground = QRectF(rect.center().x() - width / 2, rect.center().y() - 8, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 200))
    painter.drawRoundedRect(ground, 4, 4)
    painter.setPen(QColor(LIGHT.muted))
    painter.setFont(fonts.font(11))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, name)


def lit(painter: QPainter, view: View, lines: Iterable[Box]) -> None:
    """A ground under the words of the chosen line."""
    ground = QColor(LIGHT.accent)
    ground.setAlpha(38)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for box in lines:
        painter.drawRoundedRect(view.rect(box).adjusted(-3, -2, 3, 2), 3, 3)


def handles(painter: QPainter, view: View, box: Box) -> None:
    """The eight handles of a box."""
    painter.setPen(QPen(QColor("#000000" if look.theme.border > 1 else LIGHT.accent), 1.75))
    painter.setBrush(QColor("#FFFFFF"))
    for handle, (x, y) in boxes.points(box).items():
        if shown(handle, view, box):
            at = view.point(x, y)
            painter.drawRoundedRect(_square(at), 2, 2)


def handle_at(view: View, box: Box, at: QPointF) -> boxes.Handle | None:
    """The handle under a point; corners before sides."""
    found = boxes.points(box)
    for handle in sorted(found, key=len, reverse=True):
        near = _square(view.point(*found[handle])).adjusted(-4, -4, 4, 4)
        if shown(handle, view, box) and near.contains(at):
            return handle
    return None


def shown(handle: boxes.Handle, view: View, box: Box) -> bool:
    """Whether there is room for a handle beside those of the corners."""
    if len(handle) == 2:
        return True
    side = box.width if handle in ("n", "s") else box.height
    return side * view.scale >= 3 * HANDLE


def guides(painter: QPainter, view: View, found: Iterable[Guide]) -> None:
    """The lines that something was drawn to."""
    for guide in found:
        pen = QPen(QColor(_GUIDE), 1.5)
        if guide.why in ("margin", "centre"):
            pen.setDashPattern([5, 3])
        painter.setPen(pen)
        if guide.axis == "x":
            painter.drawLine(view.point(guide.at, guide.start), view.point(guide.at, guide.end))
        else:
            painter.drawLine(view.point(guide.start, guide.at), view.point(guide.end, guide.at))


def rope(painter: QPainter, view: View, box: Box) -> None:
    """The frame drawn by hand."""
    ink = QColor(LIGHT.accent)
    painter.setPen(QPen(ink, 1))
    ground = QColor(ink)
    ground.setAlpha(30)
    painter.setBrush(ground)
    painter.drawRect(view.rect(box))


def margins(painter: QPainter, view: View, layout: Layout) -> None:
    """Where a printer may not reach, and where the paper is folded."""
    room = margin(layout.width, layout.height)
    pen = QPen(QColor(_GUIDE), 1)
    pen.setDashPattern([2, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(view.rect(Box(room, room, layout.width - 2 * room, layout.height - 2 * room)))


def note(painter: QPainter, view: View, box: Box, text: str, area: QRectF) -> None:
    """How large or where something is, beside it while a hand moves it."""
    font = fonts.medium(13, figures=True)
    painter.setFont(font)
    width = fonts.advance(font, text) + 20
    rect = view.rect(box)
    x = min(max(rect.center().x() - width / 2, area.left() + 4), area.right() - width - 4)
    y = rect.bottom() + 10
    if y + 26 > area.bottom():
        y = max(area.top() + 4, rect.top() - 36)
    label = QRectF(x, y, width, 26)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.text))
    painter.drawRoundedRect(label, 6, 6)
    painter.setPen(QColor(look.theme.bg))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


def rulers(
    painter: QPainter, view: View, area: QRectF, layout: Layout, chosen: Sequence[Box]
) -> None:
    """Millimetres along the top and the left, with the extent of what is chosen."""
    theme = look.theme
    top = QRectF(0, 0, area.right(), RULER)
    left = QRectF(0, 0, RULER, area.bottom())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface))
    painter.drawRect(top)
    painter.drawRect(left)
    if chosen:
        around = view.rect(boxes.bounding(chosen))
        lit = QColor(theme.accent)
        lit.setAlpha(60)
        painter.setBrush(lit)
        painter.drawRect(QRectF(around.left(), 0, around.width(), RULER))
        painter.drawRect(QRectF(0, around.top(), RULER, around.height()))
    painter.setFont(fonts.font(11, figures=True))
    ink, faint = QColor(theme.muted), QColor(theme.edge)
    labelled = next(n for n in (5, 10, 20, 50, 100) if n * view.scale >= _LABEL_ROOM)
    step = 1 if view.scale >= 5 else 5 if view.scale >= 1.2 else 10
    for across in (True, False):
        start, corner, end = (
            (RULER, view.left, area.right()) if across else (RULER, view.top, area.bottom())
        )
        first = ceil((start - corner) / view.scale / step) * step
        last = floor((end - corner) / view.scale)
        for at in range(first, last + 1, step):
            place = corner + at * view.scale
            big = at % labelled == 0
            long = RULER * (0.45 if big else 0.3 if at % 5 == 0 else 0.16)
            painter.setPen(QPen(ink if big else faint, 1))
            painter.drawLine(
                QLineF(place, RULER - long, place, RULER)
                if across
                else QLineF(RULER - long, place, RULER, place)
            )
            if big:
                _figure(painter, str(at), place, across=across)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface))
    painter.drawRect(QRectF(0, 0, RULER, RULER))
    painter.setPen(QPen(QColor(theme.line), theme.border))
    painter.drawLine(QLineF(0, RULER, area.right(), RULER))
    painter.drawLine(QLineF(RULER, 0, RULER, area.bottom()))
    painter.setPen(ink)
    painter.drawText(QRectF(0, 0, RULER, RULER), Qt.AlignmentFlag.AlignCenter, "mm")


def _figure(painter: QPainter, text: str, place: float, *, across: bool) -> None:
    painter.save()
    if across:
        painter.translate(place, 1)
    else:
        painter.translate(1, place)
        painter.rotate(-90)
    painter.drawText(QRectF(-20, 0, 40, 13), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _square(at: QPointF) -> QRectF:
    return QRectF(at.x() - HANDLE / 2, at.y() - HANDLE / 2, HANDLE, HANDLE)
