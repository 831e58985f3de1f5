"""Owns the badge PDF: subjects in, their badges on pages, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from checkin_app.badges.layout import LAYOUTS, Layout
from checkin_app.badges.layout.sheets import SHEETS, Sheet
from checkin_app.badges.pdf.compose import Composer
from checkin_app.badges.pdf.document import PageFile
from checkin_app.badges.pdf.drawing import PhotoSource
from checkin_app.badges.pdf.imposing import Pages, Sheets, Singles
from checkin_app.badges.pdf.pictures import Pictures
from checkin_app.badges.subject import BadgeProblem, BadgeSubject, Fault
from checkin_app.badges.text.embedding import composite
from checkin_app.badges.text.words import Typesetter, clean
from checkin_app.domain.errors import NotPossible
from checkin_app.whole import replacing

_STEP = 50

Sides = Literal["front", "both"]
#: The layout of a delegate's badge; nothing where there is no badge for the category.
Choice = Callable[[BadgeSubject], Layout | None]
#: Pages that go between the badges of two subjects; nobody is before the first, after the last.
Inserts = Callable[[BadgeSubject | None, BadgeSubject | None], Iterable[Layout]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a run; cancelled, or without a badge, it wrote no file.

    `without` are the ids of delegates who get no badge, by their category.
    """

    badges: int
    pages: int
    warnings: tuple[BadgeProblem, ...]
    cancelled: bool = False
    without: frozenset[str] = frozenset()

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of delegates who have no badge in the file: none is meant for them, or the name or
        the code cannot be put on it."""
        return self.without | {w.delegate_id for w in self.warnings if w.bars}


class _Stopped(Exception):
    pass


def render(
    subjects: Iterable[BadgeSubject],
    out: Path,
    *,
    layout: str | Layout | Choice = "a6",
    sheet: str | Sheet | None = None,
    sides: Sides = "both",
    dpi: int | None = None,
    photos: PhotoSource | None = None,
    inserts: Inserts | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Rendered:
    """Writes badges to `out`, which is replaced only when all are there.

    `layout` is a Layout, a name in LAYOUTS (KeyError), or what chooses one for each subject; with
    `sheet`, a Sheet or a name in SHEETS (KeyError), several go on a page. A layout's back follows
    its front unless only fronts are wanted; if one has a back, so has every page, if an empty one.
    With `dpi` the code's modules are snapped to whole
    printer dots. `photos` gives the JPEG of `BadgeSubject.photo`. `progress` gets the number of
    badges done, now and then and at the end, and how many there will be where that is known.
    Of each subject only its warnings stay in memory. Raises NotPossible where a layout does not
    fit the sheet or no badge can be made for anybody, OSError where the file cannot be written.
    """
    chosen = LAYOUTS[layout] if isinstance(layout, str) else layout
    paper = SHEETS[sheet] if isinstance(sheet, str) else sheet
    total = len(subjects) if isinstance(subjects, Sized) else None
    done = 0
    try:
        with replacing(out) as draft, draft.open("wb") as file:
            run = _Run(file, chosen, paper, sides, dpi, photos)
            for done in run.badges(subjects, inserts):
                if done % _STEP == 0 and progress:
                    progress(done, total)
                if cancelled and cancelled():
                    raise _Stopped
            if not done:
                raise _Stopped
            pages = run.close()
    except _Stopped:
        return Rendered(0, 0, tuple(run.warnings), bool(done), frozenset(run.without))
    if progress:
        progress(done, done)
    return Rendered(done, pages, tuple(run.warnings), without=frozenset(run.without))


def page_of(
    subject: BadgeSubject, layout: Layout, *, photos: PhotoSource | None = None
) -> bytes | None:
    """One badge as the bytes of a PDF; nothing where the name or the code cannot be put on it."""
    out = BytesIO()
    run = _Run(out, layout, None, "both", None, photos)
    try:
        for _ in run.badges([subject], None):
            pass
    except NotPossible:
        return None
    run.close()
    return out.getvalue()


@dataclass(slots=True)
class _Run:
    """One file in the making."""

    out: BinaryIO
    layout: Layout | Choice
    sheet: Sheet | None
    sides: Sides
    dpi: int | None
    photos: PhotoSource | None
    warnings: list[BadgeProblem] = field(default_factory=list)
    without: set[str] = field(default_factory=set)
    _file: PageFile = field(init=False)
    _type: Typesetter = field(default_factory=Typesetter)
    _pictures: Pictures = field(init=False)
    _composers: dict[int, Composer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._file = PageFile(self.out)
        self._pictures = Pictures(self._file)

    def badges(self, subjects: Iterable[BadgeSubject], inserts: Inserts | None) -> Iterator[int]:
        """Makes them, and says after each how many there are."""
        singles = Singles(self._file, self.dpi)
        pages: Pages = Sheets(self._file, self.sheet, self.dpi) if self.sheet else singles
        before: BadgeSubject | None = None
        barred: BadgeProblem | None = None
        done = 0
        for subject in subjects:
            layout = self._layout(subject)
            if layout is None:
                self.without.add(subject.delegate_id)
                continue
            if inserts:
                self._insert(inserts(before, subject), pages, singles)
            before = subject
            bar = self._badge(layout, subject, pages)
            if bar is not None:
                barred = barred or bar
                continue
            if not done:
                self._file.title(clean(subject.event_en or subject.event_vi))
            done += 1
            yield done
        if barred and not done:
            raise _refusal(barred)
        if inserts and before is not None:
            self._insert(inserts(before, None), pages, singles)
        pages.finish()

    def close(self) -> int:
        """Puts in the fonts, ends the file, and says how many pages it has."""
        for name, face in self._type.faces.items():
            self._file.font(name, composite(self._file.share, face, self._type.used[name]))
        self._file.close()
        return self._file.pages

    def _layout(self, subject: BadgeSubject) -> Layout | None:
        return self.layout if isinstance(self.layout, Layout) else self.layout(subject)

    def _badge(self, layout: Layout, subject: BadgeSubject, pages: Pages) -> BadgeProblem | None:
        """Makes a badge, or says what leaves none."""
        composer = self._composers.get(id(layout))
        if composer is None:
            composer = Composer(layout, self._type, self._file, self._pictures, self.dpi)
            self._composers[id(layout)] = composer
        bar: BadgeProblem | None = None

        def report(fault: Fault) -> None:
            nonlocal bar
            problem = BadgeProblem(
                fault.problem,
                fault.field,
                fault.detail,
                fault.missing,
                delegate_id=subject.delegate_id,
                name=subject.name,
            )
            self.warnings.append(problem)
            if bar is None and problem.bars:
                bar = problem

        photo = None
        if composer.with_photo:
            photo = self.photos(subject.photo) if self.photos and subject.photo else None
            if photo is None and subject.photo:
                subject = replace(subject, photo="")
        front = composer.front(subject, report, photo)
        back = None
        if layout.back and (self.sides == "both" or layout.fold != "none"):
            back = composer.back(subject, report, photo)
        if bar is None:
            pages.add(layout, front, back)
        return bar

    def _insert(self, layouts: Iterable[Layout], pages: Pages, singles: Singles) -> None:
        for number, layout in enumerate(layouts):
            pages.finish()
            composer = Composer(layout, self._type, self._file, self._pictures, self.dpi, once=True)
            front = composer.front(BadgeSubject("", "", ""), lambda *_: None)
            singles.add(layout, front, None, "other" if number % 2 else "front")


def _refusal(bar: BadgeProblem) -> NotPossible:
    if bar.field == "code":
        return NotPossible(
            "{name} has no code that goes into a QR, so there is no badge. Issue a new code.",
            name=bar.name,
        )
    if bar.problem == "name_empty":
        return NotPossible("There is no name to print, so there is no badge. Write the name.")
    return NotPossible(
        "No font on this computer has all letters of {name}, so there is no badge. Write"
        " the name in Latin letters, or install a font that has them.",
        name=bar.name,
    )
