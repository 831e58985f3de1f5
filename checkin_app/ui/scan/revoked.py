"""Owns what a revoked desk shows of its scans: what it records counts nowhere, and it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.domain.scans import Decision, ScanOutcome
from checkin_app.ui.language import translate
from checkin_app.ui.scan.card import Action, Card, Sound
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.parts import Notice
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.rows import Row
from checkin_app.ui.workplace import Workplace


class RevokedStrip(QWidget):
    """Over the verdict; hidden while the desk is trusted. Emits `turned` when it comes or goes."""

    turned = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._office = sync_office(workplace)
        self._workplace = workplace
        self._notice: Notice | None = None
        self._since: datetime | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self._office.changed.connect(self.renew)
        look.changed.connect(self._on_theme)
        self.renew()

    @property
    def revoked(self) -> bool:
        """Whether this desk is."""
        return self._office.state.link == "revoked"

    def renew(self) -> None:
        """Says how things are now."""
        if self.revoked and self._notice is None:
            self._notice = Notice(
                Tone.REFUSE,
                translate("Scan", "This desk was revoked: send people to another desk."),
                "",
            )
            self._column.addWidget(self._notice)
        if self.isHidden() is self.revoked:
            self._since = self._workplace.now() if self.revoked else None
            self.setVisible(self.revoked)
            self.turned.emit()

    def weigh(self, card: Card) -> Card:
        """The card as it counts: who is let in here is not, and two metres away that shows."""
        if not self.revoked or card.tone is not Tone.ADMIT or not card.scan_id:
            return card
        return replace(
            card,
            tone=Tone.REFER,
            headline=translate("Scan", "Not counted"),
            line=translate("Scan", "Send the person to another desk."),
            actions=(Action.DETAILS, Action.UNDO),
            sound=Sound.REFER if card.sound is not None else None,
        )

    def weigh_row(self, row: Row, outcome: ScanOutcome) -> Row:
        """The row of a recent scan: no welcome, and of what is known not to count, that."""
        admitted = outcome.verdict.decision is Decision.ADMIT and not outcome.undone
        if not self.revoked or not admitted:
            return row
        at = verdict_words.clock(outcome.at, self._workplace.zone)
        if self._since is None or outcome.at < self._since:  # The hub may have it, or not.
            return replace(row, mark="waiting", line=at)
        return replace(row, mark="referred", line=f"{at} · {translate('Scan', 'not counted')}")

    def _on_theme(self) -> None:
        if self._notice is not None:
            self._notice.deleteLater()
            self._notice = None
        self.renew()
