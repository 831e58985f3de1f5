"""Owns workbooks, XLSX and ODS: which sheet holds the roster, and its cells as people see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from checkin_app.importing import extents
from checkin_app.importing.archives import DAMAGED, Archive, TooMuch, open_archive
from checkin_app.importing.headers import fields_headed
from checkin_app.importing.layout import DEPTH, find_table, letters
from checkin_app.importing.padding import Padding, padding
from checkin_app.importing.problems import unreadable
from checkin_app.importing.sheets import MAX_COLUMNS, MAX_ROWS, Sheet
from checkin_app.importing.texts import MAX_CELL
from checkin_app.importing.values import as_seen
from checkin_app.importing.words import fold

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a sheet from `skip` on, as texts."""

    sheet: CalamineSheet
    skip: int
    file: str
    padding: Padding = field(default_factory=dict)

    def __iter__(self) -> Iterator[Sequence[str]]:
        row = self.skip
        for cells in islice(self.sheet.iter_rows(), self.skip, None):
            texts = [cell if type(cell) is str else as_seen(cell) for cell in cells]
            if row in self.padding:
                self._pad(texts, cells, self.padding[row])
            row += 1
            if max(map(len, texts), default=0) > MAX_CELL:
                raise unreadable(self.file, "long_cell", limit=MAX_CELL, row=row)
            yield texts

    def _pad(self, texts: list[str], cells: Sequence[object], widths: Mapping[int, int]) -> None:
        first = self.sheet.start[1] if self.sheet.start else 0
        for column, digits in widths.items():
            at = column - first
            if 0 <= at < len(cells) and isinstance(cells[at], float) and texts[at].isdigit():
                texts[at] = texts[at].zfill(digits)


def open_workbook(data: bytes, file: str, sheet: str | None) -> Sheet:
    """The table in a sheet of a workbook. Raises UnreadableFile."""
    archive = open_archive(data, file)
    return _open(data, archive, _checked(archive), sheet)


def _checked(archive: Archive) -> str:
    """“XLSX” or “ODS”, once it is certain that the file can be opened safely."""
    file = archive.file
    try:
        kind = _kind(archive, file)
        if kind == "ODS":
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise unreadable(file, "password")
            extents.check_ods(archive)
        else:
            extents.check_xlsx(archive)
    except TooMuch:
        raise unreadable(file, "bomb") from None
    except DAMAGED:
        raise unreadable(file, "damaged") from None
    return kind


def _kind(archive: Archive, file: str) -> str:
    names = archive.names()
    if "xl/workbook.xml" in names:
        return "XLSX"
    if "xl/workbook.bin" in names:
        raise unreadable(file, "old_excel")
    mime = archive.read("mimetype") if "mimetype" in names else b""
    if b"opendocument.spreadsheet" in mime:
        return "ODS"
    document = b"opendocument" in mime or any(
        name.startswith(("word/", "ppt/", "Index/")) for name in names
    )
    raise unreadable(file, "document" if document else "archive")


def _loaded(file: str, load: Callable[[], T]) -> T:
    """What `load` asks of the reader, which on some damaged files panics."""
    try:
        return load()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        why = "password" if type(error).__name__ == "PasswordError" else "damaged"
        raise unreadable(file, why) from None


def _open(data: bytes, archive: Archive, kind: str, wanted: str | None) -> Sheet:
    from io import BytesIO

    from python_calamine import CalamineWorkbook

    file = archive.file
    book = _loaded(file, lambda: CalamineWorkbook.from_filelike(BytesIO(data)))
    name, source = _chosen(book, file, wanted)
    head = list(islice(_Rows(source, 0, file), DEPTH))
    first_letter = source.start[1] if source.start else 0
    layout = find_table(head, first_letter)
    height = source.end[0] + 1 if source.end else 0
    if layout is None or layout.first_row >= height:
        raise unreadable(file, "no_rows")
    width = len(layout.columns)
    if width > MAX_COLUMNS:
        raise unreadable(file, "too_wide", columns=width, limit=MAX_COLUMNS)
    if height > MAX_ROWS:
        raise unreadable(file, "too_many_rows", limit=MAX_ROWS)
    padded = padding(archive, name) if kind == "XLSX" else {}
    return Sheet(
        file=file,
        name=name,
        sheet_names=tuple(book.sheet_names),
        columns=list(layout.columns),
        rows=_Rows(source, layout.first_row, file, padded),
        first_row=layout.first_row + 1,
        total=height - layout.first_row,
        format=kind,
        header_row=0 if layout.header_row is None else layout.header_row + 1,
        letters=tuple(letters(first_letter + n) for n in range(width)),
    )


def _chosen(book: CalamineWorkbook, file: str, wanted: str | None) -> tuple[str, CalamineSheet]:
    """The sheet asked for, else the first visible one with the headers of a roster."""

    def load(name: str) -> CalamineSheet:
        return _loaded(file, lambda: book.get_sheet_by_name(name))

    if wanted is not None:
        names = [name for name in book.sheet_names if name == wanted] or [
            name for name in book.sheet_names if fold(name) == fold(wanted)
        ]
        if not names:
            known = ", ".join(book.sheet_names)
            raise unreadable(file, "no_sheet", sheet=wanted, sheets=known)
        return names[0], load(names[0])
    first = None
    for name in _visible(book):
        sheet = load(name)
        head = list(islice(_Rows(sheet, 0, file), DEPTH))
        if max(map(fields_headed, head), default=0) > 1:
            return name, sheet
        if first is None and any(any(row) for row in head):
            first = name, sheet
    if first is None:
        raise unreadable(file, "no_rows")
    return first


def _visible(book: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        meta.name
        for meta in book.sheets_metadata
        if meta.visible == SheetVisibleEnum.Visible and meta.typ == SheetTypeEnum.WorkSheet
    ]
