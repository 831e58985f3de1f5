"""Sizes of paper by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.layout import LAYOUTS
from checkin_app.printing import media_sizes


@pytest.mark.parametrize(
    ("media", "size"),
    [
        ("A6", (105.0, 148.0)),
        ("iso_a6_105x148mm", (105.0, 148.0)),
        ("custom_badge_62.5x100mm", (62.5, 100.0)),
        ("na_index-4x6_4x6in", (101.6, 152.4)),
        ("om_a-6-fullbleed_104.78x148.17mm", (104.78, 148.17)),
        ("Custom.86x54mm", (86.0, 54.0)),
        ("Custom.86x54", None),
        ("roll", None),
        ("", None),
    ],
)
def test_names(media: str, size: tuple[float, float] | None) -> None:
    found = media_sizes.size_of(media)
    assert found == (size if size is None else pytest.approx(size))


def test_the_size_of_every_layout_is_known() -> None:
    assert all(media_sizes.size_of(layout.media) for layout in LAYOUTS.values())


def test_a_printer_offers_a_size_by_its_name_or_in_its_range() -> None:
    names = ("na_letter_8.5x11in", "om_a-6_104.8x148.2mm", "custom_min_20x20mm", "roll")
    ranged = (*names, "custom_max_120x200mm")
    assert media_sizes.offered((105, 148), names) == "om_a-6_104.8x148.2mm"
    assert media_sizes.offered((86, 54), names) == ""
    assert media_sizes.offered((62.5, 100), ranged) == "custom_62.5x100mm_62.5x100mm"
    assert media_sizes.offered((210, 297), ranged) == ""


@given(st.text(max_size=40))
def test_any_name_is_a_size_or_none(media: str) -> None:
    size = media_sizes.size_of(media)
    assert size is None or min(size) >= 0
