"""Owns work beside the window and the desk lane: a thread for a job, its news in the window's."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from checkin_app.domain.errors import CheckinError

log = logging.getLogger(__name__)


class Background(QObject):
    """One job. `done` gets what it returned, `failed` an expected failure; `step` news on the way.

    The job is given `say(done, total)` and `stopped()`; what it should do when stopped is its own.
    """

    progressed = Signal(int, int)
    _ended = Signal(object, object)
    _crashed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[CheckinError], None] | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._thread is not None

    def start(
        self,
        job: Callable[[Callable[[int, int], None], Callable[[], bool]], Any],
        done: Callable[[Any], None],
        failed: Callable[[CheckinError], None],
    ) -> None:
        """Begins a job; one at a time."""
        self._stop.clear()
        self._done, self._failed = done, failed
        self._thread = threading.Thread(target=self._work, args=(job,), name="beside", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Asks the job to end."""
        self._stop.set()

    def _say(self, done: int, total: int) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(done, total)

    def _work(self, job: Callable[..., Any]) -> None:
        outcome: Any = None
        error: CheckinError | None = None
        try:
            outcome = job(self._say, self._stop.is_set)
        except CheckinError as expected:
            log.info("%s", type(expected).__name__)
            error = expected
        except Exception as crash:
            if shiboken6.isValid(self):
                self._crashed.emit(crash)
            return
        if shiboken6.isValid(self):
            self._ended.emit(outcome, error)

    @Slot(object, object)
    def _on_ended(self, outcome: object, error: CheckinError | None) -> None:
        self._thread = None
        if error is not None and self._failed is not None:
            self._failed(error)
        elif error is None and self._done is not None:
            self._done(outcome)

    @Slot(object)
    def _on_crashed(self, error: Exception) -> None:
        self._thread = None
        raise error
