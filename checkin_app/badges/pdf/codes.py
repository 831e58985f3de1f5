"""Owns how a QR is drawn on paper: in the middle of its box, its modules on whole printer dots."""

from __future__ import annotations

from checkin_app.badges.layout.elements import POINT, Box
from checkin_app.badges.qr import QUIET, symbol

#: Printer dots a module must have, and the resolution meant where none is said.
DOTS = 3
COARSEST = 203
#: Millimetres that keep a symbol on whole dots from touching the next ones by a rounding error.
_INSET = 0.002


class CodePlace:
    """Where codes of one box stand on a face `height` millimetres high."""

    def __init__(self, box: Box, height: float, dpi: int | None) -> None:
        self._box = box
        self._height = height
        self._dpi = dpi
        self._squares: dict[int, tuple[bytes, float]] = {}

    def drawn(self, code: str) -> tuple[bytes, float]:
        """The operators of a code, a one-bit mask that leaves the light modules as they are, and
        how many printer dots a module has. ValueError where no QR holds the text."""
        picture = symbol(code)
        known = self._squares.get(picture.side)
        if known is None:
            known = self._squares[picture.side] = self._square(picture.side)
        placed, dots = known
        return b"%b%b>EI Q\n" % (placed, picture.packed.hex().encode()), dots

    def _square(self, side: int) -> tuple[bytes, float]:
        dot = 25.4 / (self._dpi or COARSEST)
        box = self._box
        module = min(box.width, box.height) / (side + 2 * QUIET)
        if self._dpi and module >= dot:
            module = int(module / dot + 1e-9) * dot
        whole = module * side
        across = box.x + (box.width - whole) / 2
        down = box.y + (box.height - whole) / 2
        if self._dpi:
            across, down = round(across / dot) * dot, round(down / dot) * dot
        width = (whole - 2 * _INSET) * POINT
        x = (across + _INSET) * POINT
        y = (self._height - down - whole + _INSET) * POINT
        placed = (
            f"0 g q {width:.4f} 0 0 {width:.4f} {x:.4f} {y:.4f} cm "
            f"BI/W {side}/H {side}/IM true/D[1 0]/F/AHx ID "
        )
        return placed.encode(), module / dot
