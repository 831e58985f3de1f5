"""Owns the plain parts of the sync screen: panels, large decisions, notices."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.parts import label


class Panel(QFrame):
    """A white panel with a title; `column` takes what is in it."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 18)
        self.column.setSpacing(10)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.title = label(title, "title")
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.column.addLayout(self.head)
        if note:
            self.column.addWidget(label(note, "muted", wrap=True))


class Decision(QPushButton):
    """A large choice: what it is called, what it does, and the key that does the same."""

    def __init__(self, title: str, does: str, key: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(does)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = label(title, "strong", wrap=True)
        name.setStyleSheet("font-size: 16px;")
        head.addWidget(name, 1)
        if key:
            head.addWidget(label(key, "small"), 0, Qt.AlignmentFlag.AlignTop)
            self.setShortcut(key.replace(" ", "+"))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(label(does, "muted", wrap=True))
        column.addStretch(1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter decides."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Wide enough to read."""
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def minimumSizeHint(self) -> QSize:
        """High enough for its words at this width."""
        return QSize(150, self.heightForWidth(max(150, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's button without a text."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


class Notice(QFrame):
    """Something a person should know, in its tone, with what can be done about it."""

    def __init__(self, tone: Tone, title: str, text: str, *actions: QPushButton) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        ground = look.theme.tone(tone)
        self.setObjectName("notice")
        self.setStyleSheet(
            f"QFrame#notice {{ background: {ground.paper}; border: 0;"
            f" border-left: 4px solid {ground.ink}; border-radius: 8px; }}"
        )
        mark = QLabel()
        name = "info" if tone is Tone.NEUTRAL else "warning"
        mark.setPixmap(icons.pixmap(name, ground.ink, 22, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "strong", wrap=True))
        if text:
            words.addWidget(label(text, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def wide(widget: QWidget) -> QWidget:
    """Lets a widget be as wide as its place."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    return widget
