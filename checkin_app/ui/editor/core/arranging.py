"""Owns how elements stand to each other: aligned, spread evenly, one above the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from checkin_app.badges.layout.elements import Box, Element
from checkin_app.ui.editor.core import boxes, elements
from checkin_app.ui.editor.core.commands import each
from checkin_app.ui.editor.core.document import Document

Order = Literal["top", "up", "down", "bottom"]
Alignment = Literal["left", "center", "right", "top", "middle", "bottom"]
Axis = Literal["x", "y"]


def reorder(document: Document, to: Order) -> Document:
    """Brings what is chosen to the top, one up, one down, to the bottom."""
    marked = [(n in document.chosen, e) for n, e in enumerate(document.elements)]
    match to:
        case "top":
            marked.sort(key=lambda pair: pair[0])
        case "bottom":
            marked.sort(key=lambda pair: not pair[0])
        case "up":
            marked = _raised(marked[::-1])[::-1]
        case "down":
            marked = _raised(marked)
    after = document.with_elements(tuple(e for _, e in marked))
    return after.choose(*(n for n, (on, _) in enumerate(marked) if on), line=document.line)


def align(document: Document, how: Alignment) -> Document:
    """Aligns what is chosen with each other; one alone, with the page."""
    if not document.chosen:
        return document
    layout = document.layout
    around = (
        Box(0.0, 0.0, layout.width, layout.height)
        if len(document.chosen) == 1
        else boxes.bounding(e.box for e in document.picked)
    )

    def aligned(element: Element) -> Element:
        box = element.box
        match how:
            case "left":
                box = replace(box, x=around.x)
            case "center":
                box = replace(box, x=around.x + (around.width - box.width) / 2)
            case "right":
                box = replace(box, x=around.x + around.width - box.width)
            case "top":
                box = replace(box, y=around.y)
            case "middle":
                box = replace(box, y=around.y + (around.height - box.height) / 2)
            case "bottom":
                box = replace(box, y=around.y + around.height - box.height)
        return elements.with_box(element, box)

    return each(document, aligned)


def distribute(document: Document, axis: Axis) -> Document:
    """Makes the spaces between three or more chosen elements equal; the outer two stay."""
    if len(document.chosen) < 3:
        return document

    def start(number: int) -> float:
        box = document.elements[number].box
        return box.x if axis == "x" else box.y

    def size(number: int) -> float:
        box = document.elements[number].box
        return box.width if axis == "x" else box.height

    order = sorted(document.chosen, key=lambda n: (start(n) + size(n) / 2, n))
    first, last = order[0], order[-1]
    inner = start(last) - (start(first) + size(first)) - sum(size(n) for n in order[1:-1])
    gap = inner / (len(order) - 1)
    made = list(document.elements)
    at = start(first) + size(first) + gap
    for number in order[1:-1]:
        box = made[number].box
        box = replace(box, x=at) if axis == "x" else replace(box, y=at)
        made[number] = elements.kept(
            elements.with_box(made[number], box), document.layout.width, document.layout.height
        )
        at += size(number) + gap
    return document.with_elements(tuple(made))


def _raised(marked: list[tuple[bool, Element]]) -> list[tuple[bool, Element]]:
    """Each marked one changes places with an unmarked one before it."""
    made = list(marked)
    for at in range(1, len(made)):
        if made[at][0] and not made[at - 1][0]:
            made[at - 1], made[at] = made[at], made[at - 1]
    return made
