"""Owns the making of many badges: whose, how, into which file, here or in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from checkin_app.badges.selection import Chosen, Selection
from checkin_app.domain.errors import NotPossible
from checkin_app.press.apart import Ended, Say, Stopped, apart

if TYPE_CHECKING:
    from checkin_app.badges.render import Rendered
    from checkin_app.badges.subject import BadgeProblem, BadgeSubject
    from checkin_app.desk import Desk

T = TypeVar("T")

#: What a badge is where nobody said otherwise.
DEFAULT_LAYOUT = "a6"
NO_LAYOUT = "There is no badge layout “{wanted}”. The layouts are: {known}."
NO_SHEET = "There is no sheet “{wanted}”. The sheets are: {known}."


@dataclass(frozen=True, slots=True)
class Bulk:
    """Whose badges, and how. `layout` "" is the category's, else `default`; `sheet` "" is none.

    With `separators` a custody receipt goes before each delegation's badges.
    """

    selection: Selection
    layout: str = ""
    sheet: str = ""
    sides: Literal["front", "both"] = "both"
    separators: bool = False
    dpi: int | None = None
    default: str = DEFAULT_LAYOUT


@dataclass(frozen=True, slots=True)
class MadeBadge:
    """A badge that is in the file."""

    delegate_id: str
    code: str
    layout: str


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a run; cancelled, or with nobody chosen, it wrote no file."""

    badges: tuple[MadeBadge, ...]
    pages: int
    warnings: tuple[BadgeProblem, ...]
    cancelled: bool = False


def make_apart(
    event: Path,
    bulk: Bulk,
    out: Path,
    *,
    progress: Say | None = None,
    cancelled: Stopped | None = None,
) -> Made:
    """Like make(), in a process of its own that opens the event file for reading.

    What was recorded before is in it. Raises Ended where the process was killed; nothing of it
    stays beside `out`.
    """
    try:
        return apart(partial(_opened, event, bulk, out), progress=progress, cancelled=cancelled)
    except Ended:
        for draft in out.parent.glob(f".{out.name[:40]}.*"):
            if re.fullmatch(r"[0-9a-f]{12}", draft.name.rpartition(".")[2]):
                draft.unlink(missing_ok=True)
        if cancelled and cancelled():
            return Made((), 0, (), cancelled=True)
        raise


def _opened(event: Path, bulk: Bulk, out: Path, say: Say, stopped: Stopped) -> Made:
    from checkin_app.desk import Desk

    desk = Desk.open(event, write=False)
    try:
        return make(desk, bulk, out, progress=say, cancelled=stopped)
    finally:
        desk.close()


def make(
    desk: Desk,
    bulk: Bulk,
    out: Path,
    *,
    progress: Say | None = None,
    cancelled: Stopped | None = None,
) -> Made:
    """Makes the badges as one PDF.

    Raises NoSuchDelegate, NotPossible (also for a layout or sheet that is not known), NotWritable,
    OutputDiskFull.
    """
    from checkin_app.badges.layout import LAYOUTS
    from checkin_app.badges.render import render
    from checkin_app.exporting.files import unwritable

    layout = known(bulk.layout or bulk.default, LAYOUTS, NO_LAYOUT)
    people = _Recorded(desk.badge_subjects(bulk.selection))
    try:
        rendered = render(people, out, layout=layout, progress=progress, cancelled=cancelled)
    except OSError as error:
        raise unwritable(out, error) from error
    return people.made(rendered, layout.name)


def known(wanted: str, things: Mapping[str, T], sentence: str) -> T:
    """The thing of a name. Raises NotPossible with `sentence`."""
    if wanted not in things:
        raise NotPossible(sentence, wanted=wanted, known=", ".join(things))
    return things[wanted]


class _Recorded:
    """The chosen badges, and who came by."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._passed: list[tuple[str, str]] = []

    def __len__(self) -> int:
        return len(self._chosen)

    def __iter__(self) -> Iterator[BadgeSubject]:
        self._passed.clear()
        for subject in self._chosen:
            self._passed.append((subject.delegate_id, subject.code))
            yield subject

    def made(self, rendered: Rendered, layout: str) -> Made:
        """Everybody whose badge is in the file."""
        out = rendered.left_out
        return Made(
            ()
            if not rendered.badges
            else tuple(
                MadeBadge(key, code, layout) for key, code in self._passed if key not in out
            ),
            rendered.pages,
            rendered.warnings,
            rendered.cancelled,
        )
