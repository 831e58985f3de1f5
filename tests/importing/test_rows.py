"""What becomes of each cell, and what is said about it."""

from pathlib import Path

import pytest

from checkin_app.domain.delegates import Standing
from checkin_app.importing.problems import REJECTING, ROWS, Problem, sentence
from checkin_app.importing.recognition import recognise
from checkin_app.importing.rows import rows
from checkin_app.importing.sheets import open_sheet
from tests.importing.support import csv_text, kinds, read, read_table, values, write_json


def one(path: Path, header: str, cell: str) -> tuple[object, list[str]]:
    """What a cell becomes, beside a name, and the kinds of its problems."""
    write_json(path / "a.json", [["Họ và tên", header], ["Lê An", cell]])
    found = read(path / "a.json")[0]
    assert not found.rejected
    field = next((name for name in found.values if name != "name"), "")
    return found.values.get(field), kinds(found)


@pytest.mark.parametrize(
    ("header", "cell", "value", "problem"),
    [
        ("Chức vụ", "  Phó \t Giám\u00a0đốc\u200b \n Sở ", "Phó Giám đốc Sở", ""),
        ("Chức vụ", "Gia\u0301m đo\u0302\u0301c\x07", "Giám đốc", ""),
        ("Chức vụ", "'=1+1", "=1+1", ""),
        ("Chức vụ", "x" * 1001, "x" * 999 + "…", "cut"),
        ("Ghi chú", "x" * 1001, "x" * 1001, ""),
        ("Email", " An.Le@Example.ORG ", "An.Le@example.org", ""),
        ("Email", "Lê An <an@example.org>", "an@example.org", ""),
        ("Email", "mailto:an@example.org", "an@example.org", ""),
        ("Email", "an@example.org; le@example.org", "an@example.org", "more_emails"),
        ("Email", "an@example", "an@example", "bad_email"),
        ("Email", "an@@example.org", "an@@example.org", "bad_email"),
        ("Email", "an @example.org", "an @example.org", "bad_email"),
        ("Email", "chưa có", "", ""),
        ("Email", "-", "", ""),
        ("Điện thoại", "090 123.45-67", "0901234567", ""),
        ("Điện thoại", "(+84) 90 123 4567", "+84901234567", ""),
        ("Điện thoại", "+44 (0)20 7946 0018", "+442079460018", ""),
        ("Điện thoại", "84901234567.0", "84901234567", ""),
        ("Điện thoại", "028.012.3456", "0280123456", ""),
        ("Điện thoại", "0901234567 / 0912345678", "0901234567 / 0912345678", ""),
        ("Điện thoại", "028 1234 5678 máy lẻ 12", "02812345678 x12", ""),
        ("Điện thoại", "ĐT: 0901234567", "0901234567", ""),
        ("Điện thoại", "hỏi thư ký", "hỏi thư ký", "bad_phone"),
        ("Điện thoại", "0901234567 0912345678", "0901234567 0912345678", "bad_phone"),
        ("Điện thoại", "N/A", "", ""),
        ("Năm sinh", "1980", 1980, ""),
        ("Năm sinh", "1980.0", 1980, ""),
        ("Ngày sinh", "12/05/1980", 1980, ""),
        ("Ngày sinh", "1980-05-12 00:00:00", 1980, ""),
        ("Ngày sinh", "12 May 1980", 1980, ""),
        ("Ngày sinh", "ngày 12 tháng 5 năm 1980", 1980, ""),
        ("Năm sinh", "12/05/80", None, "bad_birth_year"),
        ("Năm sinh", "2999", None, "bad_birth_year"),
        ("Năm sinh", "1980 hoặc 1981", None, "bad_birth_year"),
        ("Năm sinh", "29353", None, "bad_birth_year"),
        ("Năm sinh", "", None, ""),
        ("Quốc gia", "Việt Nam", "VN", ""),
        ("Quốc gia", "Atlantis", "", "unknown_country"),
        ("Quốc gia", "-", "", ""),
        ("Nhóm đại biểu", "Trưởng đoàn", "head_of_delegation", ""),
        ("Nhóm đại biểu", "BÁO CHÍ", "press", ""),
        ("Nhóm đại biểu", "dai bieu", "delegate", ""),
        ("Nhóm đại biểu", "Nhà tài trợ Kim cương", "Nhà tài trợ Kim cương", "unknown_category"),
        ("Tạm giữ", "Có", True, ""),
        ("Tạm giữ", "x", True, ""),
        ("Tạm giữ", "✓", True, ""),
        ("Tạm giữ", "KHÔNG", False, ""),
        ("Tạm giữ", "", False, ""),
        ("Tạm giữ", "xem hộ chiếu", True, "unclear_hold"),
        ("Standing", "", "accredited", ""),
        ("Standing", "yes", "accredited", ""),
        ("Standing", "không", "not_accredited", ""),
        ("Standing", "Chờ duyệt", "not_accredited", ""),
        ("Standing", "withdrawn", "withdrawn", ""),
        ("Standing", "Đã hủy", "withdrawn", ""),
        ("Standing", "???!", "not_accredited", "unclear_standing"),
        ("Ảnh", "C:\\ảnh\\an le.jpg", "an le.jpg", ""),
        ("Ảnh", "../../an.jpg", "an.jpg", ""),
        ("Ảnh", "https://x.example/an.jpg", "", "photo_link"),
        ("Mã QR", " AB-12  cd\x02", "AB-12  cd", ""),
        ("Mã QR", "x" * 257, "", "long_code"),
        ("Mã đăng ký", "00042", "00042", ""),
    ],
)
def test_a_cell(tmp_path: Path, header: str, cell: str, value: object, problem: str) -> None:
    found, problems = one(tmp_path, header, cell)
    assert found == value and type(found) is type(value)
    assert problems == ([problem] if problem else [])


