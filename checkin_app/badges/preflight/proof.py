"""Owns the look at one badge: put together by the renderer's Composer, into a file kept nowhere.

So all that printing would warn of is found, and who is left out there is barred here. Beside it the
texts are looked at that lose characters before they are set, and the photo: at its printed size,
and whether there is one. A Photo that a layout draws only where there is one is missed here too,
other than in print, however well the layout fills its place: there is still time to take it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from checkin_app.badges.layout.conditions import holds, text_of
from checkin_app.badges.layout.elements import Layout, Line, Photo, Stack
from checkin_app.badges.layout.fields import FIELDS, Value
from checkin_app.badges.layout.overlaps import Overlap, overlaps
from checkin_app.badges.pdf.compose import Composer
from checkin_app.badges.pdf.document import PageFile
from checkin_app.badges.pdf.drawing import PhotoSource
from checkin_app.badges.pdf.pictures import Pictures
from checkin_app.badges.picture_files import header
from checkin_app.badges.preflight.findings import Finding, Kind
from checkin_app.badges.preflight.texts import removed, told
from checkin_app.badges.subject import BadgeSubject, Fault, unwritten
from checkin_app.badges.text.words import Typesetter

#: Pixels an inch that a printed face needs.
LEAST_PHOTO_DPI = 150

#: The layout of somebody's badge, nothing where there is none; LookupError with the name of one
#: that is not there.
Choice = Callable[[BadgeSubject], Layout | None]
Report = Callable[[Kind, str, str, str], None]


class Proof:
    """Looks at badges one by one, as the renderer would make them."""

    def __init__(
        self, layout: Layout | Choice, dpi: int | None = None, photos: PhotoSource | None = None
    ) -> None:
        self._layout = layout
        self._dpi = dpi
        self._photos = photos
        self._file = PageFile(cast(BinaryIO, _Nowhere()))
        self._type = Typesetter()
        self._pictures = Pictures(self._file)
        self._known: dict[int, _Face] = {}

    def findings(self, subject: BadgeSubject) -> list[Finding]:
        """All that is wrong with one badge taken alone."""
        found: list[Finding] = []

        def report(problem: Kind, field: str, detail: str, missing: str = "") -> None:
            finding = Finding(
                subject.delegate_id, subject.name, problem, field, detail, missing=missing
            )
            if finding not in found:
                found.append(finding)

        try:
            layout = self._layout if isinstance(self._layout, Layout) else self._layout(subject)
        except LookupError as unknown:
            report("no_layout", "layout", str(unknown.args[0]))
            return found
        if layout is None:
            return found
        face = self._known.get(id(layout))
        if face is None:
            composer = Composer(layout, self._type, self._file, self._pictures, self._dpi)
            face = self._known[id(layout)] = _Face(layout, composer)
        face.look(subject, self._photos, report)
        return found


@dataclass(frozen=True, slots=True)
class _Text:
    field: str
    value: Value


class _Covered:
    """A text with something over its place."""

    def __init__(self, overlap: Overlap) -> None:
        self._texts = [(line.field, text_of(line)) for line in overlap.text.lines]
        over = overlap.over
        self._over = [text_of(line) for line in over.lines] if isinstance(over, Stack) else None
        self._photo = isinstance(over, Photo)
        self._when = [holds(e.when) for e in (overlap.text, over) if e.when is not None]

    def field(self, subject: BadgeSubject) -> str:
        """The first text that is drawn there, if both are drawn on this badge."""
        if (self._photo and not subject.photo) or not all(test(subject) for test in self._when):
            return ""
        if self._over is not None and not any(value(subject) for value in self._over):
            return ""
        return next((field for field, value in self._texts if value(subject)), "")


class _Face:
    """One layout, with what of it preflight looks at beside the composer."""

    def __init__(self, layout: Layout, composer: Composer) -> None:
        self._layout = layout
        self._composer = composer
        elements = (*layout.front, *layout.back)
        fields = dict.fromkeys(line.field for line in _lines(elements) if line.field)
        self._texts = [_Text(name, FIELDS[name].value) for name in fields]
        self._photos = [element for element in elements if isinstance(element, Photo)]
        self._covered = [
            _Covered(overlap) for face in (layout.front, layout.back) for overlap in overlaps(face)
        ]

    def look(
        self,
        subject: BadgeSubject,
        photos: PhotoSource | None,
        report: Report,
    ) -> None:
        for text in self._texts:
            raw = text.value(subject)
            if not raw.isascii() or not raw.isprintable():
                lost = removed(raw)
                if lost:
                    report("character_removed", text.field, told(lost), "")
        photo = None
        if self._composer.with_photo:
            photo = photos(subject.photo) if photos and subject.photo else None
        self._look_at_photo(subject, photo, report)
        if photo is None and subject.photo:
            subject = replace(subject, photo="")

        for covered in self._covered:
            field = covered.field(subject)
            if field:
                report("covered", field, "", "")

        def hear(fault: Fault) -> None:
            problem: Kind = fault.problem
            if problem == "missing_glyph" and not unwritten(fault.missing):
                problem = "character_removed"
            detail = "" if fault.field == "photo" else fault.detail
            report(problem, fault.field, detail, fault.missing)

        self._composer.front(subject, hear, photo)
        if self._layout.back:
            self._composer.back(subject, hear, photo)

    def _look_at_photo(
        self,
        subject: BadgeSubject,
        photo: bytes | None,
        report: Report,
    ) -> None:
        if not self._photos:
            return
        meant = replace(subject, photo=subject.photo or "photo")
        wanted = [p for p in self._photos if p.when is None or holds(p.when)(meant)]
        said = header(photo) if photo else None
        if not wanted:
            return
        if said is None:
            report("photo_missing", "photo", "", "")
            return
        dpi = min(min(said.width / p.box.width, said.height / p.box.height) * 25.4 for p in wanted)
        if dpi < LEAST_PHOTO_DPI:
            size = f"{said.width} × {said.height}, {dpi:.0f} dpi"
            report("photo_too_small", "photo", size, "")


class _Nowhere:
    """A file whose content nobody wants."""

    def write(self, data: bytes) -> int:
        return len(data)


def _lines(elements: Iterable[object]) -> Iterator[Line]:
    for element in elements:
        if isinstance(element, Stack):
            yield from element.lines
