"""Owns the table of the roster: widths, keys, sorting by header, who is chosen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from checkin_app.ui.language import translate
from checkin_app.ui.roster.columns import MARK_WIDTH
from checkin_app.ui.roster.model import Index, RosterModel
from checkin_app.ui.roster.painter import ROW_HEIGHT, RosterPainter


class RosterTable(QTableView):
    """Emits `chosen` with a row number when another row is chosen, `sorted_by` with a sort word."""

    chosen = Signal(int)
    sorted_by = Signal(str)

    def __init__(self, model: RosterModel) -> None:
        super().__init__()
        self.setAccessibleName(translate("Roster", "Roster"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RosterPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(40)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setFixedHeight(40)
        head.setAccessibleName(translate("Roster", "Columns; press one to sort"))
        head.sectionClicked.connect(self._on_header)

    def show_sort(self, sort: str, descending: bool) -> None:
        """Shows what the rows are sorted by."""
        place = next((n for n, c in enumerate(self._model.columns) if sort and c.sort == sort), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def choose(self, row: int, *, seen: bool = True) -> None:
        """Chooses a row, and brings it into sight; below zero chooses none."""
        index = self._model.index(row, 1) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        if seen and index.isValid():
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Says which row is chosen."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width; where it is too narrow for all, some are left out."""
        super().resizeEvent(event)
        room = self.viewport().width() - MARK_WIDTH
        head = self.horizontalHeader()
        head.resizeSection(0, MARK_WIDTH)
        shown: list[tuple[int, float]] = []
        for number, column in enumerate(self._model.columns[1:], 1):
            hidden = room < column.least
            self.setColumnHidden(number, hidden)
            if not hidden:
                shown.append((number, column.share))
        whole = sum(share for _, share in shown)
        left = room
        for number, share in shown:
            width = left if number == shown[-1][0] else int(room * share / whole)
            head.resizeSection(number, width)
            left -= width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are for the filter field, not for jumping about."""
        if event.text() and event.text().isprintable() and not event.text().isspace():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_header(self, section: int) -> None:
        sort = self._model.columns[section].sort
        if sort:
            self.sorted_by.emit(sort)
