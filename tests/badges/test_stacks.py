"""Stacks: whatever is in them stays in the box, by the ink of its letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.layout import POINT, Box, Line, Stack
from checkin_app.badges.stacks import StackSetter
from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.words import Typesetter, clean

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
        assert x + ink.left * size / 1000 >= 10 * POINT - 0.06 * size - 0.01
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
