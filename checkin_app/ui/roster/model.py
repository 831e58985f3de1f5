"""Owns the rows of the roster table: all keys, and only those pages that are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.lane import Lane
from checkin_app.ui.roster import query
from checkin_app.ui.roster.columns import Column

if TYPE_CHECKING:
    from checkin_app.store.roster import RosterRow

Index = QModelIndex | QPersistentModelIndex

PAGE = 50
_AT_ONCE = 4
_KEPT = 40


class RosterModel(QAbstractTableModel):
    """Holds row keys; a page of rows is fetched when one of them is painted.

    Of pages wanted while one is under way the latest come next; older ones are forgotten, and
    wanted again if they are still on screen. Emits `fetched` when rows came.
    """

    fetched = Signal()

    def __init__(
        self,
        lane: Lane,
        columns: Iterable[Column],
        failed: Callable[[CheckinError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._failed = failed
        self.columns = tuple(columns)
        self.keys: array[int] = array("q")
        self._rows: dict[int, RosterRow] = {}
        self._pages: OrderedDict[int, bool] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._stamp = 0
        self._busy = False
        self._soon = QTimer(self)
        self._soon.setObjectName("roster-pages")
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fetch)

    # -- what is shown -----------------------------------------------------

    def show_keys(self, keys: array[int]) -> bool:
        """Shows these rows; those kept in memory are fetched anew. Whether the keys differ."""
        self._stamp += 1
        self._busy = False
        self._wanted.clear()
        if keys == self.keys:
            self._pages = OrderedDict((number, False) for number in self._pages)
            self._changed(0, len(keys) - 1)
            return False
        self.beginResetModel()
        self.keys = keys
        self._pages.clear()
        self._forget_rows()
        self.endResetModel()
        return True

    def _forget_rows(self) -> None:
        if len(self._rows) > _KEPT * PAGE:
            self._rows.clear()

    def key_at(self, row: int) -> int | None:
        """The key of a row by its number."""
        return self.keys[row] if 0 <= row < len(self.keys) else None

    def row_of(self, key: int) -> int | None:
        """The number of the row of a key."""
        try:
            return self.keys.index(key)
        except ValueError:
            return None

    def at(self, row: int) -> RosterRow | None:
        """The row by its number, if it is here; if not, it will be."""
        number = row // PAGE
        if not self._pages.get(number, False):
            self._want(number)
        else:
            self._pages.move_to_end(number)
        return self._rows.get(self.keys[row])

    @property
    def held(self) -> int:
        """How many rows are in memory."""
        return len(self._rows)

    # -- fetching ----------------------------------------------------------

    def _want(self, number: int) -> None:
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        if not self._busy and not self._soon.isActive():
            self._soon.start()

    def _fetch(self) -> None:
        numbers = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        if self._busy or not numbers:
            return
        keys = [key for n in sorted(numbers) for key in self.keys[n * PAGE : (n + 1) * PAGE]]
        stamp, self._busy = self._stamp, True
        self._asked = tuple(numbers)
        self._lane.run(lambda desk: query.page(desk, stamp, keys), self._on_page, self._on_failed)

    def _on_page(self, page: query.Page) -> None:
        if page.stamp != self._stamp:
            return
        self._busy = False
        for row in page.rows:
            self._rows[row.key] = row
        for number in self._asked:
            self._pages[number] = True
            self._pages.move_to_end(number)
        self._let_go()
        for number in self._asked:
            self._changed(number * PAGE, min(len(self.keys), (number + 1) * PAGE) - 1)
        self.fetched.emit()
        if self._wanted:
            self._soon.start()

    def _let_go(self) -> None:
        while len(self._pages) > _KEPT:
            number, _ = self._pages.popitem(last=False)
            for key in self.keys[number * PAGE : (number + 1) * PAGE]:
                self._rows.pop(key, None)

    def _on_failed(self, error: CheckinError) -> None:
        self._busy = False
        self._failed(error)

    def _changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    # -- Qt asks -----------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names; rows have none."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].shown_header
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.columns[section].header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts; the RosterRow itself for the painter, None while it is not here."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self.at(index.row())
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            row = self.at(index.row())
            return self.columns[index.column()].text(row) if row is not None else ""
        return None
