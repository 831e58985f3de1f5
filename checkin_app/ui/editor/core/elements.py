"""Owns what the editor asks of any element: its box, how it may be resized, what a new one is."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from checkin_app.badges.layout.elements import (
    MARK,
    Area,
    Box,
    Code,
    Country,
    Element,
    Image,
    Line,
    Photo,
    Rule,
    Stack,
)
from checkin_app.ui.editor.core import boxes

Kind = Literal["text", "photo", "code", "country", "image", "area", "line"]
#: In the order in which people look for them.
KINDS: tuple[Kind, ...] = ("text", "photo", "code", "country", "image", "area", "line")

#: The face-sized frame that pictures are cropped to, width to height.
PORTRAIT = 3 / 4
_LEAST_LINE = 1.0


def kind(element: Element) -> Kind:
    """What a person calls it."""
    match element:
        case Stack():
            return "text"
        case Photo():
            return "photo"
        case Code():
            return "code"
        case Country():
            return "country"
        case Image():
            return "image"
        case Area():
            return "area"
        case Rule():
            return "line"


def with_box(element: Element, box: Box) -> Element:
    """The same element in another box."""
    return replace(element, box=box)


def least_side(element: Element) -> float:
    """How short a side of its box may be; a line has no height when it lies."""
    return 0.0 if isinstance(element, Rule) else boxes.LEAST


def ratio(element: Element, handle: boxes.Handle) -> float | None:
    """The width to height that pulling a handle keeps, or None.

    A code stays square; pictures keep their form when pulled at a corner.
    """
    box = element.box
    if isinstance(element, Code):
        return 1.0
    if isinstance(element, Photo | Image) and len(handle) == 2 and box.width and box.height:
        return box.width / box.height
    return None


def kept(element: Element, width: float, height: float) -> Element:
    """The element on a page of that size, as little changed as can be."""
    box = boxes.kept(element.box, width, height, least_side(element))
    if isinstance(element, Code):
        side = min(box.width, box.height)
        box = Box(box.x, box.y, side, side)
    if isinstance(element, Rule) and max(box.width, box.height) < _LEAST_LINE:
        box = boxes.kept(replace(box, width=_LEAST_LINE), width, height, 0.0)
    if isinstance(element, Area | Photo):
        element = replace(element, radius=min(element.radius, box.width / 2, box.height / 2))
    return with_box(element, box)


def new(what: Kind, width: float, height: float) -> Element:
    """A new element of a size that suits the page, in its middle."""
    short = min(width, height)

    def middle(across: float, down: float) -> Box:
        across, down = min(across, width), min(down, height)
        box = Box((width - across) / 2, (height - down) / 2, across, down)
        return boxes.kept(box, width, height, 0.0)

    match what:
        case "text":
            size = round(max(8.0, short / 6))
            line = Line("name", size=float(size), least=max(5.0, size / 2), rows=2, weight=600)
            return Stack(middle(width * 0.8, size * 0.9), (line,), valign="middle")
        case "photo":
            across = short / 3
            return Photo(middle(across, across / PORTRAIT), radius=1.0)
        case "code":
            side = max(26.0, short / 3.4)
            return Code(middle(side, side))
        case "country":
            return Country(middle(short / 6, short / 9))
        case "image":
            return Image(middle(short / 5, short / 5), MARK)
        case "area":
            return Area(middle(short / 3, short / 5), "band")
        case "line":
            return Rule(middle(width * 0.8, 0.0), "muted", 0.25)
