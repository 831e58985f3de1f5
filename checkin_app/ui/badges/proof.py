"""Owns the picture of a badge before it is printed: the very page, made beside the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background, Say, Stopped
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.layout.elements import Layout
    from checkin_app.badges.subject import BadgeProblem
    from checkin_app.desk import Desk
    from checkin_app.press.bulk import Bulk
    from checkin_app.ui.editor.core.document import Side

_MOST_PIXELS = 6_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose badges (several where they share a sheet), how, and in how many pixels of height."""

    ids: tuple[str, ...]
    bulk: Bulk
    pixels: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The pages of a badge as they print: its front, and its back if it is printed too."""

    wanted: Wanted
    names: tuple[str, ...]
    pages: tuple[QImage, ...]
    warnings: tuple[BadgeProblem, ...]


class Proofs(QObject):
    """Emits `made` with a Proof of what was wanted last, `failed` with why there is none."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._beside = Background(self)
        self._wanted: Wanted | None = None

    def want(self, wanted: Wanted) -> None:
        """Makes it now, or after the one under way."""
        self._wanted = wanted
        if not self._beside.busy:
            self._put()

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None

    def _put(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or self._workplace.forum is None:
            return

        def read(desk: Desk, say: Say, stopped: Stopped) -> Proof:
            return proof(desk, wanted)

        self._beside.read(self._workplace.lane, read, self._on_made, self._on_failed)

    def _on_made(self, proof: Proof) -> None:
        if self._wanted is None:
            self.made.emit(proof)
        else:
            self._put()

    def _on_failed(self, error: CheckinError) -> None:
        if self._wanted is None:
            self.failed.emit(error)
        else:
            self._put()


def proof(desk: Desk, wanted: Wanted) -> Proof:
    """The pages of some badges. Raises what making them raises."""
    from checkin_app.badges.layout.elements import Layout
    from checkin_app.badges.layout.sheets import SHEETS
    from checkin_app.badges.selection import Selection
    from checkin_app.press.bulk import make

    bulk = replace(wanted.bulk, selection=Selection(wanted.ids), separators=False)
    subjects = list(desk.badge_subjects(bulk.selection))
    choice = desk.layout_choice(bulk.layout, usual=bulk.default)
    layout = choice(subjects[0]) if subjects else None
    if layout is None:
        return Proof(wanted, (), (), ())
    with TemporaryDirectory(prefix="badge-") as folder:
        out = Path(folder) / "badge.pdf"
        made = make(desk, bulk, out)
        pdf = out.read_bytes() if made.badges else b""
    sheet = SHEETS.get(bulk.sheet)
    size = (sheet.width, sheet.height) if sheet else layout.paper
    pages = _pages(pdf, Layout("page", *size, ()), min(2, made.pages), wanted.pixels)
    return Proof(wanted, tuple(s.name for s in subjects), pages, made.warnings)


def _pages(pdf: bytes, page: Layout, count: int, pixels: int) -> tuple[QImage, ...]:
    """The first pages, `pixels` high or as large as they may be."""
    from checkin_app.ui.editor.rasters import picture

    scale = min(pixels / page.height, (_MOST_PIXELS / (page.width * page.height)) ** 0.5)
    sides: tuple[Side, ...] = ("front", "back")
    return tuple(picture(pdf, page, side, scale).image for side in sides[:count])
