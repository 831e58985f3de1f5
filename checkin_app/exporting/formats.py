"""Owns the files an export can be: CSV for Excel, XLSX, JSON; rows are written as they come."""

from __future__ import annotations

import csv
import errno
import json
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.errors import RequestError
from checkin_app.exporting.cells import Value, csv_cell, json_value, xlsx_cell
from checkin_app.exporting.columns import Column
from checkin_app.exporting.files import replaced

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Row = Sequence[Value]
Rows = Iterable[Row]

#: Rows under the header that a sheet of Excel can hold; the rest goes to a further sheet.
SHEET_ROWS = 1_048_575


class NoSuchFormat(RequestError):
    sentence = "{file} has an ending that is no export. Let it end in .csv, .xlsx or .json."


def write(path: Path, columns: Sequence[Column], rows: Rows, *, lang: str, title: str) -> int:
    """Writes `rows` to `path` in the format its name ends in; how many there were.

    The header is in `lang` (`vi` or `en`), except in JSON, whose keys are the columns' ids.
    `title` names the sheet. The file appears whole or not at all.
    Raises NoSuchFormat, NotWritable, OutputDiskFull.
    """
    writer = format_of(path)
    with replaced(path) as draft:
        return writer(draft, columns, rows, lang, title)


Writer = Callable[[Path, Sequence[Column], Rows, str, str], int]


def format_of(path: Path) -> Writer:
    """The writer for the name of `path`. Raises NoSuchFormat."""
    try:
        return _WRITERS[path.suffix.lower()]
    except KeyError:
        raise NoSuchFormat(file=path) from None


def _write_csv(path: Path, columns: Sequence[Column], rows: Rows, lang: str, title: str) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow([column.header(lang) for column in columns])
        for row in rows:
            lines.writerow([csv_cell(value, lang) for value in row])
            count += 1
    return count


def _write_json(path: Path, columns: Sequence[Column], rows: Rows, lang: str, title: str) -> int:
    ids = [column.id for column in columns]
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for count, row in enumerate(rows, 1):
            file.write(",\n" if count > 1 else "\n")
            record = dict(zip(ids, map(json_value, row), strict=True))
            file.write(json.dumps(record, ensure_ascii=False))
        file.write("\n]\n")
    return count


def _write_xlsx(path: Path, columns: Sequence[Column], rows: Rows, lang: str, title: str) -> int:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder:
        book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        try:
            count = _fill(book, columns, rows, lang, title)
            book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(errno.EIO, str(error)) from error
        finally:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
    return count


def _fill(book: Workbook, columns: Sequence[Column], rows: Rows, lang: str, title: str) -> int:
    sheet = _new_sheet(book, columns, lang, title)
    count = line = 0
    for count, row in enumerate(rows, 1):
        if line == SHEET_ROWS:
            sheet = _new_sheet(book, columns, lang, f"{title} {count // SHEET_ROWS + 1}")
            line = 0
        line += 1
        for place, value in enumerate(row):
            cell = xlsx_cell(value, lang)
            if isinstance(cell, int):
                sheet.write_number(line, place, cell)
            elif cell:
                sheet.write_string(line, place, cell)
    return count


def _new_sheet(book: Workbook, columns: Sequence[Column], lang: str, title: str) -> Worksheet:
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True, "bottom": 1})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.header(lang), bold)
    sheet.freeze_panes(1, 0)
    return sheet


_WRITERS: dict[str, Writer] = {".csv": _write_csv, ".xlsx": _write_xlsx, ".json": _write_json}
