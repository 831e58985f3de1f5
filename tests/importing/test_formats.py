"""Every format, encoding and separator gives back what was written."""

import datetime
import json
import unicodedata
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.errors import UnreadableFile
from checkin_app.formulas import defused
from checkin_app.importing.sheets import open_sheet
from checkin_app.importing.texts import tidy
from tests.importing.support import (
    csv_text,
    read,
    values,
    windows_1258,
    write_json,
    write_ods,
    write_xlsx,
)

HEADER = ["Họ và tên", "Chức vụ", "Cơ quan"]
FIELDS = ("name", "position", "organization")
VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)
WESTERN = "abcdefghijklmnopqrstuvwxyzéèêëçñöüäßåøæíóúáàâîïôû"

texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=20
)


def words(letters: str, most: int = 4) -> st.SearchStrategy[str]:
    word = st.text(letters, min_size=2, max_size=6).map(str.capitalize)
    return st.lists(word, min_size=1, max_size=most).map(lambda found: " ".join(["Lê", *found]))


def people(
    name: st.SearchStrategy[str], text: st.SearchStrategy[str]
) -> st.SearchStrategy[list[list[str]]]:
    person = st.tuples(name, text, text).map(list)
    return st.lists(person, min_size=1, max_size=6, unique_by=lambda row: row[0])


def expected(table: list[list[str]]) -> list[dict[str, str]]:
    return [dict(zip(FIELDS, map(tidy, row), strict=True)) for row in table]


def only_expected(path: Path) -> list[dict[str, object]]:
    """What was read, but for what was told apart from the names."""
    return [{field: row.values[field] for field in FIELDS} for row in read(path)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("formats")


@settings(max_examples=120, deadline=None)
@given(
    table=people(words(VIETNAMESE), texts),
    separator=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    marks=st.sampled_from(["NFC", "NFD"]),
)
def test_text_files(
    folder: Path, table: list[list[str]], separator: str, end: str, encoding: str, marks: str
) -> None:
    path = folder / "a.csv"
    text = csv_text([HEADER, *table], separator, end)
    path.write_bytes(unicodedata.normalize(marks, text).encode(encoding))
    sheet = open_sheet(path)
    assert (sheet.separator, sheet.columns) == (separator, HEADER)
    assert sheet.encoding == ("UTF-16" if "16" in encoding else "UTF-8")
    assert only_expected(path) == expected(table)


@settings(max_examples=80, deadline=None)
@given(table=people(words(VIETNAMESE), words(VIETNAMESE)), separator=st.sampled_from(",;\t|"))
def test_windows_1258(folder: Path, table: list[list[str]], separator: str) -> None:
    path = folder / "b.csv"
    path.write_bytes(windows_1258(csv_text([HEADER, *table], separator)))
    assert open_sheet(path).encoding == "Windows-1258"
    assert only_expected(path) == expected(table)


@settings(max_examples=80, deadline=None)
@given(table=people(words(WESTERN), words(WESTERN)), separator=st.sampled_from(",;\t|"))
def test_windows_1252(folder: Path, table: list[list[str]], separator: str) -> None:
    path = folder / "c.csv"
    header = ["Name", "Position", "Organisation"]
    rows = [header, ["François Müller", "Président", "Café"], *table]
    path.write_bytes(csv_text(rows, separator).encode("cp1252"))
    try:
        sheet = open_sheet(path)
    except UnreadableFile as error:
        assert "cannot be told" in str(error)
        return
    assert sheet.encoding == "Windows-1252"
    assert only_expected(path) == expected(rows[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Nome,Città\nNicolò Può,Forlì\nAndò Così,Perù\n",
        "Nome,Cargo\nJoão Guimarães,Função\nConceição Simões,Direção\n",
        "Name,Position\nÞór Jónsson,Forstjóri\nGuðrún Ýr,Ráðherra\n",
        "Nom,Fonction\nFrançois Lefèvre,Député\nZoë Noël,Chargée d’études\n",
        "Name,Position\nJürgen Müßig,Geschäftsführer\nÅse Øverås,Rådgiver\n",
        "Nombre,Cargo\nBegoña Núñez,Ingeniería\nIñaki Peñarroya,Dirección\n",
        "Name,Position\nTõnu Põder,Õpetaja\n",
        "Name,Position\n“Al” O’Neil – café,€ 5\n",
    ],
)
def test_western_languages_are_not_taken_for_vietnamese(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode("cp1252"))
    sheet = open_sheet(path)
    assert sheet.encoding == "Windows-1252"
    assert [list(row) for row in sheet.rows] == [line.split(",") for line in text.splitlines()[1:]]


@settings(max_examples=30, deadline=None)
@given(table=people(words(VIETNAMESE), texts))
def test_workbooks_and_json(folder: Path, table: list[list[str]]) -> None:
    whole = [HEADER, *table]
    sheet = folder / "d.xlsx"
    with xlsxwriter.Workbook(str(sheet), {"strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for n, row in enumerate(whole):
            for m, cell in enumerate(row):
                page.write_string(n, m, cell)
    for path in (sheet, write_ods(folder / "d.ods", whole), write_json(folder / "d.json", whole)):
        assert only_expected(path) == expected(table), path


@given(st.text(max_size=30))
def test_tidy_text_stays(text: str) -> None:
    once = tidy(text)
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once and once == once.strip()
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in once)
    assert tidy(defused(once)) == once or once.startswith("'")


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (84901234567, "84901234567"),
        (84901234567.0, "84901234567"),
        (1980, "1980"),
        (1234567890123456, "1234567890123456"),
        (0.1 + 0.2, "0.3"),
        (12.5, "12.5"),
        (-3, "-3"),
        (True, "TRUE"),
        (datetime.date(2026, 11, 22), "2026-11-22"),
        (datetime.datetime(2026, 11, 22), "2026-11-22"),  # noqa: DTZ001
        (datetime.datetime(2026, 11, 22, 8, 30), "2026-11-22 08:30:00"),  # noqa: DTZ001
        (datetime.time(8, 30), "08:30"),
        ("0901234567", "0901234567"),
        (None, ""),
    ],
)
def test_numbers_and_dates_as_people_see_them(tmp_path: Path, value: object, seen: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["Họ tên", "Ghi chú"], ["An", value], ["Bình", "x"]])
    assert read(path)[0].values["notes"] == seen


