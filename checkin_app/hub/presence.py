"""Owns when each desk was last heard of, written down now and then and not at each request."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from checkin_app.ledger.clock import now_ms
from checkin_app.sync.protocol import Hello
from checkin_app.sync.wire import MOST_N

if TYPE_CHECKING:
    from checkin_app.hub.store import Admin

#: How old what is written down may become, milliseconds.
STALE_MS = 10_000
_MOST_RELEASE = 40


class Presence:
    """From any thread."""

    def __init__(self, admin: Admin) -> None:
        self._admin = admin
        self._lock = threading.Lock()
        self._heard: dict[str, int] = {}
        self._written: dict[str, int] = {}

    def greeted(self, desk: str, hello: Hello) -> None:
        """A desk said how it is; this is written down at once."""
        now = now_ms()
        release = "".join(c for c in hello.release if c.isprintable())[:_MOST_RELEASE]
        clock = None
        if hello.clock is not None:
            clock = (_within(hello.clock[0]), _within(hello.clock[1]))
        with self._lock:
            self._heard[desk] = self._written[desk] = now
        self._admin.touch(
            desk, met_at=now, release=release, outbox=max(0, _within(hello.outbox)), clock=clock
        )

    def heard(self, desk: str) -> None:
        """A desk asked something."""
        now = now_ms()
        with self._lock:
            self._heard[desk] = now
            due = now - self._written.get(desk, 0) >= STALE_MS
            if due:
                self._written[desk] = now
        if due:
            self._write(desk, now)

    def met_at(self, desk: str, written: int | None) -> int | None:
        """When the desk was last heard of here, or what another process wrote down."""
        return max(filter(None, (self._heard.get(desk), written)), default=None)

    def flush(self) -> None:
        """Writes down what is not yet."""
        with self._lock:
            late = {d: at for d, at in self._heard.items() if at > self._written.get(d, 0)}
        for desk, at in late.items():
            self._write(desk, at)

    def _write(self, desk: str, at: int) -> None:
        row = self._admin.desk(desk)
        if row is not None:
            clock = None if row.offset is None else (row.offset, row.bound or 0)
            self._admin.touch(desk, met_at=at, release=row.release, outbox=row.outbox, clock=clock)


def _within(number: int) -> int:
    return max(-MOST_N, min(MOST_N, number))
