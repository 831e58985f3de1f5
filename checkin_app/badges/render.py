"""Owns the badge PDF: subjects in, one page each, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from checkin_app.badges.compose import Composer
from checkin_app.badges.document import PageFile
from checkin_app.badges.embedding import composite
from checkin_app.badges.layout import LAYOUTS, POINT, Layout
from checkin_app.badges.subject import BadgeProblem, BadgeSubject, Problem
from checkin_app.badges.whole import replacing
from checkin_app.badges.words import Typesetter, clean
from checkin_app.domain.errors import NotPossible

_STEP = 50
#: What a back depends on.
_BACK = attrgetter("category_en", "category_vi", "colour", "event_en", "event_vi", "dates")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a run; cancelled, or without a subject, it wrote no file."""

    badges: int
    pages: int
    warnings: tuple[BadgeProblem, ...]
    cancelled: bool = False

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of delegates who have no badge in the file: their names cannot be written."""
        return frozenset(
            w.delegate_id for w in self.warnings if _nameless(w.problem, w.field, w.detail)
        )


def _nameless(problem: Problem, field: str, detail: str) -> bool:
    """Whether letters of the name are missing; a symbol in it can be left out."""
    missing = (part.strip()[:1] for part in detail.split(","))
    return (problem, field) == ("missing_glyph", "name") and any(map(str.isalpha, missing))


class _Stopped(Exception):
    pass


def render(
    subjects: Iterable[BadgeSubject],
    out: Path,
    *,
    layout: str | Layout = "a6",
    dpi: int | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Rendered:
    """Writes one badge a page to `out`, which is replaced only when all are there.

    `layout` is a Layout or a name in LAYOUTS (KeyError). With `dpi` the code's modules are snapped
    to whole printer dots. `progress` gets the number of badges done, now and then and at the end,
    and how many there will be where that is known. Memory does not grow with the number of
    subjects. OSError where the file cannot be written.
    """
    chosen = LAYOUTS[layout] if isinstance(layout, str) else layout
    warnings: list[BadgeProblem] = []
    done = 0
    total = len(subjects) if isinstance(subjects, Sized) else None
    try:
        with replacing(out) as file:
            for done in _pages(subjects, file, chosen, dpi, warnings):
                if done % _STEP == 0 and progress:
                    progress(done, total)
                if cancelled and cancelled():
                    raise _Stopped
            if not done:
                raise _Stopped
    except _Stopped:
        return Rendered(0, 0, tuple(warnings), cancelled=bool(done))
    if progress:
        progress(done, done)
    return Rendered(done, done, tuple(warnings))


def _pages(
    subjects: Iterable[BadgeSubject],
    out: BinaryIO,
    layout: Layout,
    dpi: int | None,
    warnings: list[BadgeProblem],
) -> Iterator[int]:
    """Writes the file, and says after each page how many there are."""
    typesetter = Typesetter()
    composer = Composer(layout, typesetter, dpi)
    file = PageFile(out, layout.width * POINT, layout.height * POINT)
    backs: dict[tuple[str, ...], bytes] = {}
    nameless: list[str] = []
    for subject in subjects:

        def report(problem: Problem, field: str, detail: str, who: BadgeSubject = subject) -> None:
            warnings.append(BadgeProblem(who.delegate_id, who.name, problem, field, detail))
            if _nameless(problem, field, detail):
                nameless.append(who.name)

        shared = _BACK(subject)
        back = backs.get(shared)
        if back is None:
            name = f"B{len(backs)}"
            file.form(name, composer.back(subject, report))
            back = backs[shared] = f"/{name} Do\n".encode()
        before = len(nameless)
        front = composer.front(subject, report)
        if len(nameless) > before:
            continue
        file.page(back + front)
        if file.pages == 1:
            file.title(clean(subject.event_en or subject.event_vi))
        yield file.pages
    if nameless and not file.pages:
        raise NotPossible(
            "No font on this computer has all letters of {name}, so there is no badge. Write the"
            " name in Latin letters, or install a font that has them.",
            name=nameless[0],
        )
    for name, face in typesetter.faces.items():
        file.font(name, composite(file.share, face, typesetter.used[name]))
    file.close()
