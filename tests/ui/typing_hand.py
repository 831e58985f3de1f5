"""Typing into a window as the window system would: each key to the window in front, at a time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin_app.ui.app import DeskProgram
from checkin_app.ui.wedge_filter import WedgeFilter

FAST = 0.004
HUMAN = 1 / 12
RETURN = "\r"

_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    "\b": (Qt.Key.Key_Backspace, "\b"),
    RETURN: (Qt.Key.Key_Return, "\r"),
    "\t": (Qt.Key.Key_Tab, "\t"),
}


class Hand:
    """Types at a pace of its own making: the wedge's clock follows it."""

    def __init__(self, wedge: WedgeFilter, window: QWidget) -> None:
        self._wedge = wedge
        self._window = window
        self._now = 1000.0
        wedge._clock = lambda: self._now

    def type(self, letters: str, gap: float = HUMAN) -> None:
        """Types; after the last letter as much time passes as a person takes to look up."""
        for letter in letters:
            self._now += gap
            self._elapse()
            key, text = _KEYS.get(letter, (Qt.Key(ord(letter.upper())), letter))
            self._send(key, text)
        self.pause()

    def scan(self, code: str) -> None:
        """Types as a scanner does, Return at the end."""
        self.type(code + RETURN, FAST)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Presses a key that types nothing, shortcuts included."""
        self._now += HUMAN
        self._elapse()
        QTest.keyClick(self._window.windowHandle(), key, modifiers)
        self.pause()

    def pause(self) -> None:
        """Longer than any gap within a scan."""
        self._now += 1
        self._elapse()

    def _elapse(self) -> None:
        assembler = self._wedge._assembler
        if assembler.deadline is not None and assembler.deadline < self._now:
            self._wedge._act(assembler.flush())
        QApplication.processEvents()

    def _send(self, key: Qt.Key, text: str) -> None:
        handle = self._window.windowHandle()
        for kind in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
        ):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(handle, event)


def hand_of(program: DeskProgram) -> Hand:
    """A hand at the keyboard of `program`."""
    return Hand(program.wedge, program.window)
