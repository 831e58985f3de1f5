"""Owns that taking in what others recorded gives way to somebody who waits at this desk.

What is half taken is taken back, which costs a moment, where to finish it would cost the wait.
"""

from __future__ import annotations

from collections.abc import Callable

#: Called between two steps, each well below a millisecond; raises GaveWay.
Step = Callable[[], None]


class GaveWay(Exception):
    """Somebody waits; nothing was written, and nothing in memory says otherwise."""


def go_on() -> None:
    """Nobody waits."""


def unless(waiting: Callable[[], bool]) -> Step:
    """A step that gives way where somebody waits."""

    def step() -> None:
        if waiting():
            raise GaveWay

    return step
