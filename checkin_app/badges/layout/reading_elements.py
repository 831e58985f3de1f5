"""Owns reading one element of a layout, by its type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from checkin_app.badges.layout.elements import (
    MARK,
    POINT,
    Align,
    Area,
    Box,
    Code,
    Country,
    Element,
    Image,
    Line,
    Photo,
    Rule,
    Shape,
    Stack,
    Valign,
    Weight,
)
from checkin_app.badges.layout.fields import FIELDS
from checkin_app.badges.layout.reading_parts import (
    SLACK,
    box_of,
    ink_of,
    no_field,
    radius_of,
    when_of,
)
from checkin_app.badges.layout.values import Entry

WEIGHTS = (400, 500, 600)
MOST_LINES = 20
#: Height of a row in sizes, and what a squeezed stack keeps of its gaps.
_ROW, _GAP = 0.98, 0.4
_SMALLEST_CODE = 6.0


def element(entry: Entry, face: Box) -> Element | None:
    """The element that an entry describes; nothing where its type is not known."""
    node = entry.take("type", needed=True)
    if node is None:
        return None
    kind = node.value
    make = _KINDS.get(kind) if isinstance(kind, str) else None
    if make is None:
        entry.notes.unknown(
            node,
            entry.at("type"),
            str(kind) if isinstance(kind, str) else "",
            tuple(_KINDS),
            "Line {line}: there is no element of the type “{wanted}”.",
        )
        return None
    made = make(entry, face)
    entry.close()
    return made


def _area(entry: Entry, face: Box) -> Area:
    box = box_of(entry, face)
    return Area(
        box,
        ink_of(entry, None),
        radius_of(entry, box),
        cast(Shape, entry.choice("shape", ("rectangle", "ellipse"))),
        when_of(entry),
    )


def _rule(entry: Entry, face: Box) -> Rule:
    return Rule(
        box_of(entry, face, flat=True),
        ink_of(entry, "text"),
        entry.number("thickness", 0.25, 0.05, 20),
        when_of(entry),
    )


def _text(entry: Entry, face: Box) -> Stack:
    box = box_of(entry, face)
    nodes = entry.items("lines", needed=True)
    if len(nodes) > MOST_LINES:
        entry.notes.add(
            nodes[MOST_LINES],
            entry.at("lines"),
            "Line {line}: a text has {most} lines at most.",
            most=MOST_LINES,
        )
        nodes = []
    lines = tuple(
        _line(Entry(node, f"{entry.at('lines')}[{number}]", entry.notes))
        for number, node in enumerate(nodes)
    )
    need = sum(line.least * _ROW / POINT for line in lines if line.when is None)
    need += sum(line.gap * _GAP for line in lines[1:] if line.when is None)
    if need > box.height + SLACK:
        entry.notes.add(
            entry.node,
            entry.at("lines"),
            "Line {line}: at their least sizes these lines need {need} mm, and the box is {height}"
            " mm high. Make the box higher or “least” smaller.",
            need=round(need, 1),
            height=box.height,
        )
    return Stack(
        box,
        lines,
        cast(Align, entry.choice("align", ("left", "center", "right"))),
        cast(Valign, entry.choice("valign", ("top", "middle", "bottom"))),
        when_of(entry),
    )


def _line(entry: Entry) -> Line:
    field = ""
    node = entry.take("field")
    if node is not None:
        field = entry.worded("field", node, 100)
        if isinstance(node.value, str) and field not in FIELDS:
            no_field(entry, node, tuple(FIELDS))
    text_en, text_vi = entry.text("text_en", 400), entry.text("text_vi", 400)
    if isinstance(entry.node.value, dict) and (node is None) != bool(text_en or text_vi):
        entry.notes.add(
            entry.node,
            entry.path,
            "Line {line}: a line has either “field” or “text_en” and “text_vi”.",
        )
    size = entry.number("size", 10, 2, 400)
    least = entry.number("least", min(6, size), 2, 400)
    if least > size:
        entry.notes.add(
            entry.given("least"),
            entry.at("least"),
            "Line {line}: “least” is {least} and thus more than “size”, {size}.",
            least=least,
            size=size,
        )
    weight = entry.whole("weight", 400, 1, 1000)
    if weight not in WEIGHTS:
        entry.notes.add(
            entry.given("weight"),
            entry.at("weight"),
            "Line {line}: “{key}” must be one of: {options}.",
            key="weight",
            options=", ".join(map(str, WEIGHTS)),
        )
    line = Line(
        field,
        size,
        least,
        entry.whole("rows", 1, 1, 6),
        cast(Weight, weight),
        ink_of(entry, "text"),
        entry.number("gap", 0, 0, 200),
        entry.flag("whole"),
        text_en,
        text_vi,
        when_of(entry),
    )
    entry.close()
    return line


def _image(entry: Entry, face: Box) -> Image:
    return Image(box_of(entry, face), entry.text("source", 100) or MARK, when_of(entry))


def _photo(entry: Entry, face: Box) -> Photo:
    box = box_of(entry, face)
    return Photo(box, radius_of(entry, box), when_of(entry))


def _code(entry: Entry, face: Box) -> Code:
    box = box_of(entry, face)
    if min(box.width, box.height) < _SMALLEST_CODE:
        entry.notes.add(
            entry.given("box"),
            entry.at("box"),
            "Line {line}: a code needs a box of {least} mm at least.",
            least=_SMALLEST_CODE,
        )
    return Code(box, when_of(entry))


def _country(entry: Entry, face: Box) -> Country:
    show = cast(Literal["code", "flag"], entry.choice("show", ("code", "flag")))
    return Country(box_of(entry, face), show, when_of(entry))


_KINDS: dict[str, Callable[[Entry, Box], Element]] = {
    "area": _area,
    "line": _rule,
    "text": _text,
    "image": _image,
    "photo": _photo,
    "code": _code,
    "country": _country,
}
