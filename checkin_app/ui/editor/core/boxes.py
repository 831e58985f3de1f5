"""Owns the arithmetic of boxes on a page: kept on it, moved, resized by a handle. Millimetres."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Literal

from checkin_app.badges.layout.elements import Box

Handle = Literal["nw", "n", "ne", "e", "se", "s", "sw", "w"]
HANDLES: tuple[Handle, ...] = ("nw", "n", "ne", "e", "se", "s", "sw", "w")

#: No side of an element is made shorter than this.
LEAST = 1.0
_DIGITS = 2


def tidy(value: float) -> float:
    """A length as it is stored: hundredths of a millimetre. ValueError where it is not finite."""
    if not isfinite(value):
        raise ValueError("a length is a finite number")
    return round(value, _DIGITS) + 0.0


def bounding(boxes: Iterable[Box]) -> Box:
    """The smallest box around all. ValueError for none."""
    found = list(boxes)
    left, top = min(b.x for b in found), min(b.y for b in found)
    return Box(
        left,
        top,
        max(b.x + b.width for b in found) - left,
        max(b.y + b.height for b in found) - top,
    )


def kept(box: Box, width: float, height: float, least: float = LEAST) -> Box:
    """The box on a page of `width` × `height`: no larger than it, no side under `least`."""
    across = min(max(tidy(box.width), least), width)
    down = min(max(tidy(box.height), least), height)
    return Box(
        tidy(min(max(tidy(box.x), 0.0), width - across)),
        tidy(min(max(tidy(box.y), 0.0), height - down)),
        across,
        down,
    )


def moved(box: Box, dx: float, dy: float) -> Box:
    """The box elsewhere."""
    return Box(tidy(box.x + dx), tidy(box.y + dy), box.width, box.height)


def within(box: Box, width: float, height: float, dx: float, dy: float) -> tuple[float, float]:
    """As much of a move as leaves the box on the page."""
    return (
        min(max(dx, -box.x), width - box.width - box.x),
        min(max(dy, -box.y), height - box.height - box.y),
    )


def points(box: Box) -> dict[Handle, tuple[float, float]]:
    """Where the eight handles stand."""
    left, middle, right = box.x, box.x + box.width / 2, box.x + box.width
    top, centre, bottom = box.y, box.y + box.height / 2, box.y + box.height
    return {
        "nw": (left, top),
        "n": (middle, top),
        "ne": (right, top),
        "e": (right, centre),
        "se": (right, bottom),
        "s": (middle, bottom),
        "sw": (left, bottom),
        "w": (left, centre),
    }


def resized(
    box: Box,
    handle: Handle,
    dx: float,
    dy: float,
    page: tuple[float, float],
    *,
    ratio: float | None = None,
    least: float = LEAST,
) -> Box:
    """The box after one of its handles was pulled; the opposite side or corner stays.

    `ratio` (width to height) is kept where it is given. No side leaves the page of `page`'s width
    and height, or gets shorter than `least`.
    """
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if "w" in handle:
        left = min(max(left + dx, 0.0), right - least)
    if "e" in handle:
        right = max(min(right + dx, page[0]), left + least)
    if "n" in handle:
        top = min(max(top + dy, 0.0), bottom - least)
    if "s" in handle:
        bottom = max(min(bottom + dy, page[1]), top + least)
    made = Box(left, top, right - left, bottom - top)
    if ratio:
        made = _in_ratio(box, made, handle, ratio, page, least)
    return kept(made, *page, least)


def _in_ratio(
    old: Box, new: Box, handle: Handle, ratio: float, page: tuple[float, float], least: float
) -> Box:
    """`new` with its sides in `ratio`, grown or shrunk from what does not move."""
    leads_across = handle in ("e", "w") or (
        len(handle) == 2 and abs(new.width - old.width) >= abs(new.height - old.height) * ratio
    )
    width = new.width if leads_across else new.height * ratio
    anchor_x = old.x + old.width if "w" in handle else old.x
    anchor_y = old.y + old.height if "n" in handle else old.y
    room_x = anchor_x if "w" in handle else page[0] - anchor_x
    room_y = anchor_y if "n" in handle else page[1] - anchor_y
    width = min(max(width, least, least * ratio), room_x, room_y * ratio)
    height = width / ratio
    return Box(
        anchor_x - width if "w" in handle else anchor_x,
        anchor_y - height if "n" in handle else anchor_y,
        width,
        height,
    )
