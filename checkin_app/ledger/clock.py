"""Owns the hybrid logical clock: times that never run backwards on a desk.

A hybrid time is one integer, milliseconds since 1970 UTC shifted left by 16 bits plus a counter
(Kulkarni et al., “Logical Physical Clocks”, 2014).
"""

from __future__ import annotations

import time
from datetime import datetime, tzinfo

COUNTER_BITS = 16
MAX_AHEAD_MS = 10 * 60 * 1000


class HybridClock:
    """Gives each entry a time later than every one seen before.

    A time more than ten minutes ahead of ours does not move this clock.
    """

    def __init__(self, last: int = 0) -> None:
        self.last = last

    def tick(self, now_ms: int) -> int:
        self.last = max(now_ms << COUNTER_BITS, self.last + 1)
        return self.last

    def witness(self, seen: int, now_ms: int) -> None:
        if self.last < seen <= (now_ms + MAX_AHEAD_MS) << COUNTER_BITS:
            self.last = seen


def now_ms() -> int:
    """Milliseconds since 1970 UTC on this machine's clock."""
    return time.time_ns() // 1_000_000


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 UTC of an aware time."""
    return round(moment.timestamp() * 1000)


def from_ms(milliseconds: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, zone)