def test_zeros_that_a_workbook_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        zeros = book.add_format({"num_format": "00000"})
        spaced = book.add_format({"num_format": "0000 000 000"})
        money = book.add_format({"num_format": "0.00"})
        page = book.add_worksheet("Tờ & 1")
        page.write_row(2, 1, ["Mã đăng ký", "Họ tên", "Điện thoại", "Ghi chú"])
        for row, number in enumerate((42, 1234567), 3):
            page.write_number(row, 1, number, zeros)
            page.write_string(row, 2, f"Lê {row}")
            page.write_number(row, 3, 901234567, spaced)
            page.write_number(row, 4, 7, money)
    found = values(read(path))
    assert [row["external_id"] for row in found] == ["00042", "1234567"]
    assert [(row["phone"], row["notes"]) for row in found] == [("0901234567", "7")] * 2


def test_numbers_of_ods_and_json(tmp_path: Path) -> None:
    table = [["Họ tên", "Điện thoại", "Năm sinh"], ["An", 84901234567, 1980.0]]
    for path in (write_ods(tmp_path / "a.ods", table), write_json(tmp_path / "a.json", table)):
        assert read(path)[0].values == {"name": "An", "phone": "84901234567", "birth_year": 1980}


def test_formulas_are_values_or_texts(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Họ tên", "Ghi chú"])
        page.write_string(1, 0, "An")
        page.write_formula(1, 1, '=CONCATENATE("a","b")', value="ab")
    assert read(tmp_path / "a.xlsx")[0].values["notes"] == "ab"
    path = tmp_path / "a.csv"
    path.write_text(
        'Họ tên,Ghi chú\nAn,"=HYPERLINK(""http://x"",""y"")"\nBình,\'=1+1\n', encoding="utf-8"
    )
    assert [row["notes"] for row in values(read(path))] == ['=HYPERLINK("http://x","y")', "=1+1"]


def test_the_separator_that_excel_names(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\ufeffsep=|\nHọ tên|Chức vụ\nAn|a;b;c\nBình|\n", encoding="utf-8")
    sheet = open_sheet(path)
    assert (sheet.separator, sheet.header_row, sheet.first_row) == ("|", 1, 2)
    assert [row.number for row in read(path)] == [2, 3]


def test_separators_inside_texts_do_not_mislead(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Họ tên;Chức vụ;Cơ quan\n" + "An;Vụ trưởng, Phó Trưởng ban, Ủy viên, Thư ký;A|B|C\n" * 3,
        encoding="utf-8",
    )
    assert open_sheet(path).separator == ";"
    assert read(path)[0].values["position"] == "Vụ trưởng, Phó Trưởng ban, Ủy viên, Thư ký"


def test_one_column(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Họ và tên\nNguyễn Văn An\nTrần Bình\n", encoding="utf-8")
    assert [row["name"] for row in values(read(path))] == ["Nguyễn Văn An", "Trần Bình"]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Họ tên,Ghi chú\nAn,"a\nb\nc"\n\n ,\nBình,x\n', encoding="utf-8")
    assert [(row.number, row.values["notes"]) for row in read(path)] == [(2, "a b c"), (5, "x")]
    sheet = open_sheet(path)
    assert list(sheet.rows) == list(sheet.rows)


def test_the_sheet_that_looks_like_a_roster(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Hướng dẫn"
    book.active.append(["Điền vào tờ sau"])
    for name in ("Danh sách", "Khách VIP"):
        page = book.create_sheet(name)
        page.append(["Họ và tên", "Chức vụ"])
        page.append([f"Người của {name}", "x"])
    hidden = book.create_sheet("Ẩn", 0)
    hidden.append(["Họ và tên", "Email", "Chức vụ"])
    hidden.append(["Không ai", "x@y.vn", "x"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    sheet = open_sheet(path)
    assert sheet.name == "Danh sách"
    assert sheet.sheet_names == ("Ẩn", "Hướng dẫn", "Danh sách", "Khách VIP")
    assert read(path, sheet="khach vip")[0].values["name"] == "Người của Khách VIP"
    assert read(path, sheet="Ẩn")[0].values["name"] == "Không ai"


def test_a_list_of_objects(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    people = [
        {"name": "An", "hold": True, "birth_year": 1980, "tags": ["a"], "email": None},
        {"Name": "x", "name": "Bình", "hold": False},
    ]
    for whole in (people, {"delegates": people, "made": "today"}):
        path.write_text(json.dumps(whole), encoding="utf-8-sig")
        sheet = open_sheet(path)
        assert sheet.columns == ["name", "hold", "birth_year", "tags", "email", "Name"]
        found = read(path)
        assert [row.number for row in found] == [1, 2]
        assert found[0].values["hold"] is True and found[1].values["hold"] is False
        assert found[0].values["birth_year"] == 1980 and found[1].values["birth_year"] is None


def test_half_letters_in_json(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"name": "An \\ud800 Lê\\u0000"}]', encoding="utf-8")
    assert read(path)[0].values["name"] == "An Lê"


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "json"])
def test_how_many_rows_there_are(tmp_path: Path, kind: str) -> None:
    table = [["Họ tên", "Email"], *([f"An {n}", ""] for n in range(40))]
    path = tmp_path / f"a.{kind}"
    if kind == "csv":
        path.write_text(csv_text(table), encoding="utf-16")
    else:
        {"xlsx": write_xlsx, "ods": write_ods, "json": write_json}[kind](path, table)
    assert open_sheet(path).total == 40
