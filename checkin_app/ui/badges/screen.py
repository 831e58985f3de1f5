"""Owns the badges screen: whose badges, in which order and layout, to a file or a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from checkin_app.ui.badge_office import DEFAULT_LAYOUT
from checkin_app.ui.badges.run import Order, Report, badge_run, printer_of
from checkin_app.ui.badges.warnings import warning_rows
from checkin_app.ui.language import number, translate
from checkin_app.ui.roster import query
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.roster.picker import Choice, Picker
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.widgets.rows import RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.selection import Selection


class BadgesScreen(QWidget):
    """One run at a time; scans go on meanwhile."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self.run = badge_run(workplace)
        self.run.progressed.connect(self._on_progress)
        self.run.recording.connect(self._on_recording)
        self.run.ended.connect(self._on_ended)
        self.delegation = Picker(translate("Badges", "All delegations"), [])
        self.category = Picker(translate("Badges", "All categories"), [])
        self.fresh = QCheckBox(translate("Badges", "Only badges never printed"))
        self.fresh.setChecked(True)
        self.order = choice(
            (
                ("given-name", translate("Badges", "Given name")),
                ("name", translate("Badges", "Full name")),
                ("delegation", translate("Badges", "Delegation")),
                ("category", translate("Badges", "Category")),
            ),
            "delegation",
        )
        self.form = choice(
            (
                ("a6", translate("Badges", "A6, 105 × 148 mm")),
                ("card", translate("Badges", "Card, 86 × 54 mm")),
            ),
            workplace.settings.badge_layout or DEFAULT_LAYOUT,
        )
        self.save = KeyButton(
            translate("Badges", "Save as PDF …"), "Ctrl S", kind="primary", icon="export"
        )
        self.save.setShortcut("Ctrl+S")
        self.save.clicked.connect(self._on_save)
        self.send = KeyButton(translate("Badges", "Print"), "F5", icon="printer")
        self.send.setShortcut("F5")
        self.send.clicked.connect(self._on_print)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = KeyButton(translate("Badges", "Cancel"), "Esc")
        self.cancel.setShortcut("Escape")
        self.cancel.clicked.connect(self.run.stop)
        self.said = label(wrap=True)
        self.warnings = RowList(translate("Badges", "Badges to look at"))
        self._lay_out()
        self._working(self.run.busy)
        self.warnings.hide()

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        grid = QGridLayout(panel)
        grid.setContentsMargins(24, 22, 24, 22)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        self.order.setAccessibleName(translate("Badges", "Order"))
        self.form.setAccessibleName(translate("Badges", "Layout"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Badges", "Whose"), flow_row(self.delegation, self.category)),
            ("", self.fresh),
            (translate("Badges", "Order"), self.order),
            (translate("Badges", "Layout"), self.form),
        )
        for place, (name, part) in enumerate(rows):
            grid.addWidget(label(name, "strong"), place, 0)
            grid.addWidget(part, place, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.save)
        buttons.addWidget(self.send)
        buttons.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        grid.addLayout(buttons, len(rows), 0, 1, 2)
        grid.addWidget(self.said, len(rows) + 1, 0, 1, 2)
        grid.addWidget(self.warnings, len(rows) + 2, 0, 1, 2)
        grid.setRowStretch(len(rows) + 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addWidget(label(translate("Badges", "Badges"), "heading"))
        column.addWidget(
            label(
                translate(
                    "Badges",
                    "For many people at once. One badge is printed from the scan screen or the "
                    "roster.",
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(panel, 1)

    def shown(self) -> None:
        """The screen came to the front."""
        self._workplace.lane.run(query.choices, self._on_choices, self._workplace.failed)
        self.delegation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choices(self, choices: query.Choices) -> None:
        lang = self._workplace.lang
        everything = Choice("", translate("Badges", "All delegations"))
        self.delegation.offer([everything, *(Choice(d.id, d.name) for d in choices.delegations)])
        everything = Choice("", translate("Badges", "All categories"))
        self.category.offer(
            [everything, *(Choice(c.id, category_name(c, lang)) for c in choices.categories)]
        )

    # -- running -----------------------------------------------------------

    def _selection(self) -> Selection:
        from checkin_app.badges.selection import Selection

        return Selection(
            delegation=self.delegation.current,
            category=self.category.current,
            not_printed=self.fresh.isChecked(),
            sort=str(self.order.currentData()),
        )

    def _on_save(self) -> None:
        event = self._workplace.event_file
        offered = (event.parent if event else Path.home()) / "badges.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, translate("Badges", "Save badges as PDF"), str(offered), "PDF (*.pdf)"
        )
        if chosen:
            file = Path(chosen)
            self.save_as(file if file.suffix else file.with_suffix(".pdf"))

    def save_as(self, file: Path) -> None:
        """Writes the chosen badges to a PDF file; says so where the name is of another kind."""
        if file.suffix.lower() != ".pdf":
            text = translate("Badges", "Badges are a PDF file: {file} does not end in .pdf.")
            self._say(text.format(file=file.name), wrong=True)
            return
        self._start(Order(self._selection(), str(self.form.currentData()), file=file))

    def _on_print(self) -> None:
        self._start(
            Order(
                self._selection(),
                str(self.form.currentData()),
                printer_of(self._workplace),
                title=translate("Badges", "Badges"),
            )
        )

    def _start(self, order: Order) -> None:
        if self.run.busy:
            return
        self._working(True)
        self._say(translate("Badges", "Making badges …"))
        self.warnings.hide()
        self.run.start(order)

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        text = translate("Badges", "{done} of {total} badges")
        self._say(text.format(done=number(done), total=number(total)))

    def _on_recording(self, left: int) -> None:
        self.cancel.hide()
        text = translate("Badges", "The badges are made. {count} prints are still to be recorded.")
        self._say(text.format(count=number(left)))

    def _on_ended(self, report: Report) -> None:
        self._working(False)
        wrong = report.state == "failed"
        text = {
            "written": translate("Badges", "{count} badges saved in {place}"),
            "sent": translate("Badges", "{count} badges sent to {place}"),
            "unknown": translate(
                "Badges", "{count} badges handed to {place}; look whether they come out"
            ),
            "failed": translate("Badges", "No badges were printed. {detail}"),
            "cancelled": translate("Badges", "Cancelled. No badge was made."),
            "nobody": translate("Badges", "Nobody matches, so there is no badge to make."),
        }[report.state]
        self._say(
            text.format(count=number(report.badges), place=report.place, detail=report.detail),
            wrong=wrong,
        )
        rows = warning_rows(report.warnings)
        self.warnings.show_rows(rows)
        self.warnings.setVisible(bool(rows))

    def _working(self, on: bool) -> None:
        for part in (self.bar, self.cancel):
            part.setVisible(on)
        for button in (self.save, self.send):
            button.setVisible(not on)
        if on:
            self.bar.setRange(0, 0)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)
