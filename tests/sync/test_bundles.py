"""Desks that meet by a stick: what one wrote the other knows, once, whatever the order."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import BundleError
from tests.desk_support import NOON, later, new_desk, walk_in


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Two desks on two computers with one event and its people, and a scan each."""
    first = new_desk(tmp_path, "first.checkin")
    lan, minh = walk_in(first, "Lan"), walk_in(first, "Minh")
    first.backup(tmp_path / "second.checkin")
    second = Desk.open(tmp_path / "second.checkin")
    first.admit(lan.id, at=NOON)
    second.admit(minh.id, at=later(60))
    yield first, second
    first.close()
    second.close()


def exchange(giver: Desk, taker: Desk, stick: Path):
    giver.write_bundle(stick)
    return taker.read_bundle(stick)


def test_both_know_the_same_after_a_stick_went_both_ways(two, tmp_path: Path) -> None:
    first, second = two
    stick = tmp_path / "a.bundle"
    assert first.digest() != second.digest()
    came = exchange(first, second, stick)
    assert came.taken > 0
    assert exchange(second, first, stick).taken > 0
    assert first.digest() == second.digest()
    assert first.vector() == second.vector()
    assert first.figures().arrived == second.figures().arrived == 2
    assert first.check().whole
    assert second.check().whole


def test_reading_twice_or_an_old_stick_after_a_new_one_changes_nothing(two, tmp_path: Path) -> None:
    first, second = two
    old, new = tmp_path / "old.bundle", tmp_path / "new.bundle"
    first.write_bundle(old)
    walk_in(first, "Hoa")
    exchange(first, second, new)
    before = second.digest(), second.vector()
    for stick in (new, old):
        came = second.read_bundle(stick)
        assert (came.taken, came.refused) == (0, 0)
        assert came.known > 0
    assert (second.digest(), second.vector()) == before


def test_what_a_bundle_holds_is_said_before_it_is_read(two, tmp_path: Path) -> None:
    first, second = two
    stick = tmp_path / "a.bundle"
    written = first.write_bundle(stick)
    bundle = second.bundle(stick)
    assert bundle.summary == written
    assert (bundle.summary.counts.people, bundle.summary.counts.scans) == (2, 1)
    assert bundle.fresh == second.read_bundle(stick).taken
    assert second.bundle(stick).fresh == 0
    assert not bundle.ahead


def test_a_bundle_from_the_future_is_said_to_be(two, tmp_path: Path, monkeypatch) -> None:
    first, second = two
    stick = tmp_path / "a.bundle"
    with monkeypatch.context() as ahead:
        ahead.setattr("checkin_app.desk.bundles.now_ms", lambda: 4_102_444_800_000)
        first.write_bundle(stick)
    assert second.bundle(stick).ahead
    assert second.read_bundle(stick).taken > 0


def test_another_event_is_refused(two, tmp_path: Path) -> None:
    stick = tmp_path / "a.bundle"
    two[0].write_bundle(stick)
    other = new_desk(tmp_path, "other.checkin")
    try:
        with pytest.raises(BundleError):
            other.read_bundle(stick)
    finally:
        other.close()
