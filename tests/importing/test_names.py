"""Names in parts, with forms of address, in two scripts."""

from pathlib import Path

import pytest

from checkin_app.importing.people import full_name, is_honorific, split_honorific, split_scripts
from checkin_app.importing.words import load
from tests.importing.support import read_table, values


@pytest.mark.parametrize(
    ("text", "honorific", "name"),
    [
        ("Ông Nguyễn Văn An", "Ông", "Nguyễn Văn An"),
        ("BÀ TRẦN THỊ BÌNH", "BÀ", "TRẦN THỊ BÌNH"),
        ("GS.TS. Lê Cường", "GS.TS.", "Lê Cường"),
        ("PGS.TS.Lê Cường", "PGS.TS.", "Lê Cường"),
        ("PGS. TS Lê Cường", "PGS. TS", "Lê Cường"),
        ("GS.,TS. Lê Cường", "GS.,TS.", "Lê Cường"),
        ("TS.BS Lê Cường", "TS.BS", "Lê Cường"),
        ("ThS Lê Cường", "ThS", "Lê Cường"),
        ("Đ/c Lê Cường", "Đ/c", "Lê Cường"),
        ("Đồng chí Lê Cường", "Đồng chí", "Lê Cường"),
        ("Ông/Bà Lê Cường", "Ông/Bà", "Lê Cường"),
        ("Phó Giáo sư, Tiến sĩ Lê Cường", "Phó Giáo sư, Tiến sĩ", "Lê Cường"),
        ("Trung tướng Lê Cường", "Trung tướng", "Lê Cường"),
        ("Dr. Jane Doe", "Dr.", "Jane Doe"),
        ("Mr.John Smith", "Mr.", "John Smith"),
        ("H.E. Mr. John Smith", "H.E. Mr.", "John Smith"),
        ("H. E. Ms Jane Doe", "H. E. Ms", "Jane Doe"),
        ("HE Mr John Smith", "HE Mr", "John Smith"),
        ("His Excellency John Smith", "His Excellency", "John Smith"),
        ("Mme Marie Curie", "Mme", "Marie Curie"),
        ("Prof. Dr. Ada Lovelace", "Prof. Dr.", "Ada Lovelace"),
        ("Assoc. Prof. Ada Lovelace", "Assoc. Prof.", "Ada Lovelace"),
        ("The Right Honourable Ada King", "The Right Honourable", "Ada King"),
        ("Tan Sri Lim Wei", "Tan Sri", "Lim Wei"),
        ("Dato' Sri Lim Wei", "Dato' Sri", "Lim Wei"),
        ("Nguyễn Văn An", "", "Nguyễn Văn An"),
        ("Ba Văn An", "", "Ba Văn An"),
        ("Ong Keng Yong", "", "Ong Keng Yong"),
        ("Anh Thư", "", "Anh Thư"),
        ("He Jiankui", "", "He Jiankui"),
        ("HE JIANKUI", "", "HE JIANKUI"),
        ("Drew Barry", "", "Drew Barry"),
        ("Mrinal Sen", "", "Mrinal Sen"),
        ("Sirikit Chai", "", "Sirikit Chai"),
        ("Don Lam", "", "Don Lam"),
        ("Trung Văn", "", "Trung Văn"),
        ("Đại Nam", "", "Đại Nam"),
        ("LS Park", "", "LS Park"),
        ("LS. Phạm An", "LS.", "Phạm An"),
        ("Dr.", "", "Dr."),
        ("Mr & Mrs", "", "Mr & Mrs"),
    ],
)
def test_forms_of_address(tmp_path: Path, text: str, honorific: str, name: str) -> None:
    assert split_honorific(text) == (honorific, name)
    found = values(read_table(tmp_path, [["Full name"], [text]]))
    assert found == [{"name": name} | ({"honorific": honorific} if honorific else {})]


def test_forms_of_address_alone() -> None:
    assert all(map(is_honorific, ("Ông", "Bà", "Mr.", "GS.TS", "Dr", "H.E.", "Ông/Bà", "PGS, TS.")))
    assert not any(map(is_honorific, ("Giám đốc", "Nguyễn", "", "Mr Smith", "Director")))


def test_no_form_of_address_is_a_common_name() -> None:
    known = {name.casefold() for names in load("honorifics").values() for name in names}
    assert not known & {"anh", "chị", "ba", "an", "don", "tun", "pak", "ong", "prince", "he", "ho"}


