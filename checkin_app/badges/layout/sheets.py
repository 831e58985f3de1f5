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


def _stock(
    name: str,
    title_en: str,
    title_vi: str,
    columns: int,
    rows: int,
    width: float,
    height: float,
    gap_x: float = 0.0,
    gap_y: float = 0.0,
    top: float | None = None,
) -> Sheet:
    """A4 stock whose labels lie in the middle of the paper, unless `top` says otherwise."""
    size = f"{columns * rows} × ({width:g} × {height:g} mm)"
    return Sheet(
        name,
        f"{title_en}, {size}",
        f"{title_vi}, {size}",
        columns,
        rows,
        round((210 - columns * width - (columns - 1) * gap_x) / 2, 2),
        round((297 - rows * height - (rows - 1) * gap_y) / 2, 2) if top is None else top,
        width,
        height,
        gap_x,
        gap_y,
    )


#: Millimetres that a layout may be larger than a place: sizes are rounded differently.
_SLACK = 0.05

#: Sizes and margins as the makers print them on the stock's packages and templates.
_ALL = (
    Sheet(
        "a4-2up", "A4, 2 badges to cut", "A4, 2 thẻ, cắt rời", 1, 2, 0, 0, 210, 148.5, marks=True
    ),
    Sheet(
        "a4-4up", "A4, 4 badges to cut", "A4, 4 thẻ, cắt rời", 2, 2, 0, 0, 105, 148.5, marks=True
    ),
    Sheet(
        "a4-4up-landscape",
        "A4 landscape, 4 badges to cut",
        "A4 ngang, 4 thẻ, cắt rời",
        2,
        2,
        0,
        0,
        148.5,
        105,
        marks=True,
        width=297,
        height=210,
    ),
    Sheet(
        "a4-8up", "A4, 8 badges to cut", "A4, 8 thẻ, cắt rời", 2, 4, 0, 0, 105, 74.25, marks=True
    ),
    _stock("avery-l4785", "Avery L4785, name badges", "Avery L4785, thẻ tên", 2, 5, 80, 50, 15, 5),
    _stock("avery-l7160", "Avery L7160, labels", "Avery L7160, nhãn", 3, 7, 63.5, 38.1, 2.54),
    _stock("avery-l7163", "Avery L7163, labels", "Avery L7163, nhãn", 2, 7, 99.1, 38.1, 2.54),
    _stock("avery-l7165", "Avery L7165, labels", "Avery L7165, nhãn", 2, 4, 99.1, 67.7, 2.54),
    _stock("avery-l7169", "Avery L7169, labels", "Avery L7169, nhãn", 2, 2, 99.1, 139, 2.54),
    _stock("herma-4412", "Herma 4412, name badges", "Herma 4412, thẻ tên", 2, 5, 80, 50, 15, 5),
    _stock("herma-4677", "Herma 4677, labels", "Herma 4677, nhãn", 3, 7, 63.5, 38.1, 3),
    _stock("durable-1445", "Durable 1445, inserts", "Durable 1445, ruột thẻ", 2, 5, 90, 54, top=12),
    _stock("durable-1453", "Durable 1453, inserts", "Durable 1453, ruột thẻ", 2, 6, 75, 40),
    _stock("durable-1456", "Durable 1456, inserts", "Durable 1456, ruột thẻ", 2, 4, 90, 60),
)

SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in _ALL}
