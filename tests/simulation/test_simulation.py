"""Some hundred days on which much goes wrong; more by `python -m tests.simulation --runs N`."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.simulation.run import clean_up, run_seed

RUNS = int(os.environ.get("CHECKIN_SIMULATIONS", "300"))
AT_ONCE = 25


@pytest.fixture(autouse=True, scope="module")
def cleaned() -> Iterator[None]:
    yield
    clean_up()


@pytest.mark.parametrize("first", range(0, RUNS, AT_ONCE))
def test_days_on_which_much_goes_wrong(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        run_seed(seed)


def test_a_seed_is_one_run() -> None:
    assert run_seed(5).steps == run_seed(5).steps
