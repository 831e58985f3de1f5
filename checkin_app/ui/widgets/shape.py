"""Owns the shapes of a verdict: circle with a tick, octagon with a bar, triangle with a mark."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from checkin_app.ui.theme.tokens import Tone

#: Pixels of the square that a verdict's shape fills.
SIDE = 68.0


def paint_shape(painter: QPainter, area: QRectF, tone: Tone, ink: QColor, paper: QColor) -> None:
    """Paints the shape of `tone` to fill the square `area`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = area.width()
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    mark = QPen(paper, unit * 0.125, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    mark.setJoinStyle(Qt.PenJoinStyle.RoundJoin)

    def at(x: float, y: float) -> QPointF:
        return QPointF(area.x() + x * unit, area.y() + y * unit)

    match tone:
        case Tone.ADMIT:
            painter.drawEllipse(area)
            painter.setPen(mark)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([at(0.28, 0.53), at(0.44, 0.68), at(0.73, 0.36)])
        case Tone.REFUSE:
            radius = 0.5 / cos(pi / 8)
            corners = [(2 * n + 1) * pi / 8 for n in range(8)]
            painter.drawPolygon(
                QPolygonF([at(0.5 + radius * cos(a), 0.5 + radius * sin(a)) for a in corners])
            )
            painter.setPen(mark)
            painter.drawLine(at(0.28, 0.5), at(0.72, 0.5))
        case Tone.REFER:
            edge = QPen(ink, unit * 0.06)
            edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(edge)
            painter.drawPolygon(QPolygonF([at(0.5, 0.07), at(0.97, 0.92), at(0.03, 0.92)]))
            painter.setPen(mark)
            painter.drawLine(at(0.5, 0.38), at(0.5, 0.6))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paper)
            painter.drawEllipse(at(0.5, 0.78), unit * 0.068, unit * 0.068)
        case Tone.NEUTRAL:
            painter.setPen(QPen(ink, unit * 0.06))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.adjusted(unit * 0.05, unit * 0.05, -unit * 0.05, -unit * 0.05))
