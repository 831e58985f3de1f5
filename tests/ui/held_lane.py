"""A lane of tests that does each job when told, with the real desk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from checkin_app.desk import Desk
from checkin_app.domain.errors import CheckinError


class HeldLane:
    """Keeps what is handed in; `work` does some of it, the oldest first. `verbs` counts jobs."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.jobs: deque[tuple[Any, Any, Any]] = deque()
        self.done = 0

    def open(self, opener: Any, done: Any, failed: Any) -> None:
        raise NotImplementedError

    def run(
        self,
        verb: Callable[[Desk], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
    ) -> None:
        """Keeps a job."""
        self.jobs.append((verb, done, failed))

    def work(self, count: int = 1) -> None:
        """Does `count` jobs."""
        for _ in range(count):
            verb, done, failed = self.jobs.popleft()
            self.done += 1
            try:
                answer = verb(self.desk)
            except CheckinError as error:
                if failed is not None:
                    failed(error)
                continue
            if done is not None:
                done(answer)

    def stop(self) -> None:
        """Closes the desk."""
        self.desk.close()
