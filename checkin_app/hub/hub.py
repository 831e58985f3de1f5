"""Owns one hub process: its store, who may, what it counts, and the threads that may block."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from checkin_app.hub import enrolling
from checkin_app.hub.bodies import Reader
from checkin_app.hub.gate import Gate
from checkin_app.hub.health import Health
from checkin_app.hub.metrics import Metrics
from checkin_app.hub.pages.context import EnrolledDesk, Enrolment, Reading
from checkin_app.hub.presence import Presence
from checkin_app.hub.problems import busy
from checkin_app.hub.settings import Settings
from checkin_app.hub.waiting import Watch
from checkin_app.ledger.aside import Aside
from checkin_app.sync.wire import Enrol, Enrolled

if TYPE_CHECKING:
    from checkin_app.hub.store import Admin, HubStore

T = TypeVar("T")


class Hub:
    """What the routes and the control-room page are given."""

    def __init__(
        self,
        store: HubStore,
        admin: Admin,
        projection: Reading | None,
        settings: Settings,
        health: Health,
    ) -> None:
        self.store = store
        self.admin = admin
        self.settings = settings
        self.health = health
        self.metrics = Metrics()
        self.gate = Gate(admin)
        self.watch = Watch(store, health)
        self.presence = Presence(admin, health)
        self.reader = Reader(settings.body_seconds, settings.most_large_bodies)
        self._projection = projection
        self._pool = ThreadPoolExecutor(settings.threads, thread_name_prefix="hub")
        self._tasks = 0
        self._set_up_gauges()

    async def work(self, job: Callable[[], T]) -> T:
        """What `job` returns, which may block. Raises Refusal when too much waits already."""
        if self._tasks >= self.settings.most_tasks:
            raise busy()
        self._tasks += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, job)
        finally:
            self._tasks -= 1

    def finish(self) -> None:
        """What is being done is done to its end; blocks."""
        self._pool.shutdown(wait=True)
        self.presence.flush()

    # -- who may -----------------------------------------------------------

    def accept(self, asked: Enrol) -> Enrolled:
        """Raises Refusal."""
        answer = enrolling.accept(self.admin, asked, self.store.event)
        self._settle()
        self.metrics.count("enrolments_total")
        return answer

    def enrol(self, name: str, profile: str) -> Enrolment:
        """Raises NotPossible."""
        made = enrolling.enrol(self.admin, self.settings, name, profile)
        return Enrolment(made.text, made.expires_at)

    def revoke(self, desk: str) -> None:
        """Raises NotPossible."""
        enrolling.revoke(self.admin, desk)
        self._settle()

    def _settle(self) -> None:
        """Records in the hub's own stream who was enrolled or revoked."""
        from checkin_app.hub.store.desks import settle

        settle(self.store, self.admin)

    # -- for the page ------------------------------------------------------

    @property
    def projection(self) -> Reading:
        assert self._projection is not None
        return self._projection

    def password(self) -> str:
        return self.admin.password()

    def aside(self) -> Sequence[Aside]:
        """Pages that were not taken, the latest first."""
        return self.store.aside()

    def session_secret(self) -> bytes:
        return self.admin.keys().session

    def desks(self) -> Sequence[EnrolledDesk]:
        return [
            replace(self.presence.shown(row), own=enrolling.is_own(self.admin, row.desk))
            for row in self.admin.desks()
        ]

    def _set_up_gauges(self) -> None:
        began = time.monotonic()
        self.metrics.gauge("waiters", lambda: self.watch.count)
        self.metrics.gauge("failing", lambda: len(self.health.failing))
        self.metrics.gauge("tasks", lambda: self._tasks)
        self.metrics.gauge("streams", lambda: len(self.watch.vector))
        self.metrics.gauge("entries", lambda: sum(n for n, _ in self.watch.vector.values()))
        self.metrics.of_store(lambda: self.store.counters)
        self.metrics.gauge("seconds_up", lambda: time.monotonic() - began)
