"""Owns how a badge is put together: the operators of its back and its front."""

from __future__ import annotations

from collections.abc import Callable

from checkin_app import assets
from checkin_app.badges.fields import FIELDS
from checkin_app.badges.inks import paint
from checkin_app.badges.layout import POINT, Area, Box, Code, Image, Layout, Line, Stack
from checkin_app.badges.mark import operators
from checkin_app.badges.qr import QUIET, symbol
from checkin_app.badges.stacks import StackSetter
from checkin_app.badges.subject import BadgeSubject, Problem
from checkin_app.badges.words import Typesetter

#: Printer dots a module must have, and the resolution meant where none is said.
DOTS = 3
COARSEST = 203
#: Millimetres that keep a symbol on whole dots from touching the next ones by a rounding error.
_INSET = 0.002

Report = Callable[[Problem, str, str], None]


class Composer:
    """Puts badges of one layout together. `dpi` snaps the code's modules to whole printer dots."""

    def __init__(self, layout: Layout, typesetter: Typesetter, dpi: int | None) -> None:
        self._layout = layout
        self._dpi = dpi
        stacks = [e for e in layout.front if isinstance(e, Stack)]
        self._areas = [e for e in layout.front if isinstance(e, Area)]
        self._code_box = next(e.box for e in layout.front if isinstance(e, Code))
        self._back, self._front = (
            [
                StackSetter(s, layout.height, typesetter)
                for s in stacks
                if all(map(_shared, s.lines)) is shared
            ]
            for shared in (True, False)
        )
        mark = assets.resource("badges", "mark.svg")
        self._mark = b"".join(
            operators(mark, *self._points(e.box)) for e in layout.front if isinstance(e, Image)
        )
        self._squares: dict[int, tuple[bytes, float]] = {}

    def back(self, subject: BadgeSubject, report: Report) -> bytes:
        """What all badges of a category share."""
        drawn = [
            paint(area.ink, subject.colour) + _outline(area, *self._points(area.box))
            for area in self._areas
        ]
        return b"".join([*drawn, self._mark, *self._texts(self._back, subject, report)])

    def front(self, subject: BadgeSubject, report: Report) -> bytes:
        """What is one delegate's own."""
        texts = self._texts(self._front, subject, report)
        return b"".join([*texts, self._code(subject.code, report)])

    def _texts(
        self, setters: list[StackSetter], subject: BadgeSubject, report: Report
    ) -> list[bytes]:
        drawn = []
        for setter in setters:
            laid = setter.laid(subject)
            for problem in laid.problems:
                report(*problem)
            drawn.append(laid.drawn)
        return drawn

    def _code(self, code: str, report: Report) -> bytes:
        """The QR as a one-bit mask: what it leaves light stays as it is."""
        try:
            picture = symbol(code)
        except ValueError as why:
            report("overflow", "code", str(why))
            return b""
        known = self._squares.get(picture.side)
        if known is None:
            known = self._squares[picture.side] = self._square(picture.side)
        placed, dots = known
        if dots < DOTS:
            report("qr_too_fine", "code", f"{dots:.1f} dots a module")
        return b"%b%b>EI Q\n" % (placed, picture.packed.hex().encode())

    def _square(self, side: int) -> tuple[bytes, float]:
        """Where a symbol of `side` modules stands, and how many printer dots a module has."""
        box = self._code_box
        dot = 25.4 / (self._dpi or COARSEST)
        module = box.width / (side + 2 * QUIET)
        if self._dpi and module >= dot:
            module = int(module / dot + 1e-9) * dot
        whole = module * side
        across = box.x + (box.width - whole) / 2
        down = box.y + (box.height - whole) / 2
        if self._dpi:
            across, down = round(across / dot) * dot, round(down / dot) * dot
        x, y, width, _ = self._points(
            Box(across + _INSET, down + _INSET, whole - 2 * _INSET, whole - 2 * _INSET)
        )
        placed = (
            f"0 g q {width:.4f} 0 0 {width:.4f} {x:.4f} {y:.4f} cm "
            f"BI/W {side}/H {side}/IM true/D[1 0]/F/AHx ID "
        )
        return placed.encode(), module / dot

    def _points(self, box: Box) -> tuple[float, float, float, float]:
        """x, y from the bottom left, width and height, in points."""
        y = self._layout.height - box.y - box.height
        return box.x * POINT, y * POINT, box.width * POINT, box.height * POINT


def _shared(line: Line) -> bool:
    return not line.field or FIELDS[line.field].shared


def _outline(area: Area, x: float, y: float, width: float, height: float) -> bytes:
    r = area.radius * POINT
    if not r:
        return b"%.3f %.3f %.3f %.3f re f\n" % (x, y, width, height)
    c = r * 0.4477
    left, right, low, high = x, x + width, y, y + height
    return (
        f"{left + r:.3f} {low:.3f} m {right - r:.3f} {low:.3f} l "
        f"{right - c:.3f} {low:.3f} {right:.3f} {low + c:.3f} {right:.3f} {low + r:.3f} c "
        f"{right:.3f} {high - r:.3f} l "
        f"{right:.3f} {high - c:.3f} {right - c:.3f} {high:.3f} {right - r:.3f} {high:.3f} c "
        f"{left + r:.3f} {high:.3f} l "
        f"{left + c:.3f} {high:.3f} {left:.3f} {high - c:.3f} {left:.3f} {high - r:.3f} c "
        f"{left:.3f} {low + r:.3f} l "
        f"{left:.3f} {low + c:.3f} {left + c:.3f} {low:.3f} {left + r:.3f} {low:.3f} c f\n"
    ).encode()
