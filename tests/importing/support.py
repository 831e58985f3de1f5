"""Makes roster files of every kind for these tests, and reads them back."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from odfdo import Cell, Document, Row, Table

from checkin_app.domain.errors import UnreadableFile
from checkin_app.importing.recognition import recognise
from checkin_app.importing.rows import ImportedRow, rows
from checkin_app.importing.sheets import Sheet, open_sheet

TONES = "\u0300\u0301\u0303\u0309\u0323"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def windows_1258(text: str) -> bytes:
    """Vietnamese as Windows wrote it: tones as letters of their own."""
    found = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            found += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
            found += (base + "".join(c for c in apart if c in TONES)).encode("cp1258")
    return found


def csv_text(table: Sequence[Sequence[str]], separator: str = ",", end: str = "\r\n") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(table)
    return text.getvalue()


def write_xlsx(path: Path, table: Sequence[Sequence[Any]], sheet: str = "Danh sách") -> Path:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet(sheet)
    for row in table:
        page.append(list(row))
    book.save(path)
    return path


def write_ods(path: Path, table: Sequence[Sequence[Any]], sheet: str = "Danh sách") -> Path:
    book = Document("spreadsheet")
    page = Table(sheet)
    for cells in table:
        row = Row()
        row.extend_cells(Cell(None if value == "" else value) for value in cells)
        page.append_row(row)
    book.body.clear()
    book.body.append(page)
    book.save(path)
    return path


def write_json(path: Path, table: Sequence[Sequence[Any]]) -> Path:
    header, *rest = table
    objects = [dict(zip(header, row, strict=False)) for row in rest]
    path.write_text(json.dumps({"delegates": objects}), encoding="utf-8")
    return path


def raw_xlsx(sheet: str, shared: str = "", name: str = "S") -> bytes:
    """A workbook of one sheet with this XML for its rows, however odd."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1"'
        f' Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f"{SHEET}{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    return data.getvalue()


def read(path: Path, by_hand: Mapping[str, str] | None = None, **how: Any) -> list[ImportedRow]:
    sheet = open_sheet(path, **how)
    return list(rows(sheet, recognise(sheet, by_hand)))


def read_table(
    path: Path, table: Sequence[Sequence[str]], by_hand: Mapping[str, str] | None = None
) -> list[ImportedRow]:
    """The rows of a table, by way of a CSV file."""
    path /= "roster.csv"
    path.write_text(csv_text(table), encoding="utf-8")
    return read(path, by_hand)


def values(found: Sequence[ImportedRow]) -> list[dict[str, Any]]:
    return [row.values for row in found]


def kinds(row: ImportedRow) -> list[str]:
    return [problem.problem for problem in row.problems]


def refused(path: Path, sheet: str | None = None) -> str:
    """The one sentence with which a file is refused, at once or on the way."""
    with pytest.raises(UnreadableFile) as refusal:
        opened: Sheet = open_sheet(path, sheet=sheet)
        list(rows(opened, recognise(opened)))
    text = str(refusal.value)
    assert text.startswith(path.name) and "\n" not in text and len(text) < 250
    assert text.endswith(".") and "Traceback" not in text
    return text
