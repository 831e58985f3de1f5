"""Owns what can be done to elements, each a pure function from one document to the next.

Whatever is asked, every box stays finite and on the page. ValueError for a length that is not
finite; a command with nothing to do returns the document as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isfinite
from typing import Any

from checkin_app.badges.layout.elements import Box, Element
from checkin_app.ui.editor.core import boxes, elements
from checkin_app.ui.editor.core.document import Document

#: How far a copy stands from what it was made of.
BESIDE = 3.0


def move(document: Document, dx: float, dy: float) -> Document:
    """Moves what is chosen, together, as far as the page goes."""
    if not (isfinite(dx) and isfinite(dy)):
        raise ValueError("a length is a finite number")
    if not document.chosen:
        return document
    layout = document.layout
    around = boxes.bounding(e.box for e in document.picked)
    dx, dy = boxes.within(around, layout.width, layout.height, dx, dy)
    return each(document, lambda e: elements.with_box(e, boxes.moved(e.box, dx, dy)))


def resize(document: Document, handle: boxes.Handle, dx: float, dy: float) -> Document:
    """Pulls a handle of the one chosen element."""
    element = document.single
    if element is None:
        return document
    page = (document.layout.width, document.layout.height)
    box = boxes.resized(
        element.box,
        handle,
        dx,
        dy,
        page,
        ratio=elements.ratio(element, handle),
        least=elements.least_side(element),
    )
    return place(document, box)


def place(document: Document, box: Box) -> Document:
    """Puts the one chosen element into a box."""
    if len(document.chosen) != 1:
        return document
    return each(document, lambda e: elements.with_box(e, box))


def add(document: Document, element: Element) -> Document:
    """Puts a new element on top and chooses it."""
    layout = document.layout
    made = elements.kept(element, layout.width, layout.height)
    after = document.with_elements((*document.elements, made))
    return after.choose(len(after.elements) - 1)


def remove(document: Document) -> Document:
    """Takes away what is chosen."""
    gone = set(document.chosen)
    left = tuple(e for n, e in enumerate(document.elements) if n not in gone)
    return replace(document, chosen=(), line=0).with_elements(left) if gone else document


def duplicate(document: Document) -> Document:
    """Puts a copy of what is chosen on top, a little beside it, and chooses the copy."""
    if not document.chosen:
        return document
    before = document.elements
    copied = document.with_elements((*before, *document.picked))
    copied = copied.choose(*range(len(before), len(before) + len(document.chosen)))
    shifted = move(copied, BESIDE, BESIDE)
    return move(copied, -BESIDE, -BESIDE) if shifted.elements == copied.elements else shifted


def change(document: Document, **properties: Any) -> Document:
    """Sets properties of every chosen element that has them."""

    def changed(element: Element) -> Element:
        fit = {k: v for k, v in properties.items() if hasattr(element, k)}
        return replace(element, **fit) if fit else element

    return each(document, changed)


def each(document: Document, made: Callable[[Element], Element]) -> Document:
    """Makes each chosen element anew, kept on the page."""
    if not document.chosen:
        return document
    layout = document.layout
    chosen = set(document.chosen)
    return document.with_elements(
        tuple(
            elements.kept(made(e), layout.width, layout.height) if n in chosen else e
            for n, e in enumerate(document.elements)
        )
    )
