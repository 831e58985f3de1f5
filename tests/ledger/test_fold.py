"""The fold rules, held against the plainest way to say the same."""

import random

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ledger.fold import (
    Edit,
    Pass,
    Presence,
    Ruling,
    last_imported,
    live_edits,
    overriding,
    presence,
    record_fields,
    stands,
)


def grouped(*rulings: Ruling) -> dict[str, list[Ruling]]:
    by_target: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        by_target.setdefault(ruling.target, []).append(ruling)
    return by_target


def test_an_undo_can_be_undone() -> None:
    first = Ruling("u1", "scan", "undo")
    second = Ruling("u2", "u1", "undo")
    third = Ruling("u3", "u2", "undo")
    assert stands("scan", {})
    assert not stands("scan", grouped(first))
    assert stands("scan", grouped(first, second))
    assert not stands("scan", grouped(first, second, third))


def test_a_ring_of_undos_ends() -> None:
    ring = grouped(Ruling("a", "b", "undo"), Ruling("b", "a", "undo"))
    assert not stands("a", ring)
    assert not stands("b", ring)


def test_an_override_counts_while_it_is_not_undone() -> None:
    override = Ruling("o", "scan", "override")
    assert overriding("scan", grouped(override))
    assert stands("scan", grouped(override))
    assert not overriding("scan", grouped(override, Ruling("u", "o", "undo")))


def test_an_edit_under_a_fast_clock_is_replaced_by_whoever_saw_it() -> None:
    """A desk whose clock says 2030 does not win for ever."""
    created = Edit("e1", 1, {"name": "An"}, {})
    fast = Edit("e2", 1_000_000, {"name": "Ann"}, {"name": ["e1"]})
    corrected = Edit("e3", 3, {"name": "Anh"}, {"name": ["e2"]})
    assert record_fields([created, fast, corrected]) == {"name": "Anh"}


def test_edits_that_crossed_are_both_kept() -> None:
    created = Edit("e1", 1, {"seat": "A1"}, {})
    one = Edit("e2", 2, {"seat": "B1"}, {"seat": ["e1"]})
    other = Edit("e3", 3, {"seat": "C1"}, {"seat": ["e1"]})
    assert [edit.id for edit in live_edits([other, created, one], "seat")] == ["e2", "e3"]
    assert record_fields([other, created, one]) == {"seat": "C1"}


def test_the_last_import_is_known_apart_from_corrections() -> None:
    edits = [
        Edit("e1", 1, {"name": "An", "seat": "A1"}, {}, imported=True),
        Edit("e2", 2, {"name": "Anh"}, {"name": ["e1"]}),
        Edit("e3", 3, {"seat": "A2"}, {"seat": ["e1"]}, imported=True),
    ]
    assert last_imported(edits) == {"name": "An", "seat": "A2"}
    assert record_fields(edits) == {"name": "Anh", "seat": "A2"}


FIELDS = st.sampled_from(["name", "seat", "phone"])


@st.composite
def histories(draw: st.DrawFn) -> list[Edit]:
    """Edits of several desks, each of which saw some of the earlier ones."""
    edits: list[Edit] = []
    for number in range(draw(st.integers(1, 8))):
        fields = draw(st.dictionaries(FIELDS, st.text(max_size=2), min_size=1))
        seen = [e for e in edits if draw(st.booleans())]
        replaces = {name: [edit.id for edit in live_edits(seen, name)] for name in fields if seen}
        edits.append(Edit(f"e{number}", draw(st.integers(0, 5)), fields, replaces))
    return edits


@given(histories(), st.randoms())
def test_a_record_is_the_same_in_any_order_and_twice_over(
    edits: list[Edit], chance: random.Random
) -> None:
    shuffled = edits + [edit for edit in edits if chance.random() < 0.5]
    chance.shuffle(shuffled)
    assert record_fields(shuffled) == record_fields(edits)


PASSES = st.lists(
    st.builds(
        Pass,
        id=st.uuids().map(str),
        door=st.integers(0, 20),
        direction=st.sampled_from(["in", "out"]),
        admitted=st.booleans(),
        standing=st.booleans(),
    ),
    max_size=8,
)


@given(PASSES, st.randoms())
def test_presence_is_what_a_walk_through_the_scans_says(
    passes: list[Pass], chance: random.Random
) -> None:
    first: Pass | None = None
    inside = False
    last = entered = 0
    for scan in sorted(passes, key=lambda p: (p.door, p.id)):
        if not (scan.admitted and scan.standing):
            continue
        last = scan.door
        inside = scan.direction == "in"
        if inside:
            entered += 1
            first = first or scan
    expected = first and Presence(first.id, first.door, last, inside, entered)
    chance.shuffle(passes)
    assert presence(passes) == expected
