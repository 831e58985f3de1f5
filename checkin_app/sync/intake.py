"""Owns how pulled pages reach the desk: in slices so short that a scan never waits for them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from checkin_app.ledger.pages import Page
from checkin_app.store.receiving import Taken

if TYPE_CHECKING:
    from checkin_app.ledger.pages import Vector
    from checkin_app.store.peers import Met

T = TypeVar("T")
#: Pages that are handed over at once while nobody is scanned: one transaction's.
TOGETHER = 2
#: Milliseconds of the desk's time for one slice while people are scanned; else it is a page.
BUSY_MS = 2.0
#: Between two slices the desk is left to itself about so long, seconds, while people are scanned.
BREATH = 0.03
#: So often the file's log is shortened while slices are taken and people are scanned: a little each
#: time, where it would be much for whoever commits next. By the desk itself, because a second
#: connection must not, before SQLite 3.51.3 (sqlite.org/wal.html, the WAL-reset bug).
TIDY_SECONDS = 2.0
#: So often a slice gives way to a scan before it is done all the same.
OFTEN = 5
#: Seconds after a local fact during which the desk counts as busy.
_BUSY_FOR = 60.0


class TakingDesk(Protocol):
    """What of a desk the exchange needs; `desk.Desk` is one."""

    def vector(self) -> Vector: ...

    def receive(
        self,
        pages: Sequence[Page],
        source: str,
        *,
        budget_ms: float | None = None,
        patient: bool = False,
    ) -> Taken: ...

    def met(self, peer: Met) -> None: ...

    def shorten_log(self) -> None: ...

    def clock_offset(self, offset: int, bound: int) -> None: ...


class Ask(Protocol):
    """Runs a verb at the desk, in whatever thread it lives, and returns what it returns."""

    def __call__(self, verb: Callable[[Any], T], /) -> T: ...


class Intake:
    """Hands pages to the desk lane; used from several threads."""

    def __init__(self, ask: Ask, ended: Callable[[], bool]) -> None:
        self._ask = ask
        self._ended = ended
        self._tidied = time.monotonic()
        self._local = float("-inf")

    def local_fact(self) -> None:
        """Somebody is working at this desk."""
        self._local = time.monotonic()

    def take(self, pages: Sequence[Page], source: str) -> Taken:
        """What became of all of them; of some where the lane ends. Raises StoreError."""
        total = Taken()
        left = list(pages)
        gave_way = 0
        while left and not self._ended():
            some, rest = (left, []) if self._busy else (left[:TOGETHER], left[TOGETHER:])
            patient = gave_way < OFTEN
            part = self._ask(partial(self._slice, pages=some, source=source, patient=patient))
            gave_way = gave_way + 1 if part.gave_way else 0
            total.taken += part.taken
            total.known += part.known
            total.refused += part.refused
            total.forked += part.forked
            total.kinds |= part.kinds
            if self._busy:
                if time.monotonic() - self._tidied > TIDY_SECONDS:
                    self._tidied = time.monotonic()
                    self._ask(_tidy)
                # By chance: a pause as long as that between two scans would fall in step with them.
                time.sleep(BREATH * random.uniform(0.5, 1.5))
            left = (some[len(some) - part.left :] if part.left else []) + rest
        return total

    def _slice(self, desk: TakingDesk, pages: Sequence[Page], source: str, patient: bool) -> Taken:
        budget = BUSY_MS if self._busy else None
        return desk.receive(pages, source, budget_ms=budget, patient=patient)

    @property
    def _busy(self) -> bool:
        return time.monotonic() - self._local < _BUSY_FOR


def _tidy(desk: TakingDesk) -> None:
    desk.shorten_log()
