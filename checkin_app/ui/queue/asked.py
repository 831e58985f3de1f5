"""Owns how a thread beside the window asks the desk lane something and waits for the answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.lane import Lane, ThreadLane

if TYPE_CHECKING:
    from checkin_app.desk import Desk

T = TypeVar("T")

#: Seconds after which a thread that waits looks whether it is to end.
_PATIENCE = 0.25


class Stopped(Exception):
    """The window closes, or another event is opened: nobody answers any more."""


class Asked(QObject):
    """Takes verbs from any thread to the lane; `told` gets every answer, in the window's thread.

    A lane that is no thread of its own (in tests) is reached through the window's thread.
    """

    told = Signal(object)
    _verb = Signal(object)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._direct = isinstance(lane, ThreadLane)
        self._stop = threading.Event()
        self._telling = threading.Lock()
        self._verb.connect(self._on_verb, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Whoever waits gets `Stopped`, and whoever asks later; nothing is told from now on."""
        with self._telling:
            self._stop.set()

    def tell(self, signal: SignalInstance, *what: object) -> None:
        """Emits a signal of an object of the window, which may go once this is stopped."""
        with self._telling:
            if not self._stop.is_set():
                signal.emit(*what)

    def ask(self, verb: Callable[[Desk], T]) -> T:
        """What `verb` returns; raises what it raises, and `Stopped`. Not for the window's thread.

        A verb that was handed in before the stop is still done.
        """
        if self._stop.is_set():
            raise Stopped
        question = _Question(verb)
        if self._direct:
            self._lane.run(question.answer, None, question.refuse)
        else:
            self.tell(self._verb, question)
        while True:
            try:
                answer: T = question.future.result(_PATIENCE)
            except TimeoutError:
                if question.future.done():
                    raise
                if self._stop.is_set():
                    raise Stopped from None
                continue
            self.tell(self.told, answer)
            return answer

    @Slot(object)
    def _on_verb(self, question: _Question) -> None:
        self._lane.run(question.answer, None, question.refuse)


class _Question:
    """A verb and the place of its answer."""

    def __init__(self, verb: Callable[[Desk], Any]) -> None:
        self._verb = verb
        self.future: Future[Any] = Future()

    def answer(self, desk: Desk) -> None:
        """In the lane."""
        try:
            found = self._verb(desk)
        except Exception as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(found)

    def refuse(self, error: CheckinError) -> None:
        """There is no desk."""
        self.future.set_exception(error)
