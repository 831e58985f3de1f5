"""Owns what is known of a layout before it is printed: its picture for a person, its faults."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from checkin_app.badges.layout.elements import Element, Layout, Stack
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.editor.core.document import Side
from checkin_app.ui.editor.core.elements import kind
from checkin_app.ui.editor.rasters import Picture, picture

#: The coarsest printer a code must come out of readably.
DPI = 203
Photos = Callable[[str], bytes | None]

_PLACE = re.compile(r"(front|back)\[(\d+)\](?:\.lines\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where if that is known.

    `kind` is `document` (the sentence and its details say it), `crash`, or one of the renderer's
    problems with a person's badge. What `stops` it cannot be saved.
    """

    kind: str
    stops: bool
    side: Side | Literal[""] = ""
    number: int = -1
    line: int = 0
    sentence: str = ""
    details: dict[str, str] = field(default_factory=dict)
    delegate: str = ""
    name: str = ""
    field_name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The picture of a face; without one, why."""

    layout: Layout
    side: Side
    picture: Picture | None
    fault: Fault | None = None


def paint(
    layout: Layout, subject: BadgeSubject, side: Side, scale: float, photos: Photos | None
) -> Proof:
    """A person's badge as it prints; `scale` in pixels a millimetre."""
    try:
        pdf = _rendered([subject], layout, photos)[0]
        return Proof(layout, side, picture(pdf, layout, side, scale))
    except CheckinError as why:
        fault = Fault("document", True, sentence=why.sentence, details=dict(why.details))
        return Proof(layout, side, None, fault)
    except ValueError:
        return Proof(layout, side, None, Fault("crash", True))


def faults(
    layout: Layout, people: Sequence[BadgeSubject], photos: Photos | None
) -> tuple[Fault, ...]:
    """Everything against the layout: as a document, and printed at DPI for these people."""
    from checkin_app.badges.layout import LayoutError, dump, parse

    try:
        again = parse(dump(layout))
    except LayoutError as error:
        wrong = [
            Fault(
                "document",
                True,
                *_place(problem.path),
                sentence=problem.sentence,
                details=dict(problem.details),
            )
            for problem in error.problems
        ]
        return (*wrong, *_stopping(layout, people, photos))
    return _once(_about(f, layout) for f in [*_covered(layout), *_printed(again, people, photos)])


def _covered(layout: Layout) -> Iterator[Fault]:
    """The texts that have something else over their place."""
    from checkin_app.badges.layout.overlaps import overlaps

    sides: tuple[tuple[Side, tuple[Element, ...]], ...] = (
        ("front", layout.front),
        ("back", layout.back),
    )
    for side, face in sides:
        for one in overlaps(face):
            field_name = next((line.field for line in one.text.lines if line.field), "")
            yield Fault("covered", False, side, one.number, field_name=field_name)


def _stopping(
    layout: Layout, people: Sequence[BadgeSubject], photos: Photos | None
) -> tuple[Fault, ...]:
    """What else stops a layout that is no document yet, so far as it can be drawn at all."""
    try:
        found = _rendered(people[-1:], layout, photos)[1]
    except (CheckinError, ValueError):
        return ()
    return _once(_about(f, layout) for f in found if f.stops)


def _printed(layout: Layout, people: Sequence[BadgeSubject], photos: Photos | None) -> list[Fault]:
    """What the renderer says; where it makes no badges at all, of one person after the other."""
    try:
        return _rendered(people, layout, photos)[1]
    except CheckinError as why:
        if len(people) != 1:
            return [f for subject in people for f in _printed(layout, [subject], photos)]
        return [
            Fault(
                "document",
                False,
                sentence=why.sentence,
                details=dict(why.details),
                delegate=people[0].delegate_id,
                name=people[0].name,
            )
        ]


def _rendered(
    subjects: Sequence[BadgeSubject], layout: Layout, photos: Photos | None
) -> tuple[bytes, list[Fault]]:
    """The PDF, and what the renderer said of it."""
    from checkin_app.badges.render import render

    with TemporaryDirectory(prefix="layout-") as folder:
        out = Path(folder) / "badge.pdf"
        made = render(subjects, out, layout=layout, dpi=DPI, photos=photos)
        pdf = out.read_bytes() if out.exists() else b""
    said = [
        Fault(
            warning.problem,
            warning.problem == "qr_too_fine",
            delegate=warning.delegate_id,
            name=warning.name,
            field_name=warning.field,
            detail=warning.detail,
        )
        for warning in made.warnings
    ]
    return pdf, said


def _about(fault: Fault, layout: Layout) -> Fault:
    """The fault with the element that it is about."""
    sides: tuple[tuple[Side, tuple[Element, ...]], ...] = (
        ("front", layout.front),
        ("back", layout.back),
    )
    for side, elements in sides:
        for number, element in enumerate(elements):
            if kind(element) == fault.field_name:
                return replace(fault, side=side, number=number)
            if isinstance(element, Stack):
                for at, line in enumerate(element.lines):
                    if line.field and line.field == fault.field_name:
                        return replace(fault, side=side, number=number, line=at)
    return fault


def _once(found: Iterable[Fault]) -> tuple[Fault, ...]:
    """One fault a kind and field, the first; what stops first."""
    kept: dict[tuple[object, ...], Fault] = {}
    for fault in found:
        kept.setdefault((fault.kind, fault.field_name, fault.sentence), fault)
    return tuple(sorted(kept.values(), key=lambda f: not f.stops))


def _place(path: str) -> tuple[Side | Literal[""], int, int]:
    match = _PLACE.match(path)
    if match is None:
        return "", -1, 0
    side: Side = "front" if match[1] == "front" else "back"
    return side, int(match[2]), int(match[3] or 0)
