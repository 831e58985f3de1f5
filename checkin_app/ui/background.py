"""Owns work beside the window and the desk lane: a thread for a job, its news in the window's."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from checkin_app.domain.errors import CheckinError, ProgramFault

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.ui.lane import Lane

log = logging.getLogger(__name__)

Say = Callable[[int, int], None]
Stopped = Callable[[], bool]
Done = Callable[[Any], None]
Failed = Callable[[CheckinError], None]
Reading = Callable[["Desk", Say, Stopped], Any]


class Background(QObject):
    """One job. `done` gets what it returned, `failed` an expected failure; `step` news on the way.

    The job is given `say(done, total)` and `stopped()`; what it should do when stopped is its own.
    A crash is logged and told as ProgramFault.
    """

    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._done: Done | None = None
        self._failed: Failed | None = None
        self._reading: Reading | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._thread is not None or self._reading is not None

    def start(self, job: Callable[[Say, Stopped], Any], done: Done, failed: Failed) -> None:
        """Begins a job; one at a time."""
        self._stop.clear()
        self._done, self._failed = done, failed
        self._begin(job)

    def read(self, lane: Lane, reading: Reading, done: Done, failed: Failed) -> None:
        """Begins a job that reads the event through a desk of its own, so that scans go on.

        What was handed to the lane before is in the file by then.
        """
        self._stop.clear()
        self._done, self._failed, self._reading = done, failed, reading
        lane.run(_path, self._on_path, self._on_no_path)

    def stop(self) -> None:
        """Asks the job to end."""
        self._stop.set()

    def _on_path(self, path: Path) -> None:
        reading, self._reading = self._reading, None
        assert reading is not None
        self._begin(lambda say, stopped: _read(path, reading, say, stopped))

    def _on_no_path(self, error: CheckinError) -> None:
        self._reading = None
        if self._failed is not None:
            self._failed(error)

    def _begin(self, job: Callable[[Say, Stopped], Any]) -> None:
        self._thread = threading.Thread(target=self._work, args=(job,), name="beside", daemon=True)
        self._thread.start()

    def _say(self, done: int, total: int) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(done, total)

    def _work(self, job: Callable[[Say, Stopped], Any]) -> None:
        outcome: Any = None
        error: CheckinError | None = None
        try:
            outcome = job(self._say, self._stop.is_set)
        except CheckinError as expected:
            log.info("%s", type(expected).__name__)
            error = expected
        except Exception as crash:
            from checkin_app import logs

            logs.crashed(__name__, "a job beside the lane", crash)
            error = ProgramFault()
        if shiboken6.isValid(self):
            self._ended.emit(outcome, error)

    @Slot(object, object)
    def _on_ended(self, outcome: object, error: CheckinError | None) -> None:
        self._thread = None
        if error is not None and self._failed is not None:
            self._failed(error)
        elif error is None and self._done is not None:
            self._done(outcome)


def _path(desk: Desk) -> Path:
    return desk.path


def _read(path: Path, reading: Reading, say: Say, stopped: Stopped) -> Any:
    from checkin_app.desk import Desk

    desk = Desk.open(path, write=False)
    try:
        return reading(desk, say, stopped)
    finally:
        desk.close()
