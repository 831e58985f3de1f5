"""Owns how far this clock is from another's: eight questions, the quickest answer counts.

The answer was made some time between question and arrival; its error is half the round trip
(Cristian, “Probabilistic clock synchronization”, 1989).
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

SAMPLES = 8
#: A sample during which this clock itself was set is no sample: it went this much astray, ms.
_SET_MS = 20.0


@dataclass(frozen=True, slots=True)
class Offset:
    """The other clock minus this one, and the error of that, milliseconds."""

    offset: int
    bound: int


def measure(
    ask: Callable[[], int],
    *,
    samples: int = SAMPLES,
    wall: Callable[[], float] = time.time,
    steady: Callable[[], float] = time.perf_counter,
) -> Offset | None:
    """Asks the other side for its time, in ms since 1970 UTC, several times.

    None where this clock was set during every question. Raises what `ask` raises.
    """
    best: tuple[float, float] | None = None
    for _ in range(samples):
        left, started = wall() * 1000, steady() * 1000
        theirs = ask()
        trip = steady() * 1000 - started
        if abs(wall() * 1000 - left - trip) > _SET_MS:
            continue
        if best is None or trip < best[0]:
            best = (trip, theirs + 0.5 - (left + trip / 2))  # Their time was cut to milliseconds.
    if best is None:
        return None
    trip, offset = best
    return Offset(round(offset), math.ceil(trip / 2) + 1)
