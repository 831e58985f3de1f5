"""Writes a roster as organisers send it: CSV out of Excel, or a workbook with a letter's head."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

from .people import Person

HEADERS = (
    "STT",
    "Danh xưng",
    "Họ và tên",
    "Năm sinh",
    "Chức vụ",
    "Cơ quan, đơn vị",
    "Đoàn",
    "Quốc gia/Vùng lãnh thổ",
    "Thành phần",
    "Email",
    "Số điện thoại",
    "Ghi chú",
)
EXTERNAL_ID = "Mã đăng ký"
TITLE = "DANH SÁCH ĐẠI BIỂU THAM DỰ DIỄN ĐÀN"
SUBTITLE = "(Kèm theo Công văn số 215/BTC-LT ngày 10 tháng 11 năm 2026)"


def write_csv(path: Path, people: Sequence[Person], *, external_ids: bool = False) -> None:
    """Semicolons, UTF-8 with BOM, CRLF: what Excel saves on a Vietnamese Windows."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";", lineterminator="\r\n")
        rows.writerow(_headers(external_ids))
        rows.writerows(_rows(people, external_ids))


def write_xlsx(path: Path, people: Sequence[Person], *, external_ids: bool = False) -> None:
    """Two title rows over all columns, an empty row, headers, people; numbers as numbers."""
    headers = _headers(external_ids)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 11, 10)})  # noqa: DTZ001
        sheet = book.add_worksheet("Danh sách")
        bold = book.add_format({"bold": True, "align": "center"})
        sheet.merge_range(0, 0, 0, len(headers) - 1, TITLE, bold)
        sheet.merge_range(1, 0, 1, len(headers) - 1, SUBTITLE)
        sheet.write_row(3, 0, headers, bold)
        for at, row in enumerate(_rows(people, external_ids), start=4):
            for column, value in enumerate(row):
                if headers[column] in {"STT", "Năm sinh"} and value:
                    sheet.write_number(at, column, int(value))
                elif value:
                    sheet.write_string(at, column, value)


def _headers(external_ids: bool) -> list[str]:
    return [*HEADERS, EXTERNAL_ID] if external_ids else list(HEADERS)


def _rows(people: Sequence[Person], external_ids: bool) -> Iterator[list[str]]:
    for number, person in enumerate(people, start=1):
        row = [
            str(number),
            person.honorific_cell,
            person.name_cell,
            person.birth_year,
            person.position,
            person.organization,
            person.delegation,
            person.country,
            person.category,
            person.email,
            person.phone,
            person.notes,
        ]
        yield [*row, person.external_id] if external_ids else row
