"""Owns the threads of the press while one event is open.

`press` and its mates take queued jobs: one of them takes and makes at a time, and passes its turn
on while it waits for a printer, which the others leave alone then. `press-news` asks printers about
jobs that are out, and how they are. So a printer that does not answer holds up its own jobs alone.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.queue.asked import Asked, Stopped

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from checkin_app.config import Station
    from checkin_app.desk import Desk
    from checkin_app.i18n import Language
    from checkin_app.press import Press

log = logging.getLogger(__name__)
T = TypeVar("T")

#: How many printers may be waited for at the same time.
_HANDS = 3
#: Seconds between two questions about jobs that are out, between two looks at printers while some
#: are, and while none is.
_FOLLOW, _LOOK, _REST = 1.0, 5.0, 15.0


class Shift:
    """Begun once, stopped once. `seen` is emitted with a Printer, `ended` when a thread ends."""

    def __init__(
        self,
        asked: Asked,
        station: Station,
        *,
        seen: SignalInstance,
        ended: SignalInstance,
    ) -> None:
        self.asked = asked
        self._station = station
        self._seen = seen
        self._ended = ended
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._turn = threading.Lock()
        self._at: dict[str, str] = {}
        self._making: set[str] = set()
        self.out = False
        self.wanted: frozenset[str] = frozenset()

    def start(self) -> None:
        """Begins the threads."""
        self._begin("press", self._first_press)
        self._begin("press-news", self._news)

    def wake(self) -> None:
        """There may be work."""
        self._wake.set()

    @property
    def working(self) -> bool:
        """Whether a badge is being made or handed over."""
        return bool(self._making)

    def stop(self) -> None:
        """No further job is begun; those under way may end."""
        self._stop.set()
        self._wake.set()

    def leave(self) -> None:
        """The desk is not asked any more."""
        self.asked.stop()

    def press(self) -> Press:
        """A press for a single deed, in a thread of the caller's."""
        from checkin_app.press import Press

        return Press(self.asked.ask, self._station)

    def _begin(self, name: str, run: Callable[[], None]) -> None:
        threading.Thread(target=self._whole, args=(run,), name=name, daemon=True).start()

    def _whole(self, run: Callable[[], None]) -> None:
        try:
            run()
        except Stopped:
            log.info("stopped")
        finally:
            self.asked.tell(self._ended)

    # -- work --------------------------------------------------------------

    def _first_press(self) -> None:
        self._careful(self.press().recover)
        for number in range(2, _HANDS + 1):
            self._begin(f"press-{number}", self._press)
        self._press()

    def _press(self) -> None:
        hand = _Hand(self.asked, self._turn, self._at)
        from checkin_app.press import Press

        press = Press(hand.ask, self._station)
        while not self._stop.is_set():
            with hand:
                if not self._stop.is_set() and not self._careful(lambda: self._work(press, hand)):
                    self._wake.wait()
                    self._wake.clear()

    def _work(self, press: Press, hand: _Hand) -> bool:
        self._making.add(hand.name)
        try:
            return press.work(but=frozenset(self._at.values()))
        finally:
            self._making.discard(hand.name)
            if self._at.pop(hand.name, None) is not None:
                self._wake.set()

    # -- news --------------------------------------------------------------

    def _news(self) -> None:
        press = self.press()
        looked: dict[str, float] = {}
        while not self._stop.is_set():
            if self.out:
                self._careful(press.follow)
            pause = _LOOK if self.out else _REST
            for name in sorted(self.wanted):
                if time.monotonic() - looked.get(name, -pause) >= pause:
                    self._careful(lambda name=name: self._look_at(name))  # type: ignore[misc]
                    looked[name] = time.monotonic()
            self._stop.wait(_FOLLOW)

    def _look_at(self, name: str) -> None:
        """A printer that is not there says so in the place of its own words."""
        from checkin_app import printing
        from checkin_app.i18n import say, sentence

        try:
            printer = printing.printer_state(name)
        except CheckinError as error:
            lang: Language = "vi" if self._station.language == "vi" else "en"
            why = say(lang, "errors", error.details.get("why", "")) or sentence(error, lang)
            printer = printing.Printer(name, "cups", attention=(printing.Attention("other", why),))
        self.asked.tell(self._seen, printer)

    def _careful(self, step: Callable[[], bool | None]) -> bool:
        """Does a step; a failure is logged, and the next step is another one."""
        try:
            return bool(step())
        except Stopped:
            raise
        except CheckinError as error:
            log.info("%s", type(error).__name__)
        except Exception as crash:
            from checkin_app import logs

            logs.crashed(__name__, "the press", crash)
        return False


class _Hand:
    """One thread's turn: held while a job is taken and made, passed on while a printer has it."""

    def __init__(self, asked: Asked, turn: threading.Lock, at: dict[str, str]) -> None:
        self.name = threading.current_thread().name
        self._asked = asked
        self._turn = turn
        self._at = at
        self._holds = False

    def ask(self, verb: Callable[[Desk], T]) -> T:
        """As the press asks; a job that is “sending” now passes the turn on."""
        answer = self._asked.ask(verb)
        if isinstance(answer, Job) and answer.state is JobState.SENDING:
            self._at[self.name] = answer.printer
            self._pass_on()
        return answer

    def __enter__(self) -> None:
        self._turn.acquire()
        self._holds = True

    def __exit__(self, *_: object) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        if self._holds:
            self._holds = False
            self._turn.release()
