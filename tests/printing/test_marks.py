"""Titles of jobs: on one line, bounded, and never the same twice."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.printing import ipp_calls, ipp_lookup, marks
from checkin_app.printing.ipp_http import Address


@given(st.text(max_size=400))
def test_any_title_is_one_short_line_with_a_mark(title: str) -> None:
    one, other = marks.marked(title), marks.marked(title)
    assert one.isprintable() and len(one.encode()) <= 127
    assert marks.bears(one, marks.mark_of(one))
    assert one != other and not marks.bears(other, marks.mark_of(one))


@given(st.text(max_size=400))
def test_a_job_is_found_by_any_title_it_was_sent_under(title: str) -> None:
    name = marks.marked(title)
    job = {"job-id": [7], "job-name": [name]}
    with patch.object(ipp_calls, "jobs", lambda to, which: [job] if which == "completed" else []):
        assert ipp_lookup.latest_named(Address("h"), title) == (7, marks.mark_of(name))
        assert ipp_lookup.latest_named(Address("h"), f"x{title}") is None


def test_a_title_without_a_mark_is_nobodys() -> None:
    assert marks.marked("Thẻ\n\x1b Đặng").startswith("Thẻ Đặng #")
    assert marks.mark_of("Badge D1") == "" and not marks.bears("Badge D1", "")
