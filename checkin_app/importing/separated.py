"""Owns tables in text files: what separates the cells, and the rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from checkin_app.domain.errors import UnreadableFile
from checkin_app.importing.encoding import Text
from checkin_app.importing.headers import fields_headed
from checkin_app.importing.layout import DEPTH, find_table, letters
from checkin_app.importing.problems import unreadable
from checkin_app.importing.sheets import MAX_COLUMNS, MAX_ROWS, Sheet
from checkin_app.importing.texts import MAX_CELL

SEPARATORS = ",;\t|"

_CHUNK = 512


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows from `skip` on; each iteration reads them anew.

    Blanks before a cell do not count, so that a quotation mark may follow them.
    """

    text: Text
    separator: str
    skip: int
    file: str

    def __iter__(self) -> Iterator[Sequence[str]]:
        reader = csv.reader(lines(self.text), delimiter=self.separator, skipinitialspace=True)
        row = self.skip
        source = islice(reader, self.skip, None)
        try:
            while chunk := list(islice(source, _CHUNK)):
                row += len(chunk)
                if row > MAX_ROWS:
                    raise unreadable(self.file, "too_many_rows", limit=MAX_ROWS)
                yield from chunk
        except csv.Error:
            raise self._unreadable() from None

    def _unreadable(self) -> UnreadableFile:
        """What is wrong, told by going through the rows one by one."""
        row = 0
        try:
            for _ in csv.reader(lines(self.text), delimiter=self.separator, skipinitialspace=True):
                row += 1
        except csv.Error:
            pass
        return unreadable(self.file, "long_cell", limit=MAX_CELL, row=row + 1)


def lines(text: Text) -> io.TextIOWrapper:
    """The text of a file, line by line, as csv wants it."""
    return io.TextIOWrapper(io.BytesIO(text.data), text.codec, newline="")


def open_separated(text: Text, file: str) -> Sheet:
    """The table in a CSV or TSV file. Raises UnreadableFile."""
    told = _told_separator(text)
    separator = told or _separator(text)
    skip = 1 if told else 0
    head = list(islice(_Rows(text, separator, skip, file), DEPTH))
    layout = find_table(head)
    if layout is None:
        raise unreadable(file, "no_rows")
    if len(layout.columns) > MAX_COLUMNS:
        raise unreadable(file, "too_wide", columns=len(layout.columns), limit=MAX_COLUMNS)
    _check_quotes(text, separator, file)
    first = skip + layout.first_row
    rows = _Rows(text, separator, first, file)
    if next(iter(rows), None) is None:
        raise unreadable(file, "no_rows")
    return Sheet(
        file=file,
        name="",
        sheet_names=(),
        columns=list(layout.columns),
        rows=rows,
        first_row=layout.first_row + 1,
        total=max(1, _line_ends(text) - first),
        format="TSV" if separator == "\t" else "CSV",
        header_row=0 if layout.header_row is None else layout.header_row + 1,
        encoding=text.encoding,
        separator=separator,
        letters=tuple(map(letters, range(len(layout.columns)))),
    )


def _told_separator(text: Text) -> str:
    """The separator that Excel's first line “sep=;” names, or ""."""
    first = next(lines(text), "").strip('\ufeff\r\n"')
    if first.lower().startswith("sep=") and len(first) == 5 and first[4] in SEPARATORS:
        return first[4]
    return ""


def _separator(text: Text) -> str:
    """The sign under which the first rows name most fields, else fall into most even columns."""
    best, most = ",", (-1, -1.0, -1)
    for separator in SEPARATORS:
        try:
            head = list(islice(csv.reader(lines(text), delimiter=separator), DEPTH))
        except csv.Error:
            continue
        widths = [len(row) for row in head if any(map(str.strip, row))]
        if not widths:
            return separator
        usual = max(widths, key=widths.count)
        even = widths.count(usual) / len(widths) if usual > 1 else 0.0
        score = (max(map(fields_headed, head)), even, usual)
        if score > most:
            best, most = separator, score
    return best


def _check_quotes(text: Text, separator: str, file: str) -> None:
    """A quotation mark that is never closed would swallow all rows after it."""
    quote = '"'.encode(text.codec)[-2 if text.codec.startswith("utf-16") else -1 :]
    if text.data.count(quote) % 2 == 0:
        return
    row = 0
    try:
        for _ in csv.reader(lines(text), delimiter=separator, strict=True):
            row += 1
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise unreadable(file, "open_quote", row=row + 1) from None


def _line_ends(text: Text) -> int:
    data, step = text.data, 2 if text.codec.startswith("utf-16") else 1
    ends = data.count(b"\n") or data.count(b"\r")
    return ends + (0 if data[-step:].strip(b"\0") in (b"\n", b"\r") else 1)
