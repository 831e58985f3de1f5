"""Owns the second step of an import: the first rows, and over each column the field it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from checkin_app.ui.importing.draft import Draft
from checkin_app.ui.language import number, translate
from checkin_app.ui.roster.field_names import field_name
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label

_WIDTH = 224
_LETTERS = 300


class _FieldBox(QComboBox):
    """Turning the wheel over it scrolls the table."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not for us."""
        event.ignore()


class ColumnsPage(QWidget):
    """Emits `wanted` when the columns are right, `sheet_chosen` with a sheet, `left`."""

    wanted = Signal()
    left = Signal()
    sheet_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.boxes: list[_FieldBox] = []
        self._file = label(role="strong")
        self._note = label(role="muted")
        self._sheet = QComboBox()
        self._sheet.setAccessibleName(translate("Import", "Sheet"))
        self._sheet.setMinimumWidth(200)
        self._sheet.textActivated.connect(self.sheet_chosen)
        self._says = label(wrap=True)
        self.table = QTableWidget()
        self.table.setAccessibleName(translate("Import", "First rows of the file"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.table)
        self.go = KeyButton(translate("Import", "Check the rows"), "Ctrl Enter", kind="primary")
        self.go.setShortcut("Ctrl+Return")
        self.go.clicked.connect(self.wanted)
        back = KeyButton(translate("Import", "Another file"), "Esc", kind="plain")
        back.clicked.connect(self.left)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._file)
        top.addWidget(self._sheet)
        top.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.go)
        buttons.addWidget(back)
        buttons.addWidget(self._says, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(panel, 1)
        column.addLayout(buttons)

    def show_draft(self, draft: Draft) -> None:
        """Shows a file."""
        self._draft = draft
        self._file.setText(draft.path.name)
        parts = [draft.note]
        if draft.total is not None:
            parts.append(
                translate("Import", "about {count} row(s)", None, draft.total).format(
                    count=number(draft.total)
                )
            )
        self._note.setText(" · ".join(part for part in parts if part))
        self._sheet.clear()
        self._sheet.addItems(list(draft.sheets))
        self._sheet.setCurrentText(draft.sheet)
        self._sheet.setVisible(len(draft.sheets) > 1)
        self._fill(draft)
        self._show_fields()

    def _fill(self, draft: Draft) -> None:
        from checkin_app.importing.recognition import FIELDS

        fields = [(field_name(name), name) for name in FIELDS]
        table = self.table
        table.clear()
        table.setRowCount(len(draft.preview) + 1)
        table.setColumnCount(len(draft.columns))
        table.setHorizontalHeaderLabels(draft.columns)
        self.boxes = []
        for column, title in enumerate(draft.columns):
            box = _FieldBox()
            box.setAccessibleName(
                translate("Import", "What the column “{column}” holds").format(column=title)
            )
            box.addItem(translate("Import", "Leave out"), "")
            for text, name in fields:
                box.addItem(text, name)
            box.setProperty("column", column)
            box.activated.connect(self._on_box)
            self.boxes.append(box)
            table.setCellWidget(0, column, box)
            for row, cells in enumerate(draft.preview, 1):
                text = cells[column] if column < len(cells) else ""
                table.setItem(row, column, QTableWidgetItem(text[:_LETTERS]))
        width = max(_WIDTH, self.boxes[0].sizeHint().width() + 24) if self.boxes else _WIDTH
        for column in range(len(draft.columns)):
            table.setColumnWidth(column, width)
        table.setRowHeight(0, 56)
        for row in range(1, len(draft.preview) + 1):
            table.setRowHeight(row, 40)

    def take_focus(self) -> None:
        """The button, when all is well; else the first column."""
        if self.go.isEnabled():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_box(self) -> None:
        box = self.sender()
        assert self._draft is not None and isinstance(box, QComboBox)
        self._draft.assign(int(box.property("column")), box.currentData() or None)
        self._show_fields()

    def _show_fields(self) -> None:
        draft = self._draft
        assert draft is not None
        theme = look.theme
        known = 0
        for column, box in enumerate(self.boxes):
            name = draft.mapping.get(column)
            box.setCurrentIndex(max(0, box.findData(name or "")))
            known += name is not None
            colour = theme.admit.ink if name else theme.edge
            ink = theme.text if name else theme.muted
            guessed = column in draft.mapping.guessed
            if guessed:
                colour = theme.refer.ink
            box.setStyleSheet(f"border-color: {colour}; color: {ink}; margin: 5px 6px;")
            box.setToolTip(translate("Import", "Guessed from the contents") if guessed else "")
        ready = draft.mapping.has_name
        self.go.setEnabled(ready)
        if ready:
            text = translate("Import", "{known} of {total} columns are imported.").format(
                known=number(known), total=number(len(draft.columns))
            )
        else:
            text = translate("Import", "Say which column holds the names.")
        self._says.setText(text)
