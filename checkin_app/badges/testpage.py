"""Owns the test page of a printer: whether it is cut off, scaled, shifted, or too coarse.

It is a layout like any other, so that what is tested is the way that badges take.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path

from checkin_app.badges.layout.elements import Box, Code, Element, Layout, Line, Rule, Stack
from checkin_app.badges.layout.sheets import Sheet
from checkin_app.badges.pdf.codes import COARSEST
from checkin_app.badges.qr import QUIET
from checkin_app.badges.subject import BadgeSubject

#: What the codes on it say: nothing that a desk would take for a delegate.
SAYS = "TEST"
#: Modules a side of that code, and the dots a module has in each of the codes.
_SIDE = 21 + 2 * QUIET
_LADDER = (2, 3, 4, 5, 6, 8)
#: How far the frame, and what is in it, is from the edge.
_FRAME = 5.0
_TEXT = 9.0
#: Lengths of the rulers' strokes by the millimetres they count.
_STROKES = ((10, 3.6), (5, 2.6), (1, 1.6))
_INK = "#000000"
_FINE = 0.1


def write(
    out: Path,
    layout: Layout,
    *,
    printer: str = "",
    sheet: Sheet | None = None,
    dpi: int | None = None,
) -> None:
    """Writes the test page for a layout's paper, or the sheet's, to `out`. Raises OSError."""
    from checkin_app.badges.render import render

    page = ruled_page(layout, printer=printer, sheet=sheet, dpi=dpi)
    render([BadgeSubject("", "", SAYS)], out, layout=page, dpi=dpi)


def ruled_page(
    layout: Layout, *, printer: str = "", sheet: Sheet | None = None, dpi: int | None = None
) -> Layout:
    """The page: rulers from all edges, a frame to measure, codes of ever larger modules.

    With `sheet` it is one of the sheet's, with its places and where the badges stand in them.
    """
    width, height = (sheet.width, sheet.height) if sheet else layout.paper
    elements: list[Element] = [
        *_rulers(width, height),
        *_numbers(width, height),
        *_frame(_FRAME, _FRAME, width - 10, height - 10, 0.2),
    ]
    inside = Box(_TEXT, _TEXT, width - 2 * _TEXT, height - 2 * _TEXT)
    told = _told(layout, width, height, printer, sheet, dpi)
    if sheet:
        elements += _places(sheet, *layout.paper)
    elif layout.fold == "top":
        elements.append(Rule(Box(0, height / 2, width, 0), _INK, _FINE))
    elif layout.fold == "left":
        elements.append(Rule(Box(width / 2, 0, 0, height), _INK, _FINE))
    if sheet:
        text, codes = (_inset(sheet, place) for place in (0, 1))
    else:
        high = min(inside.height * 0.4, len(told) * 5.5)
        text = Box(inside.x, inside.y, inside.width, high)
        codes = Box(inside.x, inside.y + high + 2, inside.width, inside.height - high - 2)
    elements.append(Stack(text, told))
    elements += _ladder(codes, dpi)
    media = sheet.media if sheet else layout.media
    return Layout("test-page", width, height, tuple(elements), media=media)


def _rulers(width: float, height: float) -> Iterator[Rule]:
    """Strokes from the four edges, a millimetre apart; the longest ones ten."""
    for at in range(1, ceil(width)):
        long = _stroke(at)
        yield Rule(Box(at, 0, 0, long), _INK, _FINE)
        yield Rule(Box(at, height - long, 0, long), _INK, _FINE)
    for at in range(1, ceil(height)):
        long = _stroke(at)
        yield Rule(Box(0, at, long, 0), _INK, _FINE)
        yield Rule(Box(width - long, at, long, 0), _INK, _FINE)


def _numbers(width: float, height: float) -> Iterator[Stack]:
    """The tens of the upper and the left ruler, inside the frame."""
    for at in range(10, int(width) - 5, 10):
        yield Stack(Box(at - 4, _FRAME + 0.3, 8, 2.2), (_number(at),), align="center")
    for at in range(10, int(height) - 5, 10):
        yield Stack(Box(_FRAME + 0.6, at - 1.1, 8, 2.2), (_number(at),), valign="middle")


def _number(at: int) -> Line:
    return Line(size=5, least=4, ink=_INK, text_vi=str(at))


def _stroke(at: int) -> float:
    return next(long for every, long in _STROKES if at % every == 0)


def _frame(x: float, y: float, width: float, height: float, thickness: float) -> Iterator[Rule]:
    for box in (
        Box(x, y, width, 0),
        Box(x, y + height, width, 0),
        Box(x, y, 0, height),
        Box(x + width, y, 0, height),
    ):
        yield Rule(box, _INK, thickness)


def _places(sheet: Sheet, width: float, height: float) -> Iterator[Rule]:
    for place in range(sheet.places):
        cell = sheet.corner(place, sheet.cell_width, sheet.cell_height)
        yield from _frame(*cell, sheet.cell_width, sheet.cell_height, 0.3)
        yield from _frame(*sheet.corner(place, width, height), width, height, _FINE)


def _inset(sheet: Sheet, place: int) -> Box:
    x, y = sheet.corner(place, sheet.cell_width, sheet.cell_height)
    inset = max(2.0, _TEXT - min(x, y))
    return Box(x + inset, y + inset, sheet.cell_width - 2 * inset, sheet.cell_height - 2 * inset)


def _told(
    layout: Layout,
    width: float,
    height: float,
    printer: str,
    sheet: Sheet | None,
    dpi: int | None,
) -> tuple[Line, ...]:
    """What is printed where, and how large the frame must be on paper."""
    size = min(10.0, max(5.0, width / 11))
    said = (
        ("Trang in thử", "Test page"),
        (f"Máy in: {printer}", "Printer") if printer else ("", ""),
        (layout.title_vi, layout.title_en),
        (sheet.title_vi, sheet.title_en) if sheet else ("", ""),
        (f"{width:g} × {height:g} mm", f"{dpi} dpi" if dpi else ""),
        (f"Khung: {width - 10:g} × {height - 10:g} mm", "Frame"),
    )
    return tuple(
        Line(
            size=size if place else size * 1.4,
            least=3,
            rows=2,
            weight=400 if place else 600,
            ink=_INK,
            gap=0.4,
            text_vi=vi,
            text_en=en,
        )
        for place, (vi, en) in enumerate(said)
        if vi
    )


def _ladder(room: Box, dpi: int | None) -> Iterator[Element]:
    """Codes with ever more printer dots a module, as many as there is room for."""
    dot = 25.4 / (dpi or COARSEST)
    x, y, row = room.x, room.y, 0.0
    for dots in _LADDER:
        whole = _SIDE * dots * dot + 0.01
        if x + whole > room.x + room.width:
            x, y, row = room.x, y + row + 4.5, 0.0
        if x + whole > room.x + room.width or y + whole + 3 > room.y + room.height:
            return
        yield Code(Box(x, y, whole, whole))
        caption = Line(size=5, least=2, ink=_INK, text_vi=f"{dots} × {dot:.3f} mm")
        yield Stack(Box(x, y + whole - 0.5, whole, 3), (caption,), align="center")
        x, row = x + whole + 1.5, max(row, whole)
