"""Owns buttons that show their key; with it come the plainest parts, from `text`."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from checkin_app.ui.theme import fonts, icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import TOUCH, Size, Space
from checkin_app.ui.widgets.text import label, restyle, rule

__all__ = ["KeyButton", "label", "restyle", "rule"]


class KeyButton(QPushButton):
    """A button that shows the key which does the same.

    `kind` is primary (one on a screen), danger (what nobody can undo), plain, pill, or empty for
    the usual one.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        *,
        kind: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = text
        self._key = key
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        if key:
            self.setAccessibleDescription(key)
        if kind:
            self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def rename(self, text: str, key: str | None = None) -> None:
        """Shows another text, and another key where one is given."""
        self._label = text
        if key is not None:
            self._key = key
            self.setAccessibleDescription(key)
        shortcut = self.shortcut()  # Qt drops it with the text.
        self.setText(text)
        self.setShortcut(shortcut)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for label, key and icon."""
        width = fonts.strong().pixelSize()
        inner = self._label_width() + (Space.S + self._key_width() if self._key else 0)
        inner += width + Space.S if self._icon else 0
        return QSize(inner + 2 * 19, TOUCH)

    def minimumSizeHint(self) -> QSize:
        """As wide as its texts: never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _label_width(self) -> int:
        return fonts.advance(fonts.strong(), self._label) + 1

    def _key_width(self) -> int:
        return fonts.advance(fonts.font(Size.SMALL), self._key) + 1

    def _inks(self) -> tuple[QColor, QColor]:
        """Of the text and of the key, readable on the ground that the style sheet gives."""
        theme, kind = look.theme, self.property("kind")
        if not self.isEnabled():
            return QColor(theme.muted), QColor(theme.muted)
        if kind == "danger":
            ink = QColor(theme.refuse.paper)
        elif kind == "primary" or self.isChecked():
            ink = QColor(theme.on_accent)
        else:
            return QColor(theme.text), QColor(theme.muted)
        hint = QColor(ink)
        hint.setAlphaF(0.86)
        return ink, hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's button, with our texts on it."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink, hint = self._inks()
        area = self.rect().adjusted(19, 0, -19, 0)
        taken = self._label_width() + (Space.S + self._key_width() if self._key else 0)
        left = area.left() + max(0, (area.width() - taken) // 2) if not self._icon else area.left()
        if self._icon:
            size = 18
            painter.drawPixmap(
                left,
                (self.height() - size) // 2,
                icons.pixmap(self._icon, ink.name(), size, self.devicePixelRatioF()),
            )
            left += size + Space.S
        _text(painter, left, self, fonts.strong(), ink, self._label)
        if self._key:
            left += self._label_width() + Space.S
            _text(painter, left, self, fonts.font(Size.SMALL), hint, self._key)


def _text(painter: QPainter, left: int, on: QWidget, font: QFont, ink: QColor, text: str) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    area = QRect(left, 0, on.width() - left, on.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
