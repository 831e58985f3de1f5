"""Owns the ready state: what this place is for and the one thing to do now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.flow import Flow
from checkin_app.ui.widgets.parts import label


class _Disc(QWidget):
    """An icon on a quiet disc."""

    def __init__(self, icon: str, side: int = 132) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(side, side)

    def sizeHint(self) -> QSize:
        """Fixed."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.quiet))
        painter.drawEllipse(QRectF(self.rect()))
        side = self.width() // 2
        at = (self.width() - side) // 2
        painter.drawPixmap(
            at, at, icons.pixmap(self._icon, look.theme.accent, side, self.devicePixelRatioF())
        )


def keycap(text: str) -> QLabel:
    """A key as it looks on the keyboard."""
    made = label(text)
    made.setObjectName("keycap")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class ReadyPage(QWidget):
    """Shown while nobody stands at the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Scan", "Ready to scan"))
        title = label(translate("Scan", "Ready to scan"))
        title.setStyleSheet("font-size: 38px; font-weight: 700;")
        self._line = label(
            translate("Scan", "Hold a badge or an invitation under the scanner."), wrap=True
        )
        self._line.setStyleSheet("font-size: 19px;")
        self._line.setProperty("role", "muted")
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hints = QWidget()
        keys = Flow(hints, gap=12, centred=True)
        keys.setContentsMargins(0, 0, 0, 0)
        for key, text in (
            ("F3", translate("Scan", "find by name")),
            ("F7", translate("Scan", "register somebody new")),
            ("Ctrl Z", translate("Scan", "undo the last scan")),
        ):
            hint = QWidget()
            pair = QHBoxLayout(hint)
            pair.setContentsMargins(6, 0, 6, 0)
            pair.setSpacing(8)
            pair.addWidget(keycap(key))
            pair.addWidget(label(text, "muted"))
            keys.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(_Disc("scan"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._line)
        column.addStretch(3)
        column.addWidget(hints)

    def show_line(self, text: str) -> None:
        """Says something else under the title."""
        self._line.setText(text)
