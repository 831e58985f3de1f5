"""Owns the way of keys from Qt to the wedge assembler, and back to the window when it was typing.

An application event filter sees a key first for the window, then for the widget in focus; only
the first is acted on. What an input method commits comes for the widget alone.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from checkin_app.scanning.wedge import CodeRead, Key, Kind, LetThrough, Told, WedgeAssembler

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_QUIET = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_unknown,
        Qt.Key(0),
    }
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_KEYS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
    }
)
#: A timer that comes this much late (seconds) comes before keys that waited with it.
_STALL = 0.020


class WedgeFilter(QObject):
    """Emits `code_read` for each code; typing goes on to where it was going."""

    code_read = Signal(str)

    def __init__(
        self,
        prefix: str = "",
        suffix: str = "",
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wedge")
        self._clock = clock
        self._assembler = WedgeAssembler(prefix, suffix)
        self._sent_again = 0
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setObjectName("wedge-gap")
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_gap)

    def configure(self, prefix: str, suffix: str) -> None:
        """What the scanners of this desk type around a code from now on."""
        self._act(self._assembler.flush())
        self._assembler = WedgeAssembler(prefix, suffix)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of a scan out of the application's stream of events."""
        kind = event.type()
        if kind not in _KEYS:
            return False
        if kind == QEvent.Type.InputMethod:
            return self._input_method(watched, event)
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if shiboken6.getCppPointer(event)[0] == self._sent_again:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            if self._assembler.claims(self._key(watched, event)):
                event.accept()
                return True
            return False
        return self._feed(self._key(watched, event))

    def _input_method(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputMethodEvent) or isinstance(watched, QWindow):
            return False
        if shiboken6.getCppPointer(event)[0] == self._sent_again:
            return False
        text = event.commitString()
        digits = any("0" <= c <= "9" for c in text)
        plain = not event.preeditString() and not event.replacementLength()
        if not plain or not text or not (digits or self._assembler.deadline is not None):
            self._act(self._assembler.flush())
            return False
        copy = QInputMethodEvent()
        copy.setCommitString(text)
        return self._feed(Key(Kind.TEXT, self._clock(), text, origin=(watched, copy)))

    def _key(self, window: QWindow, event: QKeyEvent) -> Key:
        stamp = event.timestamp()
        released = event.type() == QEvent.Type.KeyRelease
        return Key(
            kind=Kind.QUIET if released else _kind(event),
            at=stamp / 1000 if stamp else self._clock(),
            text=event.text(),
            code=event.nativeScanCode() or int(event.key()),
            released=released,
            repeats=event.isAutoRepeat(),
            origin=(window, _copy(event)),
        )

    def _feed(self, key: Key) -> bool:
        told = self._assembler.feed(key)
        if told == [LetThrough((key,))]:
            return False
        self._act(told)
        deadline = self._assembler.deadline
        if deadline is None:
            self._timer.stop()
        elif key.kind is not Kind.QUIET:
            wait = deadline - key.at
            self._due = self._clock() + wait
            self._timer.start(max(1, round(wait * 1000)))
        return True

    @Slot()
    def _on_gap(self) -> None:
        if self._clock() - self._due > _STALL:
            self._due = self._clock()
            self._timer.start(5)
            return
        self._act(self._assembler.flush())

    def _act(self, told: list[Told]) -> None:
        for what in told:
            if isinstance(what, CodeRead):
                self.code_read.emit(what.text)
                continue
            for key in what.keys:
                self._send_again(key)

    def _send_again(self, key: Key) -> None:
        assert isinstance(key.origin, tuple)
        receiver, event = key.origin
        if not shiboken6.isValid(receiver):
            receiver = QGuiApplication.focusWindow()
        if receiver is None:
            return
        before = self._sent_again
        self._sent_again = shiboken6.getCppPointer(event)[0]
        try:
            QCoreApplication.sendEvent(receiver, event)
        finally:
            self._sent_again = before


def _kind(event: QKeyEvent) -> Kind:
    key = event.key()
    if key in _QUIET and not event.text():
        return Kind.QUIET
    if event.modifiers() & _COMMANDS and not _types(event):
        return Kind.OTHER
    if key in _ENDS or event.text() in ("\r", "\n"):
        return Kind.END
    if key == Qt.Key.Key_Backspace:
        return Kind.ERASE
    text = event.text()
    return Kind.TEXT if text and text >= " " and text != "\x7f" else Kind.OTHER


def _types(event: QKeyEvent) -> bool:
    """AltGr comes as Ctrl and Alt together on some systems, and types letters."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both == both and event.text() >= " "


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
