"""Stacks: whatever is in them stays in the box, by the ink of its letters."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.badges.layout import POINT, Box, Line, Stack
from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.text.stacks import StackSetter
from checkin_app.badges.text.words import Typesetter, clean

WORDS = st.text("Nguyễẫộ", min_size=1, max_size=8) | st.text(
    "aA\u0331\u0324\u0302\u0301", min_size=1
)
PLACED = re.compile(rb"([\d.]+) 0 0 [\d.]+ ([\d.]+) ([-\d.]+) Tm ")


@given(
    word=WORDS.map(clean).filter(bool),
    count=st.integers(1, 12),
    height=st.floats(2, 40),
    align=st.sampled_from(["top", "middle", "bottom"]),
)
def test_rows_stay_in_the_box(word: str, count: int, height: float, align: str) -> None:
    typesetter = Typesetter()
    lines = (Line("name", 30, 8, rows=2, weight=600), Line("position", 12, 6, rows=2, gap=2))
    setter = StackSetter(Stack(Box(10, 20, 60, height), lines, valign=align), 100, typesetter)  # type: ignore[arg-type]
    text = " ".join([word] * count)
    laid = setter.laid(BadgeSubject("d", text, "", position=text))
    rows = [tuple(map(float, found)) for found in PLACED.findall(laid.drawn)]
    assert rows
    top, bottom = 80 * POINT, (80 - height) * POINT
    for (size, x, y), weight in ((rows[0], 600), (rows[-1], 400)):
        ink = typesetter.word(word, weight)
        assert 10 * POINT - 0.01 <= x <= 10 * POINT - ink.left * size / 1000 + 0.01
        assert x + ink.left * size / 1000 >= 10 * POINT - 0.02 * size - 0.01
        assert y + ink.high * size / 1000 <= top + 0.05
        assert y + ink.low * size / 1000 >= bottom - 0.05
    baselines = [y for _, _, y in rows]
    assert baselines == sorted(set(baselines), reverse=True)


def test_a_stack_too_high_shrinks_its_largest_line_first() -> None:
    lines = (Line("name", 30, 10, weight=600), Line("position", 9, 8))
    people = BadgeSubject("d", "Lê", "", position="Ủy viên")

    def sizes(height: float) -> list[float]:
        setter = StackSetter(Stack(Box(0, 0, 80, height), lines), 100, Typesetter())
        return [float(size) for size, _, _ in PLACED.findall(setter.laid(people).drawn)]

    assert sizes(20) == [30, 9]
    name, position = sizes(9)
    assert 10 < name < 20 and position == 8


def test_a_field_that_is_empty_takes_no_room() -> None:
    lines = (Line("honorific", 10, 8), Line("name", 20, 10, gap=3))
    setter = StackSetter(Stack(Box(0, 0, 80, 40), lines), 100, Typesetter())
    ((size, _, y),) = PLACED.findall(setter.laid(BadgeSubject("d", "Lan", "")).drawn)
    assert float(size) == 20
    assert float(y) == pytest.approx(100 * POINT - 0.76 * 20, abs=0.01)


def placed(stack: Stack, **texts: str) -> tuple[list[tuple[float, float, float]], set[str]]:
    """Size, x and y of each row, and the problems there are."""
    laid = StackSetter(stack, 100, Typesetter()).laid(BadgeSubject("d", **{"code": "", **texts}))
    rows = [(float(size), float(x), float(y)) for size, x, y in PLACED.findall(laid.drawn)]
    return rows, {fault.problem for fault in laid.faults}


@pytest.mark.parametrize("name", ["Lê Vũ", "محمد الأمير", "山田", "สมศักดิ์"])
def test_rows_stand_left_in_the_middle_or_right_in_any_script(name: str) -> None:
    line = Line("name", 20, 10)
    box = Box(10, 20, 80, 20)
    at = {}
    for align in ("left", "center", "right"):
        (row,), problems = placed(Stack(box, (line,), align), name=name)
        at[align] = row[1]
        assert not problems
    typesetter = Typesetter()
    backwards = name.startswith("م")
    words = [typesetter.word(part, 400, "JP", backwards) for part in name.split()]
    blanks = typesetter.word(" ", 400).width * (len(words) - 1)
    width = (sum(word.width for word in words) + blanks) * 20 / 1000
    assert at["left"] == pytest.approx(10 * POINT, abs=0.3)
    assert at["center"] == pytest.approx(50 * POINT - width / 2, abs=0.3)
    assert at["right"] == pytest.approx(90 * POINT - width, abs=0.3)


def test_a_text_that_fits_nowhere_is_said_to_overflow() -> None:
    stack = Stack(Box(0, 0, 20, 12), (Line("name", 20, 10),))
    assert placed(stack, name="Lê Vũ")[1] == set()
    assert placed(stack, name="Hohenzollern-Sigmaringen")[1] == {"below_minimum_size"}
    assert placed(stack, name="Nguyễn" * 20)[1] == {"overflow"}


def test_ink_beyond_the_page_is_said() -> None:
    stack = Stack(Box(0, 95, 30, 12), (Line("name", 20, 10),), valign="bottom")
    assert placed(stack, name="Lê Vũ")[1] == {"clipped_marks"}


def test_a_word_broken_in_arabic_is_still_joined_in_its_rows() -> None:
    """Rows are shaped whole: as letters that stand alone they would be far longer."""
    stack = Stack(Box(0, 0, 40, 20), (Line("name", 24, 24),))
    ((size, _, _), *more), _ = placed(stack, name="سسسسسسسسسسسسسسسس")
    assert len(more) == 1
    typesetter = Typesetter()
    half = typesetter.word("سسسسسسسس", 400, "", True).width
    assert half < 8 * typesetter.word("س", 400, "", True).width
    assert size == pytest.approx(min(24, 40 * POINT * 1000 / half), rel=0.2)


@pytest.mark.parametrize(("name", "clean_name"), [("Lê 😀 Vũ", "Lê Vũ"), ("כהן 😀 לוי", "כהן לוי")])
def test_a_word_that_cannot_be_drawn_leaves_no_gap(name: str, clean_name: str) -> None:
    stack = Stack(Box(0, 0, 80, 20), (Line("name", 20, 10),), "right")
    assert placed(stack, name=name)[0] == placed(stack, name=clean_name)[0]


STRANGE = st.text(max_size=300) | st.text(
    "aẼ\u0301\u0302\u0323 😀שمי١٢9()[]-/山、กำ្រကင်ංश्र्ी\u200d\u200c\u202e\x00\ud800"
    "Ж가가\u0e33\U000e0100",
    max_size=300,
)
NUMBER = re.compile(rb"[-+]?(\d+(\.\d*)?|\.\d+)")


@settings(max_examples=150)
@given(
    text=STRANGE | st.sampled_from([" " * 300, "A" * 300, "ก" * 300, "م" * 300, "山" * 300]),
    country=st.sampled_from(["", "VN", "JP", "TW", "KR"]),
    width=st.floats(1, 200),
    height=st.floats(1, 100),
)
def test_no_text_whatever_is_drawn_wrong(
    text: str, country: str, width: float, height: float
) -> None:
    lines = (Line("name", 30, 8, rows=2, weight=600), Line("position", 12, 6, rows=3))
    setter = StackSetter(Stack(Box(0, 0, width, height), lines, "center"), 100, Typesetter())
    laid = setter.laid(BadgeSubject("d", text, "", position=text, country=country))
    operators = re.sub(rb"<[0-9a-f]*>|/\w+|[\[\]]", b" ", laid.drawn).split()
    known = {b"BT", b"ET", b"Tm", b"Tf", b"TJ", b"rg", b"Ts", b"BDC", b"EMC"}
    assert all(part in known or NUMBER.fullmatch(part) for part in operators)
