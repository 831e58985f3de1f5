"""Owns the icons: line drawings in resources/icons, tinted with a theme's colour when asked for."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from checkin_app import assets

_INK = "currentColor"


@functools.cache
def _drawing(name: str) -> str:
    return assets.resource("icons", f"{name}.svg").read_text("utf-8")


@functools.lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int = 24, ratio: float = 1.0) -> QPixmap:
    """The icon at `size` pixels in `colour`, sharp at a screen's `ratio`."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(QColor(0, 0, 0, 0))
    svg = QSvgRenderer(QByteArray(_drawing(name).replace(_INK, colour).encode()))
    painter = QPainter(made)
    svg.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, colour: str, size: int = 24, ratio: float = 1.0) -> QIcon:
    """The icon for buttons and menus."""
    return QIcon(pixmap(name, colour, size, ratio))
