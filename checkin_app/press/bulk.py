"""Owns the making of many badges: whose, how, into which file, here or in a process of its own."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from checkin_app import config
from checkin_app.badges.selection import Chosen, Selection
from checkin_app.domain.errors import NoSuchLayout, NotPossible
from checkin_app.press.apart import Ended, Say, Stopped, apart
from checkin_app.press.told import LeftOut, of_unbadged, of_unwritten

if TYPE_CHECKING:
    from checkin_app.badges.layout.sheets import Sheet
    from checkin_app.badges.receipts import Receipts
    from checkin_app.badges.render import Rendered
    from checkin_app.badges.subject import BadgeProblem, BadgeSubject
    from checkin_app.desk import Desk
    from checkin_app.desk.layouts import LayoutChoice


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
    """What became of a run; cancelled, or with nobody chosen, it wrote no file.

    `left_out` are those chosen who have no badge in it, each with why.
    """

    badges: tuple[MadeBadge, ...]
    pages: int
    warnings: tuple[BadgeProblem, ...]
    cancelled: bool = False
    left_out: tuple[LeftOut, ...] = ()


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
    stays beside `out`, whose draft is in a folder of this run alone.
    """
    from checkin_app.exporting.files import unwritable

    folder = out.with_name(f".{out.name[:40]}.{secrets.token_hex(6)}")
    draft = folder / out.name
    try:
        folder.mkdir()
        made = apart(partial(_opened, event, bulk, draft), progress=progress, cancelled=cancelled)
        if draft.exists():
            draft.replace(out)
        return made
    except OSError as error:
        raise unwritable(out, error) from error
    except Ended:
        if cancelled and cancelled():
            return Made((), 0, (), cancelled=True)
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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

    Who has a layout that is not there is left out. Raises NoSuchDelegate, NotPossible (also for a
    layout or sheet that is asked for and not known, that do not go together, or where nobody has a
    layout), NotWritable, OutputDiskFull.
    """
    from checkin_app.badges.render import render
    from checkin_app.exporting.files import unwritable

    layouts = desk.layout_choice(bulk.layout, usual=bulk.default)
    sheet = _sheet(bulk.sheet)
    selection = bulk.selection
    if bulk.separators:
        selection = replace(selection, sort="delegation")
    chosen = desk.badge_subjects(selection)
    unbadged = () if selection.delegates else of_unbadged(desk.unbadged(selection))
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
            made = people.made(rendered)
            if people.refused and not (made.badges or made.cancelled):
                raise people.refused
            return replace(made, left_out=(*unbadged, *made.left_out))
        unwritten |= again  # A receipt lists only badges that are there.


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
    desk: Desk, bulk: Bulk, people: _Recorded, layouts: LayoutChoice, sheet: Sheet | None
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
        liaisons={d.id: d.liaison for d in desk.delegations() if d.liaison},
        duplex=bulk.sides == "both" and any(layout.sides == 2 for layout in used.values()),
    )


class _Recorded:
    """The chosen badges without those that cannot be written, and who came by."""

    def __init__(self, chosen: Chosen, layouts: LayoutChoice, unwritten: frozenset[str]) -> None:
        self._chosen = chosen
        self._layouts = layouts
        self._unwritten = unwritten
        self._passed: list[MadeBadge] = []
        self._without: list[LeftOut] = []
        self.refused: NoSuchLayout | None = None

    def __len__(self) -> int:
        return len(self._chosen) - len(self._unwritten)

    def __iter__(self) -> Iterator[BadgeSubject]:
        self._passed.clear()
        self._without.clear()
        for subject in self._chosen:
            try:
                layout = self._layouts(subject)
            except NoSuchLayout as error:
                self.refused = error
                name = error.details["name"]
                who = subject.delegate_id, subject.name
                self._without.append(LeftOut(*who, "no_layout", "layout", name))
                continue
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
            (*self._without, *of_unwritten(out, rendered.warnings)),
        )
