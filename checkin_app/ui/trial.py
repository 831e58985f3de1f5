"""Owns the trial start: a window that says what it found once it is painted, and closes again."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

VARIABLE = "CHECKIN_TRIAL"  # the environment variable that asks for a trial start


class _FirstPaint(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._modules: list[str] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._modules = sorted({name.partition(".")[0] for name in sys.modules})
            QTimer.singleShot(0, self._report)
        return False

    @Slot()
    def _report(self) -> None:
        found = {"painted": True, "modules": self._modules, "multimedia": _multimedia()}
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
        QApplication.closeAllWindows()
        QApplication.quit()


def watch(window: QWidget) -> None:
    """Once `window` is painted, write one JSON line to standard output and end the program.

    {"painted": true, "modules": the top-level modules then loaded, "multimedia": whether Qt can
    play sounds and films}
    """
    _FirstPaint(window)


def _multimedia() -> bool:
    try:
        from PySide6.QtMultimedia import QMediaPlayer
    except ImportError:
        return False
    return QMediaPlayer().isAvailable()
