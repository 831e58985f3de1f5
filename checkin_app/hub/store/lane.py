"""Owns the writing threads of a hub process: what waits together shares a transaction."""

from __future__ import annotations

import logging
import queue
import random
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from checkin_app.domain.errors import StoreError
from checkin_app.hub.store.engine import Again

logger = logging.getLogger(__name__)

#: What shares a transaction at most: beyond it, those who wait longest would wait too long.
MOST_TOGETHER = 64
MOST_TRIES = 12

T = TypeVar("T")


class Job(Generic[T]):
    """Something to be committed, and whoever waits for it."""

    __slots__ = ("future", "work")

    def __init__(self, work: T) -> None:
        self.work = work
        self.future: Future[Any] = Future()


class Lane(Generic[T]):
    """Runs `commit` on what waits, in threads. `commit` returns an answer for each.

    One thread is right where one transaction writes at a time; of two, one looks at pages while the
    other waits for the database.

    When a commit of several fails by other than the world's fault, each is tried alone.
    """

    def __init__(
        self, name: str, commit: Callable[[Sequence[T]], Sequence[Any]], threads: int = 1
    ) -> None:
        self._commit = commit
        self._jobs: queue.SimpleQueue[Job[T] | None] = queue.SimpleQueue()
        self._closed = False
        self._closing = threading.Lock()
        self.retries = 0
        self._threads = [
            threading.Thread(target=self._run, name=name, daemon=True) for _ in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def waiting(self) -> int:
        return self._jobs.qsize()

    def submit(self, work: T) -> Future[Any]:
        job = Job(work)
        with self._closing:
            if self._closed:
                job.future.set_exception(StoreError("The hub is stopping."))
            else:
                self._jobs.put(job)
        return job.future

    def stop(self) -> None:
        """What waits already is done first."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            for _ in self._threads:
                self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        going = True
        while going:
            first = self._jobs.get()
            if first is None:
                return
            jobs = [first]
            while len(jobs) < MOST_TOGETHER:
                try:
                    more = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    going = False
                    break
                jobs.append(more)
            self._do([job for job in jobs if job.future.set_running_or_notify_cancel()])

    def _do(self, jobs: Sequence[Job[T]]) -> None:
        if not jobs:
            return
        try:
            answers = self._tried([job.work for job in jobs])
        except StoreError as error:
            for job in jobs:
                job.future.set_exception(error)
        except Exception as error:
            if len(jobs) > 1:
                for job in jobs:
                    self._do([job])
                return
            logger.exception("the hub's ledger could not be written")
            jobs[0].future.set_exception(error)
        else:
            for job, answer in zip(jobs, answers, strict=True):
                job.future.set_result(answer)

    def _tried(self, work: Sequence[T]) -> Sequence[Any]:
        for number in range(MOST_TRIES):
            try:
                return self._commit(work)
            except Again as again:
                self.retries += 1
                cause = again.__cause__
                # Those who got into each other's way must not meet again in step.
                time.sleep(random.uniform(0, 0.005 * 2 ** min(number, 7)))
        raise StoreError("The hub’s database does not get to an end with its work.") from cause
