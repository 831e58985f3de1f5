"""Rows that were rejected are written to be corrected, and read again."""

import csv
from pathlib import Path

import pytest

from checkin_app.importing.problems import ROWS
from checkin_app.importing.recognition import recognise
from checkin_app.importing.rejects import HEADING, write_rejects
from checkin_app.importing.rows import rows
from checkin_app.importing.sheets import open_sheet
from tests.importing.support import read, read_table, write_json

TABLE = [
    ["Họ và tên", "Chức vụ", "=cmd|x", "Điện thoại"],
    ["", "=1+1", " @x", "+84901234567"],
    ["An", "y", "", ""],
    ["  ", "-", "\t=2", "", "thừa"],
    ["12", "Phó “Giám đốc”, A", "b\nc", ""],
]


def rejects(path: Path, table: list[list[str]]) -> list[list[str]]:
    read_table(path, table)
    sheet = open_sheet(path / "roster.csv")
    found = [row for row in rows(sheet, recognise(sheet)) if row.rejected]
    assert write_rejects(path / "rejects.csv", sheet, found) == len(found)
    assert (path / "rejects.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_rows_as_they_were_with_the_reason(tmp_path: Path) -> None:
    header, *found = rejects(tmp_path, TABLE)
    assert header == ["Họ và tên", "Chức vụ", "'=cmd|x", "Điện thoại", HEADING]
    assert [row[-1] for row in found] == [
        ROWS["no_name"],
        f"{ROWS['shifted'].format(detail='thừa')} {ROWS['no_name']}",
        ROWS["not_a_name"].format(detail="12"),
    ]
    runnable = [cell for row in found for cell in row if cell.lstrip()[:1] in ("=", "@", "+")]
    assert runnable == ["+84901234567"]  # digits can only be a number
    assert found[2][1:3] == ["Phó “Giám đốc”, A", "b\nc"]


def test_corrected_rows_come_back_as_they_were_meant(tmp_path: Path) -> None:
    header, first, *_ = rejects(tmp_path, TABLE)
    first[0] = "Lê An"
    again = tmp_path / "again.csv"
    with again.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header, first])
    (row,) = read(again)
    assert not row.rejected
    assert row.values == {"name": "Lê An", "position": "=1+1", "phone": "+84901234567"}


def test_nothing_rejected(tmp_path: Path) -> None:
    assert rejects(tmp_path, [["Họ và tên"], ["An"]]) == [["Họ và tên", HEADING]]


def test_in_another_language_and_from_json(tmp_path: Path) -> None:
    path = write_json(tmp_path / "a.json", [["Họ và tên", "Email"], ["", "a@b\ud800.vn"]])
    sheet = open_sheet(path)
    found = list(rows(sheet, recognise(sheet)))
    write_rejects(
        tmp_path / "r.csv", sheet, found, {HEADING: "Lý do", ROWS["no_name"]: "Thiếu."}.__getitem__
    )
    lines = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["Họ và tên,Email,Lý do", ",a@b?.vn,Thiếu."]


def test_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "rejects.csv"
    path.write_text("before", encoding="utf-8")
    read_table(tmp_path, [["Họ và tên"], ["12"]])
    sheet = open_sheet(tmp_path / "roster.csv")
    found = list(rows(sheet, recognise(sheet)))

    def broken(text: str) -> str:
        if text == HEADING:
            return text
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        write_rejects(path, sheet, found, broken)
    assert path.read_text(encoding="utf-8") == "before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["rejects.csv", "roster.csv"]
