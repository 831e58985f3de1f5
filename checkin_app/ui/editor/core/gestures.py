"""Owns what a hand does with the mouse: moving, pulling a handle, drawing a frame around some.

Each begins with a document and says for any point, in millimetres, what the document is then and
which lines to show. Nothing is kept between: going back to the start is the start.
"""

from __future__ import annotations

from dataclasses import dataclass

from checkin_app.badges.layout.elements import Box
from checkin_app.ui.editor.core import boxes, commands, elements
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.core.snapping import Guide, Lines, snap_move, snap_resize

#: The margin that is shown and snapped to; less on a small page.
MARGIN, SMALL_MARGIN, SMALL_PAGE = 5.0, 3.0, 70.0


@dataclass(frozen=True, slots=True)
class Now:
    """A gesture under way: the document as it is, lines that it snapped to, the frame drawn."""

    document: Document
    guides: tuple[Guide, ...] = ()
    frame: Box | None = None


@dataclass(frozen=True, slots=True)
class Moving:
    """What is chosen goes along with the hand."""

    start: Document
    x: float
    y: float

    def to(self, x: float, y: float, reach: float, *, free: bool, straight: bool) -> Now:
        """`reach`: how near a line draws (mm); `free`: no snapping; `straight`: along an axis."""
        dx, dy = x - self.x, y - self.y
        if straight:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        if free:
            return Now(commands.move(self.start, dx, dy))
        around = boxes.bounding(e.box for e in self.start.picked)
        snapped = snap_move(
            Box(around.x + dx, around.y + dy, around.width, around.height),
            lines_for(self.start, reach),
        )
        to_x = snapped.box.x - around.x if dx or not straight else 0.0
        to_y = snapped.box.y - around.y if dy or not straight else 0.0
        return Now(commands.move(self.start, to_x, to_y), snapped.guides)


@dataclass(frozen=True, slots=True)
class Resizing:
    """A handle of the one chosen element goes along with the hand."""

    start: Document
    handle: boxes.Handle
    x: float
    y: float

    def to(self, x: float, y: float, reach: float, *, free: bool, straight: bool) -> Now:
        """See Moving."""
        element = self.start.single
        dx, dy = x - self.x, y - self.y
        if element is None or free:
            return Now(commands.resize(self.start, self.handle, dx, dy))
        old = element.box
        layout = self.start.layout
        least = elements.least_side(element)
        page = (layout.width, layout.height)
        wanted = boxes.resized(old, self.handle, dx, dy, page, least=least)
        snapped = snap_resize(wanted, self.handle, lines_for(self.start, reach), least)
        new = snapped.box
        dx = new.x - old.x if "w" in self.handle else new.x + new.width - old.x - old.width
        dy = new.y - old.y if "n" in self.handle else new.y + new.height - old.y - old.height
        made = commands.resize(self.start, self.handle, dx, dy)
        same = made.single is not None and made.single.box == new
        return Now(made, snapped.guides if same else ())


@dataclass(frozen=True, slots=True)
class Framing:
    """A frame drawn on the page chooses what is inside it, besides what was chosen."""

    start: Document
    x: float
    y: float

    def to(self, x: float, y: float, reach: float, *, free: bool, straight: bool) -> Now:
        """See Moving."""
        frame = Box(min(x, self.x), min(y, self.y), abs(x - self.x), abs(y - self.y))
        touched = [
            number
            for number, element in enumerate(self.start.elements)
            if _inside(element.box, frame)
        ]
        return Now(self.start.choose(*self.start.chosen, *touched), frame=frame)


Gesture = Moving | Resizing | Framing


def lines_for(document: Document, reach: float) -> Lines:
    """What a document's chosen elements may snap to."""
    layout = document.layout
    others = tuple(e.box for n, e in enumerate(document.elements) if n not in document.chosen)
    return Lines(layout.width, layout.height, others, margin(layout.width, layout.height), reach)


def margin(width: float, height: float) -> float:
    """How far from the edge of a page printers and eyes want nothing to stand."""
    return SMALL_MARGIN if min(width, height) < SMALL_PAGE else MARGIN


def _inside(box: Box, frame: Box) -> bool:
    return (
        box.x >= frame.x
        and box.y >= frame.y
        and box.x + box.width <= frame.x + frame.width
        and box.y + box.height <= frame.y + frame.height
    )
