"""Rows end where people would end them, and never inside what belongs to one letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.text.breaking import Part, graphemes, letters, parts, syllables
from checkin_app.badges.text.words import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jean-Baptiste Mbeki", [("Jean-", True), ("Baptiste", False), ("Mbeki", True)]),
        ("A-B x/y", [("A-B", True), ("x/y", True)]),
        ("Sở Y tế", [("Sở", True), ("Y", True), ("tế", True)]),
        ("25–27/11", [("25–", True), ("27/", False), ("11", False)]),
        ("---", [("---", True)]),
        ("山田 さくら", [("山田", True), ("さくら", True)]),
        ("김민준 박서연", [("김민준", True), ("박서연", True)]),
        ("สมศักดิ์ ศรี", [("สมศักดิ์", True), ("ศรี", True)]),
    ],
)
def test_rows_may_end_at_blanks_and_after_hyphens(text: str, expected: list[Part]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国人民银行", "中|国|人|民|银|行"),
        ("（財）東京都、港区。", "（財）|東|京|都、|港|区。"),
        ("東京オリンピック", "東|京|オ|リ|ン|ピッ|ク"),
        ("株式会社ABC銀行", "株|式|会|社|ABC|銀|行"),
    ],
)
def test_many_chinese_characters_may_be_parted(text: str, expected: str) -> None:
    assert "|".join(part for part, _ in parts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("กรุงเทพฯ", "ก|รุ|ง|เท|พฯ"),
        ("น้ำผึ้ง", "น้ำ|ผึ้|ง"),
        ("ນ້ຳໃຈ", "ນ້ຳ|ໃຈ"),
        ("ព្រះសីហនុ", "ព្រះ|សី|ហ|នុ"),
        ("အောင်ဆန်း", "အောင်|ဆန်း"),
        ("မန္တလေး", "မန္တ|လေး"),
    ],
)
def test_scripts_without_blanks_may_be_parted_at_clusters(text: str, expected: str) -> None:
    found = syllables(text)
    assert found is not None
    assert "|".join(part for part, _ in found) == expected


def test_other_scripts_are_not_parted_at_clusters() -> None:
    assert syllables("Nguyễn Văn An") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("श्रीकृष्ण", "श्री|कृ|ष्ण"),
        ("ශ්‍රී", "ශ්‍රී"),
        ("Ẹ̀kẹ̀", "Ẹ̀|k|ẹ̀"),
        ("شَّمس", "شَّ|م|س"),
        ("葛\U000e0100城", "葛\U000e0100|城"),
    ],
)
def test_what_belongs_to_a_letter_stays_with_it(text: str, expected: str) -> None:
    assert "|".join(graphemes(text)) == expected


@given(st.text() | st.text("aẽ山、（แกำ្រကင််ะ न्कש -/", max_size=30))
def test_no_letter_is_lost_between_parts(text: str) -> None:
    cleaned = clean(text)
    for split in (parts, letters, lambda text: syllables(text) or parts(text)):
        again = "".join((" " if blank else "") + part for part, blank in split(cleaned))
        assert again.strip() == cleaned
