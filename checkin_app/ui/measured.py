"""Owns the measurement of the running window: codes typed into it, verdicts timed until painted.

Run as a program by the bench: `python -m checkin_app.ui.measured EVENT CODES SCANS`, where CODES
is a file with a code a line. Prints one JSON object; see `Report`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin_app.config import Station
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.theme import fonts

#: Where memory and references are looked at: after so many shares of the scans.
LOOKS = 20


@dataclass(slots=True)
class Report:
    """`painted` are nanoseconds from code read to verdict painted, in order; `memory` resident
    bytes and `none` references to None at regular moments, the first after a warm-up.
    """

    painted: list[int] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    none: list[int] = field(default_factory=list)


class _Measured(QObject):
    """Types one code after the other, as soon as the verdict before it is painted."""

    def __init__(self, program: DeskProgram, codes: Sequence[str]) -> None:
        super().__init__()
        self.report = Report()
        self._program = program
        self._codes = codes
        self._next = 0
        self._read_at = 0
        self._shown = False
        self._screen: ScanScreen | None = None
        program.wedge.code_read.connect(self._on_code_read)
        program.workplace.opened.connect(self._on_opened, Qt.ConnectionType.QueuedConnection)
        program.window.installEventFilter(self)

    @Slot()
    def _on_opened(self) -> None:
        screen = self._program.window.built(SCAN)
        assert isinstance(screen, ScanScreen)
        self._screen = screen
        screen.sounded.connect(self._on_shown)
        QTimer.singleShot(500, self, self._type)

    @Slot(str)
    def _on_code_read(self, code: str) -> None:
        self._read_at = time.perf_counter_ns()

    @Slot(object)
    def _on_shown(self, sound: object) -> None:
        self._shown = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._shown and event.type() == QEvent.Type.UpdateRequest:
            self._shown = False
            QTimer.singleShot(0, self, self._painted)
        return False

    @Slot()
    def _painted(self) -> None:
        self.report.painted.append(time.perf_counter_ns() - self._read_at)
        if self._next % max(1, len(self._codes) // LOOKS) == 0:
            self.report.memory.append(_resident())
            self.report.none.append(sys.getrefcount(None))
        QTimer.singleShot(0, self, self._type)

    @Slot()
    def _type(self) -> None:
        if self._next == len(self._codes):
            QApplication.quit()
            return
        code = self._codes[self._next]
        self._next += 1
        window = self._program.window.windowHandle()
        for sign in code:
            _press(window, Qt.Key(ord(sign)), sign)
        _press(window, Qt.Key.Key_Return, "\r")


def _press(window: QObject, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(window, event)


def _resident() -> int:
    """Resident bytes of this process; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * 4096


def main(argv: Sequence[str]) -> int:
    event, codes, scans = Path(argv[0]), Path(argv[1]), int(argv[2])
    QApplication.setStyle("Fusion")
    application = QApplication(sys.argv[:1])
    fonts.load()
    program = DeskProgram(Station(sounds=False), event)
    measured = _Measured(program, codes.read_text(encoding="ascii").split()[:scans])
    program.begin()
    application.exec()
    program.end()
    sys.stdout.write(json.dumps(asdict(measured.report)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
