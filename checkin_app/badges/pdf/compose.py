"""Owns how the faces of a badge are put together: what a category shares, and what is one's own.

What is the same for everybody of a category goes into the file once, as a form that the badges
draw, unless something of one delegate lies below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from checkin_app.badges.layout.conditions import asked, shared
from checkin_app.badges.layout.elements import (
    POINT,
    Area,
    Box,
    Code,
    Condition,
    Country,
    Element,
    Image,
    Layout,
    Photo,
    Rule,
    Stack,
)
from checkin_app.badges.layout.fields import FIELDS, PHOTO, Value
from checkin_app.badges.pdf.document import PageFile
from checkin_app.badges.pdf.drawing import Report, Tools, Work, drawer
from checkin_app.badges.pdf.pictures import Pictures
from checkin_app.badges.subject import NAME, BadgeSubject, Fault
from checkin_app.badges.text.words import Typesetter, clean

_COLOUR: Value = attrgetter("colour")
_CATEGORY: Value = attrgetter("category")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A face as operators, its origin at its lower left corner; `own` are the pictures of this
    badge alone, by name and object number."""

    content: bytes
    own: tuple[tuple[str, int], ...] = ()


class Composer:
    """Puts badges of one layout together, for one file.

    What is used `once` shares nothing with other pages.
    """

    def __init__(
        self,
        layout: Layout,
        typesetter: Typesetter,
        file: PageFile,
        pictures: Pictures,
        dpi: int | None,
        *,
        once: bool = False,
    ) -> None:
        self.layout = layout
        tools = Tools(layout, typesetter, pictures, dpi)
        self._front = _Face(layout.front, tools, file, once=once)
        self._back = _Face(layout.back, tools, file, once=once)
        self.with_photo = any(map(_of_photo, (*layout.front, *layout.back)))
        self._with_name = any(map(_of_name, (*layout.front, *layout.back)))

    def front(self, subject: BadgeSubject, report: Report, photo: bytes | None = None) -> Drawn:
        if self._with_name and not clean(subject.name):
            report(Fault("name_empty", NAME))
        return self._front.drawn(Work(subject, report, photo))

    def back(self, subject: BadgeSubject, report: Report, photo: bytes | None = None) -> Drawn:
        return self._back.drawn(Work(subject, report, photo))


class _Face:
    """One side: the elements of a category, then those of a delegate, each from below."""

    def __init__(
        self, elements: tuple[Element, ...], tools: Tools, file: PageFile, *, once: bool
    ) -> None:
        self._file = file
        self._size = (tools.layout.width * POINT, tools.layout.height * POINT)
        common, own = ([], list(elements)) if once else _parted(elements)
        self._common = [drawer(e, tools) for e in common]
        self._own = [drawer(e, tools) for e in own]
        self._depends = tuple(dict.fromkeys(value for e in common for value in _depends(e)))
        self._forms: dict[tuple[str, ...], tuple[bytes, tuple[Fault, ...]]] = {}

    def drawn(self, work: Work) -> Drawn:
        parts = [draw(work) for draw in self._own]
        if self._common:
            parts.insert(0, self._form(work))
        return Drawn(b"".join(parts), tuple((p.name, p.number) for p in work.own))

    def _form(self, work: Work) -> bytes:
        key = tuple([value(work.subject) for value in self._depends])
        known = self._forms.get(key)
        if known is None:
            faults: list[Fault] = []
            making = replace(work, report=faults.append)
            content = b"".join([draw(making) for draw in self._common])
            name = self._file.form(content, *self._size)
            known = self._forms[key] = (b"/%b Do\n" % name.encode(), tuple(faults))
        drawn, told = known
        for fault in told:
            work.report(fault)
        return drawn


def _parted(elements: tuple[Element, ...]) -> tuple[list[Element], list[Element]]:
    """The elements that a category shares, and those that are drawn for each delegate."""
    common: list[Element] = []
    own: list[Element] = []
    for element in elements:
        alone = not _is_shared(element) or any(_touch(_inked(element), _inked(e)) for e in own)
        (own if alone else common).append(element)
    return common, own


def _is_shared(element: Element) -> bool:
    match element:
        case Area() | Rule() | Image():
            return shared(element.when)
        case Stack():
            return shared(element.when) and all(
                shared(line.when) and (not line.field or FIELDS[line.field].shared)
                for line in element.lines
            )
        case Photo() | Code() | Country():
            return False


def _depends(element: Element) -> Iterator[Value]:
    """The texts of a subject that a shared element's look depends on."""
    yield _COLOUR
    conditions: list[Condition | None] = [element.when]
    if isinstance(element, Stack):
        for line in element.lines:
            conditions.append(line.when)
            if line.field:
                yield FIELDS[line.field].value
    for when in conditions:
        if when is not None:
            value = asked(when)
            if value is not None:
                yield value
            if when.categories:
                yield _CATEGORY


def _of_photo(element: Element) -> bool:
    """Whether the delegate's picture has to be looked for."""
    lines = element.lines if isinstance(element, Stack) else ()
    conditions = (element.when, *(line.when for line in lines))
    return isinstance(element, Photo) or any(w is not None and w.field == PHOTO for w in conditions)


def _of_name(element: Element) -> bool:
    return isinstance(element, Stack) and any(line.field == NAME for line in element.lines)


def _inked(element: Element) -> Box:
    """Where an element can have ink: a line has half its thickness around its box."""
    box = element.box
    if not isinstance(element, Rule):
        return box
    more = element.thickness / 2
    return Box(box.x - more, box.y - more, box.width + 2 * more, box.height + 2 * more)


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
