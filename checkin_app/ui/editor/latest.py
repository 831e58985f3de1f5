"""Owns doing the last of many things asked for, beside the window, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background

Job = Callable[[], Any]


class LatestJob(QObject):
    """Emits `done` with what the job returned, `failed` with why it did not.

    `pause` milliseconds go by before a job begins; with `settles` they begin anew at each question,
    so that nothing is done while one question follows the other.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, pause: int, *, settles: bool = False) -> None:
        super().__init__(parent)
        self._wanted: Job | None = None
        self._settles = settles
        self._beside = Background(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return self._wanted is not None or self._beside.busy

    def ask(self, job: Job) -> None:
        """Wants this done, and nothing that was asked for before."""
        self._wanted = job
        if self._settles or not self._timer.isActive():
            self._timer.start()

    def _begin(self) -> None:
        if self._wanted is None or self._beside.busy:
            return
        job, self._wanted = self._wanted, None
        self._beside.start(lambda say, stopped: job(), self._on_done, self._on_failed)

    def _on_done(self, outcome: object) -> None:
        self.done.emit(outcome)
        self._go_on()

    def _on_failed(self, error: CheckinError) -> None:
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted is not None and not self._timer.isActive():
            self._timer.start()
