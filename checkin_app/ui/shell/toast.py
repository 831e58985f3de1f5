"""Owns what is said in passing: a line above the status line, with undo where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.widgets.text import label

_SECONDS = 6


class Toast(QFrame):
    """One at a time, at the bottom of its window; it never takes the focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self._undo_call: Callable[[], None] | None = None
        self._text = label(wrap=True)
        self._undo = QPushButton()
        self._undo.setAccessibleName(translate("Shell", "Undo"))
        self._undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 14, 12)
        row.setSpacing(20)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setObjectName("toast")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Shows `text` for some seconds."""
        self._undo_call = undo
        self._text.setText(text)
        self.setAccessibleName(text)
        self._undo.setText(translate("Shell", "Undo"))
        self._undo.setAccessibleName(translate("Shell", "Undo"))
        self._undo.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SECONDS * 1000)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def _on_undo(self) -> None:
        self.hide()
        if self._undo_call is not None:
            self._undo_call()

    def _place(self) -> None:
        width = min(560, self._over.width() - 48)
        self.setFixedWidth(width)
        self.resize(width, max(self.heightForWidth(width), self.sizeHint().height()))
        left = (self._over.width() - width) // 2
        self.move(left, self._over.height() - self.height() - 56)

    def keep_place(self) -> None:
        """The window has another size."""
        if self.isVisible():
            self._place()
