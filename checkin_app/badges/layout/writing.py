"""Owns writing a layout as JSON, an element or a line of text a row, what is usual left out."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any

from checkin_app.badges.layout.elements import (
    Area,
    Box,
    Code,
    Condition,
    Country,
    Element,
    Image,
    Layout,
    Line,
    Photo,
    Rule,
    Stack,
)

Object = dict[str, Any]


def dump(layout: Layout) -> str:
    """The document that parse() reads as this layout."""
    head: Object = {
        "name": layout.name,
        "title_en": layout.title_en,
        "title_vi": layout.title_vi,
        "width": _number(layout.width),
        "height": _number(layout.height),
        **_unusual("fold", layout.fold, "none"),
        **_unusual("media", layout.media, ""),
    }
    rows = [f"  {_row(key)}: {_row(value)}" for key, value in head.items()]
    for key, side in (("front", layout.front), ("back", layout.back)):
        if side or key == "front":
            rows.append(f"  {_row(key)}: [\n{_joined(map(_element_rows, side), 4)}\n  ]")
    if layout.images:
        files = (
            f"{_row(name)}: {_row(base64.b64encode(data).decode())}"
            for name, data in layout.images.items()
        )
        rows.append(f'  "images": {{\n{_joined(files, 4)}\n  }}')
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _element_rows(element: Element) -> str:
    written = _element(element)
    if not isinstance(element, Stack):
        return _row(written)
    when = written.pop("when", None)
    head = _row(written)[1:-1]
    lines = _joined((_row(_line(line)) for line in element.lines), 6)
    tail = f', "when": {_row(when)}' if when else ""
    return f'{{{head}, "lines": [\n{lines}\n    ]{tail}}}'


def _element(element: Element) -> Object:
    match element:
        case Area(box, ink, radius, shape, when):
            own = {
                **_kind("area", box),
                "ink": ink,
                **_unusual("radius", radius, 0),
                **_unusual("shape", shape, "rectangle"),
            }
        case Rule(box, ink, thickness, when):
            own = {**_kind("line", box), "ink": ink, "thickness": _number(thickness)}
        case Stack(box, _, align, valign, when):
            own = {
                **_kind("text", box),
                **_unusual("align", align, "left"),
                **_unusual("valign", valign, "top"),
            }
        case Image(box, source, when):
            own = {**_kind("image", box), "source": source}
        case Photo(box, radius, when):
            own = {**_kind("photo", box), **_unusual("radius", radius, 0)}
        case Code(box, when):
            own = _kind("code", box)
        case Country(box, show, when):
            own = {**_kind("country", box), "show": show}
    return {**own, **_when(when)}


def _line(line: Line) -> Object:
    return {
        **_unusual("field", line.field, ""),
        **_unusual("text_vi", line.text_vi, ""),
        **_unusual("text_en", line.text_en, ""),
        "size": _number(line.size),
        "least": _number(line.least),
        **_unusual("rows", line.rows, 1),
        **_unusual("weight", line.weight, 400),
        **_unusual("ink", line.ink, "text"),
        **_unusual("gap", line.gap, 0),
        **_unusual("whole", line.whole, False),
        **_when(line.when),
    }


def _kind(name: str, box: Box) -> Object:
    sides = (box.x, box.y, box.width, box.height)
    return {"type": name, "box": [_number(side) for side in sides]}


def _when(when: Condition | None) -> Object:
    if when is None:
        return {}
    return {
        "when": {
            **_unusual("field", when.field, ""),
            **({"values": list(when.values)} if when.values else {}),
            **({"category": list(when.categories)} if when.categories else {}),
            **_unusual("absent", when.absent, False),
        }
    }


def _unusual(key: str, value: Any, usual: Any) -> Object:
    if value == usual:
        return {}
    return {key: _number(value) if isinstance(value, float) else value}


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _row(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _joined(rows: Iterable[str], indent: int) -> str:
    return ",\n".join(" " * indent + row for row in rows)
