"""Files of an export: whole or not there, the same rows in every format."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import openpyxl
import pytest

from checkin_app.exporting import formats
from checkin_app.exporting.columns import COLUMNS, Column
from checkin_app.exporting.files import NotWritable, OutputDiskFull
from checkin_app.exporting.formats import NoSuchFormat, Row

PEOPLE = (
    Column("name", "Full name", "Họ và tên", 30),
    Column("phone", "Phone", "Điện thoại"),
    Column("at", "Time", "Thời gian"),
    Column("inside", "Inside", "Đang ở trong"),
    Column("times", "Times", "Số lần"),
)
AT = datetime(2026, 11, 25, 8, 0, tzinfo=timezone(timedelta(hours=7)))
ROWS: list[Row] = [
    ("Đặng Thị Ngọc Ánh", "+84 28 3822 0001", AT, True, 2),
    ('=HYPERLINK("http://x")', "", None, False, 0),
    ("Ким, «Олег»\nII", "@x", AT, None, -1),
]


def test_csv_opens_in_excel_with_its_names(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    assert formats.write(out, PEOPLE, iter(ROWS), lang="vi", title="x") == 3
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines == [
        ["Họ và tên", "Điện thoại", "Thời gian", "Đang ở trong", "Số lần"],
        ["Đặng Thị Ngọc Ánh", "+84 28 3822 0001", "2026-11-25T08:00:00+07:00", "có", "2"],
        ['\'=HYPERLINK("http://x")', "", "", "không", "0"],
        ["Ким, «Олег»\nII", "'@x", "2026-11-25T08:00:00+07:00", "", "-1"],
    ]


def test_xlsx_holds_texts_as_texts_and_numbers_as_numbers(tmp_path: Path) -> None:
    out = tmp_path / "a.XLSX"
    assert formats.write(out, PEOPLE, iter(ROWS), lang="en", title="Attendance") == 3
    book = openpyxl.load_workbook(out)
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
    book.close()
    assert cells[0] == ["Full name", "Phone", "Time", "Inside", "Times"]
    assert cells[1] == ["Đặng Thị Ngọc Ánh", "+84 28 3822 0001", AT.isoformat(), "yes", 2]
    assert cells[2][0] == '=HYPERLINK("http://x")'
    assert cells[3][1] == "@x"
    types = {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value}
    assert "f" not in types


def test_json_has_ids_for_keys_and_real_values(tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    assert formats.write(out, PEOPLE, iter(ROWS), lang="vi", title="x") == 3
    assert json.loads(out.read_text(encoding="utf-8"))[0] == {
        "name": "Đặng Thị Ngọc Ánh",
        "phone": "+84 28 3822 0001",
        "at": "2026-11-25T08:00:00+07:00",
        "inside": True,
        "times": 2,
    }
    assert formats.write(out, PEOPLE, iter(()), lang="vi", title="x") == 0
    assert json.loads(out.read_text(encoding="utf-8")) == []


def test_more_rows_than_a_sheet_holds_go_to_a_further_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "SHEET_ROWS", 2)
    out = tmp_path / "a.xlsx"
    rows: list[Row] = [(str(n), "", None, None, n) for n in range(5)]
    assert formats.write(out, PEOPLE, rows, lang="en", title="Scans") == 5
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Scans", "Scans 2", "Scans 3"]
    numbers = [sheet.cell(row, 5).value for sheet in book for row in range(2, sheet.max_row + 1)]
    book.close()
    assert numbers == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json"])
def test_a_broken_export_leaves_the_former_file_and_nothing_else(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    out.write_text("before")

    def rows() -> Iterator[Row]:
        yield ROWS[0]
        raise RuntimeError("the event file went away")

    with pytest.raises(RuntimeError):
        formats.write(out, PEOPLE, rows(), lang="en", title="x")
    assert out.read_text() == "before"
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json"])
def test_a_full_disk_is_one_sentence_and_the_former_file_stays(tmp_path: Path, name: str) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    out = tmp_path / name
    out.write_text("before")
    rows: list[Row] = [(f"Người {n} {os.urandom(40).hex()}", "", AT, None, n) for n in range(3000)]
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, former[1]))
    try:
        with pytest.raises(OutputDiskFull):
            formats.write(out, PEOPLE, rows, lang="en", title="x")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
        signal.signal(signal.SIGXFSZ, ignored)
    assert out.read_text() == "before"
    assert os.listdir(tmp_path) == [name]


def test_a_place_that_cannot_be_written_and_an_unknown_ending(tmp_path: Path) -> None:
    for out in (tmp_path / "no" / "a.csv", tmp_path / "folder.csv"):
        (tmp_path / "folder.csv").mkdir(exist_ok=True)
        with pytest.raises(NotWritable, match=r"cannot be written"):
            formats.write(out, PEOPLE, ROWS, lang="en", title="x")
    with pytest.raises(NoSuchFormat, match=r"\.csv, \.xlsx or \.json"):
        formats.write(tmp_path / "a.pdf", PEOPLE, ROWS, lang="en", title="x")


def test_the_mode_of_a_replaced_file_stays(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_text("")
    out.chmod(0o640)
    formats.write(out, PEOPLE, ROWS, lang="en", title="x")
    assert out.stat().st_mode & 0o777 == 0o640


def test_every_export_has_headers_of_its_own_in_both_languages() -> None:
    for columns in COLUMNS.values():
        for texts in zip(*((c.id, c.en, c.vi) for c in columns), strict=True):
            assert len(set(texts)) == len(columns)
            assert all(texts)
