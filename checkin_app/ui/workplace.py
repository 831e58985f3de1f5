"""Owns what every screen is given: the lane, the settings, the open event, and how to say things.

A screen that wrote something tells the kind of it in `touched`; those who show that kind ask again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin_app import config
from checkin_app.config import Station
from checkin_app.domain.errors import CheckinError, ConfigError
from checkin_app.ui.lane import Lane
from checkin_app.ui.language import VI, language
from checkin_app.ui.widgets.stored_photos import stored_photos

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from checkin_app.domain.programme import Checkpoint, Event
    from checkin_app.i18n import Language


class Workplace(QObject):
    """Shared by all screens of one window; lives in the window's thread.

    `opened` comes when an event is open, `touched` with a kind: scans, roster, prints, programme;
    `recorded` after each scan.
    `event_asked` carries a path to open, or "" for the first start screen.
    """

    opened = Signal()
    touched = Signal(str)
    recorded = Signal()
    toasted = Signal(str, object)
    going = Signal(str)
    person_asked = Signal(str)
    event_asked = Signal(str)

    def __init__(self, lane: Lane, settings: Station, settings_file: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("workplace")
        self.lane = lane
        stored_photos.use(lane)
        self.opened.connect(partial(stored_photos.use, lane))
        self.settings = settings
        self._settings_file = settings_file
        self.forum: Event | None = None
        self.event_file: Path | None = None
        self.desk_name = ""
        self.checkpoints: list[Checkpoint] = []
        self.countries: dict[str, dict[str, str]] = {}

    @property
    def lang(self) -> Language:
        """vi or en."""
        return "vi" if language.code == VI else "en"

    @property
    def zone(self) -> ZoneInfo:
        """The event's time zone."""
        if self.forum is not None:
            return self.forum.zone
        from zoneinfo import ZoneInfo

        return ZoneInfo("Asia/Ho_Chi_Minh")

    @property
    def operator(self) -> str:
        """Who works here; may be empty."""
        return self.settings.operator

    def now(self) -> datetime:
        """The time, aware."""
        return datetime.now(UTC)

    def checkpoint(self) -> Checkpoint | None:
        """Where codes are read now."""
        chosen = {c.id: c for c in self.checkpoints}
        found = chosen.get(self.settings.checkpoint) or chosen.get("registration")
        return found or next(iter(self.checkpoints), None)

    def checkpoint_name(self, checkpoint: Checkpoint) -> str:
        """Its name in the language on screen."""
        name = checkpoint.name_vi if self.lang == VI else checkpoint.name_en
        return name or checkpoint.name_en or checkpoint.name_vi or checkpoint.id

    def event_name(self) -> str:
        """The event's name in the language on screen."""
        if self.forum is None:
            return ""
        return (self.forum.name_vi if self.lang == VI else self.forum.name) or self.forum.name

    def country(self, code: str) -> str:
        """A country's name in the language on screen; empty while it is not known."""
        return self.countries.get(self.lang, {}).get(code, "")

    def say(self, error: CheckinError) -> str:
        """The sentence of an error in the language on screen."""
        from checkin_app.i18n import sentence

        return sentence(error, self.lang)

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Says something in passing; `undo` adds a button that takes it back."""
        self.toasted.emit(text, undo)

    def failed(self, error: CheckinError) -> None:
        """Says an error in passing."""
        self.toast(self.say(error))

    def go(self, place: str) -> None:
        """Shows another screen."""
        self.going.emit(place)

    def show_person(self, delegate_id: str) -> None:
        """Shows a delegate in the roster."""
        self.person_asked.emit(delegate_id)

    def keep_settings(self) -> None:
        """Writes the settings; says so when it cannot."""
        try:
            config.save(self.settings, self._settings_file)
        except ConfigError as error:
            self.failed(error)
