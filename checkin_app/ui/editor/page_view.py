"""Owns the page as it is seen: the printed picture, what lies over it, how large."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.badges.layout.elements import Box
from checkin_app.ui.editor import overlay, words
from checkin_app.ui.editor.core import boxes
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.core.gestures import Framing, Gesture, Now, Resizing
from checkin_app.ui.editor.rasters import Picture
from checkin_app.ui.editor.view import STEP, View, fitted
from checkin_app.ui.language import language, translate
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import LIGHT, Size

_ROOM = 16


class PageView(QWidget):
    """Emits `zoomed` when the page lies otherwise."""

    zoomed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.picture: Picture | None = None
        self.view = View()
        #: Where the chosen line of a text is printed, and which elements print nothing.
        self.line_boxes: Callable[[], Iterable[Box]] = tuple
        self.silent: Callable[[Document], Iterable[int]] = lambda document: ()
        self._fits = True
        self._gesture: Gesture | None = None
        self._now: Now | None = None
        self._hovered: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Editor", "Page"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        """Enough to see a page."""
        return QSize(280, 240)

    @property
    def shown(self) -> Document:
        """The document as it is seen, a gesture under way included."""
        return self._now.document if self._now is not None else self.document

    def show_document(self, document: Document) -> None:
        """Shows another document."""
        layout = self.document.layout
        other = (document.layout.width, document.layout.height) != (layout.width, layout.height)
        self.document = document
        if other or document.side != self.shown.side:
            self.picture = None
        self._now = self._gesture = None
        if self._fits:
            self.fit()
        self.setAccessibleDescription(self._said())
        self.update()

    def show_picture(self, picture: Picture | None) -> None:
        """Shows how the page prints."""
        self.picture = picture
        self.update()

    # -- zoom --------------------------------------------------------------

    def area(self) -> QRectF:
        """Where the page may be: right of and below the rulers."""
        return QRectF(self.rect()).adjusted(overlay.RULER, overlay.RULER, 0, 0)

    def fit(self) -> None:
        """The whole page."""
        self._fits = True
        layout = self.document.layout
        room = self.area().adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        self._see(fitted(room, layout.width, layout.height))

    def zoom(self, steps: float, around: QPointF | None = None) -> None:
        """Larger (above 0) or smaller, around a point or the middle."""
        self._fits = False
        self._see(self.view.zoomed(STEP**steps, around or self.area().center()))

    def _see(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self.update()
            self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that was seen whole still is."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is shown."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus is no longer shown."""
        super().focusOutEvent(event)
        self.update()

    # -- painting ----------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then what lies over it."""
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.quiet))
        document, view = self.shown, self.view
        layout = document.layout
        paper = view.rect(Box(0, 0, layout.width, layout.height))
        painter.setClipRect(self.area())
        shade = QColor(0, 0, 0, 40)
        painter.fillRect(paper.translated(0, 3), shade)
        painter.fillRect(paper, QColor("#FFFFFF"))
        if self.picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, self.picture.image)
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)
        if not document.elements:
            painter.setPen(QColor(LIGHT.muted))
            painter.setFont(fonts.font(Size.BODY))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(paper.adjusted(16, 16, -16, -16), wrapped, _empty(document))
        self._paint_over(painter, document)
        painter.setClipping(False)
        overlay.rulers(painter, view, QRectF(self.rect()), layout, [e.box for e in document.picked])
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_over(self, painter: QPainter, document: Document) -> None:
        view = self.view
        if self._gesture is not None and not isinstance(self._gesture, Framing):
            overlay.margins(painter, view, document.layout)
        if self._hovered is not None and self._hovered < len(document.elements):
            hovered = self._hovered not in document.chosen
            overlay.frame(
                painter, view, document.elements[self._hovered].box, chosen=False, hovered=hovered
            )
        if self._now is None:
            overlay.lit(painter, view, self.line_boxes())
        for number in self.silent(document):
            element = document.elements[number]
            overlay.silent(painter, view, element.box, words.element_word(element))
        for element in document.picked:
            overlay.frame(painter, view, element.box, chosen=True)
        if document.single is not None:
            overlay.handles(painter, view, document.single.box)
        if self._now is None:
            return
        overlay.guides(painter, view, self._now.guides)
        if self._now.frame is not None:
            overlay.rope(painter, view, self._now.frame)
        elif document.chosen:
            around = boxes.bounding(e.box for e in document.picked)
            resizing = isinstance(self._gesture, Resizing)
            overlay.note(painter, view, around, _size(around, sized=resizing), self.area())

    def _said(self) -> str:
        """What is chosen, for screen readers."""
        if not self.document.chosen:
            return translate("Editor", "Nothing chosen")
        around = boxes.bounding(e.box for e in self.document.picked)
        names = ", ".join(words.element_word(e) for e in self.document.picked)
        return f"{names}: {_size(around, sized=False)}, {_size(around, sized=True)}"


def _empty(document: Document) -> str:
    """What an empty side is for."""
    if document.side == "back":
        return translate(
            "Editor", "Nothing is on the back: badges have one side. Add something at the left."
        )
    return translate("Editor", "Nothing is on the page yet. Add a text and the QR code first.")


def _size(box: Box, *, sized: bool) -> str:
    one, two = (box.width, box.height) if sized else (box.x, box.y)
    figures = [language.locale.toString(float(round(v, 2)), "g", 5) for v in (one, two)]
    return " × ".join(figures) + " mm" if sized else f"x {figures[0]} · y {figures[1]} mm"
