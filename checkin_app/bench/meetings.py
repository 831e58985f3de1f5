"""Owns what measurements of the exchange need: a hub process, desks in threads with their lanes."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from checkin_app.desk import Desk
from checkin_app.sync.lane import SyncLane
from checkin_app.sync.state import SyncState

LIMIT = 300.0


class Post:
    """A desk in a thread of its own, as in the window, with its sync lane."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._verbs: queue.SimpleQueue[tuple[Future[Any], Callable[[Desk], Any]] | None] = (
            queue.SimpleQueue()
        )
        self._condition = threading.Condition()
        self.state = SyncState()
        self.lane = SyncLane(self.ask, path, self._hear)
        self._thread = threading.Thread(target=self._run, name=f"desk {path.stem}")
        self._thread.start()

    def _run(self) -> None:
        desk = Desk.open(self.path)
        desk.warm_up()
        desk.waiting = lambda: not self._verbs.empty()
        while (job := self._verbs.get()) is not None:
            answer, verb = job
            try:
                answer.set_result(verb(desk))
            except Exception as error:
                answer.set_exception(error)
        desk.close()

    def ask(self, verb: Callable[[Desk], Any]) -> Any:
        answer: Future[Any] = Future()
        self._verbs.put((answer, verb))
        return answer.result(LIMIT)

    def _hear(self, state: SyncState) -> None:
        with self._condition:
            self.state = state
            self._condition.notify_all()

    def until(self, holds: Callable[[SyncState], bool]) -> None:
        """Waits for a state of the lane. Raises TimeoutError."""
        with self._condition:
            if not self._condition.wait_for(lambda: holds(self.state), LIMIT):
                raise TimeoutError(self.state)

    def close(self) -> None:
        self.lane.stop()
        self._verbs.put(None)
        self._thread.join()


class Hub:
    """A hub process on SQLite, founded with an event."""

    def __init__(self, event: Path, url: str) -> None:
        self._url = url
        self._command = [sys.executable, "-m", "checkin_app", "--json"]
        self._run("--event", str(event), "hub", "found", "--store", url)
        log = os.open(os.devnull, os.O_WRONLY)
        self._process = subprocess.Popen(
            [*self._command, "hub", "serve", "--store", url, "--host", "127.0.0.1", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=log,
        )
        os.close(log)
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def enrolment(self, name: str) -> str:
        said = self._run("hub", "enrol", "--store", self._url, "--desk", name)
        return str(json.loads(said)["enrolment"])

    def _run(self, *arguments: str) -> bytes:
        done = subprocess.run([*self._command, *arguments], stdout=subprocess.PIPE, check=True)
        return done.stdout

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()


@contextlib.contextmanager
def hub(event: Path) -> Iterator[Hub]:
    """A hub of that event, in files beside it; stopped at the end of the block."""
    serving = Hub(event, f"sqlite:///{event.with_suffix('.hub')}")
    try:
        yield serving
    finally:
        serving.close()


@contextlib.contextmanager
def posts(*paths: Path) -> Iterator[list[Post]]:
    """Desks, lanes not yet started; all closed at the end of the block."""
    made = [Post(path) for path in paths]
    try:
        yield made
    finally:
        for post in made:
            post.close()
