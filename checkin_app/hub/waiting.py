"""Owns the long poll: desks that wait until the store knows more than they do.

A waiter is a future and the numbers it is ahead by, so a thousand of them cost next to nothing;
a change is compared with each of them by the streams that changed only.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Protocol

from checkin_app.hub.health import Health
from checkin_app.hub.problems import out_of_order
from checkin_app.ledger.pages import Vector

#: Changes nearer than this are told together, seconds.
_BREATH = 0.02
LOOKING = "looking for news"


class Changing(Protocol):
    def vector(self) -> Vector: ...
    def on_change(self, call: Callable[[], None]) -> Callable[[], None]: ...


class Watch:
    """What the store knows now, and whom to tell when it knows more; in the event loop."""

    def __init__(self, store: Changing, health: Health | None = None) -> None:
        self._store = store
        self._health = health or Health()
        self._vector: Vector | None = None
        self._waiters: dict[asyncio.Future[None], dict[str, int]] = {}
        self._changed = asyncio.Event()
        self._released = False
        self._task: asyncio.Task[None] | None = None
        self._stop_hearing: Callable[[], None] = lambda: None

    @property
    def count(self) -> int:
        return len(self._waiters)

    @property
    def vector(self) -> Vector:
        """What the store knew at the last look."""
        return self._vector or {}

    def start(self) -> None:
        loop = asyncio.get_running_loop()

        def heard() -> None:
            with contextlib.suppress(RuntimeError):  # The loop ended meanwhile.
                loop.call_soon_threadsafe(self._changed.set)

        self._stop_hearing = self._store.on_change(heard)
        self._task = asyncio.create_task(self._look())

    def release(self) -> None:
        """Answers all who wait, and from now on at once."""
        self._released = True
        for waiter in list(self._waiters):
            if not waiter.done():
                waiter.set_result(None)

    async def stop(self) -> None:
        self.release()
        self._stop_hearing()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def wait(self, theirs: Vector, seconds: float) -> Vector:
        """Returns what is known as soon as `theirs` does not cover it, or time is up.

        Raises Refusal when the store could not be looked at yet.
        """
        if self._vector is not None and (self._released or lacks(theirs, self._vector)):
            return self._vector
        known = self.vector
        ahead = {s: n for s, (n, _) in theirs.items() if s not in known or n > known[s][0]}
        waiter = asyncio.get_running_loop().create_future()
        self._waiters[waiter] = ahead
        try:
            async with asyncio.timeout(0 if self._released else seconds):
                await waiter
        except TimeoutError:
            pass
        finally:
            del self._waiters[waiter]
        if self._vector is None:
            raise out_of_order()
        return self._vector

    async def _look(self) -> None:
        while True:
            self._changed.clear()
            try:
                self._seen(await asyncio.to_thread(self._store.vector))
            except Exception as error:
                await asyncio.sleep(self._health.failed(LOOKING, error))
            else:
                self._health.well(LOOKING)
                await asyncio.sleep(_BREATH)
                await self._changed.wait()

    def _seen(self, vector: Vector) -> None:
        before, self._vector = self.vector, vector
        changed = [(s, head[0]) for s, head in vector.items() if before.get(s) != head]
        if not changed:
            return
        for waiter, ahead in self._waiters.items():
            if not waiter.done() and any(n > ahead.get(s, 0) for s, n in changed):
                waiter.set_result(None)


def lacks(theirs: Vector, ours: Vector) -> bool:
    """Whether we know something that their vector does not cover."""
    nothing = (0, b"")
    return any(n > theirs.get(stream, nothing)[0] for stream, (n, _) in ours.items())
