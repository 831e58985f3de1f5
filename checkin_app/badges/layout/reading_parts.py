"""Owns reading what elements of a layout have in common: box, ink, radius, condition."""

from __future__ import annotations

import re

from checkin_app.badges.layout.elements import INKS, Box, Condition, Ink
from checkin_app.badges.layout.fields import FIELDS, PHOTO
from checkin_app.badges.layout.json_lines import Node
from checkin_app.badges.layout.values import Entry

MOST_VALUES = 100
#: Millimetres that rounding may put a box outside the face.
SLACK = 0.01
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def box_of(entry: Entry, face: Box, *, flat: bool = False) -> Box:
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
        box.x < -SLACK
        or box.y < -SLACK
        or box.x + box.width > face.width + SLACK
        or box.y + box.height > face.height + SLACK
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


def radius_of(entry: Entry, box: Box) -> float:
    return min(entry.number("radius", 0, 0, 600), min(box.width, box.height) / 2)


def ink_of(entry: Entry, default: str | None) -> Ink:
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


def when_of(entry: Entry) -> Condition | None:
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
            no_field(asked, named, known)
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


def no_field(entry: Entry, node: Node, known: tuple[str, ...]) -> None:
    entry.notes.unknown(
        node,
        entry.at("field"),
        str(node.value),
        known,
        "Line {line}: there is no field “{wanted}”.",
    )
