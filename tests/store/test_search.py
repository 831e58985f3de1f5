"""Finding people: what staff type, whom they mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

import pytest
from pyroaring import BitMap

from checkin_app import assets
from checkin_app.store.search import SearchIndex, SearchText, Tier

TABLES = """
    CREATE TABLE delegates (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE credentials (code TEXT PRIMARY KEY, delegate TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


def event_file() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(TABLES)
    (script,) = [file for file in assets.migrations("event") if file.stem == "0002_search"]
    connection.executescript(script.read_text(encoding="utf-8"))
    return connection


class Roster:
    """People in an index, and beside it in a dict."""

    def __init__(self, names: Iterable[str | SearchText] = (), honorifics: Collection[str] = ()):
        self.connection = event_file()
        self.index = SearchIndex(self.connection, honorifics)
        texts = [SearchText(name) if isinstance(name, str) else name for name in names]
        self.people = dict(enumerate(texts, 1))
        self.index.build(self.people.items())

    def found(self, query: str, limit: int = 20, arrived: Iterable[int] = ()) -> list[str]:
        """The names found, in order."""
        hits = self.index.search(query, limit, BitMap(arrived))
        return [self.people[hit.doc].name for hit in hits]

    def tiers(self, query: str) -> list[Tier]:
        return [hit.tier for hit in self.index.search(query, 20, BitMap())]


NAMES = [
    "Nguyễn Văn A",
    "Nguyễn Thị Khánh Vân",
    "Lê An",
    "Lê Thị Van",
    "Vũ Ly",
    "Đặng Hòa",
    "Łukasz Żółć",
    "Hans Christian Ørsted",
    "Anna Straße",
    "Njáll Æsir",
    "Jürgen Müller",
    "Shane O'Neil",
    "Jean-Luc Picard",
    "Ελένη Παπαδοπούλου",
    "Сергей Ёлкин",
    "مُحَمَّد العلي",
    "山田太郎",
    "김민준",
    "สมชาย ใจดี",
    "Kim Minjun",
]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("nguyen van a", "Nguyễn Văn A"),
        ("a van nguyen", "Nguyễn Văn A"),
        ("NGUYEN VAN A", "Nguyễn Văn A"),
        ("ngu kha", "Nguyễn Thị Khánh Vân"),
        ("le an", "Lê An"),
        ("vu", "Vũ Ly"),
        ("ly", "Vũ Ly"),
        ("dang", "Đặng Hòa"),
        ("đặng", "Đặng Hòa"),
        ("hoà", "Đặng Hòa"),
        ("vân", "Nguyễn Thị Khánh Vân"),
        ("lukasz zolc", "Łukasz Żółć"),
        ("orsted", "Hans Christian Ørsted"),
        ("oersted", "Hans Christian Ørsted"),
        ("strasse", "Anna Straße"),
        ("aesir", "Njáll Æsir"),
        ("muller", "Jürgen Müller"),
        ("mueller", "Jürgen Müller"),
        ("oneil", "Shane O'Neil"),
        ("o’neil", "Shane O'Neil"),
        ("jeanluc", "Jean-Luc Picard"),
        ("luc", "Jean-Luc Picard"),
        ("min-jun", "Kim Minjun"),
        ("ελενη", "Ελένη Παπαδοπούλου"),
        ("елкин", "Сергей Ёлкин"),
        ("محمد", "مُحَمَّد العلي"),
        ("太郎", "山田太郎"),
        ("山田 太郎", "山田太郎"),
        ("민준", "김민준"),
        ("김", "김민준"),
        ("สมชาย", "สมชาย ใจดี"),
        ("ｌｕｋａｓｚ", "Łukasz Żółć"),
        ("Nguye\u0302\u0303n Va\u0306n A", "Nguyễn Văn A"),
    ],
)
def test_the_person_meant_comes_first(query: str, best: str) -> None:
    assert Roster(NAMES).found(query)[0] == best


def test_every_letter_of_a_name_finds_it() -> None:
    roster = Roster(NAMES)
    for length in range(1, len("khanh") + 1):
        assert "Nguyễn Thị Khánh Vân" in roster.found("khanh"[:length])


