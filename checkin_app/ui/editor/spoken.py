"""Owns which line of a text is under the mouse, told from the words that were printed there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from checkin_app.badges.elements import Line, Stack
from checkin_app.badges.fields import FIELDS
from checkin_app.badges.subject import BadgeSubject
from checkin_app.ui.editor.rasters import Words


def line_under(
    stack: Stack, subject: BadgeSubject, words: Sequence[Words], x: float, y: float
) -> int:
    """The number of the line at a point (millimetres), or of the largest where that is unknown."""
    box = stack.box
    inside = [
        word
        for word in words
        if box.x - 1 <= word.box.x + word.box.width / 2 <= box.x + box.width + 1
        and box.y - 1 <= word.box.y + word.box.height / 2 <= box.y + box.height + 1
    ]
    texts = [_plain(_said(line, subject)) for line in stack.lines]
    for word in sorted(inside, key=lambda w: _distance(w, x, y)):
        said = _plain(word.text)
        if _distance(word, x, y) > 4 or not said:
            continue
        for number, text in enumerate(texts):
            if text and (said in text or text in said):
                return number
    return max(range(len(stack.lines)), key=lambda n: stack.lines[n].size, default=0)


def _said(line: Line, subject: BadgeSubject) -> str:
    field = FIELDS.get(line.field)
    return field.value(subject) if field is not None else line.fixed


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _distance(word: Words, x: float, y: float) -> float:
    """How far a point is from a word; across counts little, since rows are wide."""
    box = word.box
    down = max(box.y - y, 0.0, y - box.y - box.height)
    across = max(box.x - x, 0.0, x - box.x - box.width)
    return down + across / 20
