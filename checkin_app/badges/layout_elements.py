"""Owns reading one element of a layout: its keys, its place on the face, its conditions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, cast

from checkin_app.badges.elements import (
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
    Image,
    Ink,
    Line,
    Photo,
    Rule,
    Shape,
    Stack,
    Valign,
    Weight,
)
from checkin_app.badges.fields import FIELDS, PHOTO
from checkin_app.badges.layout_entry import Entry
from checkin_app.badges.layout_json import Node

WEIGHTS = (400, 500, 600)
MOST_LINES = 20
MOST_VALUES = 100
#: Millimetres that rounding may put a box outside the face.
_SLACK = 0.01
#: Height of a row in sizes, and what a squeezed stack keeps of its gaps.
_ROW, _GAP = 0.98, 0.4
_SMALLEST_CODE = 6.0
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


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
    box = _box(entry, face)
    return Area(
        box,
        _ink(entry, None),
        _radius(entry, box),
        cast(Shape, entry.choice("shape", ("rectangle", "ellipse"))),
        _when(entry),
    )


def _rule(entry: Entry, face: Box) -> Rule:
    return Rule(
        _box(entry, face, flat=True),
        _ink(entry, "text"),
        entry.number("thickness", 0.25, 0.05, 20),
        _when(entry),
    )


def _text(entry: Entry, face: Box) -> Stack:
    box = _box(entry, face)
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
    if need > box.height + _SLACK:
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
        _when(entry),
    )


def _line(entry: Entry) -> Line:
    field = ""
    node = entry.take("field")
    if node is not None:
        field = entry.worded("field", node, 100)
        if isinstance(node.value, str) and field not in FIELDS:
            _no_field(entry, node, tuple(FIELDS))
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
        _ink(entry, "text"),
        entry.number("gap", 0, 0, 200),
        entry.flag("whole"),
        text_en,
        text_vi,
        _when(entry),
    )
    entry.close()
    return line


def _image(entry: Entry, face: Box) -> Image:
    return Image(_box(entry, face), entry.text("source", 100) or MARK, _when(entry))


def _photo(entry: Entry, face: Box) -> Photo:
    box = _box(entry, face)
    return Photo(box, _radius(entry, box), _when(entry))


def _code(entry: Entry, face: Box) -> Code:
    box = _box(entry, face)
    if min(box.width, box.height) < _SMALLEST_CODE:
        entry.notes.add(
            entry.given("box"),
            entry.at("box"),
            "Line {line}: a code needs a box of {least} mm at least.",
            least=_SMALLEST_CODE,
        )
    return Code(box, _when(entry))


def _country(entry: Entry, face: Box) -> Country:
    show = cast(Literal["code", "flag"], entry.choice("show", ("code", "flag")))
    return Country(_box(entry, face), show, _when(entry))


_KINDS: dict[str, Callable[[Entry, Box], Element]] = {
    "area": _area,
    "line": _rule,
    "text": _text,
    "image": _image,
    "photo": _photo,
    "code": _code,
    "country": _country,
}


def _box(entry: Entry, face: Box, *, flat: bool = False) -> Box:
    """`box`: [x, y, width, height], inside the face; `flat` allows a height or width of 0."""
    node = entry.take("box", needed=True)
    if node is None:
        return face
    if not isinstance(node.value, list) or len(node.value) != 4:
        entry.wrong("box", node, "Line {line}: “{key}” is a list: x, y, width, height.")
        return face
    before = len(entry.notes.problems)
    least = 0.0 if flat else 0.1
    sides = [
        entry.checked(f"box[{number}]", part, least if number > 1 else -1e4, 1e4, 1)
        for number, part in enumerate(node.value)
    ]
    box = Box(*sides)
    if len(entry.notes.problems) > before:
        return box
    outside = (
        box.x < -_SLACK
        or box.y < -_SLACK
        or box.x + box.width > face.width + _SLACK
        or box.y + box.height > face.height + _SLACK
    )
    if outside:
        entry.wrong(
            "box",
            node,
            "Line {line}: the box goes from {left}, {top} to {right}, {bottom} mm and thus out of"
            " the page, which is {width} × {height} mm.",
            left=box.x,
            top=box.y,
            right=box.x + box.width,
            bottom=box.y + box.height,
            width=face.width,
            height=face.height,
        )
    return box


def _radius(entry: Entry, box: Box) -> float:
    return min(entry.number("radius", 0, 0, 600), min(box.width, box.height) / 2)


def _ink(entry: Entry, default: str | None) -> Ink:
    node = entry.take("ink", needed=default is None)
    if node is None:
        return default or "text"
    if isinstance(node.value, str) and (node.value in INKS or _COLOUR.fullmatch(node.value)):
        return node.value
    entry.wrong(
        "ink",
        node,
        "Line {line}: “{key}” must be #RRGGBB or one of: {options}.",
        options=", ".join(INKS),
    )
    return "text"


def _when(entry: Entry) -> Condition | None:
    node = entry.take("when")
    if node is None:
        return None
    asked = Entry(node, entry.at("when"), entry.notes)
    field = ""
    named = asked.take("field")
    if named is not None:
        field = asked.worded("field", named, 100)
        known = (*FIELDS, PHOTO)
        if isinstance(named.value, str) and field not in known:
            _no_field(asked, named, known)
    values = _texts(asked, "values")
    categories = _texts(asked, "category")
    absent = asked.flag("absent")
    if isinstance(node.value, dict) and not field and not categories:
        entry.notes.add(node, asked.path, "Line {line}: a condition needs “field” or “category”.")
    if values and not field:
        entry.notes.add(node, asked.at("values"), "Line {line}: “values” needs a “field”.")
    asked.close()
    return Condition(field, values, categories, absent)


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    nodes = entry.items(key)
    if len(nodes) > MOST_VALUES:
        entry.wrong(
            key,
            nodes[MOST_VALUES],
            "Line {line}: “{key}” has {most} entries at most.",
            most=MOST_VALUES,
        )
        return ()
    return tuple(entry.worded(f"{key}[{number}]", node, 200) for number, node in enumerate(nodes))


def _no_field(entry: Entry, node: Node, known: tuple[str, ...]) -> None:
    entry.notes.unknown(
        node,
        entry.at("field"),
        str(node.value),
        known,
        "Line {line}: there is no field “{wanted}”.",
    )
