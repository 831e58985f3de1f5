"""Owns what can be done to the lines of a stack of texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from checkin_app.badges.layout.elements import Line, Stack
from checkin_app.ui.editor.core.commands import each, remove
from checkin_app.ui.editor.core.document import Document


def change_line(document: Document, **properties: Any) -> Document:
    """Sets properties of the chosen line; `least` never stays above `size`."""
    line = document.text
    if line is None:
        return document
    made = replace(line, **properties)
    if made.least > made.size:
        made = (
            replace(made, least=made.size)
            if "size" in properties
            else replace(made, size=made.least)
        )
    return _lines(
        document, lambda lines: [*lines[: document.line], made, *lines[document.line + 1 :]]
    )


def add_line(document: Document, line: Line) -> Document:
    """Puts a line under the chosen one and chooses it."""
    at = document.line + 1
    after = _lines(document, lambda lines: [*lines[:at], line, *lines[at:]])
    return replace(after, line=at) if after != document else document


def remove_line(document: Document) -> Document:
    """Takes the chosen line away; the last one goes with its element."""
    stack = document.single
    if not isinstance(stack, Stack):
        return document
    if len(stack.lines) < 2:
        return remove(document)
    at = document.line
    after = _lines(document, lambda lines: [*lines[:at], *lines[at + 1 :]])
    return replace(after, line=min(at, len(stack.lines) - 2))


def move_line(document: Document, by: int) -> Document:
    """Moves the chosen line up (-1) or down (1) in its stack."""
    stack = document.single
    at, to = document.line, document.line + by
    if not isinstance(stack, Stack) or not (0 <= to < len(stack.lines)):
        return document

    def swapped(lines: Sequence[Line]) -> list[Line]:
        made = list(lines)
        made[at], made[to] = made[to], made[at]
        return made

    return replace(_lines(document, swapped), line=to)


def _lines(document: Document, made: Callable[[Sequence[Line]], Sequence[Line]]) -> Document:
    stack = document.single
    if not isinstance(stack, Stack):
        return document
    return each(document, lambda _: replace(stack, lines=tuple(made(stack.lines))))
