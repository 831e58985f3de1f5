"""The measured offset is never further from the truth than its bound says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.sync.clock import SAMPLES, measure
from checkin_app.sync.state import SyncState

milliseconds = st.floats(min_value=0, max_value=5000)


class _World:
    """A steady clock, this computer's wall clock, and another's, all in seconds."""

    def __init__(self, ours: float, theirs: float) -> None:
        self.at = 1_000.0
        self.ours, self.theirs = ours, theirs

    def wall(self) -> float:
        return self.at + self.ours

    def steady(self) -> float:
        return self.at


@given(
    st.floats(min_value=-1e6, max_value=1e6),
    st.lists(st.tuples(milliseconds, milliseconds), min_size=1, max_size=SAMPLES),
)
def test_the_truth_lies_within_the_bound(ahead: float, delays: list[tuple[float, float]]) -> None:
    world = _World(1.7e9, 1.7e9 + ahead)
    legs = iter(delays)

    def ask() -> int:
        there, back = next(legs)
        world.at += there / 1000
        said = int((world.at + world.theirs) * 1000)
        world.at += back / 1000
        return said

    found = measure(ask, samples=len(delays), wall=world.wall, steady=world.steady)
    assert found is not None
    assert abs(found.offset - ahead * 1000) <= found.bound + 0.01
    assert found.bound <= min(there + back for there, back in delays) / 2 + 2.01


def test_a_clock_that_was_set_meanwhile_is_no_sample() -> None:
    world = _World(1.7e9, 1.7e9)
    asked = 0

    def ask() -> int:
        nonlocal asked
        asked += 1
        world.at += 0.010 if asked % 2 else 0.002
        if not asked % 2:
            world.ours += 60  # Somebody sets the clock during the quicker half of the questions.
        return int((world.at + world.theirs) * 1000)

    def always() -> int:
        world.ours += 60
        return int((world.at + world.theirs) * 1000)

    found = measure(ask, samples=2, wall=world.wall, steady=world.steady)
    assert found is not None and found.bound == 6
    assert measure(always, wall=world.wall, steady=world.steady) is None


def test_two_seconds_are_told_only_when_they_are_sure() -> None:
    assert not SyncState(offset=2000, bound=1).clock_wrong
    assert not SyncState(offset=-2500, bound=600).clock_wrong
    assert SyncState(offset=-2500, bound=400).clock_wrong
    assert not SyncState().clock_wrong
