"""Files that are no roster, or a damaged or hostile one: one sentence each, and quickly."""

import io
import json
import os
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.errors import UnreadableFile
from checkin_app.importing import archives
from checkin_app.importing.extents import MAX_CELLS
from checkin_app.importing.problems import FILES
from checkin_app.importing.recognition import recognise
from checkin_app.importing.rows import rows
from checkin_app.importing.sheets import open_sheet
from tests.importing.support import (
    csv_text,
    raw_xlsx,
    read,
    refused,
    windows_1258,
    write_json,
    write_ods,
    write_xlsx,
)

TABLE = [["Họ và tên", "Chức vụ"], ["Nguyễn Văn A", "Giám đốc"], ["Trần Thị B", "Thư ký"]]
WHOLE = csv_text(TABLE).encode()
LEGACY = windows_1258("Đặng Thị Hưởng,Trưởng đoàn\nLÊ VĂN ĐÔ,“BỘ ĐÔ”\n")
ODF = "urn:oasis:names:tc:opendocument:xmlns"
CELL = "<v>1</v></c>"


def put(path: Path, data: bytes, name: str = "roster.csv") -> Path:
    (path / name).write_bytes(data)
    return path / name


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\r\n ", "is empty"),
        (b"\0" * 4096, "is empty"),
        (b",,,\n,,\n", "no rows"),
        ("Họ và tên,Email\n".encode(), "no rows"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(200), "is a picture"),
        (b"GIF89a" + bytes(50), "is a picture"),
        (b"BM" + bytes(60), "is a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(60), "is a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(60), "is a picture"),
        (b"<svg xmlns='x'/>", "is a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
        (b"{\\rtf1 x}", "is a document"),
        (b"<!DOCTYPE html><table><tr><td>x</td></tr></table>", "is a web page"),
        (b"\xef\xbb\xbf\n<html><body>x</body></html>", "is a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "is a document"),
        (b"\x1f\x8b\x08" + bytes(50), "is an archive"),
        (b"SQLite format 3\0" + bytes(100), "is an event file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "workbook of an old kind"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") + bytes(99),
            "protected by a password",
        ),
        (WHOLE[:60] + b"\0" + WHOLE[60:], "row 3 holds NUL"),
        (WHOLE + "é\n".encode("cp1252"), "mixes UTF-8 with another encoding, first in row 4"),
        (WHOLE + windows_1258("Đặng Thị Hưởng,Trưởng đoàn\n"), "mixes UTF-8"),
        (b"\xef\xbb\xbf" + WHOLE + b"\xe9t\xe9\n", "mixes UTF-8"),
        (LEGACY * 30 + "Trần Thị Hưởng,x\n".encode(), "first in row 61"),
        (LEGACY * 30 + "An,Huế\n".encode() + LEGACY, "first in row 61"),
        (WHOLE + "ệ".encode()[:2], "cut short"),
        ("Họ và tên\nAn\n".encode("utf-16")[:-1], "cut short"),
        ("Имя,Страна\nИван Иванов,Россия\n".encode("cp1251"), "encoding that cannot be told"),
        ("氏名,国\n山田太郎,日本\n".encode("shift_jis"), "encoding that cannot be told"),
        (b'name,email\n"An,a@b.vn\nBo,b@c.vn\n', "quotation mark in row 2"),
        (b"\xef\xbb\xbf{", "not valid JSON near line 1"),
        (b'[{"name": "An"},\n{"name": }]', "not valid JSON near line 2"),
        (b'{"people": []}', "no list of delegates"),
        (b'[{"name": "An"}, 3]', "no list of delegates"),
        (b'{"delegates": []}', "no rows"),
        (b'{"a":' * 100_000, "not valid JSON"),
        (b'[{"name": ' + b"9" * 6000 + b"}]", "not valid JSON"),
    ],
)
def test_what_is_no_roster(tmp_path: Path, data: bytes, says: str) -> None:
    assert says in refused(put(tmp_path, data))