def test_the_column_and_the_name_together(tmp_path: Path) -> None:
    table = [
        ["Danh xưng", "Họ và tên"],
        ["Ông", "GS.TS. Lê An"],
        ["", "Bà Lê Bình"],
        ["Ông", "ÔNG Lê Cường"],
        ["Ông", "Lê Dũng"],
    ]
    found = values(read_table(tmp_path, table))
    assert [(row["honorific"], row["name"]) for row in found] == [
        ("Ông GS.TS.", "Lê An"),
        ("Bà", "Lê Bình"),
        ("Ông", "Lê Cường"),
        ("Ông", "Lê Dũng"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "own_name"),
    [
        ("山田 太郎 (Taro Yamada)", "Taro Yamada", "山田 太郎"),
        ("Taro Yamada (山田 太郎)", "Taro Yamada", "山田 太郎"),
        ("山田太郎（Taro Yamada）", "Taro Yamada", "山田太郎"),
        ("Иван Иванов / Ivan Ivanov", "Ivan Ivanov", "Иван Иванов"),
        ("Kim Min-jun 김민준", "Kim Min-jun", "김민준"),
        ("김민준 Kim Min-jun", "Kim Min-jun", "김민준"),
        ("สมชาย ใจดี (Somchai Jaidee)", "Somchai Jaidee", "สมชาย ใจดี"),
        ("山田 太郎", "山田 太郎", ""),
        ("Иван Иванов", "Иван Иванов", ""),
        ("Nguyễn Văn An (Andy)", "Nguyễn Văn An (Andy)", ""),
        ("Nguyễn Văn An", "Nguyễn Văn An", ""),
        ("Иван Ivanov Иванов", "Иван Ivanov Иванов", ""),
    ],
)
def test_two_scripts(tmp_path: Path, text: str, name: str, own_name: str) -> None:
    assert split_scripts(text) == (name, own_name)
    found = values(read_table(tmp_path, [["Full name"], [text]]))[0]
    assert (found["name"], found.get("own_name", "")) == (name, own_name)


def test_a_column_for_the_own_name_wins(tmp_path: Path) -> None:
    table = [
        ["Full name", "Native name"],
        ["Taro Yamada (山田 太郎)", "ヤマダ"],
        ["Ivan (Иван)", ""],
    ]
    found = values(read_table(tmp_path, table))
    assert [(row["name"], row["own_name"]) for row in found] == [
        ("Taro Yamada", "ヤマダ"),
        ("Ivan", "Иван"),
    ]


def test_a_latin_name_beside_another(tmp_path: Path) -> None:
    table = [["Full name", "English name"], ["山田 太郎", "Taro Yamada"], ["Иван", "Ivan"]]
    assert values(read_table(tmp_path, table)) == [
        {"name": "Taro Yamada", "own_name": "山田 太郎"},
        {"name": "Ivan", "own_name": "Иван"},
    ]


@pytest.mark.parametrize(
    ("parts", "country", "vietnamese", "name"),
    [
        (("Nguyễn", "Văn", "An"), "", False, "Nguyễn Văn An"),
        (("Nguyen", "Van", "An"), "", False, "Nguyen Van An"),
        (("Nguyễn Văn", "", "An"), "US", False, "Nguyễn Văn An"),
        (("Le", "", "An"), "VN", False, "Le An"),
        (("Le", "", "An"), "", True, "Le An"),
        (("Smith", "Q", "John"), "", False, "John Q Smith"),
        (("Smith", "", "John"), "GB", True, "John Smith"),
        (("Kim", "", "Min-jun"), "KR", False, "Kim Min-jun"),
        (("山田", "", "太郎"), "JP", False, "山田 太郎"),
        (("Yamada", "", "Taro"), "JP", False, "Taro Yamada"),
        (("", "", "Plato"), "GR", False, "Plato"),
    ],
)
def test_parts_are_joined_as_their_owner_writes_them(
    parts: tuple[str, str, str], country: str, vietnamese: bool, name: str
) -> None:
    assert full_name(*parts, country, vietnamese) == name


def test_names_in_parts(tmp_path: Path) -> None:
    table = [
        ["Last name", "First name", "Country"],
        ["Smith", "John", "United Kingdom"],
        ["Nguyễn", "Thị Minh Khai", "Việt Nam"],
        ["", "Plato", ""],
        ["Smith", "", ""],
        ["", "", "France"],
    ]
    found = read_table(tmp_path, table)
    assert [row.values["name"] for row in found] == [
        "John Smith",
        "Nguyễn Thị Minh Khai",
        "Plato",
        "Smith",
        "",
    ]
    assert [row.values["given_name"] for row in found][:2] == ["John", "Thị Minh Khai"]
    assert [row.rejected for row in found] == [False] * 4 + [True]


def test_a_whole_name_wins_over_its_parts(tmp_path: Path) -> None:
    table = [
        ["Họ và tên", "Họ", "Tên"],
        ["Lê Thị An", "Lê", "An"],
        ["", "Trần", "Bình"],
    ]
    found = values(read_table(tmp_path, table))
    assert [(row["name"], row["given_name"]) for row in found] == [
        ("Lê Thị An", "An"),
        ("Trần Bình", "Bình"),
    ]
