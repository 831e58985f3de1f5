"""The simulator finds bugs: each of these, planted, is found within some seeds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulation import planted
from tests.simulation.run import clean_up, run_seed

WITHIN = 60


@pytest.fixture(autouse=True, scope="module")
def cleaned() -> Iterator[None]:
    run_seed(0)  # The template is made before anything is planted.
    yield
    clean_up()


@pytest.mark.parametrize("plant", planted.BUGS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_found(plant: planted.Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError, match=r"replay: python -m tests\.simulation --seed"):
        for seed in range(WITHIN):
            run_seed(seed)
