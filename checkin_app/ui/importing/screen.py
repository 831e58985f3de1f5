"""Owns the import screen: three steps, one after the other, and what runs between them."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background
from checkin_app.ui.importing.columns_page import ColumnsPage
from checkin_app.ui.importing.draft import Draft, peek, run, save_rejects
from checkin_app.ui.importing.file_page import FilePage
from checkin_app.ui.importing.problems_page import ProblemsPage
from checkin_app.ui.importing.result_page import ResultPage
from checkin_app.ui.importing.steps import Steps
from checkin_app.ui.importing.working_page import WorkingPage
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.importing.recording import ImportResult


class ImportScreen(QWidget):
    """From a roster file to the roster. Looking into the file does not hold up scans."""

    _told = Signal(int, int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._draft: Draft | None = None
        self._result: ImportResult | None = None
        self._stop = threading.Event()
        self._working = False
        self._beside = Background(self)
        self.steps = Steps()
        self.file = FilePage()
        self.columns = ColumnsPage()
        self.problems = ProblemsPage(workplace)
        self.working = WorkingPage()
        self.result = ResultPage()
        self.pages = QStackedWidget()
        for page in (self.file, self.columns, self.problems, self.working, self.result):
            self.pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(label(translate("Import", "Import a roster"), "heading"))
        head.addStretch(1)
        head.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.file.chosen.connect(self.open_file)
        self.columns.wanted.connect(self._try)
        self.columns.left.connect(self._to_file)
        self.columns.sheet_chosen.connect(self._on_sheet)
        self.problems.wanted.connect(self._import)
        self.problems.left.connect(self._to_columns)
        self.working.cancelled.connect(self._cancel)
        self.result.roster_wanted.connect(self._to_roster)
        self.result.again_wanted.connect(self._to_file)
        self.result.save_wanted.connect(self._on_save)
        self._told.connect(self._on_told, Qt.ConnectionType.AutoConnection)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self._on_escape)

    def shown(self) -> None:
        """The screen came to the front."""
        page = self.pages.currentWidget()
        if page is self.file:
            self.file.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(page, ColumnsPage | ProblemsPage | ResultPage):
            page.take_focus()

    # -- the file ----------------------------------------------------------

    def open_file(self, path: Path, sheet: str | None = None) -> None:
        """Looks into a file, beside the desk lane."""
        if self._beside.busy:
            return
        self._beside.start(lambda say, stopped: peek(path, sheet), self._on_peeked, self._on_bad)
        self.file.say("")
        self.file.button.setEnabled(False)

    def _on_peeked(self, draft: Draft) -> None:
        self._draft = draft
        self.file.say("")
        self.columns.show_draft(draft)
        self._to_columns()

    def _on_bad(self, error: CheckinError) -> None:
        self._to_file()
        self.file.say(self._workplace.say(error))

    def _on_sheet(self, sheet: str) -> None:
        if self._draft is not None:
            self.open_file(self._draft.path, sheet)

    # -- trial and import --------------------------------------------------

    def _try(self) -> None:
        self._run(trial=True)

    def _import(self) -> None:
        self._run(trial=False)

    def _run(self, *, trial: bool) -> None:
        draft = self._draft
        if draft is None or self._working:
            return
        self._working = True
        self._stop.clear()
        name = draft.path.name
        self.working.begin(
            translate("Import", "Checking {file}").format(file=name)
            if trial
            else translate("Import", "Importing {file}").format(file=name),
            translate("Import", "Nothing is changed yet. Scans wait until this is done.")
            if trial
            else translate("Import", "All or nothing. Scans wait until this is done."),
        )
        self._show(self.working, 2)
        stop = self._stop
        done = self._on_tried if trial else self._on_imported
        self._workplace.lane.run(
            lambda desk: run(desk, draft, trial=trial, tell=self._tell, stopped=stop.is_set),
            done,
            self._on_failed,
        )

    def _tell(self, done: int, total: int | None) -> None:
        """Called in the desk lane; the screen may be gone by then."""
        if shiboken6.isValid(self):
            self._told.emit(done, total or 0)

    @Slot(int, int)
    def _on_told(self, done: int, total: int) -> None:
        self.working.show_progress(done, total)

    def _cancel(self) -> None:
        self._stop.set()

    def _on_tried(self, result: ImportResult) -> None:
        self._working = False
        if result.cancelled:
            self._to_columns()
            self._say_cancelled()
            return
        self._result = result
        self.problems.show_result(result)
        self._show(self.problems, 2)
        self.problems.take_focus()

    def _on_imported(self, result: ImportResult) -> None:
        self._working = False
        if result.cancelled:
            self._show(self.problems, 2)
            self._say_cancelled()
            return
        assert self._draft is not None
        self._result = result
        self.result.show_result(self._draft.path, result)
        self._show(self.result, 3)
        self.result.take_focus()
        self._workplace.touched.emit("roster")

    def _say_cancelled(self) -> None:
        self._workplace.toast(translate("Import", "Cancelled. Nothing was changed."))

    def _on_failed(self, error: CheckinError) -> None:
        self._working = False
        self._on_bad(error)

    def _on_save(self, target: Path) -> None:
        draft, result, lang = self._draft, self._result, self._workplace.lang
        if draft is None or result is None or self._beside.busy:
            return
        self._beside.start(
            lambda say, stopped: save_rejects(draft, result, target, lang),
            self._on_saved,
            self._workplace.failed,
        )

    def _on_saved(self, count: int) -> None:
        self._workplace.toast(translate("Import", "%n row(s) saved.", None, count))

    # -- the way -----------------------------------------------------------

    def _show(self, page: QWidget, step: int) -> None:
        self.pages.setCurrentWidget(page)
        self.steps.show_step(step)

    def _to_file(self) -> None:
        self.file.say("")
        self._show(self.file, 0)
        self.file.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_columns(self) -> None:
        self._show(self.columns, 1)
        self.columns.take_focus()

    def _to_roster(self) -> None:
        self._to_file()
        self._workplace.go("roster")

    def _on_escape(self) -> None:
        page = self.pages.currentWidget()
        if page is self.working:
            self.working.cancel.click()
        elif page is self.problems:
            self._to_columns()
        elif page is self.columns:
            self._to_file()
