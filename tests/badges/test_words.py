"""Words: cleaned, shaped in the font that has them, never a box."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.text.breaking import parts
from checkin_app.badges.text.families import asked, source
from checkin_app.badges.text.scripts import han_of
from checkin_app.badges.text.words import Typesetter, clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Nguyễn \t Văn\n An ", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Đặng Thị Ễ"), "Đặng Thị Ễ"),
        ("Lê\x00\x1b[31m\x7fVũ", "Lê [31m Vũ"),
        ("a\u202eb\u200bc\ufeff\u00add", "abcd"),
        ("Jean\u2011Luc", "Jean-Luc"),
        ("Lê\u00a0Vũ", "Lê Vũ"),
        ("x\ud800y\ue000\U00031350", "xy\ue000\U00031350"),
        ("a\ufffe\U000e0080\u2800b", "a b"),
        ("o" + "\u0323\u0302\u0301\u0300\u0308", "ộ\u0301\u0300\u0308"),
        ("", ""),
        (unicodedata.normalize("NFD", "이순신"), "이순신"),
        ("ကြွှုံ့", "ကြွှုံ့"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
        ("Lê\u200d\u200c Vũ\ufe0f", "Lê Vũ"),
        ("葛\U000e0100", "葛\U000e0100"),
        ("\u3164\uffa0\u115f", ""),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_no_control(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert all(c == " " or unicodedata.category(c) not in ("Cc", "Cs", "Zs") for c in cleaned)
    assert cleaned == cleaned.strip() and "  " not in cleaned


@given(st.text(max_size=40), st.sampled_from([400, 500, 600]))
def test_any_word_is_drawn_or_reported_and_no_box_is_used(text: str, weight: int) -> None:
    typesetter = Typesetter()
    for part, _ in parts(clean(text)):
        word = typesetter.word(part, weight)
        assert word.runs or word.missing or not part.strip("\u200c\u200d\ufe0f")
        assert set(word.missing) <= set(part)
    assert all(0 not in used.texts for used in typesetter.used.values())


def test_the_first_font_draws_vietnamese_and_the_second_what_it_lacks() -> None:
    typesetter = Typesetter()
    names = {
        text: [typesetter.faces[run.font].name for run in typesetter.word(text, 600).runs]
        for text in ("Nguyễn", "Иванов", "Παππάς", "Łukasz", "Əliyev")
    }
    assert names == {
        "Nguyễn": ["BeVietnamPro-SemiBold"],
        "Иванов": ["NotoSans-SemiBold"],
        "Παππάς": ["NotoSans-SemiBold"],
        "Łukasz": ["BeVietnamPro-SemiBold"],
        "Əliyev": ["NotoSans-SemiBold"],
    }


def test_letters_are_kerned() -> None:
    typesetter = Typesetter()

    def width(text: str) -> int:
        return typesetter.word(text, 600).width

    assert width("Võ") < width("V") + width("õ")


def test_stacked_marks_are_measured_by_their_ink() -> None:
    typesetter = Typesetter()
    assert typesetter.word("Ễ", 600).high > typesetter.word("E", 600).high + 150
    assert typesetter.word("Ậ", 600).low < typesetter.word("A", 600).low - 100
    assert typesetter.word("Ọ\u0300", 600).high > typesetter.word("Ọ", 600).high + 100


def test_what_no_font_has_is_left_out_and_told() -> None:
    word = Typesetter().word("Lan😀𒀭", 400)
    assert word.missing == "😀𒀭"
    assert word.width == Typesetter().word("Lan", 400).width


def test_each_letter_of_a_word_goes_to_a_font_that_has_it() -> None:
    typesetter = Typesetter()

    def fonts(text: str, han: str = "") -> list[str]:
        runs = typesetter.word(text, 400, han).runs
        return [typesetter.faces[run.font].name.removesuffix("-Regular") for run in runs]

    assert fonts("Anสม2ศักดิ์") == [
        "BeVietnamPro",
        "NotoSansThai",
        "BeVietnamPro",
        "NotoSansThai",
    ]
    assert fonts("ნინო") == ["NotoSansGeorgian"]
    assert fonts("שלמה") == ["NotoSansHebrew"]
    if source(asked("Hani", "SC")[0], 400) is None:
        pytest.skip("needs the extra cjk")
    assert [fonts("直", han) for han in ("SC", "TC", "JP", "KR")] == [
        ["NotoSansSC"],
        ["NotoSansTC"],
        ["NotoSansJP"],
        ["NotoSansKR"],
    ]
    assert fonts("颖", "TC") == ["NotoSansSC"]  # a simplified letter in a traditional text


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Nguyễn", "CN", ""),
        ("直子", "JP", "JP"),
        ("直子", "VN", "SC"),
        ("直子", "HK", "TC"),
        ("さくら", "CN", "JP"),
        ("金 민준", "VN", "KR"),
        ("😀", "JP", ""),
    ],
)
def test_whose_chinese_characters_are_meant(text: str, country: str, expected: str) -> None:
    assert han_of(text, country) == expected


@pytest.mark.parametrize("text", ["ิ", "น้้ำ", "្រ", "်", "ि", "ּ", "ّ", "क्", "\u0bcd"])
def test_marks_without_a_letter_get_no_dotted_circle(text: str) -> None:
    typesetter = Typesetter()
    typesetter.word(text, 400)
    for name, used in typesetter.used.items():
        font = typesetter.faces[name]
        circle = font.shape("\u25cc", "Zyyy")[0].number
        drawn = {code for code in used.texts if code not in used.composed}
        drawn |= {part[0] for glyph in used.composed.values() for part in glyph.parts}
        assert circle == 0 or circle not in drawn
