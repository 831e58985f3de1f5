"""Pulling while others bring the same: nothing is passed over that could be taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store.receiving import Taken
from checkin_app.sync import pulling
from checkin_app.sync.exchange import FilePeer
from checkin_app.sync.protocol import Batch
from checkin_app.sync.pulling import Pulling
from checkin_app.sync.shown import Shown
from tests.desk_support import new_desk, walk_in
from tests.sync.meeting import another, close_all


class Racing(FilePeer):
    """A side whose first answer is on its way while somebody else does something."""

    def __init__(self, desk: Desk, meanwhile: Callable[[Sequence[Page]], object]) -> None:
        super().__init__(desk._file)
        self._meanwhile = [meanwhile]

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        batch = super().take(vector, most_bytes)
        if self._meanwhile:
            self._meanwhile.pop()(batch.pages)
        return batch


@pytest.fixture(autouse=True)
def small_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulling, "MOST_BYTES", 20_000)


def test_what_somebody_else_brought_meanwhile_does_not_hide_the_rest(tmp_path: Path) -> None:
    first = new_desk(tmp_path)
    second = another(first, "second")
    for number in range(300):
        walk_in(first, f"Lê An {number}")
    hub = Racing(first, lambda pages: second.receive(pages, "lan"))
    pulls = Pulling(hub, Shown(), second.vector, lambda pages: second.receive(pages, "hub"))
    try:
        pulls.run()
        assert second.vector().items() >= first.vector().items()
        walk_in(first, "Vũ Bình")
        pulls.run()
        assert second.vector().items() >= first.vector().items()
    finally:
        close_all(first, second)


def test_a_stream_that_could_not_be_taken_is_asked_for_again_once_it_moved(tmp_path: Path) -> None:
    """The desk takes nothing at first; then a neighbour brings a part of it, and not the rest."""
    first = new_desk(tmp_path)
    second = another(first, "second")
    for number in range(300):
        walk_in(first, f"Lê An {number}")
    takes = False
    asked = 0

    def receive(pages: Sequence[Page]) -> Taken:
        nonlocal asked
        asked += 1
        return second.receive(pages, "hub") if takes else Taken()

    hub = FilePeer(first._file)
    pulls = Pulling(hub, Shown(), second.vector, receive)
    try:
        pulls.run()
        pulls.run()
        assert asked == 1  # What cannot be taken is not sent again and again.
        takes = True
        second.receive(hub.take(second.vector(), 20_000).pages, "lan")
        pulls.run()
        assert second.vector().items() >= first.vector().items()
    finally:
        close_all(first, second)
