"""Owns the colours of a badge: named inks to PDF operators, readable on any category's colour."""

from __future__ import annotations

import re
from functools import lru_cache

from checkin_app.badges.layout.elements import Ink

_TEXT, _MUTED, _ACCENT, _WHITE = "#14202B", "#52606D", "#0B5CAD", "#FFFFFF"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
#: The contrast that WCAG 2 asks of text.
_ENOUGH = 4.5


@lru_cache(maxsize=512)
def paint(ink: Ink, band: str) -> bytes:
    """The operator that fills with an ink, a name or `#RRGGBB`.

    `band` is the category's `#RRGGBB`; what is no colour stands for the accent.
    """
    if not _COLOUR.fullmatch(band):
        band = _ACCENT
    match ink:
        case "text":
            return fill(_TEXT)
        case "muted":
            return fill(_MUTED)
        case "accent":
            return fill(_ACCENT)
        case "white":
            return fill(_WHITE)
        case "band":
            return fill(band)
        case "on_band":
            return fill(_readable_on(band))
        case _:
            return fill(ink if _COLOUR.fullmatch(ink) else _TEXT)


def stroke(ink: Ink, band: str) -> bytes:
    """The operator that draws lines with an ink."""
    return paint(ink, band).replace(b"rg", b"RG")


def fill(colour: str) -> bytes:
    """The operator that fills with `#RRGGBB`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return b"%.3f %.3f %.3f rg " % (red, green, blue)


def _readable_on(colour: str) -> str:
    """White where it can be read on `colour`, else the better of white and the text colour."""
    light = _luminance(colour) + 0.05
    white, dark = 1.05 / light, light / (_luminance(_TEXT) + 0.05)
    return _WHITE if white >= _ENOUGH or white >= dark else _TEXT


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
