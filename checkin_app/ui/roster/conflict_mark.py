"""Owns what the delegate card says of conflicts, and the way to where they are decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.conflicts import Conflict
from checkin_app.ui.language import translate
from checkin_app.ui.sync import conflict_words
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.parts import clear
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class ConflictMark(QWidget):
    """Hidden where nothing of this person waits for a decision."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._first = ""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.decide = KeyButton(translate("Roster", "Decide …"), icon="sync")
        self.decide.clicked.connect(self._on_decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._lines)
        row = QHBoxLayout()
        row.addWidget(self.decide)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Says each in a line."""
        clear(self._lines)
        self._first = conflicts[0].id if conflicts else ""
        for conflict in conflicts:
            text = conflict_words.line(conflict, self._workplace)
            if conflict.order_uncertain:
                text = translate("Roster", "{what} · order uncertain").format(what=text)
            said = label(text, wrap=True)
            said.setObjectName("attention")
            self._lines.addWidget(said)
        self.setVisible(bool(conflicts))

    def _on_decide(self) -> None:
        sync_office(self._workplace).wanted = self._first
        self._workplace.go("sync")
