"""Owns the page while an import or its trial runs: how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from checkin_app.ui.language import number, translate
from checkin_app.ui.widgets.parts import KeyButton, label


class WorkingPage(QWidget):
    """Emits `cancelled` once."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(role="heading")
        self._text = label(role="muted", wrap=True)
        for part in (self.title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(460)
        self._count = label(role="muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cancel = KeyButton(translate("Import", "Cancel"), "Esc")
        self.cancel.clicked.connect(self._on_cancel)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._count)
        column.addSpacing(8)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self, title: str, text: str) -> None:
        """Shows what runs; how far is not known yet."""
        self.title.setText(title)
        self._text.setText(text)
        self.bar.setRange(0, 0)
        self._count.setText("")
        self.bar.setAccessibleName(title)
        self.cancel.setEnabled(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """How many rows of how many; 0 when it is not known."""
        if total:
            self.bar.setRange(0, max(total, done))
            self.bar.setValue(done)
        self._count.setText(
            translate("Import", "{count} row(s)", None, done).format(count=number(done))
        )

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancelled.emit()
