"""Owns the breaking and sizing of texts: as large as allowed, in few rows, inside the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A row that ends inside a word must be this much shorter than one that ends at a blank.
_INSIDE = 1.15


@dataclass(frozen=True, slots=True)
class Fit:
    """The type size, and for each row the index after its last part."""

    size: float
    ends: tuple[int, ...]


def fit(
    widths: Sequence[int], blanks: Sequence[int], room: float, largest: float, rows: int
) -> Fit:
    """How parts of a text go into `rows` rows of `room` points.

    `widths` are the parts' widths, `blanks` those of the blanks before them (0 where a word goes
    on; the first is ignored), both in thousandths of the size. A further row is preferred to a
    smaller size; the rows are as even as they can be. No parts give the largest size and no row.
    """
    count = len(widths)
    if not count:
        return Fit(largest, ())
    total = sum(widths) + sum(blanks) - blanks[0]
    thousand = room * 1000
    if total * largest <= thousand:
        return Fit(largest, (count,))
    best = Fit(thousand / total, (count,))
    for number in range(2, min(rows, count) + 1):
        if number == 2:
            ends, widest = _halves(widths, blanks, total)
        else:
            ends, widest = _evenly(widths, blanks, number)
        size = min(largest, thousand / widest)
        if size > best.size:
            best = Fit(size, ends)
        if size == largest:
            break
    return best


def _halves(
    widths: Sequence[int], blanks: Sequence[int], total: int
) -> tuple[tuple[int, ...], int]:
    """The most even two rows, and the width of the wider one."""
    best = 0.0
    chosen = widest = 0
    left = -blanks[0]
    for index in range(1, len(widths)):
        left += blanks[index - 1] + widths[index - 1]
        wider = max(left, total - left - blanks[index])
        cost = wider if blanks[index] else wider * _INSIDE
        if not chosen or cost < best:
            best, chosen, widest = cost, index, wider
    return (chosen, len(widths)), widest


def _evenly(widths: Sequence[int], blanks: Sequence[int], rows: int) -> tuple[tuple[int, ...], int]:
    """The most even `rows` rows at most, and the width of the widest one."""
    low, high = max(widths), sum(widths) + sum(blanks)
    while low < high:
        middle = (low + high) // 2
        if len(_filled(widths, blanks, middle)) <= rows:
            high = middle
        else:
            low = middle + 1
    return _filled(widths, blanks, low), low


def _filled(widths: Sequence[int], blanks: Sequence[int], room: int) -> tuple[int, ...]:
    """Rows filled one after the other, each up to `room`."""
    ends = []
    row = 0
    for index, width in enumerate(widths):
        if index and row + blanks[index] + width > room:
            ends.append(index)
            row = width
        else:
            row += (blanks[index] if row else 0) + width
    return (*ends, len(widths))
