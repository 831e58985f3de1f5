"""Which entries are folded: those that fit their kind, judged alike by everybody."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ledger import kinds
from checkin_app.ledger.entry import Entry
from checkin_app.ledger.shapes import fits

SCAN = {"checkpoint": "registration", "direction": "in", "decision": "admit", "reason": "welcome"}
PERSON = {"id": "p1", "codes": ["1"], "fields": {"category": "vip"}}


def entry(kind: str, data: dict[str, Any], **other: Any) -> Entry:
    values = {"at": 1, "door": 1, "id": "i", "n": 1, "offset": None, "private": None}
    return Entry(**values | {"kind": kind, "data": data, "stream": "s", "subject": "p"} | other)


@pytest.mark.parametrize(
    ("kind", "data", "privates"),
    [
        (kinds.SCANNED, SCAN, ()),
        (kinds.SCANNED, SCAN | {"seen_by": "a newer release"}, ({"code": "ABC"},)),
        (kinds.SCANNED, SCAN, (None,)),
        (
            kinds.LISTED,
            {"people": [PERSON], "by": "import"},
            ({"name": "Lan", "birth_year": 1990},),
        ),
        (kinds.LISTED, {"people": [PERSON]}, (None,)),
        (
            kinds.AMENDED,
            {"type": "delegate", "fields": {"hold": True}, "replaces": {"hold": ["e"]}},
            (),
        ),
        (
            kinds.AMENDED,
            {"type": "session", "fields": {"starts_at": "2026-11-25T08:00:00+07:00"}},
            (),
        ),
        (kinds.CREATED, {"type": "rule", "fields": {"checkpoint": "d", "categories": ["vip"]}}, ()),
        (kinds.STOCK_COUNTED, {"printer": "p", "left": 0}, ()),
        ("something.newer", {"whatever": [1]}, ()),
    ],
)
def test_what_fits(kind: str, data: dict[str, Any], privates: tuple[Any, ...]) -> None:
    assert fits(entry(kind, data), privates)


@pytest.mark.parametrize(
    ("kind", "data", "privates"),
    [
        (kinds.SCANNED, SCAN | {"direction": "up"}, ()),
        (kinds.SCANNED, SCAN | {"operator": 5}, ()),
        (kinds.SCANNED, {}, ()),
        (kinds.SCANNED, SCAN, ({"code": 7},)),
        (kinds.LISTED, {"people": [PERSON]}, ()),
        (kinds.LISTED, {"people": [PERSON]}, ({"name": ["Lan"]},)),
        (kinds.LISTED, {"people": [PERSON]}, ({"birth_year": 2**70},)),
        (kinds.AMENDED, {"type": "delegate", "fields": {"standing": "gone"}}, ()),
        (kinds.AMENDED, {"type": "session", "fields": {"starts_at": "soon"}}, ()),
        (kinds.AMENDED, {"type": "delegate", "fields": {}, "replaces": {"name": "e"}}, ()),
        (kinds.CREATED, {"type": "spaceship", "fields": {}}, ()),
        (kinds.STOCK_COUNTED, {"printer": "p", "left": -1}, ()),
        (kinds.TEMPORARIES_MADE, {"day": "2026-02-31", "badges": []}, ()),
        (kinds.STREAM_OPENED, {"public_key": "zz" * 32}, ()),
    ],
)
def test_what_does_not(kind: str, data: dict[str, Any], privates: tuple[Any, ...]) -> None:
    assert not fits(entry(kind, data), privates)


@pytest.mark.parametrize("wrong", [{"door": 2**63}, {"door": -(2**63)}, {"at": -1}, {"at": 2**63}])
def test_times_that_no_calendar_shows(wrong: dict[str, int]) -> None:
    assert not fits(entry(kinds.SCANNED, SCAN, **wrong), ())


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(string.printable, max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
names = st.sampled_from(
    ["people", "fields", "type", "codes", "replaces", "code", "day", "badges", "public_key", "cuts"]
)


@given(
    st.sampled_from(sorted(kinds.KINDS)),
    st.dictionaries(names, json),
    st.lists(st.none() | st.dictionaries(names, json), max_size=2),
)
def test_whatever_it_says_the_answer_is_yes_or_no(
    kind: str, data: dict[str, Any], privates: list[dict[str, Any] | None]
) -> None:
    assert fits(entry(kind, data), privates) in (True, False)
