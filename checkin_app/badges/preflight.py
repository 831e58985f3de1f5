"""Owns preflight: what would be wrong with badges if they were printed now.

Each badge is put together by the renderer's own Composer, into a file that is kept nowhere, so
that what is said here is what printing would do. Two things are looked at beside it: the texts
that lose characters before they are set, and people whose badges cannot be told apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal, cast

from checkin_app.badges.compose import Composer
from checkin_app.badges.conditions import holds
from checkin_app.badges.document import PageFile
from checkin_app.badges.drawing import PhotoSource
from checkin_app.badges.elements import Layout, Line, Photo, Stack
from checkin_app.badges.fields import FIELDS, Value
from checkin_app.badges.layout_images import header
from checkin_app.badges.pictures import Pictures
from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.words import Typesetter, clean
from checkin_app.domain import names

Kind = Literal[
    "name_empty",
    "missing_glyph",
    "overflow",
    "clipped_marks",
    "qr_too_fine",
    "no_code",
    "no_layout",
    "duplicate",
    "below_minimum_size",
    "photo_missing",
    "photo_too_small",
    "character_removed",
]
#: In the order people should look at them; those before `below_minimum_size` make a badge wrong.
KINDS: tuple[Kind, ...] = (
    "name_empty",
    "no_code",
    "no_layout",
    "missing_glyph",
    "overflow",
    "clipped_marks",
    "qr_too_fine",
    "duplicate",
    "below_minimum_size",
    "photo_missing",
    "photo_too_small",
    "character_removed",
)
ERRORS = frozenset(KINDS[: KINDS.index("below_minimum_size")])

#: Pixels an inch that a printed face needs.
LEAST_PHOTO_DPI = 150
_STEP = 50
_SPACES = frozenset(" \t\n\r\u00a0\u2028\u2029\u202f")
_HYPHENS = str.maketrans("\u2010\u2011", "--")

#: The layout of somebody's badge, nothing where there is none; LookupError with the name of one
#: that is not there.
Choice = Callable[[BadgeSubject], Layout | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one badge. `field` names the text, `detail` says what about it; `other`
    is the id of the delegate whose badge is the same, `other_name` their name."""

    delegate_id: str
    name: str
    problem: Kind
    field: str
    detail: str
    other: str = ""
    other_name: str = ""

    @property
    def wrong(self) -> bool:
        """Whether the badge would be wrong, rather than less good than it could be."""
        return self.problem in ERRORS

    @property
    def shared(self) -> bool:
        """Whether it is about a text that all badges of the category have: told of one of them."""
        known = FIELDS.get(self.field)
        return not self.field or (known is not None and known.shared)


@dataclass(frozen=True, slots=True)
class Checked:
    """`badges` is how many were looked at; fewer than there are where it was cancelled."""

    badges: int
    findings: tuple[Finding, ...]
    cancelled: bool = False


