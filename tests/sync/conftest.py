"""Owns what tests of the lane share: a hub on a socket, an event with guests, desks that joined."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.sync import loops
from tests.desk_support import code_of, new_desk, walk_in
from tests.sync.sync_support import Hub, Post, hub_of, posted


@pytest.fixture
def short_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is waited for in these tests is an event; what rests in between rests shortly."""
    monkeypatch.setattr(loops, "SHORTEST", 0.05)
    monkeypatch.setattr(loops, "LONGEST", 0.2)


@pytest.fixture
def codes(tmp_path: Path) -> list[str]:
    """An event with six guests; their codes."""
    desk = new_desk(tmp_path)
    found = [code_of(desk, walk_in(desk, f"Guest {number}")) for number in range(6)]
    desk.close()
    return found


@pytest.fixture
def hub(tmp_path: Path, codes: list[str]) -> Iterator[Hub]:
    with hub_of(tmp_path / "forum.checkin") as hub:
        yield hub


@pytest.fixture
def desk(hub: Hub) -> Iterator[Post]:
    with posted(hub.joined("Quầy 1")) as post:
        yield post


@pytest.fixture
def desks(desk: Post, hub: Hub) -> Iterator[tuple[Post, Post]]:
    with posted(hub.joined("Quầy 2")) as second:
        yield desk, second
