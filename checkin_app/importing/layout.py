"""Owns where a table begins in a sheet: titles above it, headers, first row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.importing.headers import (
    WITHIN,
    fields_headed,
    is_header_line,
    is_numbering,
    meaning,
)
from checkin_app.importing.texts import tidy
from checkin_app.importing.words import IGNORED

#: Headers are looked for this far down.
DEPTH = 50

_DATA = re.compile(r"\S+@\S+\.\S+|\+?[\d .()-]{8,}|\d{4}-\d\d-\d\d.*")


@dataclass(frozen=True, slots=True)
class Layout:
    """`first_row` counts from 0; `header_row` too, or is None where there are no headers."""

    columns: tuple[str, ...]
    header_row: int | None
    first_row: int


def find_table(head: Sequence[Sequence[str]], first_letter: int = 0) -> Layout | None:
    """The table in the first rows of a sheet, or None where they are all empty.

    `first_letter` is the number of the sheet column that the rows begin with.
    """
    scores = [fields_headed(row) for row in head]
    full = [n for n, row in enumerate(head) if any(map(str.strip, row))]
    if not full:
        return None
    if not max(scores):
        return _unrecognised(head, full, first_letter)
    top = bottom = max(range(len(head)), key=lambda n: scores[n])
    if top and _continues(head[top - 1], head[top]):
        top -= 1
    elif bottom + 1 < len(head) and _continues(head[bottom], head[bottom + 1]):
        bottom += 1
    texts = _merged(head[top], head[bottom]) if top < bottom else list(head[top])
    first = bottom + 1
    if first < len(head) and is_numbering(head[first]):
        first += 1
    width = max(len(texts), _usual_width(head[first:]))
    return Layout(_named(texts, width, first_letter), bottom, first)


def _unrecognised(head: Sequence[Sequence[str]], full: Sequence[int], first_letter: int) -> Layout:
    """The first row that is as wide as most is the header, unless it holds data itself."""
    widest = max(sum(1 for cell in head[n] if cell.strip()) for n in full)
    row = next(n for n in full if sum(1 for cell in head[n] if cell.strip()) * 2 > widest)
    width = max(len(head[row]), _usual_width(head[row + 1 :]))
    if any(_DATA.fullmatch(cell.strip()) for cell in head[row]):
        return Layout(_named([], width, first_letter), None, row)
    return Layout(_named(head[row], width, first_letter), row, row + 1)


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows if row)
    return max(widths, key=lambda width: widths[width], default=0)


def _continues(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether two rows are one header: a translation, or parts under a merged heading."""
    if is_header_line(above) and is_header_line(below):
        return True
    parts = [n for n, cell in enumerate(below) if cell.strip()]
    if not parts or not all(_known(below[n]) for n in parts) or not any(map(_known, above)):
        return False
    return all(_cell(above, n) == "" or _is_merged(above, n) for n in parts)


def _known(cell: str) -> bool:
    known = meaning(cell)
    return known is not None and known.certainty > WITHIN


def _is_merged(row: Sequence[str], at: int) -> bool:
    """Whether a heading reaches over the next column too."""
    return at + 1 < len(row) and _cell(row, at) != "" and _cell(row, at + 1) == ""


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _merged(above: Sequence[str], below: Sequence[str]) -> list[str]:
    texts = []
    for n in range(max(len(above), len(below))):
        upper, lower = _cell(above, n), _cell(below, n)
        heading = _is_merged(above, n) and _cell(below, n + 1) != ""
        texts.append(lower if lower and (heading or not upper or _better(lower, upper)) else upper)
    return texts


def _better(lower: str, upper: str) -> bool:
    known = meaning(lower)
    return known is not None and known.fields != (IGNORED,) and meaning(upper) is None


def _named(texts: Sequence[str], width: int, first_letter: int) -> tuple[str, ...]:
    """Headers on one line each; those that are empty get the letter of their column, those that
    come again a number."""
    taken: set[str] = set()
    columns = []
    for n in range(width):
        lines = map(tidy, texts[n].splitlines()) if n < len(texts) else ()
        text = " / ".join(filter(None, lines))
        name = text = text or letters(first_letter + n)
        again = 1
        while name in taken:
            again += 1
            name = f"{text} ({again})"
        taken.add(name)
        columns.append(name)
    return tuple(columns)


def letters(column: int) -> str:
    """What a spreadsheet calls a column: 0 is A, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
