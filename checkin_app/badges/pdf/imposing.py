"""Owns how badges come to stand on pages: one a page, folded, or several on a sheet.

The two sides of a sheet are a page each; where one sheet of a file has a back, all have (see
PageFile). Backs are mirrored left to right, for paper that is turned over its left or right edge:
the long one of upright paper.
"""

from __future__ import annotations

from typing import Protocol

from checkin_app.badges.layout.elements import POINT, Layout
from checkin_app.badges.layout.sheets import Sheet
from checkin_app.badges.pdf.compose import Drawn
from checkin_app.badges.pdf.document import PageFile, Side
from checkin_app.domain.errors import NotPossible

_Own = tuple[tuple[str, int], ...]
#: Cut marks: their grey, their ends' distance from the corner and their length in millimetres.
_MARK = b"q .5 G .2 w "
_AWAY, _LONG = 0.8, 4.0


class Pages(Protocol):
    """Takes badges and writes pages. `back` is nothing where only fronts are printed."""

    def add(self, layout: Layout, front: Drawn, back: Drawn | None) -> None: ...

    def finish(self) -> None:
        """Writes what has not filled a page."""


class Singles:
    """A page for each badge, or two where its back is on the other side."""

    def __init__(self, file: PageFile, dpi: int | None) -> None:
        self._file = file
        self._dpi = dpi

    def add(self, layout: Layout, front: Drawn, back: Drawn | None, side: Side = "front") -> None:
        """`side` is which one of the paper the front goes on."""
        width, height = layout.paper
        face = unfolded(layout, front, back, self._dpi)
        self._file.page(face.content, width * POINT, height * POINT, face.own, side)
        if back is not None and layout.sides == 2:
            self._file.page(back.content, width * POINT, height * POINT, back.own, "back")

    def finish(self) -> None:
        return


class Sheets:
    """Badges side by side on sheets."""

    def __init__(self, file: PageFile, sheet: Sheet, dpi: int | None) -> None:
        self._file = file
        self._sheet = sheet
        self._dpi = dpi
        self._fronts: list[bytes] = []
        self._backs: list[bytes] = []
        self._own: tuple[dict[str, int], dict[str, int]] = ({}, {})
        self._taken = 0
        self._moves: dict[tuple[float, float, int, bool], bytes] = {}

    def add(self, layout: Layout, front: Drawn, back: Drawn | None) -> None:
        width, height = layout.paper
        if not self._sheet.takes(width, height):
            raise NotPossible(
                "The layout {layout} is {width} × {height} mm; the places on {sheet} are"
                " {cell_width} × {cell_height} mm.",
                layout=layout.title_en,
                width=f"{width:g}",
                height=f"{height:g}",
                sheet=self._sheet.title_en,
                cell_width=f"{self._sheet.cell_width:g}",
                cell_height=f"{self._sheet.cell_height:g}",
            )
        face = unfolded(layout, front, back, self._dpi)
        self._put(self._fronts, 0, width, height, face, mirrored=False)
        if back is not None and layout.sides == 2:
            self._put(self._backs, 1, width, height, back, mirrored=True)
        self._taken += 1
        if self._taken == self._sheet.places:
            self.finish()

    def finish(self) -> None:
        if not self._taken:
            return
        paper = (self._sheet.width * POINT, self._sheet.height * POINT)
        self._file.page(b"".join(self._fronts), *paper, self._own[0].items())
        if self._backs:
            self._file.page(b"".join(self._backs), *paper, self._own[1].items(), "back")
        self._taken = 0
        self._fronts.clear()
        self._backs.clear()
        for own in self._own:
            own.clear()

    def _put(
        self,
        side: list[bytes],
        number: int,
        width: float,
        height: float,
        face: Drawn,
        *,
        mirrored: bool,
    ) -> None:
        key = (width, height, self._taken, mirrored)
        move = self._moves.get(key)
        if move is None:
            move = self._moves[key] = self._move(width, height, mirrored=mirrored)
        side += (move, face.content, b"Q\n")
        self._own[number].update(face.own)

    def _move(self, width: float, height: float, *, mirrored: bool) -> bytes:
        """The cut marks of a place, and what brings a badge there."""
        sheet = self._sheet
        left, top = sheet.corner(self._taken, width, height)
        if mirrored:
            left = sheet.width - left - width
        left, top = on_dots(left, self._dpi), on_dots(top, self._dpi)
        low = sheet.height - top - height
        move = b"q 1 0 0 1 %.4f %.4f cm\n" % (left * POINT, low * POINT)
        return self._marks(left, low, width, height) + move if sheet.marks else move

    def _marks(self, left: float, low: float, width: float, height: float) -> bytes:
        """Hairlines that go on the badge's edges outwards; on the edges where there is no room."""
        sheet = self._sheet
        spare_x, spare_y = sheet.cell_width - width, sheet.cell_height - height
        out_x = min(sheet.left + spare_x / 2, (sheet.gap_x + spare_x) / 2, _LONG)
        out_y = min(sheet.top + spare_y / 2, (sheet.gap_y + spare_y) / 2, _LONG)
        lines = []
        for x, away_x in ((left, -1), (left + width, 1)):
            for y, away_y in ((low, -1), (low + height, 1)):
                across = _ends(x, away_x, out_x)
                along = _ends(y, away_y, out_y)
                lines.append((across[0], y, across[1], y))
                lines.append((x, along[0], x, along[1]))
        drawn = b"".join(
            b"%.3f %.3f m %.3f %.3f l " % tuple(side * POINT for side in line) for line in lines
        )
        return _MARK + drawn + b"S Q\n"


def unfolded(layout: Layout, front: Drawn, back: Drawn | None, dpi: int | None) -> Drawn:
    """What stands on the side of the paper that bears the front: of folded paper both faces.

    What is whole dots from the top left of its face is so from the fold, which is on a dot itself.
    """
    if layout.fold == "none":
        return front
    behind = back or Drawn(b"")
    own = front.own + behind.own
    across = on_dots(layout.width, dpi) * POINT
    if layout.fold == "left":
        moved = b"q %bQ\nq 1 0 0 1 %.4f 0 cm\n%bQ\n" % (behind.content, across, front.content)
        return Drawn(moved, own)
    up = (layout.height - on_dots(layout.height, dpi)) * POINT
    moved = b"q 1 0 0 1 0 %.4f cm\n%bQ\nq -1 0 0 -1 %.4f %.4f cm\n%bQ\n" % (
        up,
        front.content,
        across,
        layout.height * 2 * POINT + up,
        behind.content,
    )
    return Drawn(moved, own)


def on_dots(length: float, dpi: int | None) -> float:
    """Millimetres, at the nearest printer dot where a resolution is given."""
    return round(length * dpi / 25.4) * 25.4 / dpi if dpi else length


def _ends(at: float, away: int, room: float) -> tuple[float, float]:
    if room < 2 * _AWAY:
        return at, at - away * _LONG
    return at + away * _AWAY, at + away * room
