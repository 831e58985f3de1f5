"""Owns the page under the hand: what mouse and keyboard do to what is on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)

from checkin_app.ui.editor import overlay
from checkin_app.ui.editor.core import boxes, commands
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.core.gestures import Framing, Gesture, Moving, Resizing
from checkin_app.ui.editor.page_view import PageView

_ROOM = 16
#: Pixels within which a line draws, and a hand must go before it moves something.
_REACH, _STILL = 7, 3
_CURSORS = {
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "w": Qt.CursorShape.SizeHorCursor,
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(PageView):
    """Emits `tried` while a hand moves something, `did` (with what merges) when it is done,
    `looked` when something else is chosen, `menu_asked` with a point on the screen, `entered` when
    the fields of what is chosen are wanted."""

    tried = Signal(object)
    did = Signal(object, str)
    looked = Signal(object)
    menu_asked = Signal(object)
    entered = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.snaps = True
        self.line_at: Callable[[int, float, float], int] = lambda number, x, y: 0
        self._pressed: QPointF | None = None
        self._panned: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_document(self, document: Document) -> None:
        """Shows another document; a gesture under way is over."""
        self._pressed = None
        super().show_document(document)

    # -- mouse -------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms around the mouse; with Shift it moves the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._fits = False
            self._see(self.view.shifted(turned.x() / 2, turned.y() / 2))
        else:
            self.zoom(turned.y() / 120, event.position())
        event.accept()

    # -- mouse -------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes a handle, an element, or begins a frame; the middle button moves the page."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = at
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x, y = self.view.place(at)
        single = self.document.single
        handle = overlay.handle_at(self.view, single.box, at) if single is not None else None
        if handle is not None:
            self._begin(Resizing(self.document, handle, x, y), at)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        number = self._element_at(at)
        if number is None:
            start = self.document if shift else self.document.choose()
            self._look(start)
            self._begin(Framing(start, x, y), at)
            return
        if shift:
            self._look(self.document.toggle(number))
            return
        line = self.line_at(number, x, y)
        if number not in self.document.chosen or self.document.chosen == (number,):
            self._look(self.document.choose(number, line=line))
        self._begin(Moving(self.document, x, y), at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held goes along."""
        at = event.position()
        if self._panned is not None:
            self._fits = False
            self._see(self.view.shifted(at.x() - self._panned.x(), at.y() - self._panned.y()))
            self._panned = at
            return
        if self._gesture is None:
            self._hover(at)
            return
        if self._pressed is not None:
            gone = at - self._pressed
            if max(abs(gone.x()), abs(gone.y())) < _STILL:
                return
            self._pressed = None
        held = event.modifiers()
        self._now = self._gesture.to(
            *self.view.place(at),
            _REACH / self.view.scale,
            free=not self.snaps or bool(held & Qt.KeyboardModifier.ControlModifier),
            straight=bool(held & Qt.KeyboardModifier.ShiftModifier),
        )
        self.tried.emit(self._now.document)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was done is done."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its fields are wanted."""
        self.mousePressEvent(event)
        self._end()
        if self.document.chosen:
            self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with what is under the mouse."""
        number = self._element_at(QPointF(event.pos()))
        if number is not None and number not in self.document.chosen:
            self._look(self.document.choose(number))
        self.menu_asked.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def _begin(self, gesture: Gesture, at: QPointF) -> None:
        self._gesture, self._pressed, self._now = gesture, at, None

    def _end(self) -> None:
        now, gesture, pressed = self._now, self._gesture, self._pressed
        self._gesture = self._now = self._pressed = None
        if now is None:
            if isinstance(gesture, Moving) and pressed is not None:
                self._press_alone(pressed)
            return
        if now.document.layout == self.document.layout:
            self._look(now.document)
        else:
            self.did.emit(now.document, "")
        self.update()

    def _press_alone(self, at: QPointF) -> None:
        """One of many was pressed and not moved: it alone is meant."""
        number = self._element_at(at)
        if number is not None and len(self.document.chosen) > 1:
            line = self.line_at(number, *self.view.place(at))
            self._look(self.document.choose(number, line=line))

    def _element_at(self, at: QPointF) -> int | None:
        return self.document.at(*self.view.place(at), slack=4 / self.view.scale)

    def _hover(self, at: QPointF) -> None:
        single = self.document.single
        handle = overlay.handle_at(self.view, single.box, at) if single is not None else None
        number = None if handle is not None else self._element_at(at)
        if handle is not None:
            self.setCursor(_CURSORS[handle])
        elif number is not None:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        if number != self._hovered:
            self._hovered = number
            self.update()

    # -- keyboard ----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move (Ctrl: resize), Delete removes, Escape lets go."""
        key, held = event.key(), event.modifiers()
        arrow = _ARROWS.get(Qt.Key(key))
        if arrow is not None and self.document.chosen:
            step = 1.0
            if held & Qt.KeyboardModifier.ShiftModifier:
                step = 0.1
            elif held & Qt.KeyboardModifier.AltModifier:
                step = 5.0
            dx, dy = arrow[0] * step, arrow[1] * step
            if held & Qt.KeyboardModifier.ControlModifier:
                handle: boxes.Handle = "e" if dx else "s"
                self.did.emit(commands.resize(self.document, handle, dx, dy), "resize")
            else:
                self.did.emit(commands.move(self.document, dx, dy), "nudge")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.document.chosen:
            self.entered.emit()
        elif key == Qt.Key.Key_Delete and self.document.chosen:
            self.did.emit(commands.remove(self.document), "")
        elif key == Qt.Key.Key_Escape and (self._gesture is not None or self.document.chosen):
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self._gesture is not None:
            self._gesture = self._now = self._pressed = None
            self.tried.emit(self.document)
            self.update()
        else:
            self._look(self.document.choose())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from element to element, and on after the last."""
        if self.hasFocus():
            step = self.document.step(1 if next else -1)
            if step is not None:
                self._look(step)
                return True
        return super().focusNextPrevChild(next)

    def _look(self, document: Document) -> None:
        if document != self.document:
            self.document = document
            self.setAccessibleDescription(self._said())
            self.looked.emit(document)
            self.update()
