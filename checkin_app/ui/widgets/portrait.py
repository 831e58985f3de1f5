"""Owns the place of the photo: the photo, or the initials where there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from checkin_app.photos.framing import is_stored_name
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.stored_photos import stored_photos


def initials(name: str) -> str:
    """First letters of the first and the last word."""
    words = [w for w in name.replace("-", " ").split() if w[0].isalnum()]
    first = name.split()
    if not words or not first:
        return ""
    chosen = [first[0], first[-1]] if len(first) > 1 else [first[0]]
    return "".join(w[0].upper() for w in chosen if w)


class Portrait(QWidget):
    """160 by 200 pixels by default."""

    def __init__(self, width: int = 160, height: int = 200) -> None:
        super().__init__()
        self._initials = ""
        self._wanted = ""
        self._photo: QPixmap | None = None
        self.setFixedSize(width, height)

    def fit(self, width: int, height: int) -> None:
        """Takes another size, unless it is the same."""
        if self.width() != width:
            self.setFixedSize(width, height)

    def show_person(self, name: str, photo: Path | None) -> None:
        """Shows `photo` if it can be read, else the initials of `name`.

        Where its name is that of a stored photo, that is shown as soon as it has been read.
        """
        stored = photo.name if photo and is_stored_name(photo.name) else ""
        self._initials = initials(name)
        self.setAccessibleName(name)
        if not stored or stored != self._wanted:
            self._photo = None
        self._wanted = stored
        if stored:
            stored_photos.ask(stored, self._on_stored)
        elif photo:
            self._photo = _read(QImageReader(str(photo)), self._pixels())
        self.update()

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown, not initials."""
        return self._photo is not None

    def _on_stored(self, name: str, jpeg: bytes | None) -> None:
        if name == self._wanted and jpeg is not None:
            buffer = QBuffer()
            buffer.setData(QByteArray(jpeg))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._photo = _read(QImageReader(buffer), self._pixels())
            self.update()

    def _pixels(self) -> QSize:
        return self.size() * self.devicePixelRatioF()

    def sizeHint(self) -> QSize:
        """Fixed."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo cut to the frame, or the initials."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.fillPath(frame, QColor(look.theme.quiet))
        if self._photo is not None:
            painter.setClipPath(frame)
            painter.drawPixmap(self.rect(), self._photo)
            return
        painter.setPen(QColor(look.theme.muted))
        painter.setFont(fonts.strong(max(14, self.height() * 56 // 200)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


def _read(reader: QImageReader, size: QSize) -> QPixmap | None:
    reader.setAutoTransform(True)
    whole = reader.size()
    if not whole.isValid():
        return None
    scaled = whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    reader.setScaledSize(scaled)
    image = reader.read()
    if image.isNull():
        return None
    left = (image.width() - size.width()) // 2
    return QPixmap.fromImage(image.copy(left, 0, size.width(), size.height()))
