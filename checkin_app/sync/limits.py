"""Owns how often somebody may ask: token buckets, as many as are kept, and no more."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from ipaddress import IPv6Address, ip_address

#: Of how many askers is remembered how much they asked.
MOST_KEPT = 20_000


class Limit:
    """Each key may do `burst` things at once and `rate` a second in the long run."""

    def __init__(
        self,
        rate: float,
        burst: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        most_kept: int = MOST_KEPT,
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._most_kept = most_kept
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: Hashable, cost: float = 1) -> bool:
        """Whether `key` may do what costs `cost` now; if so, it is charged."""
        now = self._clock()
        with self._lock:
            level = self._level(key, now)
            allowed = level >= cost
            self._levels[key] = (level - cost if allowed else level, now)
            self._levels.move_to_end(key)
            if len(self._levels) > self._most_kept:
                self._levels.popitem(last=False)
        return allowed

    def wait(self, key: Hashable, cost: float = 1) -> int:
        """After how many whole seconds `key` may do it."""
        with self._lock:
            missing = cost - self._level(key, self._clock())
        return max(1, -int(-missing // self._rate))

    def _level(self, key: Hashable, now: float) -> float:
        level, at = self._levels.get(key, (self._burst, now))
        return min(self._burst, level + (now - at) * self._rate)


def neighbourhood(address: str) -> str:
    """The address that is counted: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return f"{found.packed[:8].hex()}/64"
    return str(found)
