"""Colours: what stands on a category's band can be read, whatever colour was chosen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.pdf.inks import paint

WHITE, DARK = b"1.000 1.000 1.000 rg ", b"0.078 0.125 0.169 rg "


@pytest.mark.parametrize(
    ("band", "ink"),
    [("#0B5CAD", WHITE), ("#9C1F2E", WHITE), ("#F2B705", DARK), ("#FFFFFF", DARK)],
)
def test_ink_on_a_band(band: str, ink: bytes) -> None:
    assert paint("on_band", band) == ink


@given(st.text().filter(lambda band: not re.fullmatch("#[0-9A-Fa-f]{6}", band)))
def test_what_is_no_colour_is_the_accent(band: str) -> None:
    assert paint("band", band) == paint("accent", "")