def test_marks_typed_come_first_and_hide_nobody() -> None:
    roster = Roster(["Trần Van", "Trần Văn", "Trần Vân", "Trần Vang"])
    assert roster.found("vân") == ["Trần Vân", "Trần Van", "Trần Văn", "Trần Vang"]
    assert roster.found("van") == ["Trần Van", "Trần Văn", "Trần Vân", "Trần Vang"]
    assert roster.found("trần vân")[0] == "Trần Vân"
    assert roster.found("tran vâ")[0] == "Trần Vân"


def test_tiers() -> None:
    roster = Roster(
        [
            SearchText("Zoe Le", others=("An Giang",)),
            "Lê An Khang",
            "Lê Anh",
            "An Lê",
        ]
    )
    assert roster.found("le an") == ["An Lê", "Lê An Khang", "Lê Anh", "Zoe Le"]
    assert roster.tiers("le an") == [Tier.FULL_NAME, Tier.WORDS, Tier.NAME, Tier.ANYWHERE]
    assert roster.tiers("lê an")[:3] == [Tier.MARKED_NAME, Tier.MARKED_WORDS, Tier.MARKED]


def test_who_has_not_arrived_comes_first_inside_a_tier() -> None:
    roster = Roster(["Lê An", "Lê An", "Lê Anh", "Lê An"])
    hits = roster.index.search("le an", 20, BitMap([1, 3]))
    assert [hit.doc for hit in hits] == [2, 4, 1, 3]
    assert [hit.doc for hit in roster.index.search("le an", 3, BitMap([1, 3]))] == [2, 4, 1]


PEOPLE = [
    SearchText(
        "Nguyễn Thị Mai",
        others=("Sở Khoa học và Công nghệ", "Phó Giám đốc", "Thành phố Hồ Chí Minh"),
        email="Mai.Nguyen@so-khcn.example.vn",
        phone="+84 912 345 678",
        external_id="HCM-00417",
    ),
    SearchText(
        "Taro Yamada",
        own_name="山田太郎",
        others=("大阪市役所", "C4IR"),
        email="yamada_t@example.jp",
        phone="06-6208-8181; (0081) 90 1234 5678",
        external_id="jp17",
    ),
]


@pytest.mark.parametrize(
    ("query", "doc"),
    [
        ("khoa hoc", 1),
        ("pho giam doc mai", 1),
        ("ho chi minh mai", 1),
        ("mai.nguyen@so-khcn.example.vn", 1),
        ("MAI.NGUYEN@SO", 1),
        ("mainguyen", 1),
        ("khcn", 1),
        ("678", 1),
        ("5678", 2),
        ("345678", 1),
        ("0912", 1),
        ("0912 345 678", 1),
        ("84912345678", 1),
        ("+84 912", 1),
        ("HCM-00417", 1),
        ("hcm00417", 1),
        ("00417", 1),
        ("山田", 2),
        ("太郎 山田", 2),
        ("大阪", 2),
        ("c4ir", 2),
        ("yamada_t@example.jp", 2),
        ("066208", 2),
        ("06-6208", 2),
        ("8181", 2),
        ("8190", 2),
        ("JP17", 2),
        ("yamada osaka", None),
        ("mai c4ir", None),
    ],
)
def test_other_fields(query: str, doc: int | None) -> None:
    roster = Roster(PEOPLE)
    hits = roster.index.search(query, 20, BitMap())
    assert [hit.doc for hit in hits if hit.doc == doc] == ([] if doc is None else [doc])
    assert roster.index.count(query) == len(hits) == len(roster.index.ids(query))


HONORIFICS = {"Ông", "bà", "H.E.", "Dr", "GS TS"}


def test_honorifics_in_front_are_passed_over() -> None:
    roster = Roster(["Nguyễn Thị Lan", "Bảo Lan", "Trần Ba Lan", "Ong Bee Lan"], HONORIFICS)
    assert roster.found("bà lan") == ["Nguyễn Thị Lan", "Bảo Lan", "Trần Ba Lan", "Ong Bee Lan"]
    assert roster.found("ba lan") == ["Trần Ba Lan", "Bảo Lan", "Nguyễn Thị Lan", "Ong Bee Lan"]
    assert len(roster.found("GS.TS. Lan")) == 4
    assert roster.found("H.E. Bao")[0] == "Bảo Lan"
    assert roster.found("ba") == ["Trần Ba Lan", "Bảo Lan"]
    assert roster.found("ong") == ["Ong Bee Lan"]
    assert roster.found("ông nguyen")[0] == "Nguyễn Thị Lan"
    assert roster.index.count("ba lan") == 4


