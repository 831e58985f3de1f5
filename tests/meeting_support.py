"""What tests of desks that meet share: two desks of one event, and their meeting."""

from __future__ import annotations

from pathlib import Path

from checkin_app.desk import Desk


def exchange(one: Desk, other: Desk) -> None:
    """Each gives what the other lacks."""
    for giver, taker in ((one, other), (other, one)):
        more = True
        while more:
            pages, more = giver.lacking(taker.vector(), 1 << 20)
            taken = taker.receive(pages, "the other")
            assert not taken.refused
            more = more and bool(taken.taken)


def copy_of(desk: Desk, folder: Path, name: str) -> Desk:
    """Another desk that knows what this one knows."""
    target = folder / f"{name}.checkin"
    desk.backup(target)
    return Desk.open(target)
