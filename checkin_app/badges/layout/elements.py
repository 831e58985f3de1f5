"""Owns what a badge is made of: boxes, inks, conditions, and the kinds of elements in a layout.

Lengths are millimetres from the top left corner of the badge's face, type sizes are points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

#: Points a millimetre.
POINT = 72 / 25.4

Weight = Literal[400, 500, 600]
#: A name of INKS, or `#RRGGBB`.
Ink = str
INKS = ("text", "muted", "accent", "band", "on_band", "white")
Shape = Literal["rectangle", "ellipse"]
Align = Literal["left", "center", "right"]
Valign = Literal["top", "middle", "bottom"]
Fold = Literal["none", "top", "left"]
#: The image that comes with the program; other sources are names in `Layout.images`.
MARK = "mark"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Condition:
    """When an element is drawn.

    Where `field` is given its text must be one of `values`, or not empty if there are none; where
    `categories` are given the delegate's category id must be one of them. `absent` turns the
    answer round. `field` is a name in FIELDS or `photo`: a stored picture.
    """

    field: str = ""
    values: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle, its corners rounded by `radius`, or the ellipse that fills the box."""

    box: Box
    ink: Ink
    radius: float = 0.0
    shape: Shape = "rectangle"
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from the top left of its box to the bottom right; `thickness` in millimetres."""

    box: Box
    ink: Ink
    thickness: float = 0.25
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One text in a stack: as large as it fits into `rows` rows, `size` at most.

    It is a field's, or, where `field` is empty, always the same: `text_vi` and `text_en`, both of
    them one after the other where both are given. What would be smaller than `least` gets one row
    more; what still is, is drawn and reported. `gap` is the space above it unless it is first.
    With `whole` it is left out when a letter of it is in no font.
    """

    field: str = ""
    size: float = 10.0
    least: float = 6.0
    rows: int = 1
    weight: Weight = 400
    ink: Ink = "text"
    gap: float = 0.0
    whole: bool = False
    text_en: str = ""
    text_vi: str = ""
    when: Condition | None = None

    @property
    def fixed(self) -> str:
        """What a line without a field says."""
        return " · ".join(dict.fromkeys(text for text in (self.text_vi, self.text_en) if text))


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines set one below the other; empty ones take no room.

    What is too high for the box shrinks as a whole.
    """

    box: Box
    lines: tuple[Line, ...]
    align: Align = "left"
    valign: Valign = "top"
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as large as it goes into the box, centred; `source` is MARK or embedded."""

    box: Box
    source: str = MARK
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """The delegate's picture, filling the box, its corners rounded by `radius`."""

    box: Box
    radius: float = 0.0
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """The QR with its quiet zone, in the middle of the box."""

    box: Box
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """The delegate's country: its two letters on a plate, or its flag.

    Flags are pictures of the layout, `flag-vn` say; a country without one shows its letters.
    """

    box: Box
    show: Literal["code", "flag"] = "code"
    when: Condition | None = None


Element = Area | Rule | Stack | Image | Photo | Code | Country


@dataclass(frozen=True, slots=True)
class Layout:
    """How a badge looks: `front` and `back` from the lowest element to the topmost.

    `width` and `height` are those of one face. Without a fold the back is a page of its own; with
    `top` the paper is twice as high, the back upside down above the front (a tent card); with
    `left` it is twice as wide, the back left of the front. `media` is the paper's size as print
    systems name it; `images` are PNG or JPEG files by name.
    """

    name: str
    width: float
    height: float
    front: tuple[Element, ...]
    back: tuple[Element, ...] = ()
    fold: Fold = "none"
    title_en: str = ""
    title_vi: str = ""
    media: str = ""
    images: dict[str, bytes] = field(default_factory=dict, hash=False)

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the sheet that one side of a badge needs, in millimetres."""
        return (
            self.width * (2 if self.fold == "left" else 1),
            self.height * (2 if self.fold == "top" else 1),
        )

    @property
    def sides(self) -> int:
        """Pages of a badge: two where the back is on the other side of the paper."""
        return 2 if self.back and self.fold == "none" else 1
