"""Whose photo a file is, told by its name and never guessed."""

from __future__ import annotations

import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.photos.matching import By, Match, Matcher, Person, contested

PEOPLE = (
    Person("d1", "Nguyễn Thị Minh Khai", external_id="VN-0427"),
    Person("d2", "Đặng Văn An", photo="IMG_2041.JPG"),
    Person("d3", "Taro Yamada", own_name="山田 太郎"),
    Person("d4", "Trần Quốc Nam"),
    Person("d5", "Trần Quốc Nam"),
    Person("d6", "Lê T. An", external_id="17"),
    Person("d7", "Jean-Baptiste Lefèvre", photo="photos\\jb lefevre.png"),
)


@pytest.mark.parametrize(
    ("file", "people", "way"),
    [
        ("d1.jpg", "d1", "id"),
        ("D1.JPEG", "d1", "id"),
        ("d1 (2).jpg", "d1", "id"),
        ("vn-0427.png", "d1", "external_id"),
        ("17.jpg", "d6", "external_id"),
        ("img_2041.jpg", "d2", "file_name"),
        ("IMG_2041.webp", "d2", "file_name"),
        ("jb lefevre.png", "d7", "file_name"),
        ("Nguyễn Thị Minh Khai.jpg", "d1", "name"),
        ("nguyen-thi-minh-khai.jpg", "d1", "name"),
        ("Khai Minh Thi Nguyen.jpg", "d1", "name"),
        ("NGUYEN_THI_MINH_KHAI_edited.jpg", "d1", "name"),
        ("dang van an.jpg", "d2", "name"),
        ("Le T An.jpg", "d6", "name"),
        ("山田太郎.jpg", "d3", "name"),
        ("YAMADA, Taro.jpg", "d3", "name"),
        ("lefevre jean-baptiste.jpg", "d7", "name"),
        ("VN-0427 - Nguyen Thi Minh Khai.jpg", "d1", "external_id"),
        ("Minh Khai d1.jpg", "d1", "id"),
        ("Tran Quoc Nam.jpg", "d4 d5", "name"),
        ("VN-0427_Taro Yamada.jpg", "d1 d3", "external_id"),
        ("Nguyen Minh.jpg", "", None),
        ("An.jpg", "", None),
        ("group photo.jpg", "", None),
        (".jpg", "", None),
    ],
)
def test_a_file_name_tells_whose_photo_it_is(file: str, people: str, way: str | None) -> None:
    match = Matcher(PEOPLE).match(file)
    assert (" ".join(match.people), match.way) == (people, way)


@pytest.mark.parametrize(
    ("by", "file", "found"),
    [("id", "Taro Yamada.jpg", ()), ("name", "d3.jpg", ()), ("name", "Taro Yamada.jpg", ("d3",))],
)
def test_only_what_was_asked_for_is_tried(by: By, file: str, found: tuple[str, ...]) -> None:
    assert Matcher(PEOPLE, by).match(file).people == found


@given(
    st.sampled_from([p for p in PEOPLE if p.id in ("d1", "d2", "d7")]),
    st.randoms(use_true_random=False),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([" ", "_", "-", ".", "  "]),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_order_case_marks_and_joints_do_not_matter(person, random, form, joint, case) -> None:  # type: ignore[no-untyped-def]
    words = case(person.name).split()
    random.shuffle(words)
    name = unicodedata.normalize(form, joint.join(words)) + ".jpg"
    assert Matcher(PEOPLE).match(name).people == (person.id,)


def test_of_several_files_for_one_person_the_surest_counts() -> None:
    by_id, by_name, other = (
        Match(("d1",), "id"),
        Match(("d1",), "name"),
        Match(("d2",), "name"),
    )
    for order in permutations((by_id, by_name, other)):
        assert [order[place] for place in contested(order)] == [by_name]
    assert contested([by_name, by_name, other]) == {0, 1}
    assert contested([by_id, by_id, by_name]) == {0, 1, 2}
    assert contested([Match(), Match(("d4", "d5"), "name")]) == set()


@pytest.mark.parametrize("name", ["d1 - Copy (2).jpg", "d1_edited-copy.png", "d1  (1) (2).jpg"])
def test_a_copy_of_a_copy_is_the_same_person_s(name: str) -> None:
    assert Matcher(PEOPLE).match(name).people == ("d1",)


def test_a_name_no_file_system_takes_is_nobody_s() -> None:
    assert Matcher(PEOPLE).match("d1" + " " * 60_000 + "x.jpg") == Match()
    assert Matcher(PEOPLE).match("d1" + " " * 60_000 + ".jpg") == Match()
    assert Matcher(PEOPLE).match("_" * 250 + "x") == Match()
