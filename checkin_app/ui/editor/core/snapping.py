"""Owns snapping: where a dragged box is drawn to, and the lines that say why. Millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checkin_app.badges.layout.elements import Box
from checkin_app.ui.editor.core.boxes import LEAST, Handle, tidy

GRID = 1.0
_TOUCHES = 0.011
Axis = Literal["x", "y"]
Why = Literal["page", "margin", "centre", "element"]


@dataclass(frozen=True, slots=True)
class Guide:
    """A line at `at` on an axis (“x”: it stands, “y”: it lies), from `start` to `end`."""

    axis: Axis
    at: float
    start: float
    end: float
    why: Why


@dataclass(frozen=True, slots=True)
class Snapped:
    """The box after snapping, and the lines it met."""

    box: Box
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """What there is to snap to on a page: other elements' boxes, a margin, a grid, a reach."""

    width: float
    height: float
    others: tuple[Box, ...] = ()
    margin: float = 5.0
    reach: float = 1.5
    grid: float = GRID

    def along(self, axis: Axis) -> list[tuple[float, Why, Box | None]]:
        """Every line of an axis; those of the page first."""
        length = self.width if axis == "x" else self.height
        found: list[tuple[float, Why, Box | None]] = [
            (0.0, "page", None),
            (length, "page", None),
            (length / 2, "centre", None),
        ]
        if self.margin and 2 * self.margin < length:
            found += [(self.margin, "margin", None), (length - self.margin, "margin", None)]
        for box in self.others:
            start, size = _span(box, axis)
            found += [(at, "element", box) for at in (start, start + size / 2, start + size)]
        return found


def snap_move(box: Box, lines: Lines) -> Snapped:
    """A box that is being moved: its edges and its centre look for lines, else for the grid."""
    x, met_x = _nearest(lines, "x", box.x, (0.0, box.width / 2, box.width))
    y, met_y = _nearest(lines, "y", box.y, (0.0, box.height / 2, box.height))
    made = Box(
        _on_page(x, box.width, lines.width),
        _on_page(y, box.height, lines.height),
        box.width,
        box.height,
    )
    return Snapped(
        made,
        (
            *(_guides(made, lines, "x", _edges(made, "x")) if met_x else ()),
            *(_guides(made, lines, "y", _edges(made, "y")) if met_y else ()),
        ),
    )


def snap_resize(box: Box, handle: Handle, lines: Lines, least: float = LEAST) -> Snapped:
    """A box that is being resized: only the sides that move look for lines."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    met: list[tuple[Axis, int]] = []
    if "w" in handle:
        left, found = _nearest(lines, "x", left, (0.0,))
        left = min(max(left, 0.0), right - least)
        met += [("x", 0)] if found else []
    elif "e" in handle:
        right, found = _nearest(lines, "x", right, (0.0,))
        right = max(min(right, lines.width), left + least)
        met += [("x", 2)] if found else []
    if "n" in handle:
        top, found = _nearest(lines, "y", top, (0.0,))
        top = min(max(top, 0.0), bottom - least)
        met += [("y", 0)] if found else []
    elif "s" in handle:
        bottom, found = _nearest(lines, "y", bottom, (0.0,))
        bottom = max(min(bottom, lines.height), top + least)
        met += [("y", 2)] if found else []
    made = Box(tidy(left), tidy(top), tidy(right - left), tidy(bottom - top))
    guides = [g for a, side in met for g in _guides(made, lines, a, (_edges(made, a)[side],))]
    return Snapped(made, tuple(guides))


def _on_page(at: float, size: float, length: float) -> float:
    return tidy(min(max(at, 0.0), max(0.0, length - size)))


def _span(box: Box, axis: Axis) -> tuple[float, float]:
    return (box.x, box.width) if axis == "x" else (box.y, box.height)


def _edges(box: Box, axis: Axis) -> tuple[float, float, float]:
    start, size = _span(box, axis)
    return start, start + size / 2, start + size


def _nearest(lines: Lines, axis: Axis, at: float, offsets: Sequence[float]) -> tuple[float, bool]:
    """Where `at` goes so that one of its offsets meets a line, and whether one does."""
    best: float | None = None
    for line, _, _ in lines.along(axis):
        for offset in offsets:
            distance = line - (at + offset)
            if abs(distance) <= lines.reach and (best is None or abs(distance) < abs(best) - 1e-6):
                best = distance
    if best is not None:
        return at + best, True
    return (round(at / lines.grid) * lines.grid if lines.grid else at), False


def _guides(box: Box, lines: Lines, axis: Axis, edges: Sequence[float]) -> Iterator[Guide]:
    """The lines that a box's edges touch, each as long as what it joins."""
    across: Axis = "y" if axis == "x" else "x"
    whole = lines.height if axis == "x" else lines.width
    own, own_size = _span(box, across)
    found: dict[float, Guide] = {}
    for line, why, other in lines.along(axis):
        if all(abs(line - edge) > _TOUCHES for edge in edges):
            continue
        start, end = 0.0, whole
        if other is not None:
            start, size = _span(other, across)
            start, end = min(start, own), max(start + size, own + own_size)
        known = found.get(round(line, 1))
        if known is not None:
            start, end, why = min(start, known.start), max(end, known.end), known.why
        found[round(line, 1)] = Guide(axis, line, start, end, why)
    yield from found.values()
