"""Names: folded for finding, kept for showing, ordered as their owners do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.folding import other_spellings, split_words
from checkin_app.domain.names import (
    alike,
    fold,
    given_name,
    highlights,
    initials,
    marked_words,
    sort_key,
    split_honorific,
    words,
)

HONORIFICS = {"ong", "ba", "gs", "ts", "gs ts", "h e", "mr", "dr", "her excellency"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Khánh Vân", "dang thi khanh van"),
        ("Nguye\u0302\u0303n", "nguyen"),
        ("Łukasz", "lukasz"),
        ("Ørsted", "orsted"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Æsir", "aesir"),
        ("Œuvre", "oeuvre"),
        ("Þórður Guðmundsson", "thordur gudmundsson"),
        ("Ħamrun Ŧ", "hamrun t"),
        ("Işık İnönü", "isik inonu"),
        ("Þ ð ŋ ə Ɓ Ɗ ƙ", "th d n e b d k"),
        ("Ελένη Γεώργιος", "ελενη γεωργιοσ"),
        ("Сергей Ёлкин", "сергеи елкин"),
        ("مُحَمَّد الـعلي أحمد", "محمد العلي احمد"),
        ("ＡＢＣ ｶﾞ ﬁ", "abc ガ fi"),
        ("김민준", "김민준"),
        ("김민준".encode().decode(), "김민준"),
        ("สมชาย จำ", unicodedata.normalize("NFKC", "สมชาย จำ")),
        ("क्षत्रिय", "क्षत्रिय"),
        ("٠١٢ १२", "012 12"),
    ],
)
def test_spellings_of_one_name_fold_to_one_text(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jean-Luc O'Neil", ("jean", "luc", "o", "neil")),
        ("O’Neil O´Neil Oʼneil", ("o", "neil") * 3),
        ("J.R.R.  Tolkien", ("j", "r", "r", "tolkien")),
        ("山田太郎", ("山", "田", "太", "郎")),
        ("ヤマダ・タロウ", ("ヤ", "マ", "ダ", "タ", "ロ", "ウ")),
        ("김민준 박", ("김민준", "박")),
        ("สมชาย ใจดี", ("สมชาย", "ใจดี")),
        ("C4IR (2026)", ("c4ir", "2026")),
        ("", ()),
        (" \u0301 ' \u200b - \x00", ()),
        ("a\u200cb\u200dc", ("abc",)),
    ],
)
def test_words(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


def test_marks_are_kept_beside_the_folded_words() -> None:
    assert marked_words("NGUYỄN Thị Vân") == ("nguyễn", "thị", "vân")
    assert marked_words("Nguye\u0302\u0303n") == ("nguyễn",)


ANYTHING = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from("aăâđĐễß İıʼ'´-.\u0301\u0323\u3099ガ山김ᄆ民ไมé½㈱ﬁ\u200d\ud800"),
    ),
    max_size=20,
)


@given(ANYTHING)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    for word in words(text):
        assert words(word) == (word,)


@given(ANYTHING, ANYTHING)
def test_words_of_a_text_are_the_words_of_its_parts(a: str, b: str) -> None:
    assert split_words(f"{a} {b}") == split_words(a) + split_words(b)


@given(ANYTHING)
def test_words_are_bare_and_never_empty(text: str) -> None:
    for word in (*split_words(text), *(w for t in text.split() for w in other_spellings(t))):
        assert word.folded and word.marked
        assert not set(word.folded + word.marked) & set(" \x00'-.\ud800")
        assert unicodedata.is_normalized("NFC", word.folded)


@pytest.mark.parametrize(
    ("token", "also"),
    [
        ("O'Neil", "oneil"),
        ("Jean-Luc", "jeanluc"),
        ("U.S.A.", "usa"),
        ("김민준", "민준"),
        ("남궁민수", "민수"),
        ("Müller", "mueller"),
        ("Ångström", "aangstroem"),
    ],
)
def test_other_ways_a_name_is_written(token: str, also: str) -> None:
    assert also in [word.folded for word in other_spellings(token)]


def test_tone_on_either_vowel() -> None:
    assert "hoà" in [word.marked for word in other_spellings("Hòa")]
    assert "thúy" in [word.marked for word in other_spellings("Thuý")]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Ông Nguyễn Văn A", ("Ông", "Nguyễn Văn A")),
        ("GS.TS. Trần Lê", ("GS.TS.", "Trần Lê")),
        ("TS.Trần Lê", ("TS.", "Trần Lê")),
        ("H.E. Mr Smith", ("H.E. Mr", "Smith")),
        ("Her Excellency Jane", ("Her Excellency", "Jane")),
        ("Bà", ("", "Bà")),
        ("Ông Bà", ("Ông", "Bà")),
        ("Nguyễn Thị Bà", ("", "Nguyễn Thị Bà")),
        ("", ("", "")),
        ("...", ("", "...")),
    ],
)
def test_honorifics_in_front(text: str, split: tuple[str, str]) -> None:
    assert split_honorific(text, HONORIFICS) == split


def test_an_honorific_given_with_marks_leaves_the_family_name_alone() -> None:
    assert split_honorific("Ba Van An", {"bà"}) == ("", "Ba Van An")
    assert split_honorific("BÀ Vân An", {"bà"}) == ("BÀ", "Vân An")


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Nguyễn Thị Minh Khai", "VN", "Khai"),
        ("Nguyễn Thị Minh Khai", "", "Khai"),
        ("Le Van Loi", "FR", ""),
        ("John Smith", "", ""),
        ("Lê", "VN", ""),
        ("", "VN", ""),
    ],
)
def test_given_name(name: str, country: str, expected: str) -> None:
    assert given_name(name, country) == expected


def test_vietnamese_names_sort_by_given_name_and_marks_decide_last() -> None:
    names = ["Trần Thị An", "Lê Văn Bình", "Nguyễn Ân", "Nguyễn An", "Đỗ Anh", "Adam Smith"]
    ordered = sorted(names, key=lambda name: sort_key(name, given_name(name, "")))
    assert ordered == [
        "Adam Smith",
        "Nguyễn An",
        "Nguyễn Ân",
        "Trần Thị An",
        "Đỗ Anh",
        "Lê Văn Bình",
    ]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Đặng Thị Khánh Vân", "ĐV"),
        ("madonna", "M"),
        ("山田太郎", "山"),
        ("김민준", "김"),
        ("เสรี ใจดี", "ส"),
        ("محمد علي", "م"),
        ("Jean-Luc Picard", "JP"),
        ("'t Hooft", "TH"),
        ("ßa ﬁ", "ßﬁ"),
        ("- 12", ""),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Nguyễn Văn A", "A NGUYEN VAN", True),
        ("Nguyễn Văn A", "Nguyễn A", True),
        ("Min-jun Kim", "Minjun Kim", True),
        ("An", "Nguyễn Văn An", False),
        ("An", "Ân", True),
        ("An An Lê", "An Lê", True),
        ("An An", "An Lê", False),
        ("Nguyễn Văn A", "Nguyễn Văn B", False),
        ("", "", False),
    ],
)
def test_alike(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same
    assert alike(b, a) is same


@pytest.mark.parametrize(
    ("name", "query", "lit"),
    [
        ("Nguyễn Thị Minh Khai", "kha ng minh", ["Ng", "Minh", "Kha"]),
        ("Vân Van Vang", "vân", ["Vân"]),
        ("Vân Van Vang", "van", ["Vân", "Van", "Van"]),
        ("Nguye\u0302\u0303n An", "nguye", ["Nguye\u0302\u0303"]),
        ("Straße", "stras", ["Straß"]),
        ("山田太郎", "太郎", ["太郎"]),
        ("O'Neil", "oneil", ["O'Neil"]),
        ("김민준", "민준", ["김민준"]),
        ("An", "xyz", []),
        ("", "a", []),
    ],
)
def test_highlights(name: str, query: str, lit: list[str]) -> None:
    assert [name[start:end] for start, end in highlights(name, query)] == lit


@given(ANYTHING, ANYTHING)
def test_highlights_lie_inside_the_name_in_order(name: str, query: str) -> None:
    at = 0
    for start, end in highlights(name, query):
        assert at <= start < end <= len(name)
        at = end
