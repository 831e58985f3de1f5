"""Owns a loop that never gives up: its turns, and how long it rests after one that failed."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

from checkin_app import logs
from checkin_app.domain.errors import CheckinError, ProgramFault

SHORTEST, LONGEST = 1.0, 30.0
#: Where there is something to send, a rest need not be longer than this.
LEAST = 4.0


class Backoff:
    """Rests of 1, 2, 4 … 30 seconds, each anywhere in its upper half, so that desks spread out."""

    def __init__(self, chance: random.Random | None = None) -> None:
        self._chance = chance or random.Random()
        self._next = SHORTEST

    def rest(self) -> float:
        """Seconds until the next try."""
        seconds = self._next * self._chance.uniform(0.5, 1.0)
        self._next = min(LONGEST, self._next * 2)
        return seconds

    def reset(self) -> None:
        self._next = SHORTEST


class Signal:
    """Something to wait for: a local fact, a person who wants it now, the end."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._woken = self._now = self.ended = False

    def wake(self) -> None:
        """There is something to send."""
        with self._condition:
            self._woken = True
            self._condition.notify_all()

    def now(self) -> None:
        """Whatever rests tries again."""
        with self._condition:
            self._now = self._woken = True
            self._condition.notify_all()

    def end(self) -> None:
        with self._condition:
            self.ended = True
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        """Until woken, asked for or ended; False when the time was up."""
        with self._condition:
            came = self._condition.wait_for(lambda: self._woken or self.ended, seconds)
            self._woken = self._now = False
            return came

    def rest(self, seconds: float, least: float = LEAST) -> None:
        """Until the time is up; a person and the end shorten it, facts do to `least` seconds."""
        with self._condition:
            first = min(seconds, least)
            if not self._condition.wait_for(lambda: self._now or self.ended, first):
                woken = lambda: self._now or self._woken or self.ended  # noqa: E731
                self._condition.wait_for(woken, seconds - first)
            self._now = False


class Loop:
    """A thread that makes one turn after another until it is ended."""

    def __init__(
        self,
        name: str,
        turn: Callable[[], None],
        failed: Callable[[CheckinError], None],
        done: Callable[[], None],
    ) -> None:
        """`turn` returns when there is another turn to make at once; what it raises is told.

        `done` is called last, in the loop's thread.
        """
        self.signal = Signal()
        self.backoff = Backoff()
        self._turn = turn
        self._failed = failed
        self._done = done
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self, seconds: float) -> bool:
        """Whether it has ended; not to be called before `signal.end()`."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._go_on()
        finally:
            self._done()

    def _go_on(self) -> None:
        while not self.signal.ended:
            try:
                self._turn()
            except CheckinError as error:
                self._rest(error)
            except Exception as crash:
                if not self.signal.ended:
                    logs.crashed(__name__, "an exchange", crash)
                    self._rest(ProgramFault())
            else:
                self.backoff.reset()

    def _rest(self, error: CheckinError) -> None:
        if self.signal.ended:
            return
        self._failed(error)
        self.signal.rest(self.backoff.rest())