def test_standings_are_the_domains(tmp_path: Path) -> None:
    for standing in Standing:
        assert one(tmp_path, "standing", standing.value) == (standing.value, [])


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["", "Giám đốc", ""], "no_name"),
        (["\u200b", "Giám đốc", ""], "no_name"),
        (["12345", "Giám đốc", ""], "not_a_name"),
        (["???", "", "x"], "not_a_name"),
        (["x" * 301, "", ""], "name_too_long"),
        (["II. Đoàn thành phố Hà Nội", "", ""], "heading"),
        (["Tổng cộng: 120 đại biểu", "", ""], "heading"),
        (["An", "Giám đốc", "x", "", "thừa"], "shifted"),
    ],
)
def test_a_bad_row_is_rejected_alone(tmp_path: Path, row: list[str], problem: str) -> None:
    table = [["Họ và tên", "Chức vụ", "Cơ quan"], ["An", "a", "b"], row, ["Bình", "c", "d"]]
    found = read_table(tmp_path, table)
    assert [one.rejected for one in found] == [False, True, False]
    assert kinds(found[1]) == [problem] and found[1].number == 3
    assert list(found[1].cells)[: len(row)] == row


def test_a_heading_beside_the_names(tmp_path: Path) -> None:
    table = [["STT", "Họ và tên"], ["I. ĐOÀN HÀ NỘI", ""], ["1", "An"], ["2", ""], ["", ""]]
    found = read_table(tmp_path, table)
    assert [(row.number, kinds(row)) for row in found] == [(2, ["heading"]), (3, [])]


def test_initials_are_no_heading(tmp_path: Path) -> None:
    table = [["Name", "Position"], ["I. Newton", "Fellow"], ["V. Lê", "x"]]
    assert [row.rejected for row in read_table(tmp_path, table)] == [False, False]


def test_values_have_every_mapped_field(tmp_path: Path) -> None:
    header = ["Họ và tên", "Email", "Năm sinh", "Tạm giữ", "Standing", "Quốc gia", "STT"]
    found = read_table(tmp_path, [header, ["An"]])
    assert values(found) == [
        {
            "name": "An",
            "email": "",
            "birth_year": None,
            "hold": False,
            "standing": "accredited",
            "country": "",
        }
    ]


def test_a_second_id_is_rejected_and_a_second_name_is_not(tmp_path: Path) -> None:
    table = [
        ["Mã đăng ký", "Mã QR", "Họ và tên", "Đoàn"],
        ["1", "q1", "Nguyễn Văn An", "Hà Nội"],
        ["2", "q2", "NGUYEN VAN AN", "Hà Nội"],
        ["1", "q3", "Lê Bình", "Hà Nội"],
        ["3", "q1", "Lê Cường", "Hà Nội"],
        ["", "", "Nguyễn Văn An", "Huế"],
        ["", "", "Trần Dũng", "Huế"],
        ["4", "q5", "Lê Bình", "Hà Nội"],
    ]
    found = read_table(tmp_path, table)
    assert [(row.number, row.rejected, kinds(row)) for row in found] == [
        (2, False, []),
        (3, False, ["same_name"]),
        (4, True, ["same_external_id"]),
        (5, True, ["same_external_code"]),
        (6, False, []),
        (7, False, []),
        (8, False, []),
    ]
    assert [p.detail for row in found for p in row.problems] == ["2", "2", "2"]


def test_repeats_far_apart(tmp_path: Path) -> None:
    header = ["Mã đăng ký", "Họ và tên", "Đoàn"]
    table = [header, *([str(n % 1000), f"Lê {n}", "Huế"] for n in range(2000))]
    found = read_table(tmp_path, table)
    assert [row.rejected for row in found] == [False] * 1000 + [True] * 1000
    assert found[1000].problems[0].detail == "2"


def test_a_bad_row_does_not_take_an_id(tmp_path: Path) -> None:
    found = read_table(tmp_path, [["ID", "Full name"], ["1", ""], ["1", "An"]])
    assert [kinds(row) for row in found] == [["no_name"], []]


def test_rows_come_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["Họ tên"], *([f"An {n}"] for n in range(5000))]), encoding="utf-8")
    sheet = open_sheet(path)
    source = rows(sheet, recognise(sheet))
    assert [next(source).number for _ in range(3)] == [2, 3, 4]
    assert [row.number for row in source] == list(range(5, 5002))


def test_problems_have_sentences() -> None:
    for kind, template in ROWS.items():
        text = sentence(Problem(3, "name", kind, "z" * 500))
        assert text.endswith(".") and "{" not in text and len(text) < 200
        assert ("{detail}" in template) == ("z" in text.replace("zero", ""))
    assert set(REJECTING) < set(ROWS)
    assert sentence(Problem(3, "", "no_name"), {ROWS["no_name"]: "Thiếu tên."}.__getitem__) == (
        "Thiếu tên."
    )
