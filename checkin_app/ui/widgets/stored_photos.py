"""Owns the photos on screen that lie in the event file: read through the lane, the latest kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.errors import CheckinError
    from checkin_app.ui.lane import Lane

#: How many are kept in memory, of at most 24 KiB each.
KEPT = 200

Told = Callable[[str, bytes | None], None]


class StoredPhotos(QObject):
    """Portraits by name. Whoever asks is told at once, or when the lane has read it."""

    def __init__(self) -> None:
        super().__init__()
        self._lane: Lane | None = None
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self._waiting: dict[str, list[Told]] = {}

    def use(self, lane: Lane) -> None:
        """Photos come from this lane's desk; those of another event are forgotten."""
        self._lane = lane
        self._known.clear()
        self._waiting.clear()

    def ask(self, name: str, told: Told) -> None:
        """`told` is a method of a widget; once that is gone it is not called."""
        known = self._known.get(name)
        if known is not None:
            self._known.move_to_end(name)
            told(name, known)
            return
        first = name not in self._waiting
        self._waiting.setdefault(name, []).append(told)
        if first and self._lane is not None:
            self._lane.run(partial(_read, name), self._on_read, self._on_failed)

    def _on_read(self, read: tuple[str, bytes | None]) -> None:
        name, jpeg = read
        if jpeg is not None:
            self._known[name] = jpeg
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        for told in self._waiting.pop(name, ()):
            owner = getattr(told, "__self__", None)
            if not isinstance(owner, QObject) or shiboken6.isValid(owner):
                told(name, jpeg)

    def _on_failed(self, _: CheckinError) -> None:
        """A portrait that cannot be read now stays initials."""
        self._waiting.clear()


def _read(name: str, desk: Desk) -> tuple[str, bytes | None]:
    return name, desk.photo(name)


stored_photos = StoredPhotos()
