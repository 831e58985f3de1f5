"""What a developer compares before and after a change (`make bench`); no time is asserted."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from checkin_app.badges.render import render
from checkin_app.badges.selection import Selection
from checkin_app.bench.imports import write_roster
from checkin_app.bench.rosters import new_event
from checkin_app.desk import Desk
from checkin_app.domain.scans import Decision
from tests.desk_support import new_desk

PEOPLE = 2000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_event(tmp_path / "bench.checkin", PEOPLE)
    yield desk
    desk.close()


def test_scan(benchmark: BenchmarkFixture, desk: Desk) -> None:
    codes = iter([credential.code for _, credential in desk.all_credentials()])
    outcome = benchmark.pedantic(
        desk.scan, setup=lambda: ((next(codes),), {}), rounds=500, warmup_rounds=20
    )
    assert outcome.verdict.decision is Decision.ADMIT


def test_refused_scan(benchmark: BenchmarkFixture, desk: Desk) -> None:
    codes = map("made up {}".format, count())
    outcome = benchmark.pedantic(desk.scan, setup=lambda: ((next(codes),), {}), rounds=500)
    assert outcome.verdict.decision is Decision.REFUSE


@pytest.mark.parametrize("text", ["n", "ng", "nguyen v", "van nguyen", "bo"])
def test_find(benchmark: BenchmarkFixture, desk: Desk, text: str) -> None:
    assert benchmark(desk.find, text)


def test_figures(benchmark: BenchmarkFixture, desk: Desk) -> None:
    assert benchmark(desk.figures).expected == PEOPLE


def test_badges(benchmark: BenchmarkFixture, desk: Desk, tmp_path: Path) -> None:
    people = list(desk.badge_subjects(Selection()))
    assert benchmark(render, people, tmp_path / "badges.pdf").pages == PEOPLE


def test_import(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    write_roster(roster, PEOPLE)
    desks: list[Desk] = []

    def fresh() -> tuple[tuple[Desk, Path], dict[str, object]]:
        desks.append(new_desk(tmp_path, f"{len(desks)}.checkin"))
        return (desks[-1], roster), {}

    result = benchmark.pedantic(Desk.import_roster, setup=fresh, rounds=5)
    for desk in desks:
        desk.close()
    assert result.added == PEOPLE