def test_codes() -> None:
    roster = Roster(["Lê An", "Vũ Ly"])
    roster.connection.executemany("INSERT INTO delegates VALUES (?, ?)", [(1, "p1"), (2, "p2")])
    codes = [("104200000000000011234567812", "p1"), ("FORUM-26/b", "p2"), ("AB 12 CD", "p2")]
    codes += [("A@7", "p1"), ("X9", "p2"), ("QWERTY", "p1")]
    roster.connection.executemany("INSERT INTO credentials VALUES (?, ?)", codes)
    assert roster.found("104200000000000011234567812") == ["Lê An"]
    assert roster.found("104200") == ["Lê An"]
    assert roster.found("10420") == []
    assert roster.found("1042 0000 0000") == ["Lê An"]
    assert roster.found("FORUM-26/b") == ["Vũ Ly"]
    assert roster.found("AB 12 CD") == ["Vũ Ly"]
    assert roster.found("a@7") == roster.found("qwerty") == ["Lê An"]
    assert roster.found("x9") == ["Vũ Ly"]
    assert roster.found("le 104200") == ["Lê An"]
    assert roster.found("vu 104200") == []


def test_a_beginning_of_codes_that_hundreds_share_says_nothing() -> None:
    roster = Roster(["Lê An"])
    roster.connection.execute("INSERT INTO delegates VALUES (1, 'p1')")
    codes = [(f"2026{number:06d}", "p1") for number in range(2500)]
    roster.connection.executemany("INSERT INTO credentials VALUES (?, ?)", codes)
    assert roster.found("202600") == []
    assert roster.found("20260012") == ["Lê An"]


@pytest.mark.parametrize(
    ("name", "docs"),
    [
        ("Văn A Nguyễn", [1, 2, 3]),
        ("nguyen van a bc", [1, 3]),
        ("Min-jun Kim", [4]),
        ("An", [5]),
        ("nobody here", []),
        ("", []),
        ("...", []),
    ],
)
def test_alike(name: str, docs: list[int]) -> None:
    roster = Roster(["Nguyễn Văn A", "Nguyễn Văn A B", "Van Nguyen", "Kim Minjun", "Ân", "Lê An"])
    assert list(roster.index.alike(name)) == docs


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "?!",
        "\x00",
        "\x00\x1b[31m",
        "%",
        "_",
        "*",
        "' OR 1=1 --",
        '"; DROP TABLE search_lists; --',
        "\ud800",
        "\udfffab\ud800",
        "a\u0000b",
        "\U0010ffff",
        "\u202eabc",
        "é" * 10_000,
        "a " * 5_000,
        "山" * 10_000,
        "".join(chr(code) for code in range(0x4E00, 0x4E00 + 10_000)),
        "-" * 10_000,
        "9" * 10_000,
        "a-" * 5_000,
        "ba " * 5_000,
        "\u0301" * 10_000,
        "ﷺ" * 500,
    ],
)
def test_hostile_queries_find_little_and_raise_nothing(query: str) -> None:
    roster = Roster(NAMES, HONORIFICS)
    hits = roster.index.search(query, 20, BitMap([1, 2, 3]))
    assert len(hits) <= 20
    assert roster.index.count(query) >= len(hits)
    roster.index.alike(query)
    assert roster.found("le an")[0] == "Lê An"


@pytest.mark.parametrize(
    "name", ["\x00", "a\nb", "\ud800x", "x" * 10_000, "", "é" * 99, "山" * 500]
)
def test_hostile_names_can_be_taken_in(name: str) -> None:
    roster = Roster([SearchText(name, name, (name,), name, name, name), "Lê An"])
    roster.index.add(7, SearchText(name, name, (name,), name, name, name))
    assert roster.found("le an")[0] == "Lê An"
    if name[:1] in {"x", "é", "山"}:
        assert list(roster.index.ids(name)) == [1, 7]
