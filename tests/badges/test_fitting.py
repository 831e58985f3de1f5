"""Fitting: nothing outside the room, no size given away, further rows before smaller sizes."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.text.fitting import Fit, fit

WORDS = st.lists(
    st.tuples(st.integers(1, 20_000), st.sampled_from([0, 260])), min_size=1, max_size=9
)
ROOM = st.floats(20, 400)
LARGEST = st.floats(4, 60)


def widest(widths: list[int], blanks: list[int], ends: tuple[int, ...]) -> int:
    rows = zip((0, *ends), ends, strict=False)
    return max(sum(widths[a:b]) + sum(blanks[a + 1 : b]) for a, b in rows)


@given(WORDS, ROOM, LARGEST, st.integers(1, 4))
def test_every_row_fits_and_every_part_is_in_one(
    words: list[tuple[int, int]], room: float, largest: float, rows: int
) -> None:
    widths, blanks = [w for w, _ in words], [b for _, b in words]
    fitted = fit(widths, blanks, room, largest, rows)
    assert 1 <= len(fitted.ends) <= rows
    assert list(fitted.ends) == sorted(set(fitted.ends)) and fitted.ends[-1] == len(words)
    assert fitted.size <= largest
    assert widest(widths, blanks, fitted.ends) * fitted.size / 1000 <= room * 1.000001


@given(WORDS, ROOM, LARGEST, st.integers(1, 4))
def test_no_other_breaking_at_blanks_is_larger(
    words: list[tuple[int, int]], room: float, largest: float, rows: int
) -> None:
    widths, blanks = [w for w, _ in words], [260] * len(words)
    count = len(words)
    best = max(
        min(largest, room * 1000 / widest(widths, blanks, (*inner, count)))
        for number in range(rows)
        for inner in combinations(range(1, count), number)
    )
    assert fit(widths, blanks, room, largest, rows).size >= best * 0.999999


def test_a_text_that_fits_stays_in_one_row() -> None:
    assert fit([5000, 5000], [0, 250], 103, 10, 2) == Fit(10, (2,))


def test_a_second_row_is_preferred_to_a_smaller_size() -> None:
    assert fit([5000, 5000], [0, 250], 102, 10, 2) == Fit(10, (1, 2))
    assert fit([5000, 5000], [0, 250], 102.5, 10, 1) == Fit(10, (2,))


def test_rows_are_even() -> None:
    assert fit([1000, 1000, 1000, 6000], [0, 250, 250, 250], 70, 10, 2).ends == (3, 4)
    assert fit([3000, 3000, 3000, 3000], [0, 250, 250, 250], 70, 10, 2).ends == (2, 4)


def test_a_row_ends_inside_a_word_only_for_a_clear_gain() -> None:
    assert fit([4000, 4600, 4000], [0, 0, 250], 90, 10, 2).ends == (2, 3)
    assert fit([4000, 8000, 1000], [0, 0, 250], 95, 10, 2).ends == (1, 3)


def test_nothing_is_no_row() -> None:
    assert fit([], [], 100, 12, 2) == Fit(12, ())
