"""Owns the badges screen: all work with badges begins here. Preview left, queue right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.badges.choosing import ALL, Choosing
from checkin_app.ui.badges.foot import Foot
from checkin_app.ui.badges.orders import Order, Report
from checkin_app.ui.badges.preview import Preview
from checkin_app.ui.badges.run import badge_run, printer_of
from checkin_app.ui.badges.survey import Counted, Survey
from checkin_app.ui.badges.tools import TOOLS, Tool, ToolPage
from checkin_app.ui.badges.warnings import left_out_rows, warning_rows
from checkin_app.ui.language import translate
from checkin_app.ui.queue.panel import QueuePanel
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

_CHOOSING, _QUEUE = 416, 344
_SHOWING = ("roster", "prints", "programme")


class BadgesScreen(QWidget):
    """One run at a time; scans go on meanwhile."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self.counted: Counted | None = None
        self.run = badge_run(workplace)
        self.run.ended.connect(self._on_ended)
        self.survey = Survey(workplace, self)
        self.survey.counted.connect(self._on_counted)
        self.survey.failed.connect(self._on_no_count)
        self.preview = Preview(workplace)
        self.preview.none.button.clicked.connect(self._on_all)
        self.choosing = Choosing(workplace)
        self.choosing.changed.connect(self._on_changed)
        self.choosing.redrawn.connect(self._on_redrawn)
        self.queue = QueuePanel(workplace)
        self.foot = Foot()
        self.foot.send.clicked.connect(self._on_print)
        self.foot.save.clicked.connect(self._on_save)
        self.foot.cancel.clicked.connect(self.run.stop)
        self.run.progressed.connect(self.foot.progress)
        self.run.recording.connect(self.foot.recording)
        self.warnings = RowList(translate("Badges", "Badges to look at"))
        self.warnings.setMinimumHeight(120)
        self._entries = QButtonGroup(self)
        self._entries.idClicked.connect(self._on_entry)
        self.pages = QStackedWidget()
        self._lay_out()
        self.foot.working(self.run.busy)
        self.warnings.hide()
        workplace.touched.connect(self._on_touched)

    # -- layout ------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(translate("Badges", "Badges"), "heading"))
        head.addWidget(flow_row(*map(self._entry, TOOLS)), 1)
        queue = QFrame()
        queue.setObjectName("aside")
        queue.setFixedWidth(_QUEUE)
        inside = QVBoxLayout(queue)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.queue)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.preview, 1)
        across.addWidget(self._controls())
        left = QVBoxLayout()
        left.setContentsMargins(20, 14, 20, 16)
        left.setSpacing(12)
        left.addLayout(head)
        left.addLayout(across, 1)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(queue)
        self.pages.addWidget(main)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _controls(self) -> QWidget:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setFixedWidth(_CHOOSING)
        inner = QWidget()
        chosen = QVBoxLayout(inner)
        chosen.setContentsMargins(20, 16, 20, 8)
        chosen.setSpacing(10)
        chosen.addWidget(self.choosing)
        chosen.addWidget(self.warnings, 1)
        chosen.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self.foot)
        return panel

    def _entry(self, tool: Tool) -> QWidget:
        made = KeyButton(tool.name(), icon=tool.icon, kind="plain")
        made.setObjectName(f"tool-{tool.id}")
        self._entries.addButton(made, TOOLS.index(tool))
        return made

    def _on_entry(self, number: int) -> None:
        self.open_tool(TOOLS[number])

    # -- other pages ---------------------------------------------------------

    def open_tool(self, tool: Tool) -> ToolPage:
        """Shows a tool over the screen."""
        layout = str(self.choosing.form.currentData() or "")
        page = ToolPage(tool, tool.build(self._workplace, layout))
        page.left.connect(self.close_tool)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        page.shown()
        return page

    def open_queue(self) -> None:
        """Shows where the queue stands, whatever was left open here."""
        self.close_tool()

    def close_tool(self) -> None:
        """Back to the badges."""
        page = self.pages.currentWidget()
        if isinstance(page, ToolPage):
            page.leave()
            self.pages.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.shown()

    # -- who ---------------------------------------------------------------

    def shown(self) -> None:
        """The screen came to the front."""
        page = self.pages.currentWidget()
        if isinstance(page, ToolPage):
            page.shown()
            return
        self.queue.shown()
        self._on_changed()
        self.choosing.delegation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_touched(self, kind: str) -> None:
        if kind in _SHOWING and self.isVisible() and not self.run.busy:
            self.survey.ask(self.choosing.selection(), settled=True)

    def _on_changed(self) -> None:
        self.survey.ask(self.choosing.selection())

    def _on_all(self) -> None:
        self.choosing.choose_which(ALL)

    def _on_counted(self, counted: Counted) -> None:
        self.counted = counted
        self.choosing.offer(counted)
        self.foot.count(counted.count)
        self._on_redrawn()

    def _on_no_count(self, error: CheckinError) -> None:
        self.foot.say(self._workplace.say(error), wrong=True)

    def _on_redrawn(self) -> None:
        counted = self.counted
        if counted is not None:
            bulk = self.choosing.bulk()
            self.preview.show_badges(counted.ids, bulk, anybody=counted.anybody)

    # -- running -----------------------------------------------------------

    def _on_save(self) -> None:
        event = self._workplace.event_file
        offered = (event.parent if event else Path.home()) / "badges.pdf"
        chosen = file_dialogs.save_file(
            self, translate("Badges", "Save badges as PDF"), str(offered), "PDF (*.pdf)"
        )
        if chosen:
            file = Path(chosen)
            self.save_as(file if file.suffix else file.with_suffix(".pdf"))

    def save_as(self, file: Path) -> None:
        """Writes the chosen badges to a PDF file; says so where the name is of another kind."""
        if file.suffix.lower() != ".pdf":
            text = translate("Badges", "Badges are a PDF file: {file} does not end in .pdf.")
            self.foot.say(text.format(file=file.name), wrong=True)
            return
        self._start(Order(self.choosing.bulk(), file=file, reason=self.choosing.reason.text()))

    def _on_print(self) -> None:
        bulk, reason = self.choosing.bulk(), self.choosing.reason.text().strip()
        if self.choosing.reason.isVisible() and not reason:
            self.foot.say(
                translate("Badges", "Some of these badges were printed before. Say why again."),
                wrong=True,
            )
            self.choosing.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.choosing.apart:
            title = translate("Badges", "Badges")
            self._start(Order(bulk, printer_of(self._workplace), title=title, reason=reason))
        else:
            self._start(Order(bulk, reason=reason))

    def _start(self, order: Order) -> None:
        if self.run.busy:
            return
        self.foot.working(True)
        self.foot.say(translate("Badges", "Making badges …"))
        self.warnings.hide()
        self.run.start(order)

    def _on_ended(self, report: Report) -> None:
        self.foot.ended(report)
        without = {left.delegate_id for left in report.left_out}
        rows = [
            *(Row("", text, "", "referred") for text in report.refused),
            *left_out_rows(report.left_out, self._workplace.lang),
            *warning_rows(
                (w for w in report.warnings if w.delegate_id not in without), self._workplace.lang
            ),
        ]
        self.warnings.show_rows(rows)
        self.warnings.setVisible(bool(rows))
        self._on_changed()
