"""Owns the desk lane: the one thread in which the desk and its writing connection live.

The window hands in verbs; what they return comes back in the window's thread, in order. A caller
whose widget is gone by then is not called.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal, Slot

from checkin_app.domain.errors import CheckinError, NotPossible, ProgramFault

if TYPE_CHECKING:
    from checkin_app.desk import Desk

T = TypeVar("T")
Opener = Callable[[], "Desk"]
Failed = Callable[[CheckinError], None]

#: Seconds of quiet after which what was recorded is sealed.
IDLE = 1.0


class Lane(Protocol):
    """How screens reach the desk."""

    def open(self, opener: Opener, done: Callable[[Any], None], failed: Failed) -> None:
        """Closes the desk there is, opens another; `done` gets what `opener` returned."""

    def run(
        self,
        verb: Callable[[Desk], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs `verb` on the desk, then `done` or `failed` in the window's thread.

        A crash is logged and told as ProgramFault, a desk that is not open as NotPossible.
        """

    def stop(self) -> None:
        """Seals and closes the desk, and ends."""


@dataclass(frozen=True, slots=True)
class _Job:
    verb: Callable[[Any], Any]
    done: Callable[[Any], None] | None
    failed: Failed | None
    opener: Opener | None = None


class _Desks:
    """The desk that is open now, if any; used in one thread."""

    def __init__(self, waiting: Callable[[], bool]) -> None:
        self.desk: Desk | None = None
        self.unsealed = False
        self._waiting = waiting

    def work(self, job: _Job) -> tuple[Callable[..., None] | None, object]:
        """Does a job; whom to tell what."""
        try:
            if job.opener is not None:
                self.close()
                self.desk = job.opener()
                if self.desk is not None:  # Erasing opens none.
                    self.desk.waiting = self._waiting
                return job.done, self.desk
            if self.desk is None:
                return job.failed, NotPossible(why="No event is open.")
            self.unsealed = True
            return job.done, job.verb(self.desk)
        except CheckinError as error:
            _log("failed", error)
            return job.failed, error
        except Exception as crash:
            _crashed("a verb of the desk", crash)
            return job.failed, ProgramFault()

    def seal(self) -> None:
        """Seals what was recorded since the last time."""
        if self.desk is not None and self.unsealed:
            self.unsealed = False
            try:
                self.desk.seal()
            except CheckinError as error:
                _log("not sealed", error)
            except Exception as crash:
                _crashed("sealing", crash)

    def close(self) -> None:
        """Closes the desk, which seals."""
        if self.desk is not None:
            desk, self.desk = self.desk, None
            try:
                desk.close()
            except CheckinError as error:
                _log("not closed", error)
            except Exception as crash:
                _crashed("closing", crash)


class _Thread(QThread):
    worked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk-lane")
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()

    def run(self) -> None:
        desks = _Desks(lambda: not self.jobs.empty())
        while True:
            try:
                job = self.jobs.get(timeout=IDLE if desks.unsealed else None)
            except queue.Empty:
                desks.seal()
                continue
            if job is None:
                desks.seal()
                desks.close()
                return
            told, what = desks.work(job)
            if told is not None:
                self.worked.emit(told, what)


class ThreadLane(QObject):
    """The lane of the running program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _Thread()
        self._thread.worked.connect(self._on_worked)
        self._thread.start()

    def open(self, opener: Opener, done: Callable[[Any], None], failed: Failed) -> None:
        """See `Lane`."""
        self._thread.jobs.put(_Job(_nothing, done, failed, opener))

    def run(
        self,
        verb: Callable[[Desk], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """See `Lane`."""
        self._thread.jobs.put(_Job(verb, done, failed))

    def stop(self) -> None:
        """See `Lane`; waits for the jobs that were handed in."""
        self._thread.jobs.put(None)
        self._thread.wait()

    @Slot(object, object)
    def _on_worked(self, told: Callable[..., None], what: object) -> None:
        _tell(told, what)


class InlineLane:
    """The lane of tests: everything happens before the call returns."""

    def __init__(self) -> None:
        self._desks = _Desks(lambda: False)

    def open(self, opener: Opener, done: Callable[[Any], None], failed: Failed) -> None:
        """See `Lane`."""
        self._do(_Job(_nothing, done, failed, opener))

    def run(
        self,
        verb: Callable[[Desk], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """See `Lane`."""
        self._do(_Job(verb, done, failed))

    def stop(self) -> None:
        """See `Lane`."""
        self._desks.seal()
        self._desks.close()

    def _do(self, job: _Job) -> None:
        told, what = self._desks.work(job)
        if told is not None:
            _tell(told, what)


def _log(what: str, error: CheckinError) -> None:
    import logging

    logging.getLogger(__name__).info("%s: %s", what, type(error).__name__)


def _crashed(what: str, error: Exception) -> None:
    from checkin_app import logs

    logs.crashed(__name__, what, error)


def _nothing(_: object) -> None:
    return None


def _tell(told: Callable[..., None], what: object) -> None:
    owner = getattr(told, "__self__", None)
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return
    told(what)
