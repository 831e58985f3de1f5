"""Owns finding room on a page for something new. Millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from checkin_app.badges.layout.elements import Box

_STEP = 2.0
#: About how many places are looked at, however large the page.
_PLACES = 1500
#: What a millimetre away from the middle weighs beside a square millimetre covered.
_AWAY = 0.05


def roomy(box: Box, others: Sequence[Box], width: float, height: float, margin: float) -> Box:
    """The box where it covers least of the others, near the middle; inside the margin if it can."""
    inset = margin if box.width + 2 * margin <= width and box.height + 2 * margin <= height else 0.0
    step = max(_STEP, (width * height / _PLACES) ** 0.5)
    best, cost = box, float("inf")
    y = inset
    while y + box.height <= height - inset + 0.001:
        x = inset
        while x + box.width <= width - inset + 0.001:
            here = Box(x, y, box.width, box.height)
            away = hypot(x + box.width / 2 - width / 2, y + box.height / 2 - height / 2)
            now = sum(_covered(here, other) for other in others) + away * _AWAY
            if now < cost:
                best, cost = here, now
            x += step
        y += step
    return best


def _covered(one: Box, other: Box) -> float:
    """Square millimetres that two boxes share; a line counts as half a millimetre high."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + max(one.height, 0.5), other.y + max(other.height, 0.5)) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0.0
