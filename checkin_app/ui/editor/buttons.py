"""Owns the small buttons of the editor: an icon that says its name, alone or one of a group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from checkin_app.ui.theme import fonts, icons
from checkin_app.ui.theme.look import look

_SIDE = 40
_STYLE = """
QPushButton {{ padding: 0; min-height: {inner}px; border-radius: 8px; }}
QPushButton:focus {{ padding: 0; }}
"""


class IconButton(QPushButton):
    """A square button with an icon, or with an icon and its word; the name is always there to be
    read and heard."""

    def __init__(
        self, icon: str, name: str, key: str = "", *, word: bool = False, checkable: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._word = icon, name if word else ""
        self.setCheckable(checkable)
        self.setAccessibleName(name)
        self.setToolTip("" if word and not key else f"{name}  {key}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setStyleSheet(_STYLE.format(inner=_SIDE - 2))
        if word:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setFixedSize(_SIDE, _SIDE)

    def sizeHint(self) -> QSize:
        """Wide enough for icon and word."""
        wide = fonts.advance(fonts.medium(14), self._word) + 42 if self._word else _SIDE
        return QSize(wide, _SIDE)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's button, icon and word on it."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        theme = look.theme
        on = self.isChecked()
        if on:
            option.state |= QStyle.StateFlag.State_Sunken
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = QColor(theme.accent if on else theme.text)
        if not self.isEnabled():
            ink = QColor(theme.muted)
            painter.setOpacity(0.5)
        left = 9 if self._word else (self.width() - 20) // 2
        size = 20
        painter.drawPixmap(
            left,
            (self.height() - size) // 2,
            icons.pixmap(self._icon, ink.name(), size, self.devicePixelRatioF()),
        )
        if self._word:
            painter.setFont(fonts.medium(14))
            painter.setPen(ink)
            painter.drawText(
                QRect(left + size + 6, 0, self.width(), self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self._word,
            )


class Choices(QWidget):
    """Some icon buttons of which one is on. Emits `picked` with its value."""

    picked = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str, str]]) -> None:
        """`options`: value, icon, name."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = [value for value, _, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (_, icon, word) in enumerate(options):
            button = IconButton(icon, word, checkable=True)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)

    def show_value(self, value: str) -> None:
        """Shows which is on."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def _on_clicked(self, number: int) -> None:
        self.picked.emit(self._values[number])
