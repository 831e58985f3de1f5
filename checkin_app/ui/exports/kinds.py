"""Owns the short list of exports at the left: a name and what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin_app.ui.exports.verbs import KINDS
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.rows import Row, RowList


class KindList(QFrame):
    """Emits `chosen` with a kind."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.list = RowList(translate("Exports", "What to export"))
        words = _words()
        self.list.show_rows([Row(kind, *words[kind], "export") for kind in KINDS])
        self.list.choose(0)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.list)

    @property
    def kind(self) -> str:
        """Which export is chosen."""
        row = self.list.chosen()
        return row.id if row is not None else KINDS[0]

    def choose(self, kind: str) -> None:
        """Chooses an export."""
        self.list.choose(KINDS.index(kind))

    def take_focus(self) -> None:
        """Arrows choose."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self) -> None:
        self.chosen.emit(self.kind)


def _words() -> dict[str, tuple[str, str]]:
    return {
        "attendance": (
            translate("Exports", "Attendance"),
            translate("Exports", "Who was where: first and last entry, one row a person."),
        ),
        "scans": (
            translate("Exports", "Scans"),
            translate("Exports", "Every scan with its verdict, refusals and taken-back ones too."),
        ),
        "roster": (
            translate("Exports", "Roster"),
            translate("Exports", "Everybody with all fields as they are now."),
        ),
        "delegations": (
            translate("Exports", "Delegations"),
            translate("Exports", "How complete each is, and whether its head has arrived."),
        ),
        "prints": (
            translate("Exports", "Badge prints"),
            translate("Exports", "Each badge that was printed, where, and what became of it."),
        ),
        "audit": (
            translate("Exports", "Audit"),
            translate("Exports", "The whole log of this event, entry by entry."),
        ),
        "conflicts": (
            translate("Exports", "Conflicts"),
            translate("Exports", "What did not fit together, both sides of it, and decisions."),
        ),
    }