def preflight(
    subjects: Iterable[BadgeSubject],
    *,
    layout: Layout | Choice,
    dpi: int | None = None,
    photos: PhotoSource | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Checked:
    """Looks at every badge; the arguments are those of render(). Nothing is written.

    Memory does not grow with the number of badges but by a line for each name and finding.
    """
    total = len(subjects) if isinstance(subjects, Sized) else None
    press = Proof(layout, dpi, photos)
    alike = _Alike()
    findings: list[Finding] = []
    done = 0
    for subject in subjects:
        findings += press.findings(subject)
        findings += alike.findings(subject)
        done += 1
        if done % _STEP == 0:
            if progress:
                progress(done, total)
            if cancelled and cancelled():
                return Checked(done, tuple(findings), cancelled=True)
    if progress:
        progress(done, done)
    return Checked(done, tuple(findings))


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

        def report(problem: Kind, field: str, detail: str) -> None:
            finding = Finding(subject.delegate_id, subject.name, problem, field, detail)
            if finding not in found:
                found.append(finding)

        try:
            layout = self._layout if isinstance(self._layout, Layout) else self._layout(subject)
        except LookupError as unknown:
            report("no_layout", "layout", str(unknown.args[0]))
            return found
        if layout is None:
            return found
        if not clean(subject.name):
            report("name_empty", "name", "")
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


class _Face:
    """One layout, with what of it preflight looks at beside the composer."""

    def __init__(self, layout: Layout, composer: Composer) -> None:
        self._layout = layout
        self._composer = composer
        elements = (*layout.front, *layout.back)
        fields = dict.fromkeys(line.field for line in _lines(elements) if line.field)
        self._texts = [_Text(name, FIELDS[name].value) for name in fields]
        self._photos = [element for element in elements if isinstance(element, Photo)]

    def look(
        self,
        subject: BadgeSubject,
        photos: PhotoSource | None,
        report: Callable[[Kind, str, str], None],
    ) -> None:
        for text in self._texts:
            raw = text.value(subject)
            if not raw.isascii() or not raw.isprintable():
                lost = _removed(raw)
                if lost:
                    report("character_removed", text.field, _told(lost))
        photo = None
        if self._composer.with_photo:
            photo = photos(subject.photo) if photos and subject.photo else None
        self._look_at_photo(subject, photo, report)
        if photo is None and subject.photo:
            subject = replace(subject, photo="")

        def told(problem: str, field: str, detail: str) -> None:
            if problem == "missing_glyph" and not _letters(detail):
                problem = "character_removed"
            report(cast(Kind, problem), field, "" if field == "photo" else detail)

        self._composer.front(subject, told, photo)
        if self._layout.back:
            self._composer.back(subject, told, photo)

    def _look_at_photo(
        self,
        subject: BadgeSubject,
        photo: bytes | None,
        report: Callable[[Kind, str, str], None],
    ) -> None:
        if not self._photos:
            return
        meant = replace(subject, photo=subject.photo or "photo")
        wanted = [p for p in self._photos if p.when is None or holds(p.when)(meant)]
        said = header(photo) if photo else None
        if not wanted:
            return
        if said is None:
            report("photo_missing", "photo", "")
            return
        dpi = min(min(said.width / p.box.width, said.height / p.box.height) * 25.4 for p in wanted)
        if dpi < LEAST_PHOTO_DPI:
            report("photo_too_small", "photo", f"{said.width} × {said.height}, {dpi:.0f} dpi")


class _Alike:
    """People whose badges cannot be told apart: one name in one delegation, or one code.

    Two with a photo each, and not the same one, are told apart by it.
    """

    def __init__(self) -> None:
        self._first: dict[int, tuple[str, str, str]] = {}
        self._told: set[str] = set()
        self._codes: dict[int, tuple[str, str]] = {}

    def findings(self, subject: BadgeSubject) -> Iterator[Finding]:
        me = (subject.delegate_id, subject.name)
        other = self._codes.setdefault(hash(subject.code), me)
        if other[0] != me[0]:
            yield _twins(me, other, "code")
        words = names.words(subject.name)
        if not words:
            return
        key = hash((words, subject.delegation, subject.country))
        twin = self._first.setdefault(key, (*me, subject.photo))
        if twin[0] == me[0] or (subject.photo and twin[2] and subject.photo != twin[2]):
            return
        yield _twins(me, twin[:2], "name")
        if twin[0] not in self._told:
            self._told.add(twin[0])
            yield _twins(twin[:2], me, "name")


def _twins(one: tuple[str, str], other: tuple[str, str], field: str) -> Finding:
    key, name = other
    return Finding(*one, "duplicate", field, f"{name} ({key})", key, name)


class _Nowhere:
    """A file whose content nobody wants."""

    def write(self, data: bytes) -> int:
        return len(data)


def _lines(elements: Iterable[object]) -> Iterator[Line]:
    for element in elements:
        if isinstance(element, Stack):
            yield from element.lines


def _removed(raw: str) -> list[str]:
    """The characters of a text that are not set: controls, private ones, marks beyond three."""
    cleaned = clean(raw)
    if cleaned == raw:
        return []
    whole = unicodedata.normalize("NFC", raw).translate(_HYPHENS)
    before = Counter(whole)
    before.subtract(cleaned)
    return [c for c, times in before.items() if times > 0 and c not in _SPACES and not c.isspace()]


def _letters(detail: str) -> bool:
    """Whether a letter, digit or mark is among those told, as `x U+0078, …`."""
    return any(
        unicodedata.category(part.strip()[0])[0] in "LMN"
        for part in detail.split(",")
        if part.strip()
    )


def _told(letters: list[str]) -> str:
    """Up to five characters, those that can be seen, with their code points."""
    told = [f"{c} U+{ord(c):04X}" if c.isprintable() else f"U+{ord(c):04X}" for c in letters[:5]]
    return ", ".join(told) + (" …" if len(letters) > len(told) else "")
