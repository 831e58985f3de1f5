"""Texts that run both ways: the order of python-bidi's other implementation, brackets included."""

from typing import cast

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.text.bidi import levels, runs_both_ways, visual
from checkin_app.badges.text.words import clean

MIRROR = str.maketrans("()[]", ")(][")


def seen(text: str, mirror: dict[int, int] | None = None) -> str:
    """What is read from left to right."""
    pairs = zip(text, levels(text), strict=True)
    return "".join(visual([(c.translate(mirror or {}) if n % 2 else c, n) for c, n in pairs]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lê Vũ", "Lê Vũ"),
        ("שלמה", "המלש"),
        ("Lê שלמה Vũ", "Lê המלש Vũ"),
        ("שלמה Lê Vũ", "Lê Vũ המלש"),
        ("שלמה 25", "25 המלש"),
        ("שלמה (תל אביב)", "(ביבא לת) המלש"),
        ("שלמה Smith (London)", "Smith (London) המלש"),
        ("Smith (שלמה)", "Smith (המלש)"),
    ],
)
def test_order(text: str, expected: str) -> None:
    assert seen(text, MIRROR) == expected


@pytest.mark.parametrize("unknown", ["\u0378", "\U0002ebf0", "\u05ff", "\ue000"])
def test_a_letter_that_python_does_not_know_runs_as_its_neighbours_in_unicode(unknown: str) -> None:
    backwards = unknown == "\u05ff"
    found = levels(f"שלמה {unknown}{unknown} שלמה")
    assert {n % 2 for n in found[5:7]} == {int(backwards)}
    assert len(found) == 12


@given(st.text("aZ19 .,:/+-%()[]אבשמد١٢é", max_size=24))
def test_order_is_that_of_the_other_implementation(text: str) -> None:
    text = clean(text)
    assert seen(text) == cast(str, get_display(text)).replace("\u200f", "")


@given(st.text(max_size=60))
def test_any_text_has_a_level_a_letter(text: str) -> None:
    text = clean(text)
    found = levels(text)
    assert len(found) == len(text)
    assert runs_both_ways(text) or not any(level % 2 for level in found)
    assert sorted(visual([(at, level) for at, level in enumerate(found)])) == list(
        range(len(found))
    )
