"""Owns the making of many badges: whose, how, into which file, here or in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from checkin_app import config
from checkin_app.badges.selection import Chosen, Selection
from checkin_app.domain.badges import NO_BADGE
from checkin_app.domain.errors import NotPossible
from checkin_app.press.apart import Ended, Say, Stopped, apart

if TYPE_CHECKING:
    from checkin_app.badges.layout.elements import Layout
    from checkin_app.badges.layout.sheets import Sheet
    from checkin_app.badges.receipts import Receipts
    from checkin_app.badges.render import Rendered
    from checkin_app.badges.subject import BadgeProblem, BadgeSubject
    from checkin_app.desk import Desk


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
    default: str = config.DEFAULT_LAYOUT


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
    """Makes the badges as one PDF; `progress` hears how many are made, and of how many.

    Raises NoSuchDelegate, NotPossible (also for a layout or sheet that is not known, or that do
    not go together), NotWritable, OutputDiskFull.
    """
    from checkin_app.badges.render import render
    from checkin_app.exporting.files import unwritable

    layouts = Layouts(desk, bulk)
    sheet = _sheet(bulk.sheet)
    selection = bulk.selection
    if bulk.separators:
        selection = replace(selection, sort="delegation")
    chosen = desk.badge_subjects(selection)
    unwritten: frozenset[str] = frozenset()
    while True:
        people = _Recorded(chosen, layouts, unwritten)
        try:
            rendered = render(
                people,
                out,
                layout=layouts,
                sheet=sheet,
                sides=bulk.sides,
                dpi=bulk.dpi,
                photos=desk.photo,
                inserts=_receipts(desk, bulk, people, layouts, sheet) if bulk.separators else None,
                progress=progress,
                cancelled=cancelled,
            )
        except OSError as error:
            raise unwritable(out, error) from error
        again = rendered.left_out - unwritten
        if not (bulk.separators and again) or rendered.cancelled:
            return people.made(rendered)
        unwritten |= again  # A receipt lists only badges that are there.


class Layouts:
    """The layout of each badge: the one asked for, else the category's, else the default.

    Raises NotPossible where one is not known.
    """

    def __init__(self, desk: Desk, bulk: Bulk) -> None:
        known = desk.layouts()
        names = {
            category.id: bulk.layout or category.layout or bulk.default
            for category in desk.categories()
        }
        self._usual = _known(known, bulk.layout or bulk.default)
        self._of = {key: _known(known, name) for key, name in names.items() if name != NO_BADGE}
        self._without = {key for key, name in names.items() if name == NO_BADGE}

    def __call__(self, subject: BadgeSubject) -> Layout | None:
        if subject.category in self._without:
            return None
        return self._of.get(subject.category, self._usual)


def _known(layouts: Mapping[str, Layout], wanted: str) -> Layout:
    if wanted not in layouts:
        raise NotPossible(
            "There is no layout “{name}”. The layouts are: {known}.",
            name=wanted,
            known=", ".join(layouts),
        )
    return layouts[wanted]


def _sheet(wanted: str) -> Sheet | None:
    from checkin_app.badges.layout.sheets import SHEETS

    if wanted and wanted not in SHEETS:
        raise NotPossible(
            "There is no sheet “{wanted}”. The sheets are: {known}.",
            wanted=wanted,
            known=", ".join(SHEETS),
        )
    return SHEETS[wanted] if wanted else None


def _receipts(
    desk: Desk, bulk: Bulk, people: _Recorded, layouts: Layouts, sheet: Sheet | None
) -> Receipts | None:
    from checkin_app.badges.receipts import Receipts
    from checkin_app.badges.receipts.page import Part

    used = {layout.name: layout for s in people if (layout := layouts(s)) is not None}
    if not used:
        return None
    first = next(iter(used.values()))
    width, height = (sheet.width, sheet.height) if sheet else first.paper
    event = desk.event
    return Receipts(
        people,
        width,
        height,
        Part(
            event_vi=event.name_vi,
            event_en=event.name,
            desk=desk.desk_name,
            made=f"{datetime.now(event.zone):%d/%m/%Y %H:%M}",
        ),
        liaisons={d.name: d.liaison for d in desk.delegations() if d.liaison},
        duplex=bulk.sides == "both" and any(layout.sides == 2 for layout in used.values()),
    )


class _Recorded:
    """The chosen badges without those that cannot be written, and who came by."""

    def __init__(self, chosen: Chosen, layouts: Layouts, unwritten: frozenset[str]) -> None:
        self._chosen = chosen
        self._layouts = layouts
        self._unwritten = unwritten
        self._passed: list[MadeBadge] = []

    def __len__(self) -> int:
        return len(self._chosen) - len(self._unwritten)

    def __iter__(self) -> Iterator[BadgeSubject]:
        self._passed.clear()
        for subject in self._chosen:
            layout = self._layouts(subject)
            if layout is not None and subject.delegate_id not in self._unwritten:
                self._passed.append(MadeBadge(subject.delegate_id, subject.code, layout.name))
                yield subject

    def made(self, rendered: Rendered) -> Made:
        """Everybody whose badge is in the file."""
        out = rendered.left_out
        return Made(
            tuple(b for b in self._passed if rendered.badges and b.delegate_id not in out),
            rendered.pages,
            rendered.warnings,
            rendered.cancelled,
        )
