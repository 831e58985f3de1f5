"""Owns choosing a face by hand: a picture that moves and grows under a fixed 3:4 frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.photos.framing import Frame, centred, inside
from checkin_app.ui.language import translate
from checkin_app.ui.theme.look import look

#: Pixels of the frame on screen.
WIDTH, HEIGHT = 252, 336
_MARGIN = 18
_STEP = 1.12
#: Of the frame's width: a press of an arrow key, and one with Shift.
_NUDGE, _STRIDE = 0.02, 0.1
#: The least part of a picture, in its pixels, that makes a portrait.
_LEAST = 60.0


class CropView(QWidget):
    """Drag or arrows move the picture, the wheel or + and − make it larger and smaller."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self._size = (1.0, 1.0)
        self._frame = Frame(0, 0, 1)
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Photos", "The part of the picture that is kept"))
        self.setAccessibleDescription(
            translate("Photos", "Arrow keys move it, plus and minus change its size.")
        )

    def show_image(self, image: QImage, width: float, height: float) -> None:
        """Shows a picture; `width` and `height` are those its frame is told in."""
        self._pixmap = QPixmap.fromImage(image)
        self._size = (width, height)
        self.put(centred(width, height))

    def clear(self) -> None:
        """Shows no picture."""
        self._pixmap = None
        self.update()

    @property
    def frame(self) -> Frame:
        """What is in the frame, in the picture's pixels."""
        return self._frame

    def put(self, frame: Frame) -> None:
        """Shows another part."""
        least = min(_LEAST, *self._size)
        wide = Frame(frame.x, frame.y, max(frame.width, least))
        self._frame = inside(wide, *self._size)
        self.update()

    def move_by(self, across: float, down: float) -> None:
        """Moves what is in the frame; in parts of the frame's width."""
        frame = self._frame
        self.put(Frame(frame.x + across * frame.width, frame.y + down * frame.width, frame.width))

    def zoom(self, factor: float) -> None:
        """Shows less (above 1) or more of the picture, around the same middle."""
        frame = self._frame
        least = min(_LEAST, *self._size)
        width = max(frame.width / factor, least)
        shrunk = frame.width - width
        self.put(Frame(frame.x + shrunk / 2, frame.y + shrunk * HEIGHT / WIDTH / 2, width))

    # -- Qt ----------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """The frame and some of what is around it."""
        return QSize(WIDTH + 2 * _MARGIN + 60, HEIGHT + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """The frame."""
        return QSize(WIDTH + 2 * _MARGIN, HEIGHT + 2 * _MARGIN)

    def _hole(self) -> QRectF:
        return QRectF((self.width() - WIDTH) / 2, (self.height() - HEIGHT) / 2, WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, darkened around the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = look.theme
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.fillPath(whole, QColor(theme.quiet))
        if self._pixmap is None:
            return
        hole = self._hole()
        scale = WIDTH / self._frame.width
        painter.save()
        painter.setClipPath(whole)
        target = QRectF(
            hole.x() - self._frame.x * scale,
            hole.y() - self._frame.y * scale,
            self._size[0] * scale,
            self._size[1] * scale,
        )
        painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
        around = QPainterPath(whole)
        inner = QPainterPath()
        inner.addRoundedRect(hole, 8, 8)
        shade = QColor("#10161C")
        shade.setAlphaF(0.55)
        painter.fillPath(around.subtracted(inner), shade)
        painter.restore()
        ring = theme.accent if self.hasFocus() else "#FFFFFF"
        painter.setPen(QPen(QColor(ring), 2))
        painter.drawRoundedRect(hole, 8, 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The picture goes with the pointer."""
        if self._held is not None:
            moved = self._held - event.position()
            self._held = event.position()
            self.move_by(moved.x() / WIDTH, moved.y() / WIDTH)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets it go."""
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther."""
        self.zoom(_STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, + and −, Home for the middle."""
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = _STRIDE if far else _NUDGE
        match event.key():
            case Qt.Key.Key_Left:
                self.move_by(-step, 0)
            case Qt.Key.Key_Right:
                self.move_by(step, 0)
            case Qt.Key.Key_Up:
                self.move_by(0, -step)
            case Qt.Key.Key_Down:
                self.move_by(0, step)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _STEP)
            case Qt.Key.Key_Home:
                self.put(centred(*self._size))
            case _:
                super().keyPressEvent(event)
