"""Owns the design tokens: colours of the three themes, sizes, spacing. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says."""

    ADMIT = "admit"
    REFUSE = "refuse"
    REFER = "refer"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Ground:
    """A colour and the ground it is readable on, both `#RRGGBB`."""

    ink: str
    paper: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, `#RRGGBB`.

    `quiet` is the ground of chips, the photo's place and the chosen screen; `edge` outlines
    controls (3:1 and more on `surface`), `line` only separates.
    """

    name: str
    dark: bool
    bg: str
    surface: str
    line: str
    edge: str
    quiet: str
    hover: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    admit: Ground
    refuse: Ground
    refer: Ground
    border: int = 1

    def tone(self, tone: Tone) -> Ground:
        """Ink and paper of a tone."""
        match tone:
            case Tone.ADMIT:
                return self.admit
            case Tone.REFUSE:
                return self.refuse
            case Tone.REFER:
                return self.refer
            case Tone.NEUTRAL:
                return Ground(self.accent, self.quiet)


LIGHT = Theme(
    name="light",
    dark=False,
    bg="#F4F6F8",
    surface="#FFFFFF",
    line="#D5DBE1",
    edge="#84909B",
    quiet="#E6EBF0",
    hover="#EEF2F5",
    text="#14202B",
    muted="#52606D",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    accent_hover="#094C90",
    admit=Ground("#0B6B3A", "#E3F4EA"),
    refuse=Ground("#B3261E", "#FCE8E6"),
    refer=Ground("#7A4B00", "#FFF1D6"),
)

DARK = Theme(
    name="dark",
    dark=True,
    bg="#10161C",
    surface="#18212A",
    line="#33414E",
    edge="#6F8090",
    quiet="#233140",
    hover="#202C37",
    text="#EDF2F7",
    muted="#A9B7C4",
    accent="#6CB2F5",
    on_accent="#0B1620",
    accent_hover="#8CC4F8",
    admit=Ground("#5DD39E", "#12301F"),
    refuse=Ground("#FF8A80", "#3A1614"),
    refer=Ground("#FFC85C", "#33260A"),
)

CONTRAST = Theme(
    name="contrast",
    dark=True,
    bg="#000000",
    surface="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    quiet="#1F1F1F",
    hover="#2B2B2B",
    text="#FFFFFF",
    muted="#E4E4E4",
    accent="#FFE14D",
    on_accent="#000000",
    accent_hover="#FFEC8A",
    admit=Ground("#4DFF9A", "#000000"),
    refuse=Ground("#FFA39B", "#000000"),
    refer=Ground("#FFD24D", "#000000"),
    border=2,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

FAMILY = "Be Vietnam Pro"


class Size:
    """Heights of type in pixels."""

    SMALL = 13
    BODY = 15
    LEAD = 17
    TITLE = 19
    NUMBER = 26
    VERDICT = 38
    NAME = 40
    NAME_LEAST = 22


class Space:
    """Steps of four pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 28


TOUCH = 44
RADIUS = 16
"""Corners of panels, and of controls."""


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance, 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(ground: str) -> str:
    """Black or white, whichever is easier to read on `ground`."""
    return "#FFFFFF" if contrast("#FFFFFF", ground) >= contrast("#14202B", ground) else "#14202B"
