"""Owns the view of what the camera sees now."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin_app.photos.framing import centred
from checkin_app.ui.language import translate
from checkin_app.ui.photos.crop_view import HEIGHT, WIDTH


class LiveView(QWidget):
    """What the camera sees now, cut as the middle of it will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName(translate("Photos", "What the camera sees"))
        self._image: QImage | None = None

    def show_image(self, image: QImage) -> None:
        """Shows the next picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The middle of the picture."""
        if self._image is None:
            return
        frame = centred(self._image.width(), self._image.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        round_ = QPainterPath()
        round_.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setClipPath(round_)
        part = QRectF(frame.x, frame.y, frame.width, frame.height)
        painter.drawImage(QRectF(self.rect()), self._image, part)
