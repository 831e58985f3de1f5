"""Owns what the status line says of the exchange: link, what waits, what is to decide, digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin_app.ui.language import language, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.digest import Digest
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.ui.shell.status_line import StatusLine

#: In the place of a digest that is not known yet, and the widest one.
_PENDING, _WIDEST = "····-····", "0000-0000"


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
        self._say_digest(self._digest.value if there else "")

    def _say_digest(self, value: str) -> None:
        """Its place stays while it is worked out, so that nothing beside it moves."""
        shown, there = self._line.digest, self._workplace.forum is not None
        shown.setText((value or _PENDING) if there else "")
        shown.setMinimumWidth(fonts.advance(shown.font(), _WIDEST) if there else 0)
        means = translate(
            "Sync", "Code of all that is known here: desks that show the same one know the same."
        )
        if not value:
            means = translate("Sync", "The code of all that is known here is being worked out.")
        shown.setToolTip(means if there else "")
        shown.setAccessibleName(f"{means} {value}" if there else "")
