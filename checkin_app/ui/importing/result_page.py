"""Owns the page after an import: what was done, the rejected rows as a file, the way on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import file_dialogs
from checkin_app.ui.importing.tally import Tally
from checkin_app.ui.language import number, translate
from checkin_app.ui.widgets.parts import KeyButton, label

if TYPE_CHECKING:
    from checkin_app.importing.recording import ImportResult


class ResultPage(QWidget):
    """Emits `save_wanted` with a path for the rejected rows, `roster_wanted`, `again_wanted`."""

    save_wanted = Signal(object)
    roster_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._source = Path()
        self._title = label(role="heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tally = Tally(
            translate("Import", "added"),
            translate("Import", "updated"),
            translate("Import", "unchanged"),
            translate("Import", "rejected"),
        )
        self.tally.setMaximumWidth(820)
        self.roster = KeyButton(translate("Import", "Go to the roster"), "Enter", kind="primary")
        self.roster.clicked.connect(self.roster_wanted)
        self.save = KeyButton(translate("Import", "Save rejected rows as CSV"), icon="export")
        self.save.clicked.connect(self._on_save)
        again = KeyButton(translate("Import", "Import another file"), kind="plain")
        again.clicked.connect(self.again_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        for part in (self.roster, self.save, again):
            buttons.addWidget(part)
        buttons.addStretch(1)
        self._note = label(role="muted", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(18)
        column.addStretch(2)
        column.addWidget(self._title)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.tally, 8)
        across.addStretch(1)
        column.addLayout(across)
        column.addWidget(self._note)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_result(self, source: Path, result: ImportResult) -> None:
        """Shows what was done."""
        self._source = source
        self._title.setText(translate("Import", "{file} is imported").format(file=source.name))
        self.tally.show_result(result)
        self.save.setVisible(result.rejected > 0)
        self._note.setText(
            translate(
                "Import",
                "Rejected: {count} row(s). Save them, correct them, and import that file: it "
                "holds each row as it was, and why.",
                None,
                result.rejected,
            ).format(count=number(result.rejected))
            if result.rejected
            else ""
        )

    def take_focus(self) -> None:
        """The way on."""
        self.roster.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        offered = self._source.with_name(f"{self._source.stem}-rejected.csv")
        chosen = file_dialogs.save_file(
            self,
            translate("Import", "Save rejected rows"),
            str(offered),
            "CSV (*.csv)",
        )
        if chosen:
            self.save_wanted.emit(Path(chosen))
