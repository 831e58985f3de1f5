"""Owns when each desk was last heard of and what it said of itself, written down now and then.

Writing takes the disk, and while the admin part is written nobody can be let in; so no request
does it, and what was heard meanwhile is written together.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin_app.hub.health import Health
from checkin_app.hub.pages.context import EnrolledDesk
from checkin_app.ledger.clock import now_ms
from checkin_app.sync.protocol import Hello
from checkin_app.sync.wire import MOST_N

if TYPE_CHECKING:
    from checkin_app.hub.store import Admin, Desk

WRITING = "writing who was heard of"
#: How long what was heard waits to be written, seconds, and how old “last met” may be, ms.
_EVERY = 2.0
_STALE_MS = 10_000
_MOST_RELEASE = 40


@dataclass(frozen=True, slots=True)
class Heard:
    """Of one desk; `clock` is (offset, bound) in ms. None is what it has not said here."""

    met_at: int
    release: str = ""
    outbox: int | None = None
    clock: tuple[int, int] | None = None


class Presence:
    """From any thread."""

    def __init__(self, admin: Admin, health: Health | None = None) -> None:
        self._admin = admin
        self._health = health or Health()
        self._lock = threading.Lock()
        self._heard: dict[str, Heard] = {}
        self._written: dict[str, int] = {}
        self._unwritten: set[str] = set()

    def greeted(self, desk: str, hello: Hello) -> None:
        """A desk said how it is."""
        release = "".join(c for c in hello.release if c.isprintable())[:_MOST_RELEASE]
        clock = None
        if hello.clock is not None:
            clock = (_within(hello.clock[0]), max(0, _within(hello.clock[1])))
        heard = Heard(now_ms(), release, max(0, _within(hello.outbox)), clock)
        with self._lock:
            self._heard[desk] = heard
            self._unwritten.add(desk)

    def heard(self, desk: str) -> None:
        """A desk asked something."""
        now = now_ms()
        with self._lock:
            self._heard[desk] = replace(self._heard.get(desk, Heard(now)), met_at=now)
            if now - self._written.get(desk, 0) >= _STALE_MS:
                self._unwritten.add(desk)

    def flush(self) -> None:
        """Writes down what is not yet."""
        with self._lock:
            late = {desk: self._heard[desk] for desk in self._unwritten}
            self._unwritten.clear()
            self._written |= {desk: heard.met_at for desk, heard in late.items()}
        if not late:
            return
        with self._admin.together():
            for desk, heard in late.items():
                self._admin.touch(
                    desk,
                    met_at=heard.met_at,
                    release=heard.release,
                    outbox=heard.outbox,
                    clock=heard.clock,
                )

    async def keep(self) -> None:
        """Flushes again and again until it is cancelled."""
        pause = _EVERY
        while True:
            await asyncio.sleep(pause)
            try:
                await asyncio.to_thread(self.flush)
            except Exception as error:
                pause = max(_EVERY, self._health.failed(WRITING, error))
            else:
                self._health.well(WRITING)
                pause = _EVERY

    def shown(self, row: Desk) -> EnrolledDesk:
        """A desk as it was written down, by this process or another, and as it was heard since."""
        heard = self._heard.get(row.desk)
        if heard is None or heard.met_at < (row.met_at or 0):
            heard = Heard(row.met_at or 0)
        offset, bound = heard.clock or (row.offset, row.bound)
        return EnrolledDesk(
            id=row.desk,
            name=row.name,
            profile=row.profile,
            met_at=heard.met_at or None,
            release=heard.release or row.release,
            outbox=row.outbox if heard.outbox is None else heard.outbox,
            offset=offset,
            bound=bound,
            revoked_at=row.revoked_at,
        )


def _within(number: int) -> int:
    return max(-MOST_N, min(MOST_N, number))
