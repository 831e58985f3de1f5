"""Owns the slow-down after wrong passwords: by address, longer each time, bounded in memory."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

FREE = 3
LONGEST_SECONDS = 300.0
MOST_ADDRESSES = 10_000


class Slowdown:
    """Three tries are free, then one must wait 2, 4, 8 … up to 300 seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def seconds_left(self, address: str, now: float | None = None) -> float:
        """How long this address has to wait; 0 when it may try."""
        now = time.monotonic() if now is None else now
        with self._lock:
            _, until = self._failures.get(address, (0, 0.0))
        return max(0.0, until - now)

    def failed(self, address: str, now: float | None = None) -> None:
        now = time.monotonic() if now is None else now
        with self._lock:
            count = self._failures.pop(address, (0, 0.0))[0] + 1
            wait = min(LONGEST_SECONDS, 2.0 ** (count - FREE)) if count > FREE else 0.0
            self._failures[address] = (min(count, FREE + 20), now + wait)
            while len(self._failures) > MOST_ADDRESSES:
                self._failures.popitem(last=False)

    def passed(self, address: str) -> None:
        with self._lock:
            self._failures.pop(address, None)
