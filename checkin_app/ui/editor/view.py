"""Owns how the page lies in the window: millimetres to pixels and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from checkin_app.badges.layout.elements import Box

#: Pixels a millimetre at which a page is shown as large as it prints, on a usual screen.
REAL = 96 / 25.4
LEAST, LARGEST = REAL / 4, REAL * 16
STEP = 1.25


@dataclass(frozen=True, slots=True)
class View:
    """`scale` in pixels a millimetre; the page's corner stands at `left`, `top`."""

    scale: float = REAL
    left: float = 0.0
    top: float = 0.0

    @property
    def percent(self) -> int:
        """How large, 100 being as it prints."""
        return round(self.scale / REAL * 100)

    def point(self, x: float, y: float) -> QPointF:
        """Where a place on the page is in the window."""
        return QPointF(self.left + x * self.scale, self.top + y * self.scale)

    def rect(self, box: Box) -> QRectF:
        """Where a box on the page is in the window."""
        return QRectF(
            self.left + box.x * self.scale,
            self.top + box.y * self.scale,
            box.width * self.scale,
            box.height * self.scale,
        )

    def place(self, at: QPointF) -> tuple[float, float]:
        """Which place on the page (millimetres) a point of the window is."""
        return (at.x() - self.left) / self.scale, (at.y() - self.top) / self.scale

    def zoomed(self, factor: float, around: QPointF) -> View:
        """Larger or smaller, the place under `around` staying there."""
        scale = min(max(self.scale * factor, LEAST), LARGEST)
        x, y = self.place(around)
        return View(scale, around.x() - x * scale, around.y() - y * scale)

    def shifted(self, dx: float, dy: float) -> View:
        """The page elsewhere in the window."""
        return View(self.scale, self.left + dx, self.top + dy)


def fitted(area: QRectF, width: float, height: float) -> View:
    """The whole page, as large as it goes into an area, in its middle."""
    scale = min(max(min(area.width() / width, area.height() / height), LEAST), LARGEST)
    return View(
        scale,
        area.center().x() - width * scale / 2,
        area.center().y() - height * scale / 2,
    )
