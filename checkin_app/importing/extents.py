"""Owns how large a workbook's tables would be in memory, measured before they are made.

The reader of workbooks makes a dense table of each sheet and copies a shared text into each of its
cells: a file of a kilobyte can ask for more memory than there is, which ends the program at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checkin_app.importing.archives import Archive, TooMuch

MAX_CELLS = 10_000_000
MAX_TEXT = 1 << 30
_MAX_TAG = 64 << 20

_WIDE = re.compile(rb"""r=["'][A-Za-z]{2}""")
_COLUMNS = re.compile(rb"""\br=["']([A-Za-z]{1,9})\d""")
_LONG_ROWS = re.compile(rb"""r=["'][A-Za-z]*(\d{6,})""")
_FULL_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Za-z]+)(\d+)["'][^>]*(?<!/)>""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_PLACED_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']""")
_PLACED_ROW = re.compile(rb"""<(?:\w+:)?row\s(?:[^>]*?\s)?r=["']""")
_SHARED = re.compile(rb"<(?:\w+:)?si\b")
_INDEX = re.compile(rb"<(?:\w+:)?v>(\d{1,9})</")

_REPEATED = re.compile(rb"""\btable:number-(columns|rows)-repeated\s*=\s*["']([^"']*)["']""")
_ODS_CELL = re.compile(rb"""<table:(?:covered-)?table-cell\b((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>""")


def check_xlsx(archive: Archive) -> None:
    """Raises TooMuch if a sheet or the texts in its cells would not fit.

    Every part of the archive is looked at: which are sheets is only said inside.
    """
    longest, lengths = 0, list[int]()
    if "xl/sharedStrings.xml" in archive.names():
        lengths = list(map(len, _SHARED.split(archive.read("xl/sharedStrings.xml"))))[1:]
        longest = max(lengths, default=0)
    for name in sorted(archive.names()):
        if name.endswith((".xml", ".rels")):
            cells = _check_sheet(archive, name)
            if cells * longest > MAX_TEXT:
                _check_texts(archive, name, lengths)


def _check_sheet(archive: Archive, name: str) -> int:
    """How many cells the XML of a sheet has."""
    width = 26
    last_row = 99_999
    cells = placed_cells = rows = placed_rows = 0
    in_row = widest_row = 0
    for piece in _pieces(archive, name):
        if _WIDE.search(piece):
            width = max(width, *map(_number, set(_COLUMNS.findall(piece))), 0)
        last_row = max(last_row, max(map(int, _LONG_ROWS.findall(piece)), default=0))
        here, placed = _tags(piece, b"c", _CELL, _PLACED_CELL)
        cells += here
        placed_cells += placed
        here, placed = _tags(piece, b"row", _ROW, _PLACED_ROW)
        rows += here
        placed_rows += placed
        if placed_cells < cells:
            for n, row in enumerate(_ROW.split(piece)):
                in_row = len(_CELL.findall(row)) + (0 if n else in_row)
                widest_row = max(widest_row, in_row)
    placed_any = placed_rows or placed_cells
    height = last_row + rows - placed_rows if placed_any else min(last_row, rows)
    if cells and (width + widest_row) * height > MAX_CELLS:
        if placed_cells < cells or placed_rows < rows:
            raise TooMuch
        _check_full_cells(archive, name)
    return cells


def _tags(
    piece: bytes, name: bytes, tag: re.Pattern[bytes], placed: re.Pattern[bytes]
) -> tuple[int, int]:
    """How many tags there are, and how many of them say where they are. Quick for usual files."""
    usual = piece.count(b"<" + name + b' r="')
    if b":" + name not in piece and usual == sum(
        piece.count(b"<" + name + end) for end in (b" ", b">", b"/", b"\n", b"\r", b"\t")
    ):
        return usual, usual
    return len(tag.findall(piece)), len(placed.findall(piece))


def _check_full_cells(archive: Archive, name: str) -> None:
    """As _check_sheet, for the cells that hold something: formats may reach to the last column."""
    width = height = 0
    for piece in _pieces(archive, name):
        for column, row in set(_FULL_CELL.findall(piece)):
            width = max(width, _number(column))
            height = max(height, int(row))
        if width * height > MAX_CELLS:
            raise TooMuch


def _check_texts(archive: Archive, name: str, lengths: list[int]) -> None:
    total = 0
    for piece in _pieces(archive, name):
        for index, times in Counter(map(int, _INDEX.findall(piece))).items():
            if index < len(lengths):
                total += lengths[index] * times
        if total > MAX_TEXT:
            raise TooMuch


def _pieces(archive: Archive, name: str) -> Iterator[bytes]:
    """The XML of a member in pieces that end before a tag."""
    rest = b""
    for chunk in archive.chunks(name):
        text = rest + chunk
        end = text.rfind(b"<")
        if end <= 0:
            rest = text
        else:
            rest = text[end:]
            yield text[:end]
        if len(rest) > _MAX_TAG:
            raise TooMuch
    yield rest


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number


def check_ods(archive: Archive) -> None:
    """Raises TooMuch if a table, its repeated cells written out, would not fit."""
    width = height = row = texts = 0
    for part in archive.read("content.xml").split(b"<table:table-row")[1:]:
        if part[:1] in b" \t\r\n/>":
            start, _, inside = part.partition(b">")
            times = _repeats(start, b"rows")
            columns, most = _columns(inside)
            row += times
            if columns:
                width, height = max(width, columns), row
                texts += len(part) * (times * most - 1)
            if width * height > MAX_CELLS or texts > MAX_TEXT:
                raise TooMuch
        if b"</table:table>" in part:
            width = height = row = 0


def _columns(row: bytes) -> tuple[int, int]:
    """How wide a row is up to its last cell that holds something, and how often one is repeated."""
    if b"-repeated" not in row:
        full = b"<text:" in row or b"office:" in row
        cells = row.count(b"<table:table-cell") + row.count(b"<table:covered-table-cell")
        return (cells if full else 0), 1
    column = last = 0
    most = 1
    for cell in _ODS_CELL.finditer(row):
        attributes, closed = cell.groups()
        times = _repeats(attributes, b"columns")
        column += times
        if not closed or b"office:" in attributes:
            last = column
            most = max(most, times)
    return last, most


def _repeats(attributes: bytes, what: bytes) -> int:
    for kind, times in _REPEATED.findall(attributes):
        if kind == what:
            if not times.isdigit() or len(times) > 9:
                raise TooMuch
            return int(times)
    return 1
