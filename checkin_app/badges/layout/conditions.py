"""Owns whether an element is drawn for a subject, and what a line of text says for it."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from checkin_app.badges.layout.elements import Condition, Line
from checkin_app.badges.layout.fields import FIELDS, PHOTO, Value
from checkin_app.badges.subject import BadgeSubject

Holds = Callable[[BadgeSubject], bool]


def holds(when: Condition) -> Holds:
    """The test that a condition is; `photo` asks for a picture that is there to be drawn."""
    value = asked(when)
    values = frozenset(when.values)
    categories = frozenset(when.categories)

    def test(subject: BadgeSubject) -> bool:
        met = True
        if value is not None:
            text = value(subject)
            met = text in values if values else bool(text)
        if categories:
            met = met and subject.category in categories
        return met is not when.absent

    return test


def asked(when: Condition) -> Value | None:
    """The text that a condition asks for, if it does."""
    if not when.field:
        return None
    return attrgetter(PHOTO) if when.field == PHOTO else FIELDS[when.field].value


def shared(when: Condition | None) -> bool:
    """Whether the answer is the same for everybody of a category."""
    return when is None or not when.field or (when.field in FIELDS and FIELDS[when.field].shared)


def text_of(line: Line) -> Value:
    """What a line says: its field's text or its own, and nothing where its condition fails."""
    if line.field:
        value = FIELDS[line.field].value
    else:
        fixed = line.fixed

        def value(_: BadgeSubject) -> str:
            return fixed

    if line.when is None:
        return value
    test = holds(line.when)
    return lambda subject: value(subject) if test(subject) else ""
