"""Titles of jobs: on one line, bounded, and never the same twice."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.printing import marks


@given(st.text(max_size=400))
def test_any_title_is_one_short_line_with_a_mark(title: str) -> None:
    one, other = marks.marked(title), marks.marked(title)
    assert one.isprintable() and len(one.encode()) <= 127
    assert marks.bears(one, marks.mark_of(one))
    assert one != other and not marks.bears(other, marks.mark_of(one))


def test_a_title_without_a_mark_is_nobodys() -> None:
    assert marks.marked("Thẻ\n\x1b Đặng").startswith("Thẻ Đặng #")
    assert marks.mark_of("Badge D1") == "" and not marks.bears("Badge D1", "")
