"""Where the table begins: titles above, two lines of headers, none at all."""

from pathlib import Path

import pytest

from checkin_app.importing.layout import find_table, letters
from checkin_app.importing.recognition import recognise
from checkin_app.importing.sheets import open_sheet
from tests.importing.support import csv_text, read, read_table, values, write_xlsx

TITLES = [
    ["ỦY BAN NHÂN DÂN THÀNH PHỐ", "", "", ""],
    ["DANH SÁCH ĐẠI BIỂU", "", "", ""],
    ["(Kèm theo Công văn số 215 ngày 10/11/2026)", "", "", ""],
    ["", "", "", ""],
]
HEADER = ["STT", "Họ và tên", "Chức vụ", "Email"]
PEOPLE = [["1", "Nguyễn Văn An", "Giám đốc", "an@x.vn"], ["2", "Lê Bình", "", ""]]


def test_titles_above_are_left_out(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [*TITLES, HEADER, *PEOPLE])
    sheet = open_sheet(path)
    assert (sheet.header_row, sheet.first_row, sheet.columns) == (5, 6, HEADER)
    assert [(row.number, row.values["name"]) for row in read(path)] == [
        (6, "Nguyễn Văn An"),
        (7, "Lê Bình"),
    ]


@pytest.mark.parametrize(
    "numbers", [["(1)", "(2)", "(3)", "(4)"], ["1", "2", "3", "4"], ["A", "B", "C", "D"]]
)
def test_a_row_that_numbers_the_columns(tmp_path: Path, numbers: list[str]) -> None:
    found = read_table(tmp_path, [*TITLES, HEADER, numbers, *PEOPLE])
    assert [row.number for row in found] == [7, 8]


def test_parts_under_a_merged_heading(tmp_path: Path) -> None:
    table = [
        ["STT", "Họ và tên", "", "Liên hệ", "", "Ghi chú"],
        ["", "Họ đệm", "Tên", "Email", "Điện thoại", ""],
        ["1", "Nguyễn Văn", "An", "an@x.vn", "0901234567", "x"],
    ]
    found = read_table(tmp_path, table)
    assert values(found) == [
        {
            "name": "Nguyễn Văn An",
            "given_name": "An",
            "email": "an@x.vn",
            "phone": "0901234567",
            "notes": "x",
        }
    ]


def test_a_line_of_translations(tmp_path: Path) -> None:
    english = ["No.", "Full name", "Position", "Email"]
    found = read_table(tmp_path, [HEADER, english, *PEOPLE])
    assert [row.values["name"] for row in found] == ["Nguyễn Văn An", "Lê Bình"]


def test_two_languages_in_one_cell(tmp_path: Path) -> None:
    sheet = open_sheet(
        write_xlsx(
            tmp_path / "a.xlsx", [["Họ và tên\nFull name", "Đoàn\n(Delegation)"], ["An", "x"]]
        )
    )
    assert sheet.columns == ["Họ và tên / Full name", "Đoàn / (Delegation)"]
    assert recognise(sheet).fields == ("name", "delegation")


def test_repeated_and_empty_headers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Email,,Họ tên,Email,email,\na@b.vn,x,An,c@d.vn,e@f.vn,y\n", encoding="utf-8")
    sheet = open_sheet(path)
    assert sheet.columns == ["Email", "B", "Họ tên", "Email (2)", "email", "F"]
    assert values(read(path)) == [{"email": "a@b.vn", "name": "An"}]


def test_no_headers_at_all(tmp_path: Path) -> None:
    rows = [
        ["Nguyễn Văn An", "an@x.vn", "0901234567", "Việt Nam"],
        ["Kim Min-jun", "k@x.kr", "+82 10 1234 5678", "Hàn Quốc"],
        ["Taro Yamada", "t@x.jp", "+81 3 1234 5678", "Nhật Bản"],
    ]
    path = tmp_path / "a.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    sheet = open_sheet(path)
    mapping = recognise(sheet)
    assert (sheet.columns, sheet.header_row, sheet.first_row) == (["A", "B", "C", "D"], 0, 1)
    assert mapping.fields == ("name", "email", "phone", "country")
    assert mapping.guessed == {0, 1, 2, 3}
    assert [row["country"] for row in values(read(path))] == ["VN", "KR", "JP"]


def test_unknown_headers_are_mapped_by_hand(tmp_path: Path) -> None:
    table = [["Wer", "Was"], ["Nguyễn Văn An", "Giám đốc"]]
    found = read_table(tmp_path, table, {"name": "Wer", "position": "was"})
    assert values(found) == [{"name": "Nguyễn Văn An", "position": "Giám đốc"}]


def test_columns_that_do_not_begin_at_a(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["", "", "Họ tên", ""], ["", "", "An", "x"]])
    sheet = open_sheet(path)
    assert sheet.columns[-1] == "D" and sheet.letters[-2:] == ("C", "D")
    assert [row.number for row in read(path)] == [2]


def test_a_table_deep_in_a_sheet_is_none() -> None:
    assert find_table([["", ""], [" ", ""]]) is None
    assert [letters(n) for n in (0, 25, 26, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
