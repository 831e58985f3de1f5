"""The rules of conflicts, one by one: what is one, what is none, and that order does not matter."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.conflicts import BOTH, REPLACE
from checkin_app.ledger.conflicts import (
    Admission,
    Binding,
    Decision,
    Found,
    Merge,
    Moment,
    WalkIn,
    admitted_twice,
    conflict_id,
    crossed_edits,
    disagree,
    live_bindings,
    live_decisions,
    merged,
    replaced_used,
    twins,
    two_doors,
)
from checkin_app.ledger.fold import Edit

MINUTE = 60_000


def scan(
    key: str,
    at: int,
    stream: int,
    *,
    checkpoint: str = "door",
    code: str = "1",
    out: bool = False,
    bound: int = 0,
    delegate: str = "d",
) -> Admission:
    return Admission(key, at, stream, bound, checkpoint, code, out, delegate)


def entries(found: list[Found]) -> list[tuple[str, ...]]:
    return [one.entries for one in found]


# -- admitted twice


def test_two_desks_that_admit_the_same_person_at_one_place_are_a_conflict() -> None:
    found = admitted_twice([scan("b", 20, 2), scan("a", 10, 1)])
    assert entries(found) == [("a", "b")]
    assert not found[0].uncertain


def test_a_repeat_at_one_desk_and_another_place_are_none() -> None:
    assert not admitted_twice([scan("a", 10, 1), scan("b", 20, 1)])
    assert not admitted_twice([scan("a", 10, 1), scan("b", 20, 2, checkpoint="other")])


def test_whoever_left_between_may_come_again() -> None:
    passages = [scan("a", 10, 1), scan("o", 15, 1, out=True), scan("b", 20, 2)]
    assert not admitted_twice(passages)
    passages[1] = scan("o", 25, 1, out=True)
    assert entries(admitted_twice(passages)) == [("a", "b")]


def test_scans_nearer_than_their_clocks_are_known_have_no_certain_order() -> None:
    [found] = admitted_twice([scan("a", 10, 1, bound=4), scan("b", 20, 2, bound=6)])
    assert found.uncertain
    [found] = admitted_twice([scan("a", 10, 1, bound=4), scan("b", 21, 2, bound=6)])
    assert not found.uncertain


def test_two_records_that_were_merged_and_admitted_once_each_are_no_conflict() -> None:
    assert not admitted_twice([scan("a", 10, 1), scan("b", 20, 2, delegate="twin")])


# -- two doors


def test_one_badge_at_two_doors_nearer_than_a_walk() -> None:
    here, there = scan("a", 0, 1), scan("b", MINUTE - 1, 2, checkpoint="hall")
    assert entries(two_doors([there, here])) == [("a", "b")]
    assert not two_doors([here, scan("b", MINUTE, 2, checkpoint="hall")])
    assert not two_doors([here, scan("b", 1, 2)]), "one door"
    assert not two_doors([here, scan("b", 1, 1, checkpoint="hall")]), "one desk"
    assert not two_doors([here, scan("b", 1, 2, checkpoint="hall", code="2")]), "two badges"
    assert not two_doors([here, scan("b", 1, 2, checkpoint="hall", out=True)])


ADMISSIONS = st.lists(
    st.builds(
        Admission,
        id=st.uuids().map(str),
        at=st.integers(0, 12).map(lambda n: n * 20_000),
        stream=st.integers(1, 3),
        bound=st.integers(0, 30_000),
        checkpoint=st.sampled_from(["a", "b", "c"]),
        code=st.sampled_from(["", "1", "2"]),
        out=st.booleans(),
        delegate=st.sampled_from(["d", "e"]),
    ),
    max_size=10,
)


@given(ADMISSIONS)
def test_somebody_is_at_two_doors_exactly_when_a_pair_of_scans_is(
    passages: list[Admission],
) -> None:
    near = {
        one.id
        for one in passages
        for other in passages
        if one.code == other.code != ""
        and not (one.out or other.out)
        and one.stream != other.stream
        and one.checkpoint != other.checkpoint
        and abs(one.at - other.at) < MINUTE
    }
    assert {key for group in entries(two_doors(passages)) for key in group} == near


@given(ADMISSIONS, st.randoms())
def test_the_order_of_arrival_changes_nothing(
    passages: list[Admission], chance: random.Random
) -> None:
    changes = {"1": [Moment("c", 40_000, 1), Moment("e", 100_000, 2)]}
    shuffled = [*passages]
    chance.shuffle(shuffled)
    assert admitted_twice(shuffled) == admitted_twice(passages)
    assert two_doors(shuffled) == two_doors(passages)
    assert replaced_used(shuffled, changes) == replaced_used(passages, changes)


# -- replaced codes


def test_a_code_let_in_after_another_desk_replaced_it() -> None:
    changes = {"1": [Moment("c", 10, 2)]}
    assert entries(replaced_used([scan("a", 11, 1)], changes)) == [("c", "a")]
    assert not replaced_used([scan("a", 9, 1)], changes), "before"
    assert not replaced_used([scan("a", 11, 2)], changes), "its own desk knew"
    assert not replaced_used([scan("a", 11, 1, code="2")], changes)
    [found] = replaced_used([scan("a", 11, 1, bound=1)], changes)
    assert found.uncertain


# -- twins


def test_walk_ins_of_one_name_at_two_desks_may_be_one_person() -> None:
    one, other = WalkIn("d1", "e1", 1, 1), WalkIn("d2", "e2", 2, 2)
    assert twins([other, one]) == [(one, other)]
    assert not twins([one, WalkIn("d2", "e2", 2, 1)]), "one desk saw both"


def test_homonyms_are_not_taken_for_one_person() -> None:
    one = WalkIn("d1", "e1", 1, 1, delegation="g", organization="bank", birth_year=1980)
    for other in (
        WalkIn("d2", "e2", 2, 2, organization="school"),
        WalkIn("d2", "e2", 2, 2, birth_year=1981),
        WalkIn("d2", "e2", 2, 2, delegation="h"),
        WalkIn("d2", "e2", 2, 2, unlike=frozenset({"d1"})),
    ):
        assert not twins([one, other])
    assert twins([one, WalkIn("d2", "e2", 2, 2, birth_year=1980)])


def test_a_thousand_namesakes_do_not_make_a_million_pairs() -> None:
    many = [WalkIn(f"d{n}", f"e{n}", n, n) for n in range(1000)]
    assert len(twins(many)) < 500


# -- crossed edits


def test_values_that_two_desks_set_apart_cross() -> None:
    created = Edit("e1", 1, {"seat": "A"}, {})
    one = Edit("e2", 2, {"seat": "B"}, {"seat": ["e1"]})
    other = Edit("e3", 3, {"seat": "C"}, {"seat": ["e1"]})
    [found] = crossed_edits([other, created, one], {"e1": 1, "e2": 1, "e3": 2})
    assert (found.part, found.entries) == ("seat", ("e2", "e3"))
    assert not crossed_edits([other, created, one], {"e1": 1, "e2": 2, "e3": 2}), "one desk"
    same = Edit("e3", 3, {"seat": "B"}, {"seat": ["e1"]})
    assert not crossed_edits([same, created, one], {"e1": 1, "e2": 1, "e3": 2}), "they agree"
    closed = Edit("e4", 4, {"seat": "B"}, {"seat": ["e2", "e3"]})
    streams = {"e1": 1, "e2": 1, "e3": 2, "e4": 1}
    assert not crossed_edits([other, created, one, closed], streams)


# -- temporary badges, decisions


def test_of_two_bindings_the_first_holds_until_one_puts_it_aside() -> None:
    first = Binding("a", 5, 1, 0, "d1", said=1)
    second = Binding("b", 4, 2, 0, "d2", said=2)
    assert live_bindings([second, first]) == [first, second]
    third = Binding("c", 9, 1, 0, "d2", said=3, replaces=frozenset({"a", "b"}))
    assert live_bindings([third, second, first]) == [third]


def test_decisions_disagree_until_one_overrules_the_others() -> None:
    one, other = Decision("a", 1, "mistake"), Decision("b", 2, "same_person")
    assert live_decisions([other, one]) == [one, other]
    assert disagree([one, other])
    last = Decision("c", 0, "mistake", frozenset({"a", "b"}))
    assert live_decisions([one, other, last]) == [last], "also under a slow clock"
    undone = Decision("c", 0, "mistake", frozenset({"a", "b"}), standing=False)
    assert live_decisions([one, other, undone]) == [one, other]


# -- merges


def test_a_chain_of_merges_ends_in_one_person_and_one_that_replaces_replaces_all() -> None:
    chain = [Merge("m1", 1, "b", "a"), Merge("m2", 2, "c", "b", REPLACE)]
    assert merged(chain) == {"a": ("c", REPLACE), "b": ("c", REPLACE)}
    chain = [Merge("m1", 1, "b", "a", REPLACE), Merge("m2", 2, "c", "b")]
    assert merged(chain) == {"a": ("c", REPLACE), "b": ("c", BOTH)}


def test_of_two_desks_that_kept_the_other_one_the_later_counts() -> None:
    ring = [Merge("m1", 1, "a", "b"), Merge("m2", 2, "b", "a")]
    assert merged(ring) == {"a": ("b", BOTH)}
    assert merged([Merge("m", 1, "a", "a")]) == {}


MERGES = st.lists(
    st.builds(
        Merge,
        id=st.uuids().map(str),
        at=st.integers(0, 5),
        keep=st.sampled_from("abcde"),
        gone=st.sampled_from("abcde"),
        codes=st.sampled_from([BOTH, REPLACE]),
    ),
    max_size=12,
)


@given(MERGES, st.randoms())
def test_merges_end_whatever_rings_they_make_in_any_order(
    merges: list[Merge], chance: random.Random
) -> None:
    result = merged(merges)
    assert all(keep not in result for keep, _ in result.values()), "who is kept is not gone"
    shuffled = merges + [merge for merge in merges if chance.random() < 0.5]
    chance.shuffle(shuffled)
    assert merged(shuffled) == result


def test_an_id_stands_for_what_makes_a_conflict() -> None:
    assert conflict_id("k", "p", ["b", "a"]) == conflict_id("k", "p", ["a", "b"])
    different = {conflict_id(*made) for made in (("k", "p", "a"), ("k", "q", "a"), ("l", "p", "a"))}
    assert len(different) == 3
    assert all(len(key) == 16 for key in different)
