"""Owns the exports screen: which list, of what, in which form, into which folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background
from checkin_app.ui.exports import verbs
from checkin_app.ui.exports.kinds import KindList
from checkin_app.ui.language import number, translate
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class ExportsScreen(QWidget):
    """One list at a time, written whole or not at all."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._written: verbs.Written | None = None
        self._beside = Background(self)
        self.kinds = KindList()
        self.kinds.chosen.connect(self._on_kind)
        self.formats = QButtonGroup(self)
        self.checkpoint = QComboBox()
        self.checkpoint.setAccessibleName(translate("Exports", "Checkpoint"))
        self.limited = QCheckBox(translate("Exports", "Only these days"))
        self.first = QDateEdit()
        self.last = QDateEdit()
        self.folder = QLineEdit()
        self.folder.setAccessibleName(translate("Exports", "Folder"))
        self.go = KeyButton(translate("Exports", "Export"), "Ctrl Enter", kind="primary")
        self.go.setShortcut("Ctrl+Return")
        self.go.clicked.connect(self.export)
        self.said = label(wrap=True)
        self.open = KeyButton(translate("Exports", "Open folder"), icon="open")
        self.open.clicked.connect(self._on_open)
        self.open.hide()
        self._lay_out()
        self._fill()
        self._on_kind(self.kinds.kind)

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        grid = QGridLayout(panel)
        grid.setContentsMargins(24, 22, 24, 22)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        browse = KeyButton(translate("Exports", "Choose …"))
        browse.clicked.connect(self._on_browse)
        where = QHBoxLayout()
        where.setSpacing(10)
        where.addWidget(self.folder, 1)
        where.addWidget(browse)
        days = QHBoxLayout()
        days.setSpacing(10)
        days.addWidget(self.limited)
        days.addWidget(self.first)
        days.addWidget(label("–"))
        days.addWidget(self.last)
        days.addStretch(1)
        done = QHBoxLayout()
        done.setSpacing(14)
        done.addWidget(self.go)
        done.addWidget(self.said, 1)
        done.addWidget(self.open)
        rows: tuple[tuple[str, QHBoxLayout | QWidget], ...] = (
            (translate("Exports", "Form"), self._format_row()),
            (translate("Exports", "Checkpoint"), self.checkpoint),
            (translate("Exports", "Period"), days),
            (translate("Exports", "Folder"), where),
        )
        for place, (name, part) in enumerate(rows):
            grid.addWidget(label(name, "strong"), place, 0)
            if isinstance(part, QWidget):
                grid.addWidget(part, place, 1)
            else:
                grid.addLayout(part, place, 1)
        grid.setRowStretch(len(rows), 1)
        grid.addLayout(done, len(rows) + 1, 0, 1, 2)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.kinds, 2)
        across.addWidget(panel, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addWidget(label(translate("Exports", "Exports"), "heading"))
        column.addLayout(across, 1)

    def _format_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = {
            "xlsx": translate("Exports", "Excel (XLSX)"),
            "csv": "CSV",
            "json": "JSON",
        }
        for ending in verbs.FORMATS:
            button = QPushButton(words[ending])
            button.setProperty("kind", "pill")
            button.setProperty("ending", ending)
            button.setCheckable(True)
            button.setStyleSheet("min-height: 40px; border-radius: 22px; padding: 0 18px;")
            self.formats.addButton(button)
            button.setChecked(ending == "xlsx")
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _fill(self) -> None:
        workplace = self._workplace
        self.checkpoint.addItem(translate("Exports", "All checkpoints"), "")
        for place in workplace.checkpoints:
            self.checkpoint.addItem(workplace.checkpoint_name(place), place.id)
        forum = workplace.forum
        today = QDate.currentDate()
        for field, day, name in (
            (self.first, forum.first_day if forum else None, translate("Exports", "First day")),
            (self.last, forum.last_day if forum else None, translate("Exports", "Last day")),
        ):
            field.setDisplayFormat("dd/MM/yyyy")
            field.lineEdit().setTextMargins(12, 0, 0, 0)
            field.setAccessibleName(name)
            field.setDate(QDate(day.year, day.month, day.day) if day else today)
        self.limited.toggled.connect(self._on_limited)
        event = workplace.event_file
        default = str(event.parent if event else Path.home())
        self.folder.setText(workplace.settings.export_folder or default)
        self._on_limited(False)

    def shown(self) -> None:
        """The screen came to the front."""
        self.kinds.take_focus()

    # -- what is chosen ----------------------------------------------------

    def _on_kind(self, kind: str) -> None:
        self.checkpoint.setEnabled(kind in verbs.OF_A_CHECKPOINT)
        self.limited.setEnabled(kind in verbs.OF_A_PERIOD)
        self._on_limited(self.limited.isChecked())
        self._say("")

    def _on_limited(self, on: bool) -> None:
        for field in (self.first, self.last):
            field.setEnabled(on and self.limited.isEnabled())

    def _on_browse(self) -> None:
        chosen = file_dialogs.open_folder(
            self, translate("Exports", "Folder for exports"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)

    def _wanted(self) -> verbs.Wanted:
        kind = self.kinds.kind
        chosen = self.formats.checkedButton()
        ending = str(chosen.property("ending")) if chosen is not None else verbs.FORMATS[0]
        now = self._workplace.now().astimezone(self._workplace.zone)
        name = verbs.file_name(self._workplace.event_name(), kind, ending, now)
        of_days = kind in verbs.OF_A_PERIOD and self.limited.isChecked()
        return verbs.Wanted(
            kind=kind,
            target=Path(self.folder.text().strip()).expanduser() / name,
            lang=self._workplace.lang,
            checkpoint=(
                str(self.checkpoint.currentData()) if kind in verbs.OF_A_CHECKPOINT else ""
            ),
            first_day=_day(self.first) if of_days else None,
            last_day=_day(self.last) if of_days else None,
        )

    # -- exporting ---------------------------------------------------------

    def export(self) -> None:
        """Writes what is chosen; scans go on meanwhile."""
        if self._beside.busy:
            return
        wanted = self._wanted()
        self._workplace.settings.export_folder = self.folder.text().strip()
        self._workplace.keep_settings()
        self.go.setEnabled(False)
        self._say(translate("Exports", "Writing …"))
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: verbs.write(desk, wanted),
            self._on_written,
            self._on_failed,
        )

    def _on_written(self, written: verbs.Written) -> None:
        self._written = written
        text = translate("Exports", "{count} row(s) in {file}", None, written.rows)
        self._say(text.format(count=number(written.rows), file=written.target.name))
        self.go.setEnabled(True)
        self.open.show()

    def _on_failed(self, error: CheckinError) -> None:
        self.go.setEnabled(True)
        self._say(self._workplace.say(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        from checkin_app.ui.widgets.parts import restyle

        self.open.hide()
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)

    def _on_open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.target.parent)))


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
