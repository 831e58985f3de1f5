"""Owns the digest on screen: worked out beside the lane, in quiet moments, gone when it is old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.ui.background import Say, Stopped

#: Milliseconds without a fact after which there is time to work it out.
_QUIET = 4000


class Digest(QObject):
    """`value` is eight characters, or empty while facts come in: an old one would not be true."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.value = ""
        self._facts = self._asked = 0
        self._reading = Background(self)
        self._quiet = QTimer(self)
        self._quiet.setObjectName("digest")
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._ask)
        workplace.opened.connect(self._on_fact)
        workplace.recorded.connect(self._on_fact)
        workplace.touched.connect(self._on_touched)
        sync_office(workplace).came.connect(self._on_fact)
        self._on_fact()

    def _on_touched(self, kind: str) -> None:
        if kind != "settings":
            self._on_fact()

    def _on_fact(self) -> None:
        self._facts += 1
        self._quiet.start()
        if self.value:
            self.value = ""
            self.changed.emit()

    def _ask(self) -> None:
        if self._workplace.forum is None:
            return
        if self._reading.busy:
            self._quiet.start()
            return
        self._asked = self._facts
        self._reading.read(self._workplace.lane, _digest, self._on_digest, self._on_none)

    def _on_digest(self, value: str) -> None:
        if self._asked == self._facts:
            self.value = value
            self.changed.emit()

    def _on_none(self, error: CheckinError) -> None:
        """Nobody misses it while the file cannot be read; who scans is told."""


def _digest(desk: Desk, say: Say, stopped: Stopped) -> str:
    return desk.digest()
