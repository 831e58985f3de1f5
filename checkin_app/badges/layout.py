"""Owns where things stand on a badge: pages, boxes, stacks of lines, the two built-in layouts.

Lengths are millimetres from the top left corner of the page, type sizes are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: Points a millimetre.
POINT = 72 / 25.4

Weight = Literal[400, 500, 600]
Ink = Literal["text", "muted", "accent", "band", "on_band", "white"]


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle, its corners rounded by `radius`."""

    box: Box
    ink: Ink
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One field in a stack: as large as it fits into `rows` rows, `size` at most.

    What would be smaller than `least` gets one row more; what still is, is drawn and reported.
    `gap` is the space above it unless it is first. With `whole` it is left out when a letter of
    it is in no font.
    """

    field: str
    size: float
    least: float
    rows: int = 1
    weight: Weight = 400
    ink: Ink = "text"
    gap: float = 0.0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines set one below the other, left-aligned; empty ones take no room.

    What is too high for the box shrinks as a whole.
    """

    box: Box
    lines: tuple[Line, ...]
    align: Literal["top", "middle", "bottom"] = "top"


@dataclass(frozen=True, slots=True)
class Layout:
    """A page. `back` is the same for everybody of a category, `front` is about one delegate.

    `logo` is where the mark stands, `code` the square of the QR with its quiet zone, `media` the
    page size as print systems name it.
    """

    name: str
    width: float
    height: float
    areas: tuple[Area, ...]
    logo: Box
    back: tuple[Stack, ...]
    front: tuple[Stack, ...]
    code: Box
    media: str


A6 = Layout(
    name="a6",
    width=105,
    height=148,
    areas=(
        Area(Box(0, 111, 105, 37), "band"),
        Area(Box(65, 114, 31, 31), "white", radius=2.4),
    ),
    logo=Box(9, 10, 15, 15),
    back=(
        Stack(
            Box(28, 9, 68, 17),
            (
                Line("event_vi", 10.5, 7, rows=2, weight=600),
                Line("event_en", 9, 6.5, rows=2, ink="muted", gap=0.6),
                Line("dates", 8, 6.5, ink="muted", gap=0.6),
            ),
            align="middle",
        ),
        Stack(
            Box(9, 114.5, 53, 23),
            (
                Line("category_vi", 20, 11, rows=2, weight=600, ink="on_band"),
                Line("category_en", 12, 8, rows=2, ink="on_band", gap=1.0),
            ),
        ),
    ),
    front=(
        Stack(
            Box(9, 31, 87, 59),
            (
                Line("honorific", 12, 8, weight=500, ink="muted"),
                Line("name", 36, 15, rows=2, weight=600, gap=2.2),
                Line("own_name", 16, 10, rows=2, ink="muted", gap=1.8, whole=True),
                Line("position", 12.5, 8.5, rows=2, weight=500, gap=3.6),
                Line("organization", 11, 8, rows=2, ink="muted", gap=1.2),
            ),
            align="middle",
        ),
        Stack(
            Box(9, 92, 87, 14),
            (
                Line("delegation", 12.5, 8.5, rows=2, weight=600, ink="accent"),
                Line("country_both", 10, 7.5, ink="muted", gap=0.8),
            ),
            align="bottom",
        ),
        Stack(Box(9, 140.5, 53, 4), (Line("number", 7.5, 6, ink="on_band"),), align="bottom"),
    ),
    code=Box(65, 114, 31, 31),
    media="A6",
)

CARD = Layout(
    name="card",
    width=86,
    height=54,
    areas=(
        Area(Box(58, 0, 28, 54), "band"),
        Area(Box(60.5, 28.5, 23, 23), "white", radius=1.6),
    ),
    logo=Box(5, 4.6, 7.6, 7.6),
    back=(
        Stack(
            Box(14.6, 4, 41, 9),
            (
                Line("event_vi", 6.5, 5, rows=2, weight=600),
                Line("event_en", 5.75, 4.5, rows=2, ink="muted", gap=0.2),
            ),
            align="middle",
        ),
        Stack(
            Box(60.5, 4.5, 23.5, 21),
            (
                Line("category_vi", 12, 7, rows=2, weight=600, ink="on_band"),
                Line("category_en", 8, 6, rows=2, ink="on_band", gap=0.6),
            ),
        ),
    ),
    front=(
        Stack(
            Box(5, 14.5, 49.5, 26.5),
            (
                Line("honorific", 7, 6, weight=500, ink="muted"),
                Line("name", 18, 9, rows=2, weight=600, gap=1.0),
                Line("own_name", 9, 6.5, ink="muted", gap=0.6, whole=True),
                Line("position", 7.5, 6, rows=2, weight=500, gap=1.2),
                Line("organization", 7, 5.5, rows=2, ink="muted", gap=0.4),
            ),
            align="middle",
        ),
        Stack(
            Box(5, 42, 49.5, 7.5),
            (
                Line("delegation", 7.5, 6, rows=2, weight=600, ink="accent"),
                Line("country_both", 6.5, 5.5, ink="muted", gap=0.3),
            ),
            align="bottom",
        ),
    ),
    code=Box(60.5, 28.5, 23, 23),
    media="Custom.86x54mm",
)

LAYOUTS = {layout.name: layout for layout in (A6, CARD)}
