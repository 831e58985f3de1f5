"""Owns a layout that puts widgets in rows and goes on in the next row when one is full.

It keeps widgets and no layout items: an item that Qt deletes while Python still knows it crashes.
"""

from __future__ import annotations

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Left to right, then down; `gap` pixels between; rows `centred` or from the left."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 12, *, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._widgets: list[QWidget] = []
        self._gap = gap
        self._heights: dict[int, int] = {}

    def invalidate(self) -> None:
        """What was worked out no longer holds."""
        self._heights.clear()
        super().invalidate()

    def addWidget(self, widget: QWidget) -> None:
        """Takes one more at the end."""
        self.addChildWidget(widget)
        self._widgets.append(widget)
        self.invalidate()

    def removeWidget(self, widget: QWidget) -> None:
        """Forgets one; it stays a child of the parent until somebody deletes it."""
        if widget in self._widgets:
            self._widgets.remove(widget)
            self.invalidate()

    def arrange(self, widgets: Iterable[QWidget]) -> None:
        """Shows these, in this order, and hides the others."""
        shown = list(widgets)
        for widget in self._living():
            widget.setVisible(widget in shown)
        self._widgets = shown + [w for w in self._widgets if w not in shown]
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Only widgets are taken."""
        raise NotImplementedError

    def count(self) -> int:
        """No items: see the module."""
        return 0

    def itemAt(self, index: int) -> QLayoutItem | None:
        """No items: see the module."""
        return None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """No items: see the module."""
        return None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the rows are at `width`."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, area: QRect) -> None:
        """Moves all to their places."""
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest one that cannot be narrower."""
        size = QSize()
        for widget in self._living():
            if not widget.hasHeightForWidth() and not widget.isHidden():
                size = size.expandedTo(widget.sizeHint())
        left, top, right, bottom = self._margins()
        return size + QSize(left + right, top + bottom)

    def _living(self) -> list[QWidget]:
        self._widgets = [w for w in self._widgets if shiboken6.isValid(w)]
        return self._widgets

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        rows: list[list[tuple[QWidget, QSize]]] = [[]]
        taken = 0
        for widget in self._living():
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            size = size.boundedTo(widget.maximumSize())
            if size.width() > width and widget.hasHeightForWidth():
                size = QSize(width, widget.heightForWidth(width))
            if rows[-1] and taken + size.width() > width:
                rows.append([])
                taken = 0
            rows[-1].append((widget, size))
            taken += size.width() + self._gap
        return rows

    def _place(self, area: QRect, *, move: bool) -> int:
        left, top, right, bottom = self._margins()
        inner = area.adjusted(left, top, -right, -bottom)
        y = inner.y()
        for row in self._rows(inner.width()):
            taken = sum(size.width() + self._gap for _, size in row) - self._gap
            x = inner.x() + (max(0, inner.width() - taken) // 2 if self._centred else 0)
            for widget, size in row:
                if move:
                    widget.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self._gap
            y += max((size.height() for _, size in row), default=0) + self._gap
        return y - self._gap - area.y() + bottom
