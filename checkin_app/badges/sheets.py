"""Owns the sheets that several badges are printed on: paper to cut, and label and badge stock.

Lengths are millimetres. Places are filled row by row from the top left.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper of `width` × `height` with `columns` × `rows` places of one size.

    `left`, `top` is the first place's corner, `gap_x`, `gap_y` what lies between two places. With
    `marks` the badges' corners are marked for cutting.
    """

    name: str
    title_en: str
    title_vi: str
    columns: int
    rows: int
    left: float
    top: float
    cell_width: float
    cell_height: float
    gap_x: float = 0.0
    gap_y: float = 0.0
    marks: bool = False
    width: float = 210.0
    height: float = 297.0
    media: str = "A4"

    @property
    def places(self) -> int:
        return self.columns * self.rows

    def takes(self, width: float, height: float) -> bool:
        """Whether paper of that size goes into a place."""
        return width <= self.cell_width + _SLACK and height <= self.cell_height + _SLACK

    def corner(self, place: int, width: float, height: float) -> tuple[float, float]:
        """Where the left and the upper edge of paper of that size are, in the middle of a place."""
        row, column = divmod(place, self.columns)
        return (
            self.left + column * (self.cell_width + self.gap_x) + (self.cell_width - width) / 2,
            self.top + row * (self.cell_height + self.gap_y) + (self.cell_height - height) / 2,
        )


#: Millimetres that a layout may be larger than a place: sizes are rounded differently.
_SLACK = 0.05

_ALL = (
    Sheet(
        "a4-2up", "A4, 2 badges to cut", "A4, 2 thẻ, cắt rời", 1, 2, 0, 0, 210, 148.5, marks=True
    ),
    Sheet(
        "a4-4up", "A4, 4 badges to cut", "A4, 4 thẻ, cắt rời", 2, 2, 0, 0, 105, 148.5, marks=True
    ),
    Sheet(
        "a4-8up", "A4, 8 badges to cut", "A4, 8 thẻ, cắt rời", 2, 4, 0, 0, 105, 74.25, marks=True
    ),
)

SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in _ALL}
