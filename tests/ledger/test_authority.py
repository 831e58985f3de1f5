"""Who may write what, from what the authority said, in whatever order it is read."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ledger import kinds
from checkin_app.ledger.authority import ALL, PROFILES, Fact, Right, named, rights

HUB, FOUNDER, DOOR, THIEF = "aa", "bb", "cc", "dd"
STREAMS = {"hub": HUB, "first": FOUNDER, "door": DOOR, "thief": THIEF}
NAMED = Fact(kinds.AUTHORITY_NAMED, 10, "n", FOUNDER, {"public_key": HUB})


def enrolled(at: int, key: str, profile: str, desk: str = "d1", by: str = HUB) -> Fact:
    said = {"desk": desk, "public_key": key, "profile": profile}
    return Fact(kinds.ENROLLED, at, f"e{at}", by, said)


def revoked(at: int, by: str = HUB, desk: str = "d1", **cuts: int) -> Fact:
    return Fact(kinds.REVOKED, at, f"r{at}", by, {"desk": desk, "cuts": cuts})


def of(stream: str, *facts: Fact) -> Right:
    return rights(facts, STREAMS, FOUNDER)[stream]


def test_without_an_authority_everybody_counts() -> None:
    assert {right.profile for right in rights([], STREAMS, FOUNDER).values()} == {ALL}
    assert of("thief", enrolled(1, DOOR, "door", by=DOOR)).allows(kinds.SCANNED, 5)


def test_with_one_only_who_is_enrolled_counts() -> None:
    facts = [NAMED, enrolled(20, DOOR, "door")]
    assert of("hub", *facts) == of("first", *facts) == Right(ALL)
    assert of("door", *facts).allows(kinds.SCANNED, 9)
    assert not of("door", *facts).allows(kinds.AMENDED, 9)
    assert not of("thief", *facts).allows(kinds.SCANNED, 1)
    assert of("thief", *facts).allows(kinds.STREAM_OPENED, 1)


def test_nobody_enrols_themselves() -> None:
    assert not of("thief", NAMED, enrolled(20, THIEF, "registration", by=THIEF)).allows(
        kinds.SCANNED, 1
    )
    assert of("door", NAMED, enrolled(20, DOOR, "door"), revoked(30, by=THIEF, door=0)).cut is None


def test_a_later_naming_by_somebody_else_changes_nothing() -> None:
    early = Fact(kinds.AUTHORITY_NAMED, 1, "x", THIEF, {"public_key": THIEF})
    assert named([early, NAMED], FOUNDER) == [HUB, THIEF]
    assert of("thief", early, NAMED).profile == ""


def test_a_revocation_cuts_and_a_later_enrolment_restores() -> None:
    facts = [NAMED, enrolled(20, DOOR, "door"), revoked(30, door=7)]
    assert of("door", *facts).allows(kinds.SCANNED, 7)
    assert not of("door", *facts).allows(kinds.SCANNED, 8)
    assert of("door", *facts, enrolled(40, DOOR, "door")).allows(kinds.SCANNED, 8)
    assert not of("door", NAMED, enrolled(20, DOOR, "door"), revoked(30)).allows(kinds.SCANNED, 1)
    assert (
        of(
            "first",
            NAMED,
            enrolled(20, FOUNDER, "registration", "d2"),
            revoked(30, desk="d2", first=4),
        ).cut
        == 4
    )


facts = st.lists(
    st.one_of(
        st.builds(
            enrolled,
            st.integers(1, 9),
            st.sampled_from([FOUNDER, DOOR, THIEF]),
            st.sampled_from(sorted(PROFILES)),
            st.sampled_from(["d1", "d2"]),
            st.sampled_from([HUB, THIEF]),
        ),
        st.builds(
            lambda at, by, n: revoked(at, by, door=n),
            st.integers(1, 9),
            st.sampled_from([HUB, DOOR]),
            st.integers(0, 5),
        ),
        st.just(NAMED),
    ),
    max_size=7,
    unique_by=lambda fact: fact.id,
)


@given(facts, st.randoms())
def test_any_order_gives_the_same(said: list[Fact], random: Any) -> None:
    before = rights(said, STREAMS, FOUNDER)
    random.shuffle(said)
    assert rights(said, STREAMS, FOUNDER) == before
