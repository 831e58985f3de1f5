"""Which column holds what: by contents where headers can be two things, and by hand."""

from pathlib import Path

import pytest

from checkin_app.domain.errors import NoSuchColumn
from checkin_app.importing.recognition import Mapping, recognise, recognise_columns
from checkin_app.importing.sheets import open_sheet
from checkin_app.importing.words import category_ids, load
from tests.importing.support import csv_text, read_table, values


def fields(columns: str, *sample: str) -> list[str | None]:
    rows = [row.split("|") for row in sample]
    return list(recognise_columns(columns.split("|"), rows).fields)


def test_titles_are_forms_of_address_or_positions() -> None:
    assert fields("Title|Full name", "Mr.|A", "Dr|B", "H.E.|C")[0] == "honorific"
    assert fields("Title|Full name", "Director|A", "CEO|B", "Dr|C")[0] == "position"
    assert fields("Chức danh|Họ tên", "GS.TS|A", "PGS|B")[0] == "honorific"
    assert fields("Title|Position|Full name", "Director|CEO|A") == ["honorific", "position", "name"]


def test_names_beside_names() -> None:
    assert fields("Name", "John Smith") == ["name"]
    assert fields("Surname|Name", "Smith|John", "Doe|Jane") == ["family_name", "given_name"]
    assert fields("Surname|Name", "Smith|John Smith", "Doe|Jane Doe") == ["family_name", "name"]
    assert fields("Họ và tên|Tên", "Lê An|An", "Lê Bình|Bình") == ["name", "given_name"]
    assert fields("Họ|Tên", "Lê|An") == ["family_name", "given_name"]
    assert fields("Tên|Đoàn", "Lê Văn An|x") == ["name", "delegation"]
    assert fields("Full name|Name", "John Smith|John Smith") == ["name", None]


def test_codes_that_are_hard_to_guess_are_scanned() -> None:
    assert fields("Mã đại biểu|Họ tên", "DB-001|A", "DB-002|B")[0] == "external_id"
    assert fields("Mã đại biểu|Họ tên", "8f3a9c21d04e|A", "77aa01bc93f2|B")[0] == "external_code"
    assert fields("ID|Code|Họ tên", "1|8f3a9c21d04e|A")[:2] == ["external_id", "external_code"]


def test_a_status_that_says_something_else_is_left_out() -> None:
    assert fields("Trạng thái|Họ tên", "đã duyệt|A", "chờ duyệt|B")[0] == "standing"
    assert fields("Trạng thái|Họ tên", "đã in thẻ|A", "chưa in|B")[0] is None
    assert fields("Status|Họ tên", "VIP|A", "Press|B")[0] == "category"


def test_contents_speak_where_headers_do_not() -> None:
    found = recognise_columns(
        ["Họ tên", "Q1", "Q2", "Q3", "Q4"],
        [["Lê An", "an@x.vn", "0901 234 567", "Báo chí", "Pháp"]] * 5,
    )
    assert found.fields == ("name", "email", "phone", "category", "country")
    assert found.guessed == {1, 2, 3, 4}


def test_numbers_of_documents_are_no_telephone_numbers() -> None:
    assert fields("Họ tên|CCCD", "Lê An|079080001234")[1] is None
    assert fields("Họ tên|Số hộ chiếu", "Lê An|0123456789")[1] is None


def test_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    table = [["Họ và tên", "Chức vụ", "Vai khác", ""], ["Lê An", "x", "y", "z"]]
    path.write_text(csv_text(table), encoding="utf-8")
    sheet = open_sheet(path)

    def by_hand(**columns: str) -> tuple[str | None, ...]:
        return recognise(sheet, columns).fields

    assert by_hand() == ("name", "position", None, None)
    assert by_hand(position="Vai khác") == ("name", None, "position", None)
    assert by_hand(position="vai khac") == ("name", None, "position", None)
    assert by_hand(notes="D", seat="c") == ("name", "position", "seat", "notes")
    assert by_hand(position="") == ("name", None, None, None)
    assert by_hand(notes="Chức vụ") == ("name", "notes", None, None)
    with pytest.raises(
        NoSuchColumn, match=r"a\.csv has no column “Chức”. Its columns are: Họ và tên"
    ):
        by_hand(position="Chức")
    with pytest.raises(ValueError, match="no field"):
        by_hand(nonsense="Chức vụ")


def test_a_mapping_is_changed_by_hand() -> None:
    mapping = Mapping(("name", "email", None), frozenset({1}))
    changed = mapping.having(2, "email")
    assert changed.fields == ("name", None, "email") and mapping.fields[1] == "email"
    assert changed.having(0, None).has_name is False
    assert (
        mapping.get(7) is None and mapping.column("email") == 1 and mapping.column("seat") is None
    )


def test_the_header_that_is_not_mapped_comes_nowhere(tmp_path: Path) -> None:
    found = read_table(tmp_path, [["Họ tên", "Chuyến bay"], ["Lê An", "VN123"]])
    assert values(found) == [{"name": "Lê An"}]


def test_categories_are_known_by_their_ids() -> None:
    table = load("categories")
    assert {"vip", "head_of_delegation", "delegate", "speaker", "press", "staff"} < set(table)
    assert {"organiser", "guest", "interpreter", "security"} < set(table)
    assert all(category_ids()[name.replace("_", " ")] == name for name in table)
    assert sum(map(len, table.values())) + len(table) >= len(category_ids())
