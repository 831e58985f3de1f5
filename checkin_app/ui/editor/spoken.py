"""Owns what of a layout is said on somebody's badge, and where, told from the words printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from checkin_app.badges.layout.conditions import holds, text_of
from checkin_app.badges.layout.elements import Box, Country, Element, Line, Photo, Stack
from checkin_app.badges.subject import BadgeSubject
from checkin_app.ui.editor.rasters import Words

#: Millimetres that a point may be beside a word to mean it.
_NEAR = 4.0


def line_under(
    stack: Stack, subject: BadgeSubject, words: Sequence[Words], x: float, y: float
) -> int:
    """The number of the line at a point (millimetres), or of the largest where that is unknown."""
    for word, number in sorted(spoken(stack, subject, words), key=lambda s: _away(s[0].box, x, y)):
        if _away(word.box, x, y) <= _NEAR:
            return number
    return max(range(len(stack.lines)), key=lambda n: stack.lines[n].size, default=0)


def spoken(stack: Stack, subject: BadgeSubject, words: Sequence[Words]) -> list[tuple[Words, int]]:
    """The printed words that are of a text, each with the number of its line."""
    box = stack.box
    texts = [_plain(_said(line, subject)) for line in stack.lines]
    found = []
    for word in words:
        across, down = word.box.x + word.box.width / 2, word.box.y + word.box.height / 2
        inside = (
            box.x - 1 <= across <= box.x + box.width + 1
            and box.y - 1 <= down <= box.y + box.height + 1
        )
        said = _plain(word.text)
        if not inside or not said:
            continue
        for number, text in enumerate(texts):
            if text and (said in text or text in said):
                found.append((word, number))
                break
    return found


def silent(
    elements: Sequence[Element], subject: BadgeSubject, photos: Collection[str]
) -> list[int]:
    """The numbers of elements that print nothing on somebody's badge."""
    return [number for number, e in enumerate(elements) if not _prints(e, subject, photos)]


def printed(line: Line, subject: BadgeSubject) -> bool:
    """Whether a line says something on somebody's badge."""
    return bool(_said(line, subject)) and (line.when is None or holds(line.when)(subject))


def _prints(element: Element, subject: BadgeSubject, photos: Collection[str]) -> bool:
    if element.when is not None and not holds(element.when)(subject):
        return False
    match element:
        case Stack(lines=lines):
            return any(printed(line, subject) for line in lines)
        case Photo():
            return subject.photo in photos
        case Country():
            return bool(subject.country)
        case _:
            return True


def _said(line: Line, subject: BadgeSubject) -> str:
    return text_of(line)(subject)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _away(box: Box, x: float, y: float) -> float:
    """How far a point is from a word; across counts little, since rows are wide."""
    down = max(box.y - y, 0.0, y - box.y - box.height)
    across = max(box.x - x, 0.0, x - box.x - box.width)
    return down + across / 20
