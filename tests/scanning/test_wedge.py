"""A scanner is told from a person by its speed and by the form of what it types."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.credentials import Reading, mint, read
from checkin_app.scanning.wedge import (
    GAP,
    CodeRead,
    Key,
    Kind,
    LetThrough,
    WedgeAssembler,
)

SECRET = b"s" * 32
CODE = mint("731", SECRET, 4_211_986_003_217)
OTHER = mint("731", SECRET, 17)
FAST = 0.004
HUMAN = 1 / 12

ERASE, RETURN = "\b", "\n"


def key(letter: str, at: float) -> Key:
    kind = {ERASE: Kind.ERASE, RETURN: Kind.END}.get(letter, Kind.TEXT)
    return Key(kind, at, letter, code=ord(letter[0]))


class Field:
    """What a text field and the scan lane got."""

    def __init__(self, wedge: WedgeAssembler | None = None) -> None:
        self.wedge = wedge or WedgeAssembler()
        self.text = ""
        self.codes: list[str] = []
        self.now = 0.0

    def type(self, letters: Iterable[str], gap: float) -> Field:
        for letter in letters:
            self.now += gap
            self._take(self.wedge.expire(self.now))
            self._take(self.wedge.feed(key(letter, self.now)))
            self._take(self.wedge.feed(_release(letter, self.now + gap / 3)))
        return self

    def wait(self) -> Field:
        self.now += 1
        self._take(self.wedge.expire(self.now))
        return self

    def _take(self, told: list[LetThrough | CodeRead]) -> None:
        for what in told:
            if isinstance(what, CodeRead):
                self.codes.append(what.text)
                continue
            for passed in what.keys:
                if passed.released:
                    continue
                self.text = self.text[:-1] if passed.kind is Kind.ERASE else self.text + passed.text


def _release(letter: str, at: float) -> Key:
    return Key(Kind.QUIET, at, letter, code=ord(letter[0]), released=True)


@pytest.mark.parametrize("end", ["", RETURN])
def test_a_scan_is_a_code_and_no_field_sees_it(end: str) -> None:
    field = Field().type(CODE + end, FAST).wait()
    assert field.codes == [CODE]
    assert field.text == ""


def test_the_code_is_known_with_its_last_digit() -> None:
    assert Field().type(CODE, FAST).codes == [CODE]


def test_a_late_return_of_a_scan_is_no_return() -> None:
    field = Field().type(CODE, FAST).type(RETURN, 0.12).wait()
    assert field.text == ""
    assert Field().type(CODE, FAST).type(RETURN, 0.5).wait().text == RETURN


def test_a_slow_scanner_that_pauses() -> None:
    field = Field().type(CODE[:10], 0.03).type(CODE[10:11], 0.09).type(CODE[11:] + RETURN, 0.03)
    assert (field.codes, field.text) == ([CODE], "")


@pytest.mark.parametrize("between", ["", RETURN])
def test_two_scans_back_to_back(between: str) -> None:
    field = Field().type(CODE + between + OTHER + between, FAST).wait()
    assert field.codes == [CODE, OTHER]
    assert field.text == ""


def test_typing_before_and_after_a_scan_stays() -> None:
    field = Field().type("Lan", HUMAN).type(CODE + RETURN, FAST).type(" Anh", HUMAN).wait()
    assert field.codes == [CODE]
    assert field.text == "Lan Anh"


def test_a_letter_typed_just_before_a_scan_stays_a_letter() -> None:
    field = Field().type("Lan", HUMAN).type(CODE + RETURN, FAST).wait()
    assert (field.codes, field.text) == ([CODE], "Lan")
    field = Field().type("]Q1" + CODE + RETURN, FAST).wait()
    assert (field.codes, field.text) == ([CODE], "")
    field = Field().type("a", HUMAN).type(CODE[5:] + RETURN, FAST).wait()
    assert len(field.codes) == 1
    assert read(field.codes[0], "731", SECRET) is Reading.UNREADABLE


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
    st.lists(st.floats(0.045, 0.4), min_size=32, max_size=32),
    st.booleans(),
)
def test_twelve_letters_a_second_are_never_a_scan(
    text: str, gaps: list[float], ended: bool
) -> None:
    field = Field()
    for letter, gap in zip(text + RETURN * ended, gaps, strict=False):
        field.type(letter, gap)
    field.wait()
    assert field.codes == []
    assert field.text == text + RETURN * ended


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcdeghiklmnopqrstuvxy ăâêôơưđ" + ERASE),
            st.floats(0.001, 0.3),
        ),
        max_size=40,
    ),
    st.booleans(),
)
def test_a_name_is_never_a_code_at_any_speed(typed: list[tuple[str, float]], ended: bool) -> None:
    letters = [letter for letter, _ in typed] + [RETURN] * ended
    gaps = [gap for _, gap in typed] + [0.001] * ended
    field = Field()
    for letter, gap in zip(letters, gaps, strict=True):
        field.type(letter, gap)
    field.wait()
    plain = ""
    for letter in letters:
        plain = plain[:-1] if letter == ERASE else plain + letter
    assert (field.codes, field.text) == ([], plain)


@given(
    st.lists(
        st.tuples(st.sampled_from("0123456789aé-" + ERASE + RETURN), st.floats(0.0, 0.2)),
        max_size=60,
    )
)
def test_each_key_comes_out_once_or_is_part_of_a_code(typed: list[tuple[str, float]]) -> None:
    wedge = WedgeAssembler()
    times = accumulate(gap for _, gap in typed)
    fed = [
        Key(key(letter, at).kind, at, letter, code=n)
        for n, ((letter, _), at) in enumerate(zip(typed, times, strict=True))
    ]
    passed: list[Key] = []
    reads = 0
    for one in fed:
        for what in wedge.feed(one):
            if isinstance(what, LetThrough):
                passed += what.keys
            else:
                reads += 1
    for what in wedge.flush():
        if isinstance(what, LetThrough):
            passed += what.keys
        else:
            reads += 1
    places = [fed.index(one) for one in passed]
    assert places == sorted(set(places))
    if not reads:
        assert passed == fed
    assert wedge.deadline is None


def test_a_lone_key_is_held_no_longer_than_the_gap() -> None:
    wedge = WedgeAssembler()
    assert wedge.feed(key("7", 10.0)) == []
    assert wedge.deadline == pytest.approx(10.0 + GAP)
    assert wedge.expire(10.0 + GAP + 0.001) == [LetThrough((key("7", 10.0),))]


@pytest.mark.parametrize(
    ("row", "name"), [("&é\"'(-è_çà", "french"), ("ăâêô\u0300\u0309\u0303\u0301\u0323đ", "vn")]
)
def test_the_digit_row_of_another_layout_is_undone(row: str, name: str) -> None:
    typed = CODE.translate(str.maketrans("1234567890", row))
    field = Field().type(typed + RETURN, FAST).wait()
    assert (field.codes, field.text) == ([CODE], ""), name


def test_vni_turns_first_digits_into_marks_and_the_code_is_unreadable() -> None:
    spoilt = ["a", ERASE, "á", ERASE, "ã", ERASE, "ả", *CODE[3:], RETURN]
    field = Field().type(spoilt[0], HUMAN).wait().type(spoilt[1:], FAST).wait()
    assert len(field.codes) == 1
    assert read(field.codes[0], "731", SECRET) is Reading.UNREADABLE
    assert field.text == "a"


def test_an_input_method_that_only_erases_and_repeats_does_no_harm() -> None:
    field = Field().type("a", HUMAN).type([ERASE, "a", *CODE, RETURN], FAST).wait()
    assert field.codes == [CODE]


def test_a_text_expander_that_eats_the_start_gives_an_unreadable_code() -> None:
    expanded = [*CODE[:4], *[ERASE] * 4, *"best regards ", *CODE[4:], RETURN]
    field = Field().type(expanded, FAST).wait()
    assert len(field.codes) == 1
    assert read(field.codes[0], "731", SECRET) is Reading.UNREADABLE
    assert field.text == ""


def test_a_text_expander_that_types_a_name_is_typing() -> None:
    field = Field().type([*"tt", ERASE, ERASE, *"Trần Thị Tú", RETURN], FAST).wait()
    assert (field.codes, field.text) == ([], "Trần Thị Tú\n")


def test_a_text_expander_that_types_a_word_with_digits_is_typing() -> None:
    field = Field().type([*"ad", ERASE, ERASE, *"C4IR", RETURN], FAST).wait()
    assert (field.codes, field.text) == ([], "C4IR\n")


@pytest.mark.parametrize("code", ["TKT-2031-A", "0004711", "a/b+c=9", "QX7L"])
def test_codes_of_other_systems_need_return(code: str) -> None:
    assert Field().type(code + RETURN, FAST).wait().codes == [code]
    loose = Field().type(code, FAST).wait()
    assert (loose.codes, loose.text) == ([], code)


def test_a_prefix_makes_any_run_a_code_and_is_taken_off() -> None:
    field = Field(WedgeAssembler(prefix="~", suffix="#")).type("~GUEST#" + RETURN, FAST).wait()
    assert (field.codes, field.text) == (["GUEST"], "")
    field = Field(WedgeAssembler(prefix="~", suffix="#")).type(f"~{CODE}#{RETURN}", FAST).wait()
    assert (field.codes, field.text) == ([CODE], "")


def test_a_suffix_that_comes_late_belongs_to_the_scan() -> None:
    field = Field(WedgeAssembler(suffix="#")).type(CODE, FAST).type("#", 0.12).wait()
    assert (field.codes, field.text) == ([CODE], "")


def test_a_held_key_that_repeats_is_a_person() -> None:
    wedge = WedgeAssembler()
    passed = []
    for n in range(30):
        repeated = Key(Kind.TEXT, n * 0.03, "1", code=10, repeats=n > 0)
        for what in wedge.feed(repeated):
            assert isinstance(what, LetThrough)
            passed += what.keys
    assert len(passed) == 30


@given(st.integers(0, 10**13 - 1))
def test_a_digit_typed_twice_in_one_millisecond_is_no_held_key(serial: int) -> None:
    """X11 calls the second one a repeat when release and press carry the same time."""
    code = mint("600", SECRET, serial)
    wedge = WedgeAssembler()
    told = []
    for n, letter in enumerate(code):
        doubled = n > 0 and code[n - 1] == letter
        told += wedge.feed(Key(Kind.TEXT, n // 4 * 0.001, letter, ord(letter), repeats=doubled))
    assert told == [CodeRead(code)]


def test_the_releases_of_a_swallowed_key_are_swallowed() -> None:
    wedge = WedgeAssembler()
    for n, letter in enumerate(CODE):
        wedge.feed(key(letter, n * FAST))
    assert wedge.feed(_release(CODE[-1], 28 * FAST)) == []
    lone = _release("x", 29 * FAST)
    assert wedge.feed(lone) == [LetThrough((lone,))]


def test_shift_within_a_scan_does_not_break_it() -> None:
    wedge = WedgeAssembler()
    told = []
    for n, letter in enumerate("TKT-2031-A\n"):
        if letter.isupper():
            told += wedge.feed(Key(Kind.QUIET, n * FAST, "", code=50))
        told += wedge.feed(key(letter, n * FAST + 0.001))
    assert CodeRead("TKT-2031-A") in told


def test_a_function_key_keeps_its_place_after_letters() -> None:
    wedge = WedgeAssembler()
    letter, f3 = key("a", 0.0), Key(Kind.OTHER, 0.01, code=99)
    assert wedge.feed(letter) == []
    assert wedge.feed(f3) == [LetThrough((letter,)), LetThrough((f3,))]
