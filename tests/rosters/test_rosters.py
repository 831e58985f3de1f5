"""The roster generator of the tests: exact sizes, the same every time, as messy as real files."""

from __future__ import annotations

import csv
import hashlib
import unicodedata
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from . import make_roster, plain, typed, write_csv, write_xlsx
from .people import Person


@pytest.fixture(scope="module")
def people() -> list[Person]:
    return make_roster()


def test_the_size_asked_for(people: list[Person]) -> None:
    assert len(people) == 17_000
    assert len({person.delegation for person in people}) == 1_400
    assert len({plain(person.delegation) for person in people}) == 1_400
    heads = Counter(p.delegation for p in people if p.category == "Trưởng đoàn")
    assert set(heads.values()) == {1} and len(heads) == 1_400


@pytest.mark.parametrize(("count", "groups"), [(1, 1), (20, 20), (500, 40)])
def test_other_sizes(count: int, groups: int) -> None:
    roster = make_roster(count, groups, seed=4)
    assert len(roster) == count
    assert len({person.delegation for person in roster}) == groups


def test_more_delegations_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="needs somebody"):
        make_roster(3, 4)


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for turn in "ab":
        roster = make_roster(600, 60, seed=2)
        write_csv(tmp_path / f"{turn}.csv", roster)
        write_xlsx(tmp_path / f"{turn}.xlsx", roster)
    for kind in ("csv", "xlsx"):
        one, two = ((tmp_path / f"{turn}.{kind}").read_bytes() for turn in "ab")
        assert one == two
    assert make_roster(600, 60, seed=3) != make_roster(600, 60, seed=2)
    text = "\n".join(person.name_cell for person in make_roster(600, 60, seed=2))
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == "6d2e8a18ebf5a183"


def test_names_are_clean_and_cells_are_not(people: list[Person]) -> None:
    for person in people:
        assert unicodedata.is_normalized("NFC", person.name)
        assert person.name == " ".join(person.name.split())
    messy = [p for p in people if p.name_cell != p.name]
    assert 0.1 < len(messy) / len(people) < 0.3
    assert any(p.name_cell.isupper() for p in messy)
    assert any(not unicodedata.is_normalized("NFC", p.name_cell) for p in messy)
    assert any("\u00a0" in p.name_cell for p in messy)
    assert any(p.name_cell.startswith(("Ông ", "Bà ")) for p in messy)


def test_two_of_one_name_in_one_delegation_and_in_two(people: list[Person]) -> None:
    same = Counter((p.name, p.delegation, p.organization) for p in people)
    assert sum(times > 1 for times in same.values()) > 10
    homes: dict[str, set[str]] = {}
    for person in people:
        homes.setdefault(person.name, set()).add(person.delegation)
    assert sum(len(found) > 1 for found in homes.values()) > 100
    assert max(Counter(p.name for p in people).values()) <= 20


def test_typed_without_marks_in_both_orders(people: list[Person]) -> None:
    assert typed("Nguyễn Thị Đoan Ý") == ("nguyen thi doan y", "y doan thi nguyen")
    assert typed("Cäcilie Gößmann") == ("cacilie gossmann", "gossmann cacilie")
    for person in people:
        straight, turned = typed(person.name)
        assert straight.isascii()
        assert sorted(straight.split()) == sorted(turned.split())


def test_csv_is_what_excel_saves(tmp_path: Path, people: list[Person]) -> None:
    write_csv(tmp_path / "r.csv", people[:300], external_ids=True)
    raw = (tmp_path / "r.csv").read_bytes()
    assert raw.startswith("\ufeffSTT;Danh xưng;Họ và tên;".encode())
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Họ và tên"] for row in rows] == [p.name_cell for p in people[:300]]
    assert [row["Đoàn"] for row in rows] == [p.delegation for p in people[:300]]
    assert [row["Mã đăng ký"] for row in rows] == [p.external_id for p in people[:300]]


def test_xlsx_has_a_letters_head(tmp_path: Path, people: list[Person]) -> None:
    write_xlsx(tmp_path / "r.xlsx", people[:300])
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0].startswith("DANH SÁCH")
    assert rows[2] == (None,) * 12
    assert rows[3][:3] == ("STT", "Danh xưng", "Họ và tên")
    assert [row[2] for row in rows[4:]] == [p.name_cell for p in people[:300]]
    assert [row[0] for row in rows[4:]] == list(range(1, 301))
