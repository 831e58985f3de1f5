"""Owns the fields for lengths and sizes: a unit, no needless zeros, told when it is meant."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox


class Measure(QDoubleSpinBox):
    """A number with a unit. It tells its value on Enter, when left, and at each step by the arrow
    keys, not at each digit; the wheel turns it only while it has the focus."""

    def __init__(
        self, name: str, unit: str, least: float, most: float, step: float = 1.0, digits: int = 2
    ) -> None:
        super().__init__()
        self.setDecimals(digits)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(84)
        self.lineEdit().setTextMargins(10, 0, 0, 0)

    def textFromValue(self, value: float) -> str:
        """12, 12.5, 12.25 as the language writes it."""
        return self.locale().toString(float(round(value, self.decimals())), "g", 6)

    def show_value(self, value: float) -> None:
        """Shows a value without telling it; what is being typed is left alone."""
        if abs(value - self.value()) >= 10 ** -self.decimals() / 2:
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the document's: what a field would take back is half a number."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.ignore()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
