"""The chart of arrivals: every person in one bar, colours of the theme, words beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.hub.figures import MINUTE_MS
from checkin_app.hub.pages import charts
from checkin_app.hub.pages.words import LANGUAGES, Words

NOW = int(datetime(2026, 11, 25, 3, 17, 40, tzinfo=UTC).timestamp() * 1000)  # 10:17 at the event
MINUTE = NOW // MINUTE_MS
VI = Words("vi", ZoneInfo("Asia/Ho_Chi_Minh"))
ZONES = ["Asia/Ho_Chi_Minh", "Asia/Kathmandu", "UTC", "Pacific/Chatham"]


@given(
    st.dictionaries(st.integers(MINUTE - 59, MINUTE), st.integers(1, 500)),
    st.dictionaries(st.integers(0, MINUTE - 60) | st.integers(MINUTE + 1), st.integers(1, 9)),
)
def test_the_last_hour_is_sixty_minutes_and_leaves_nobody_out(
    within: Mapping[int, int], outside: Mapping[int, int]
) -> None:
    shown = charts.bars({**outside, **within}, NOW, VI, "hour")
    assert len(shown.counts) == 60
    assert shown.total == sum(within.values())
    for start, count in zip(shown.starts, shown.counts, strict=True):
        assert count == within.get(start // MINUTE_MS, 0)


@given(
    st.dictionaries(st.integers(MINUTE - 3 * 1440, MINUTE + 99), st.integers(1, 9), max_size=40),
    st.sampled_from(ZONES),
)
def test_today_begins_at_the_event_s_midnight(minutes: Mapping[int, int], zone: str) -> None:
    words = Words("en", ZoneInfo(zone))
    shown = charts.bars(minutes, NOW, words, "day")
    today = words.moment(NOW).date()
    expected = sum(
        count
        for minute, count in minutes.items()
        if minute <= MINUTE and words.moment(minute * MINUTE_MS).date() == today
    )
    assert shown.total >= expected
    if words.moment(shown.starts[0]).date() == today:
        assert shown.total == expected
    assert all(words.moment(start).minute % 10 == 0 for start in shown.starts)
    assert 12 <= len(shown.starts) <= 145


@pytest.mark.parametrize("size", charts.SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("counts", [{}, {MINUTE - 7: 14, MINUTE - 20: 3}, {MINUTE: 12_345}])
def test_the_picture_needs_no_inline_style_and_says_itself_in_words(
    size: str, lang: str, counts: Mapping[int, int]
) -> None:
    words = Words(lang, VI.zone)  # type: ignore[arg-type]
    for span in charts.SPANS:
        shown = charts.bars(counts, NOW, words, span)
        svg = charts.arrivals(shown, words, size)
        root = ElementTree.fromstring(svg)
        title, description = root[0], root[1]
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text == charts.title(shown, words)
        assert description.text == charts.told(shown, words)
        assert "style" not in svg and "rgb(" not in svg and "font-family" not in svg
        colours = re.findall(r'(?:fill|stroke)="([^"]*)"', svg)
        assert set(colours) <= {"none"}
        assert ('class="fill-accent' in svg) == bool(shown.total)


def test_the_highest_bar_is_told() -> None:
    shown = charts.bars({MINUTE - 7: 14, MINUTE - 20: 1200}, NOW, VI, "hour")
    assert charts.told(shown, VI) == "1.214 người đến; đông nhất lúc 09:57: 1.200."


def test_the_scale_is_round_and_holds_the_highest() -> None:
    for most in (0, 1, 5, 6, 14, 51, 99, 1_000, 54_321):
        top = charts._ceiling(most)
        assert top >= most and top % 5 == 0 and top <= max(5, 2.5 * most)
