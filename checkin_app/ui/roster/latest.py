"""Owns asking the desk again and again: one question under way, of the others only the last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.lane import Lane

if TYPE_CHECKING:
    from checkin_app.desk import Desk

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Latest(QObject, Generic[Question, Answer]):
    """Puts questions to the lane; `show` gets the answer to the last one and to no other."""

    def __init__(
        self,
        lane: Lane,
        verb: Callable[[Desk, Question], Answer],
        show: Callable[[Answer], None],
        failed: Callable[[CheckinError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._verb = verb
        self._show = show
        self._failed = failed
        self._waiting: list[Question] = []
        self.busy = False

    def ask(self, question: Question) -> None:
        """Asks now, or after the question that is under way."""
        self._waiting = [question]
        if not self.busy:
            self._put()

    def _put(self) -> None:
        question = self._waiting.pop()
        self.busy = True
        verb = self._verb
        self._lane.run(lambda desk: verb(desk, question), self._on_answer, self._on_failed)

    def _on_answer(self, answer: Answer) -> None:
        self.busy = False
        if self._waiting:
            self._put()
        else:
            self._show(answer)

    def _on_failed(self, error: CheckinError) -> None:
        self.busy = False
        if self._waiting:
            self._put()
        else:
            self._failed(error)
