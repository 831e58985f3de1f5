"""Owns what the desk lane does when an event is opened, and what the window then knows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.programme import Checkpoint, Event

if TYPE_CHECKING:
    from checkin_app.desk import Desk


@dataclass(frozen=True, slots=True)
class Facts:
    """What the window must know of an event that was opened."""

    forum: Event
    checkpoints: list[Checkpoint]
    file: Path
    desk_name: str


def opener(path: Path) -> Callable[[], Desk]:
    """Opens the event file at `path` for writing, when called."""

    def opened() -> Desk:
        from checkin_app.desk import Desk

        return Desk.open(path)

    return opened


def facts(desk: Desk) -> Facts:
    """What the window shows around all screens."""
    return Facts(desk.event, desk.checkpoints(), desk.path, desk.desk_name)


def warm_up(desk: Desk) -> None:
    """Has the first scan as fast as the next ones."""
    desk.warm_up()


def countries(desk: Desk) -> dict[str, dict[str, str]]:
    """Names of countries and territories, by language and ISO code."""
    from babel import Locale

    return {
        lang: {str(code): str(name) for code, name in Locale.parse(lang).territories.items()}
        for lang in ("vi", "en")
    }
