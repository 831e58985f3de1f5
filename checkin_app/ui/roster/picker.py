"""Owns choosing one of many from a pill: a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain import names
from checkin_app.ui.language import translate

_SEARCH_FROM = 12
_ROW = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; the empty id means all."""

    id: str
    name: str


class _Folded(QSortFilterProxyModel):
    def __init__(self, folded: Sequence[str]) -> None:
        super().__init__()
        self._folded = folded
        self._words: list[str] = []

    def narrow(self, text: str) -> None:
        self._words = names.fold(text).split()
        self.invalidateRowsFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        return all(word in self._folded[row] for word in self._words)


class _Popup(QFrame):
    """Emits `picked` with the number of a choice."""

    picked = Signal(int)

    def __init__(self, name: str, choices: Sequence[Choice], current: int) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet("QFrame#panel { border-radius: 8px; }")
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Roster", "Type a part of the name"))
        self.field.setAccessibleName(name)
        self.field.setVisible(len(choices) > _SEARCH_FROM)
        self.list = QListView()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setStyleSheet(f"QListView::item {{ min-height: {_ROW}px; padding: 0 10px; }}")
        self._model = _Folded([names.fold(choice.name) for choice in choices])
        self._model.setSourceModel(QStringListModel([choice.name for choice in choices], self))
        self._model.setParent(self)
        self.list.setModel(self._model)
        self.list.setCurrentIndex(self._model.index(max(0, current), 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_return)
        self.list.clicked.connect(self._on_clicked)
        search = 56 if len(choices) > _SEARCH_FROM else 0
        self.resize(340, min(440, len(choices) * _ROW + 20 + search))

    def _on_text(self, text: str) -> None:
        self._model.narrow(text)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _on_return(self) -> None:
        self._on_clicked(self.list.currentIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._model.mapToSource(index).row())
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Escape leaves, arrows move in the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = max(0, min(self._model.rowCount() - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self._model.index(row, 0))
        else:
            super().keyPressEvent(event)


class Picker(QPushButton):
    """A pill that says what is chosen. Emits `picked` with the id."""

    picked = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = list(choices)
        self.current = ""
        self.popup: _Popup | None = None
        self.setProperty("kind", "pill")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet(
            "QPushButton { min-height: 40px; border-radius: 22px; padding: 0 16px; }"
        )
        self.clicked.connect(self._on_clicked)
        self._say()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Other choices; what was chosen stays, if it is among them."""
        self._choices = list(choices)
        self._say()

    def choose(self, id_: str) -> None:
        """Shows another choice without announcing it."""
        self.current = id_
        self._say()

    def open_list(self) -> None:
        """Opens the list under the pill."""
        ids = [choice.id for choice in self._choices]
        at = ids.index(self.current) if self.current in ids else 0
        self.popup = _Popup(self._name, self._choices, at)
        self.popup.picked.connect(self._on_picked)
        self.popup.destroyed.connect(self._on_closed)
        corner = self.mapToGlobal(QPoint(0, self.height() + 4))
        area = self.screen().availableGeometry()
        corner.setX(min(corner.x(), area.right() - self.popup.width()))
        self.popup.move(corner)
        self.popup.show()
        (self.popup.list if self.popup.field.isHidden() else self.popup.field).setFocus()

    def _on_clicked(self) -> None:
        self.setChecked(bool(self.current))
        self.open_list()

    def _on_closed(self) -> None:
        self.popup = None

    def _on_picked(self, number: int) -> None:
        self.choose(self._choices[number].id)
        self.picked.emit(self.current)

    def _say(self) -> None:
        found = next((c.name for c in self._choices if c.id == self.current and c.id), "")
        self.setChecked(bool(found))
        shown = found if len(found) <= 28 else found[:27] + "…"
        self.setText(f"{shown or self._name}  ▾".replace("&", "&&"))
        self.setToolTip(found)
        self.setAccessibleName(f"{self._name}: {found}" if found else self._name)
