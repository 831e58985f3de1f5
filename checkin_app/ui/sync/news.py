"""Owns what the status line says of the exchange: link, what waits, what is to decide, digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin_app.ui.language import language, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.digest import Digest
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.ui.shell.status_line import StatusLine


class SyncNews(QObject):
    """Keeps the right parts of the status line true."""

    def __init__(self, workplace: Workplace, line: StatusLine) -> None:
        super().__init__(line)
        self._workplace = workplace
        self._office = sync_office(workplace)
        self._line = line
        self._digest = Digest(workplace, self)
        self._digest.changed.connect(self.renew)
        self._office.changed.connect(self.renew)
        line.sync.pressed.connect(self._on_pressed)
        line.conflicts.pressed.connect(self._on_pressed)
        look.changed.connect(self.renew)
        language.changed.connect(self.renew)
        self.renew()

    def _on_pressed(self) -> None:
        if self._workplace.forum is not None:
            self._workplace.go("sync")

    def renew(self) -> None:
        """Says how things are now."""
        there = self._workplace.forum is not None
        office, line = self._office, self._line
        words = state_words.line(office.state, self._workplace) if there else ""
        line.sync.say(state_words.tone(office.state), words)
        count = office.survey.conflicts if there else 0
        line.conflicts.say(Tone.REFER, state_words.to_decide(count))
        digest = self._digest.value if there else ""
        line.digest.setText(digest)
        line.digest.setToolTip(
            translate("Sync", "Digest: the same wherever the same is known") if digest else ""
        )
