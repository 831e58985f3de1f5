"""Whose badges: by delegation, category, letter, not printed, changed since; and in which order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.layout.fields import FIELDS
from checkin_app.badges.saying import number_text
from checkin_app.badges.selection import SORTS, Selection, count, subjects
from checkin_app.badges.sorting import folded, letter
from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegation
from checkin_app.domain.errors import NoSuchDelegate, NotPossible
from checkin_app.store.event_file import EventFile
from tests.desk_support import new_desk, walk_in

PEOPLE = (
    ("Trần Văn Đạt", "Đoàn Huế", "delegate", "VN"),
    ("Lê Thị Dung", "Đoàn Huế", "head_of_delegation", "VN"),
    ("Đặng Thị Ánh", "Đoàn Huế", "vip", "VN"),
    ("Phạm Văn An", "Đoàn Huế", "delegate", "VN"),
    ("Taro Tanaka", "City of Osaka", "head_of_delegation", "JP"),
    ("Hanako Abe", "City of Osaka", "press", "JP"),
    ("Camille Dubois", "Ville de Lyon", "head_of_delegation", "FR"),
    ("Nguyễn Văn Dũng", "", "staff", "VN"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = new_desk(tmp_path)
    people = list(PEOPLE)
    random.Random(3).shuffle(people)
    for name, delegation, category, country in people:
        walk_in(found, name, delegation=delegation, category=category, country=country)
    yield found
    found.close()


def file_of(desk: Desk) -> EventFile:
    desk.seal()
    return EventFile.open(desk.path, write=False)


def chosen(desk: Desk, **asked: object) -> list[str]:
    return [s.name for s in desk.badge_subjects(Selection(**asked))]  # type: ignore[arg-type]


def key(desk: Desk, name: str) -> str:
    return next(s.delegate_id for s in desk.badge_subjects(Selection()) if s.name == name)


def print_badge(desk: Desk, name: str, outcome: str = "sent") -> None:
    desk.record_print(key(desk, name), layout="a6", printer="P", outcome=outcome)


def test_given_names_in_vietnamese_order_with_d_bar_after_d(desk: Desk) -> None:
    vietnamese = [n for n in chosen(desk) if n.split()[0] in "Trần Lê Đặng Phạm Nguyễn"]
    assert vietnamese == [
        *("Phạm Văn An", "Đặng Thị Ánh", "Lê Thị Dung", "Nguyễn Văn Dũng", "Trần Văn Đạt")
    ]
    assert chosen(desk, sort="name")[-3:] == ["Phạm Văn An", "Taro Tanaka", "Trần Văn Đạt"]


def test_in_a_delegation_the_head_comes_first_then_protocol(desk: Desk) -> None:
    assert chosen(desk, sort="delegation") == [
        *("Taro Tanaka", "Hanako Abe"),
        *("Lê Thị Dung", "Đặng Thị Ánh", "Phạm Văn An", "Trần Văn Đạt"),
        *("Camille Dubois", "Nguyễn Văn Dũng"),
    ]


def test_protocol_is_rank_then_country_then_delegation(desk: Desk) -> None:
    assert chosen(desk, sort="protocol") == [
        "Đặng Thị Ánh",
        *("Camille Dubois", "Taro Tanaka", "Lê Thị Dung"),
        *("Phạm Văn An", "Trần Văn Đạt"),
        *("Hanako Abe", "Nguyễn Văn Dũng"),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("D", ["Lê Thị Dung", "Nguyễn Văn Dũng"]),
        ("đ", ["Trần Văn Đạt"]),
        ("á", ["Phạm Văn An", "Đặng Thị Ánh"]),
        ("C-D", ["Camille Dubois", "Lê Thị Dung", "Nguyễn Văn Dũng"]),
        ("Đ–T", ["Trần Văn Đạt", "Hanako Abe", "Taro Tanaka"]),
        ("Z", []),
    ],
)
def test_the_letter_is_the_given_name_s(desk: Desk, wanted: str, found: list[str]) -> None:
    assert chosen(desk, letter=wanted) == found


@pytest.mark.parametrize("wanted", ["", " ", "-", "AB", "D-A", "A-", "!"])
def test_what_is_no_letter_is_said(desk: Desk, wanted: str) -> None:
    if not wanted:
        assert len(chosen(desk, letter=wanted)) == len(PEOPLE)
        return
    with pytest.raises(NotPossible):
        chosen(desk, letter=wanted)


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_name_has_at_most_one_letter_and_sorts_under_it(name: str, given: str) -> None:
    found = letter(name, given)
    assert len(found) <= 2
    if found:
        assert letter(found, "") == found or len(found) == 2
    assert folded(name) == folded(" ".join(name.split()))


@pytest.mark.parametrize("outcome", ["failed", "cancelled"])
def test_a_badge_that_nobody_can_wear_is_not_printed(desk: Desk, outcome: str) -> None:
    print_badge(desk, "Taro Tanaka", outcome)
    assert "Taro Tanaka" in chosen(desk, not_printed=True)
    print_badge(desk, "Taro Tanaka")
    assert "Taro Tanaka" not in chosen(desk, not_printed=True)
    [print_id] = [p.id for p in desk.badge_of(key(desk, "Taro Tanaka")).prints if p.counts]
    desk.spoil(print_id, reason="smudged")
    assert "Taro Tanaka" in chosen(desk, not_printed=True)


CHANGES = [
    {"name": "Tarō Tanaka"},
    {"honorific": "Mr"},
    {"own_name": "田中 太郎"},
    {"position": "Director"},
    {"organization": "City Hall"},
    {"delegation": "Đoàn Huế"},
    {"category": "vip"},
    {"country": "KR"},
    {"photo": "photo-1"},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda c: next(iter(c)))
def test_changed_since_printed(desk: Desk, change: dict[str, str]) -> None:
    taro = key(desk, "Taro Tanaka")
    desk.amend(taro, {"organization": "Before"})
    assert chosen(desk, changed=True) == [], "nobody has a badge yet"
    print_badge(desk, "Taro Tanaka")
    print_badge(desk, "Lê Thị Dung")
    assert chosen(desk, changed=True) == []
    before = getattr(desk.delegate(taro).delegate, next(iter(change)))
    desk.amend(taro, change)
    assert [s.delegate_id for s in desk.badge_subjects(Selection(changed=True))] == [taro]
    desk.record_print(taro, layout="a6", printer="P", outcome="failed")
    assert len(chosen(desk, changed=True)) == 1, "a failed print changes nothing"
    desk.amend(taro, {next(iter(change)): before})
    assert chosen(desk, changed=True) == [], "as it was printed again"
    desk.amend(taro, change)
    desk.record_print(taro, layout="a6", printer="P", outcome="sent")
    assert chosen(desk, changed=True) == []


def test_what_is_not_on_a_badge_changes_none(desk: Desk) -> None:
    print_badge(desk, "Taro Tanaka")
    desk.amend(key(desk, "Taro Tanaka"), {"email": "t@example.org", "notes": "late", "hold": True})
    assert chosen(desk, changed=True) == []


def test_a_renamed_delegation_or_category_changes_the_badges_of_its_people(desk: Desk) -> None:
    for name in ("Taro Tanaka", "Lê Thị Dung", "Camille Dubois"):
        print_badge(desk, name)
    [osaka] = [d for d in desk.delegations() if d.name == "City of Osaka"]
    desk.add_records([Delegation(osaka.id, "Osaka Prefecture", osaka.country, "Liaison")])
    assert chosen(desk, changed=True) == ["Taro Tanaka"]
    print_badge(desk, "Taro Tanaka")
    assert chosen(desk, changed=True) == []
    [head] = [c for c in desk.categories() if c.id == "head_of_delegation"]
    desk.add_records([replace(head, name_en="Head")])
    assert len(chosen(desk, changed=True)) == 3


def test_changed_since_printed_of_an_imported_roster(tmp_path: Path) -> None:
    """Listed by the hundred, amended by a second import: each compared with its own print."""
    desk = new_desk(tmp_path)
    roster = tmp_path / "r.csv"
    rows = [f"R{n},Person {n:03d},Position {n}" for n in range(300)]
    roster.write_text("\n".join(["Mã đăng ký,Họ và tên,Chức vụ", *rows]), encoding="utf-8")
    assert desk.import_roster(roster).added == 300
    for subject in list(desk.badge_subjects(Selection(sort="name")))[:20]:
        desk.record_print(subject.delegate_id, layout="a6", printer="P", outcome="sent")
    rows[3] = "R3,Person 003,Minister"
    rows[30] = "R30,Person 030,Minister"
    roster.write_text("\n".join(["Mã đăng ký,Họ và tên,Chức vụ", *rows]), encoding="utf-8")
    desk.import_roster(roster)
    assert chosen(desk, changed=True) == ["Person 003"]
    assert len(chosen(desk, not_printed=True)) == 280
    desk.close()


def test_ids_come_in_the_order_given_unless_sorted_and_are_narrowed(desk: Desk) -> None:
    ids = [key(desk, name) for name in ("Trần Văn Đạt", "Phạm Văn An", "Taro Tanaka")]
    assert chosen(desk, delegates=ids) == ["Trần Văn Đạt", "Phạm Văn An", "Taro Tanaka"]
    assert chosen(desk, delegates=ids, sort="given-name")[0] == "Phạm Văn An"
    assert chosen(desk, delegates=ids, delegation="city of osaka") == ["Taro Tanaka"]
    with pytest.raises(NoSuchDelegate):
        chosen(desk, delegates=[*ids, "nobody"])


@pytest.mark.parametrize("asked", [{"delegation": "x"}, {"category": "x"}, {"sort": "x"}])
def test_what_is_not_known_is_one_sentence(desk: Desk, asked: dict[str, str]) -> None:
    with pytest.raises(NotPossible):
        chosen(desk, **asked)


@pytest.mark.parametrize("sort", SORTS)
def test_the_count_is_what_comes_out(desk: Desk, sort: str) -> None:
    print_badge(desk, "Taro Tanaka")
    lost = key(desk, "Camille Dubois")
    desk.revoke(lost, desk.credentials(lost)[0].code)
    for asked in (
        Selection(sort=sort),
        Selection(sort=sort, letter="A-D"),
        Selection(sort=sort, delegation="Đoàn Huế", not_printed=True),
        Selection(sort=sort, changed=True),
    ):
        file = file_of(desk)
        found = count(file, asked)
        assert found.badges == len(list(subjects(file, asked)))
        file.close()
    file = file_of(desk)
    whole = count(file, Selection(letter="A-Đ"))
    file.close()
    assert (whole.badges, whole.fresh, whole.codeless) == (5, 5, 1)
    assert whole.letters == (("A", 2), ("D", 2), ("Đ", 1), ("H", 1), ("T", 1))


def test_a_category_without_badges_has_none(desk: Desk) -> None:
    [staff] = [c for c in desk.categories() if c.id == "staff"]
    person = key(desk, "Nguyễn Văn Dũng")
    desk.add_records([replace(staff, layout="none")])
    assert "Nguyễn Văn Dũng" not in chosen(desk)
    with pytest.raises(NotPossible):
        chosen(desk, delegates=[person])


def test_who_gets_no_badge_is_invited_all_the_same(desk: Desk) -> None:
    [staff] = [c for c in desk.categories() if c.id == "staff"]
    desk.add_records([replace(staff, layout="none")])
    assert "Nguyễn Văn Dũng" in chosen(desk, invited=True)
    assert [one.reason for one in desk.unbadged(Selection())] == ["no_badge"]
    assert desk.unbadged(Selection(invited=True)) == []
    assert desk.badge_count(Selection(invited=True)).badges == len(PEOPLE)


def test_a_number_tells_a_badge_from_the_one_before(desk: Desk) -> None:
    person = key(desk, "Taro Tanaka")

    def number() -> str:
        [subject] = desk.badge_subjects(Selection([person]))
        assert FIELDS["number"].value(subject) == f"Nº {subject.code[11:17]}"
        return subject.number

    former = number()
    desk.replace_code(person)
    assert number() != former
    assert number_text("VIP-0427") == "Nº P-0427" and number_text("") == ""
