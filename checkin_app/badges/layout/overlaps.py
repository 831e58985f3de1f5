"""Owns which texts of a layout have something else drawn over their place.

Boxes are compared, not ink: what a text leaves free of its box is another for every delegate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkin_app.badges.layout.elements import Box, Condition, Element, Rule, Stack

#: Millimetres that boxes may reach into each other.
_TOUCH = 1.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """The text at `number` on its face, and what is drawn over it later."""

    number: int
    text: Stack
    over: Element


def overlaps(face: Sequence[Element]) -> Iterator[Overlap]:
    """Those of one face, but for elements of which never more than one is drawn."""
    for number, text in enumerate(face):
        if not isinstance(text, Stack):
            continue
        for over in face[number + 1 :]:
            if (
                not isinstance(over, Rule)
                and _crossing(text.box, over.box)
                and not _either(text.when, over.when)
            ):
                yield Overlap(number, text, over)


def _crossing(one: Box, other: Box) -> bool:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return wide > _TOUCH and high > _TOUCH


def _either(one: Condition | None, other: Condition | None) -> bool:
    """Whether one holds just where the other does not."""
    return (
        one is not None
        and other is not None
        and one.absent is not other.absent
        and (one.field, one.values, one.categories) == (other.field, other.values, other.categories)
    )
