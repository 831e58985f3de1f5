"""Owns the third step of an import: what would be done, and what is wrong with which row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.importing.draft import Group, grouped
from checkin_app.ui.importing.tally import Tally
from checkin_app.ui.language import number, translate
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.importing.recording import ImportResult


class ProblemsPage(QWidget):
    """Emits `wanted` when it shall be imported, `left` to look at the columns again."""

    wanted = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._groups: list[Group] = []
        self.tally = Tally(
            translate("Import", "to be added"),
            translate("Import", "to be updated"),
            translate("Import", "unchanged"),
            translate("Import", "rejected"),
        )
        self.kinds = RowList(translate("Import", "Kinds of problems"))
        self.rows = RowList(translate("Import", "Rows with this problem"))
        self.kinds.selectionModel().currentChanged.connect(self._on_kind)
        self._fine = label(
            translate("Import", "No problems found. Every row can be imported."), "title"
        )
        self._fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._panel = QFrame()
        self._panel.setObjectName("panel")
        inside = QHBoxLayout(self._panel)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(20)
        inside.addWidget(self.kinds, 2)
        inside.addWidget(self.rows, 3)
        self.go = KeyButton(translate("Import", "Import"), "Ctrl Enter", kind="primary")
        self.go.setShortcut("Ctrl+Return")
        self.go.clicked.connect(self.wanted)
        back = KeyButton(translate("Import", "Back to the columns"), "Esc", kind="plain")
        back.clicked.connect(self.left)
        self._note = label(role="muted", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.go)
        buttons.addWidget(back)
        buttons.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.tally)
        column.addWidget(self._panel, 1)
        column.addWidget(self._fine, 1)
        column.addLayout(buttons)

    def show_result(self, result: ImportResult) -> None:
        """Shows what a trial found."""
        self.tally.show_result(result)
        self._groups = grouped(result.warnings, self._workplace.lang)
        self.kinds.show_rows(
            [
                Row(
                    str(n),
                    group.title,
                    _kind_line(group),
                    "refused" if group.rejecting else "referred",
                )
                for n, group in enumerate(self._groups)
            ]
        )
        self._panel.setVisible(bool(self._groups))
        self._fine.setVisible(not self._groups)
        if self._groups:
            self.kinds.choose(0)
        something = result.added + result.updated > 0
        self.go.setEnabled(something)
        rows = result.added + result.updated
        self.go.rename(
            translate("Import", "Import {count} row(s)", None, rows).format(count=number(rows))
        )
        self._note.setText(
            translate("Import", "Scans wait while the import runs; it can be cancelled.")
            if something
            else translate("Import", "There is nothing to import: the roster has it all.")
        )

    def take_focus(self) -> None:
        """The way on."""
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind(self) -> None:
        at = self.kinds.currentIndex().row()
        if not 0 <= at < len(self._groups):
            return
        group = self._groups[at]
        mark = "refused" if group.rejecting else "referred"
        rows = [
            Row(
                str(row),
                translate("Import", "Row {row}").format(row=number(row))
                + (f" · {name}" if name else ""),
                words,
                mark,
            )
            for row, name, words in group.rows
        ]
        more = group.count - len(group.rows)
        if more > 0:
            text = translate("Import", "… and {count} more").format(count=number(more))
            rows.append(Row("", text, "", "info"))
        self.rows.show_rows(rows)


def _kind_line(group: Group) -> str:
    rows = group.count
    text = (
        translate("Import", "{count} row(s), not imported", None, rows)
        if group.rejecting
        else translate("Import", "{count} row(s), imported all the same", None, rows)
    )
    return text.format(count=number(rows))
