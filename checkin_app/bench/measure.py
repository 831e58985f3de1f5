"""Owns how something is timed: in turn with its floor, and what the samples amount to."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds at three places of a distribution."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, its floor, the ratio, and what it must be.

    `unit` names both `value` and `floor`; `bound` is what `ratio` (or `value`, where there is no
    floor) must not exceed — or must reach, when `at_least`.
    """

    name: str
    unit: str
    value: float
    floor: float | None = None
    bound: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.value / self.floor

    @property
    def reached(self) -> bool | None:
        if self.bound is None:
            return None
        measured = self.value if self.ratio is None else self.ratio
        return measured >= self.bound if self.at_least else measured <= self.bound

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": self.ratio, "reached": self.reached}


def spread(nanoseconds: Sequence[int]) -> Spread:
    ordered = sorted(nanoseconds)

    def at(share: float) -> float:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] / 1e6

    return Spread(at(0.50), at(0.95), at(0.99))


def in_turn(
    rounds: int, ours: Callable[[int], object], floor: Callable[[int], object]
) -> tuple[list[int], list[int]]:
    """Nanoseconds of each call, ours and the floor's in turn, who goes first alternating too."""
    mine: list[int] = []
    theirs: list[int] = []
    clock = time.perf_counter_ns
    gc.collect()
    for number in range(rounds):
        turns = ((ours, mine), (floor, theirs))
        for work, samples in turns if number % 2 else turns[::-1]:
            start = clock()
            work(number)
            samples.append(clock() - start)
    return mine, theirs


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process that some work takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start