def test_the_content_counts_not_the_extension(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.csv", TABLE)
    write_ods(tmp_path / "b.xlsx", TABLE)
    write_json(tmp_path / "c.ods", TABLE)
    put(tmp_path, WHOLE, "d.json")
    put(tmp_path, csv_text(TABLE, "\t").encode("utf-16"), "e.xls")
    for name, kind in zip("abcde", ("XLSX", "ODS", "JSON", "CSV", "TSV"), strict=True):
        path = next(tmp_path.glob(f"{name}.*"))
        assert open_sheet(path).format == kind
        assert [row.values["name"] for row in read(path)] == ["Nguyễn Văn A", "Trần Thị B"]


def test_not_there_or_no_file(tmp_path: Path) -> None:
    assert "is not there" in refused(tmp_path / "none.csv")
    assert "is a folder" in refused(tmp_path)
    secret = put(tmp_path, WHOLE)
    secret.chmod(0)
    if not os.access(secret, os.R_OK):
        assert "may not be read" in refused(secret)


def test_an_archive_that_is_no_workbook(tmp_path: Path) -> None:
    for name, says in (
        ("word/document.xml", "is a document"),
        ("ppt/presentation.xml", "is a document"),
        ("people.csv", "is an archive"),
        ("xl/workbook.bin", "of an old kind"),
    ):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr(name, "x")
        assert says in refused(put(tmp_path, data.getvalue(), "a.xlsx"))


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_truncated_workbook(tmp_path: Path, kind: str) -> None:
    write = {"xlsx": write_xlsx, "ods": write_ods}[kind]
    whole = write(tmp_path / "whole", TABLE * 20).read_bytes()
    for share in (0.05, 0.5, 0.9, 0.999):
        path = put(tmp_path, whole[: int(len(whole) * share)], f"cut.{kind}")
        assert "damaged or cut short" in refused(path)


def test_an_encrypted_ods(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", b"\x93\x11\xfe")
    assert "password" in refused(put(tmp_path, data.getvalue(), "a.ods"))


def test_a_locked_member(tmp_path: Path) -> None:
    data = bytearray(write_xlsx(tmp_path / "a", TABLE).read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in refused(put(tmp_path, bytes(data), "a.xlsx"))


def bomb(tmp_path: Path, data: bytes) -> None:
    assert "far more than a roster" in refused(put(tmp_path, data, "bomb.xlsx"))


def test_a_zip_bomb(tmp_path: Path) -> None:
    padding = b" " * (1 << 20)
    data = io.BytesIO(raw_xlsx(f'<row r="1"><c r="A1">{CELL}</row>'))
    with (
        zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w") as member,
    ):
        for _ in range(520):
            member.write(padding)
    bomb(tmp_path, data.getvalue())


def test_an_archive_that_lies_about_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 4 << 20)
    data = io.BytesIO(raw_xlsx(f'<row r="1"><c r="A1">{CELL}</row>'))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b" " * (6 << 20))
        local = archive.getinfo("xl/worksheets/sheet2.xml").header_offset
    lying = bytearray(data.getvalue())
    for at in (local + 22, lying.rindex(b"PK\x01\x02") + 24):
        assert lying[at : at + 4] == (6 << 20).to_bytes(4, "little")
        lying[at : at + 4] = (100).to_bytes(4, "little")
    bomb(tmp_path, bytes(lying))


@pytest.mark.parametrize(
    "sheet",
    [
        f'<row r="1"><c r="A1">{CELL}</row><row r="999999"><c r="ZZ999999">{CELL}</row>',
        f'<row r="1"><c r="A1">{CELL}<c r="XFD1048576">{CELL}</row>',
        f"<row r='1'><c r='A1'>{CELL}<c t='n' r='ZZZZZ900000'>{CELL}</row>",
        f'<x:row r="5"><x:c r="ZZ999999"><x:v>1</x:v></x:c></x:row><row><c r="A1">{CELL}</row>',
        "<row/>" * 200_000 + "<row>" + "<c/>" * 2000 + f"<c>{CELL}</row>",
        f'<row><c r="ZZ99999">{CELL}<c r="A1">{CELL}</row>',
        f'<row r="900000"><c>{CELL}' + "<c/>" * 2000 + f"<c>{CELL}</row>",
    ],
)
def test_cells_far_apart(tmp_path: Path, sheet: str) -> None:
    bomb(tmp_path, raw_xlsx(sheet))


def test_a_text_shared_by_many_cells(tmp_path: Path) -> None:
    shared = "<si><t>" + "x" * 100_000 + "</t></si>"
    row = '<row r="{0}"><c r="A{0}" t="s"><v>0</v></c></row>'
    sheet = "".join(row.format(n) for n in range(1, 20_000))
    bomb(tmp_path, raw_xlsx(sheet, shared))


def test_formats_to_the_last_column_are_no_bomb(tmp_path: Path) -> None:
    text = '<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>'
    sheet = "".join(
        f'<row r="{n}">{text.format("A", n, value)}<c r="XFD{n}" s="0"/></row>'
        for n, value in ((1, "Họ và tên"), (2, "Nguyễn Văn A"), (1048576, "Trần Thị B"))
    )
    path = put(tmp_path, raw_xlsx(sheet), "a.xlsx")
    sheet_read = open_sheet(path)
    assert sheet_read.columns == ["Họ và tên"] and sheet_read.total == 1_048_575


def ods(rows: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{ODF}:office:1.0"'
            f' xmlns:table="{ODF}:table:1.0"'
            f' xmlns:text="{ODF}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return data.getvalue()


def ods_cell(text: str, repeated: str = "") -> str:
    times = f' table:number-columns-repeated="{repeated}"' if repeated else ""
    start = f'<table:table-cell office:value-type="string"{times}>'
    return f"{start}<text:p>{text}</text:p></table:table-cell>"


@pytest.mark.parametrize(
    "rows",
    [
        "<table:table-row>" + ods_cell("x", "4000000000") + "</table:table-row>",
        "<table:table-row>" + ods_cell("x", "&#57;99999999") + "</table:table-row>",
        '<table:table-row table:number-rows-repeated="1000000">'
        + ods_cell("x", "200")
        + "</table:table-row>",
        '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
        + ods_cell("x")
        + '</table:table-row><table:table-row table:number-rows-repeated="900000"><table:table-cell'
        " /></table:table-row><table:table-row>" + ods_cell("x") + "</table:table-row>",
        '<table:table-row table:number-rows-repeated="900000">'
        + ods_cell("x" * 3000)
        + "</table:table-row>",
    ],
)
def test_repeated_cells(tmp_path: Path, rows: str) -> None:
    bomb(tmp_path, ods(rows))


def test_the_empty_end_of_an_ods_is_no_bomb(tmp_path: Path) -> None:
    rows = "".join(
        f"<table:table-row>{ods_cell(text)}</table:table-row>" for text in ("Họ tên", "An")
    )
    rows += '<table:table-row table:number-rows-repeated="1048574">'
    rows += '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    path = put(tmp_path, ods(rows), "a.ods")
    assert [row.values["name"] for row in read(path)] == ["An"]


@pytest.mark.parametrize("kind", ["csv", "json", "ods"])
def test_a_million_letters_in_a_cell(tmp_path: Path, kind: str) -> None:
    table = [*TABLE, ["Lê C", "x" * 1_000_000]]
    path = tmp_path / f"long.{kind}"
    if kind == "csv":
        path.write_text(csv_text(table), encoding="utf-8")
    else:
        {"json": write_json, "ods": write_ods}[kind](path, table)
    row = 3 if kind == "json" else 4
    assert f"more than 131072 letters in row {row}" in refused(path)


def test_a_million_letters_in_a_cell_of_a_workbook(tmp_path: Path) -> None:
    cell = '<c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    sheet = "".join(
        f'<row r="{n}">{cell.format(n, text)}</row>'
        for n, text in enumerate(("Họ và tên", "An", "x" * 1_500_000), 1)
    )
    assert "letters in row 3" in refused(put(tmp_path, raw_xlsx(sheet), "a.xlsx"))


def test_three_hundred_columns(tmp_path: Path) -> None:
    header = ["Họ và tên", *(f"Câu hỏi {n}" for n in range(299))]
    table = [header, *([f"Nguyễn Văn {n}", *["x"] * 299] for n in range(20))]
    for path in (
        put(tmp_path, csv_text(table).encode()),
        write_xlsx(tmp_path / "a.xlsx", table),
        write_ods(tmp_path / "a.ods", table),
        write_json(tmp_path / "a.json", table),
    ):
        found = read(path)
        assert len(found) == 20 and found[19].values == {"name": "Nguyễn Văn 19"}


def test_too_many_columns(tmp_path: Path) -> None:
    table = [["Họ và tên", *["x"] * 1100], ["An"]]
    for path in (
        put(tmp_path, csv_text(table).encode()),
        write_xlsx(tmp_path / "a.xlsx", table),
    ):
        assert "1101 columns; 1024 is the most" in refused(path)
    put(tmp_path, json.dumps([{f"k{n}": "x" for n in range(1100)}]).encode())
    assert "1100 columns" in refused(tmp_path / "roster.csv")


def test_a_very_long_line_of_separators_alone_is_rejected(tmp_path: Path) -> None:
    path = put(tmp_path, WHOLE + b"Le C,x" + b"," * 100_000 + b"y\nBui D,z\n")
    found = read(path)
    assert [row.rejected for row in found] == [False, False, True, False]


def test_no_column_of_names(tmp_path: Path) -> None:
    path = put(tmp_path, b"Email,Phone\na@b.vn,0901234567\n")
    sheet = open_sheet(path)
    mapping = recognise(sheet)
    assert not mapping.has_name
    with pytest.raises(UnreadableFile, match=r"no column known to hold the names.*Email, Phone"):
        rows(sheet, mapping)


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    assert "has no sheet “Tờ 2”. Its sheets are: Danh sách." in refused(path, "Tờ 2")
    assert "is no workbook" in refused(put(tmp_path, WHOLE), "Tờ 2")


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(["xlsx", "ods", "csv", "json"]))
def test_bytes_changed_anywhere(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, kind: str
) -> None:
    path = tmp_path_factory.mktemp("changed") / f"roster.{kind}"
    if kind == "csv":
        path.write_text(csv_text(TABLE * 3), encoding="utf-8")
    else:
        {"xlsx": write_xlsx, "ods": write_ods, "json": write_json}[kind](path, TABLE * 3)
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data[: chance.randint(1, len(data))] if chance.random() < 0.3 else data)
    try:
        sheet = open_sheet(path)
        list(rows(sheet, recognise(sheet)))
    except UnreadableFile as error:
        assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = put(tmp_path_factory.mktemp("any"), data)
    try:
        sheet = open_sheet(path)
        list(rows(sheet, recognise(sheet)))
    except UnreadableFile as error:
        assert "\n" not in str(error)


def test_every_sentence_is_one() -> None:
    assert MAX_CELLS < 50_000_000
    for why, sentence in FILES.items():
        assert sentence.startswith("{file} ") and sentence.endswith("."), why
