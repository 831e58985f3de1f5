"""Owns sizes of paper: what CUPS, PWG 5101.1 and we call them, in millimetres."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMED = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "A7": (74.0, 105.0),
    "LETTER": (215.9, 279.4),
}
_CUSTOM = re.compile(r"Custom\.(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)mm", re.IGNORECASE)
_PWG = re.compile(r"\w+?_([\w.-]+?)_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)")
_SPARE = 1.0

Size = tuple[float, float]


def size_of(media: str) -> Size | None:
    """Width and height in millimetres of `A6`, `Custom.86x54mm` or `iso_a6_105x148mm`."""
    if named := _NAMED.get(media.upper()):
        return named
    if custom := _CUSTOM.fullmatch(media):
        return float(custom[1]), float(custom[2])
    if pwg := _PWG.fullmatch(media):
        unit = 25.4 if pwg[4] == "in" else 1.0
        return float(pwg[2]) * unit, float(pwg[3]) * unit
    return None


def offered(size: Size, supported: Iterable[str]) -> str:
    """The printer's keyword for a size, or one of its own within its range; "" for neither."""
    least: Size | None = None
    most: Size | None = None
    for keyword in supported:
        found = size_of(keyword)
        if found is None:
            continue
        if keyword.startswith("custom_min_"):
            least = found
        elif keyword.startswith("custom_max_"):
            most = found
        elif all(abs(a - b) <= _SPARE for a, b in zip(size, found, strict=True)):
            return keyword
    if least and most and all(a <= s <= b for a, s, b in zip(least, size, most, strict=True)):
        told = "x".join(f"{side:g}" for side in size)
        return f"custom_{told}mm_{told}mm"
    return ""
