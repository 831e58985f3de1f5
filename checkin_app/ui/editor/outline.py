"""Owns the list of what is on the side in front, the topmost first, and the ways to add to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QVBoxLayout, QWidget

from checkin_app.ui.editor import words
from checkin_app.ui.editor.buttons import IconButton
from checkin_app.ui.editor.core import elements
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.rows import Row, RowList

WIDTH = 252


class Outline(QWidget):
    """Emits `looked` with a document in which something else is chosen, `adding` with a kind,
    `removing` when what is chosen is to go."""

    looked = Signal(object)
    adding = Signal(str)
    removing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._document: Document | None = None
        self.buttons = {
            what: IconButton(words.ICONS[what], words.kind_word(what), word=True)
            for what in elements.KINDS
        }
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, (what, button) in enumerate(self.buttons.items()):
            button.clicked.connect(partial(self.adding.emit, what))
            button.setAccessibleName(
                translate("Editor", "Add: {kind}").format(kind=words.kind_word(what))
            )
            grid.addWidget(button, number // 2, number % 2)
        self.list = RowList(translate("Editor", "Elements, the topmost first"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        delete = QShortcut(QKeySequence("Delete"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.removing)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 8)
        column.setSpacing(8)
        column.addWidget(label(translate("Editor", "Add"), "caption"))
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(label(translate("Editor", "Elements"), "caption"))
        column.addWidget(self.list, 1)

    def show_document(self, document: Document) -> None:
        """Shows what there is, and what of it is chosen."""
        before, self._document = self._document, document
        rows = [
            Row(
                str(number),
                words.element_word(element),
                words.element_note(element),
                words.ICONS[elements.kind(element)],
            )
            for number, element in reversed(list(enumerate(document.elements)))
        ]
        self.list.blockSignals(True)
        model = self.list.selectionModel()
        model.blockSignals(True)
        if before is None or rows != self.list.rows.rows:
            self.list.show_rows(rows)
            self.list.doItemsLayout()
        model.clearSelection()
        last = len(document.elements) - 1
        for number in document.chosen:
            index = self.list.rows.index(last - number)
            model.select(index, model.SelectionFlag.Select)
            model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)
            self.list.scrollTo(index)
        model.blockSignals(False)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def _on_selection(self) -> None:
        if self._document is None:
            return
        rows = self.list.rows.rows
        chosen = [int(rows[i.row()].id) for i in self.list.selectionModel().selectedIndexes()]
        document = self._document.choose(*chosen)
        if document != self._document:
            self._document = document
            self.looked.emit(document)
