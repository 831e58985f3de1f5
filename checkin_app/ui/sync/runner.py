"""Owns the thread that begins and ends a sync lane: both may wait for files and networks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.ui.queue.asked import Asked, Stopped

if TYPE_CHECKING:
    from pathlib import Path

    from checkin_app.desk import Desk
    from checkin_app.press.press import Ask
    from checkin_app.sync.state import SyncState

T = TypeVar("T")


class Runs(Protocol):
    """The sync lane, as the window knows it."""

    def start(self) -> None: ...
    def wake(self) -> None: ...
    def now(self) -> None: ...
    def stop(self) -> bool: ...


class Maker(Protocol):
    """Makes a lane for an event file; `said` is called from its threads."""

    def __call__(
        self, ask: Ask, path: Path, said: Callable[[SyncState], None], *, lan: bool
    ) -> Runs: ...


def real_lane(ask: Ask, path: Path, said: Callable[[SyncState], None], *, lan: bool) -> Runs:
    """The lane of the running program; it is imported in its own thread."""
    from checkin_app.sync.lane import SyncLane

    return SyncLane(ask, path, said, lan=lan)


def gently(asked: Asked) -> Ask:
    """Asks the desk; once its event is closed, that is an expected failure like others."""

    def ask(verb: Callable[[Desk], T], /) -> T:
        try:
            return asked.ask(verb)
        except Stopped:
            raise NotPossible(why="No event is open.") from None

    return ask


class Runner:
    """One lane from start to stop. `over` is called in its thread at the very end."""

    def __init__(
        self,
        make: Callable[[Ask], Runs],
        asked: Asked,
        failed: Callable[[CheckinError], None],
        over: Callable[[], None],
    ) -> None:
        self._make = make
        self._asked = asked
        self._failed = failed
        self._over = over
        self._lane: Runs | None = None
        self._woken = False
        self._end = threading.Event()
        self._done = False
        self._thread = threading.Thread(target=self._run, name="sync-lane", daemon=True)

    def start(self) -> None:
        """Begins; it returns at once."""
        self._thread.start()

    def wake(self) -> None:
        """A fact was recorded here."""
        if self._lane is not None:
            self._lane.wake()

    def now(self) -> None:
        """Somebody does not want to wait."""
        if self._lane is not None:
            self._lane.now()

    def end(self) -> None:
        """Asks nothing more of the desk from now on; the threads end soon after."""
        self._asked.stop()
        self._end.set()

    @property
    def alive(self) -> bool:
        """Whether there is still something to wait for."""
        return not self._done

    def _run(self) -> None:
        try:
            lane = self._make(gently(self._asked))
            try:
                lane.start()
                self._lane = lane
                self._end.wait()
            finally:
                self._lane = None
                lane.stop()
        except CheckinError as error:
            self._failed(error)
        except Exception as crash:
            from checkin_app import logs

            logs.crashed(__name__, "the sync lane", crash)
        finally:
            self._done = True
            self._over()
