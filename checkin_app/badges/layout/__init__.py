"""Owns the layouts there are: those that come with the program, and the way in and out of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checkin_app import assets
from checkin_app.badges.layout.elements import (
    INKS,
    MARK,
    POINT,
    Align,
    Area,
    Box,
    Code,
    Condition,
    Country,
    Element,
    Fold,
    Image,
    Ink,
    Layout,
    Line,
    Photo,
    Rule,
    Shape,
    Stack,
    Valign,
    Weight,
)
from checkin_app.badges.layout.problems import LayoutError, LayoutProblem
from checkin_app.badges.layout.reading import parse
from checkin_app.badges.layout.writing import dump

__all__ = [
    "INKS",
    "LAYOUTS",
    "MARK",
    "POINT",
    "Align",
    "Area",
    "Box",
    "Code",
    "Condition",
    "Country",
    "Element",
    "Fold",
    "Image",
    "Ink",
    "Layout",
    "LayoutError",
    "LayoutProblem",
    "Line",
    "Photo",
    "Rule",
    "Shape",
    "Stack",
    "Valign",
    "Weight",
    "dump",
    "parse",
]

#: Names of the layouts in resources/badges/layouts, in the order people choose from.
BUILT_IN = (
    "a6",
    "a6-landscape",
    "card",
    "badge-90x120",
    "roll-62",
    "tent-card",
    "qr-label",
    "label-80x50",
    "label-64x38",
    "label-99x38",
    "label-99x68",
    "insert-75x40",
    "insert-90x54",
    "insert-90x60",
)
#: Besides them, the page that invitations are: its JSON can be had, to make another one of it.
INVITATION = "invitation"
PAGES = (*BUILT_IN, INVITATION)


class _BuiltIn(Mapping[str, Layout]):
    """The layouts that come with the program, each read when it is first asked for."""

    def __init__(self) -> None:
        self._read: dict[str, Layout] = {}

    def __getitem__(self, name: str) -> Layout:
        layout = self._read.get(name)
        if layout is None:
            if name not in BUILT_IN:
                raise KeyError(name)
            layout = self._read[name] = parse(built_in_document(name))
        return layout

    def __iter__(self) -> Iterator[str]:
        return iter(BUILT_IN)

    def __len__(self) -> int:
        return len(BUILT_IN)

    def __contains__(self, name: object) -> bool:
        return name in BUILT_IN


def built_in_document(name: str) -> str:
    """The JSON of a layout in PAGES."""
    return assets.resource("badges", "layouts", f"{name}.json").read_text("utf-8")


LAYOUTS: Mapping[str, Layout] = _BuiltIn()
