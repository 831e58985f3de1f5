"""Owns the trial start: a window that says what it found once it is at work, and closes again."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QApplication

from checkin_app.ui.shell.window import DeskWindow

VARIABLE = "CHECKIN_TRIAL"  # the environment variable that asks for a trial start


class _Trial(QObject):
    def __init__(self, window: DeskWindow, opened: SignalInstance) -> None:
        super().__init__(window)
        self._modules: list[str] = []
        self._painted_at = 0
        window.painted.connect(self._on_painted)
        opened.connect(self._on_opened)

    @Slot()
    def _on_painted(self) -> None:
        self._painted_at = time.monotonic_ns()
        self._modules = sorted({name.partition(".")[0] for name in sys.modules})

    @Slot()
    def _on_opened(self) -> None:
        QTimer.singleShot(0, self, self._tell)

    @Slot()
    def _tell(self) -> None:
        found = {
            "painted": bool(self._modules),
            "painted_at": self._painted_at,
            "modules": self._modules,
            "multimedia": _multimedia(),
        }
        import json

        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
        QApplication.closeAllWindows()
        QApplication.quit()


def watch(window: DeskWindow, opened: SignalInstance) -> None:
    """When the event was `opened`, write one JSON line to standard output and end the program.

    {"painted": whether `window` was painted before, "painted_at": when, in nanoseconds of the
    system's monotonic clock, "modules": the top-level modules loaded when
    it was, "multimedia": whether Qt can play sounds and films}
    """
    _Trial(window, opened)


def _multimedia() -> bool:
    try:
        from PySide6.QtMultimedia import QMediaPlayer
    except ImportError:
        return False
    return QMediaPlayer().isAvailable()
