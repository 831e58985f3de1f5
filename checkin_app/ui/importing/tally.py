"""Owns the four numbers of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_app.ui.language import number
from checkin_app.ui.theme import fonts
from checkin_app.ui.widgets.parts import label

if TYPE_CHECKING:
    from checkin_app.importing.recording import ImportResult


class Tally(QWidget):
    """Added, updated, unchanged, rejected, with a word under each."""

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.figures: list[QLabel] = []
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for word in words:
            figure = label("0")
            figure.setFont(fonts.bold(26, figures=True))
            figure.setStyleSheet("font-size: 26px; font-weight: 700;")
            panel = QFrame()
            panel.setObjectName("panel")
            inside = QVBoxLayout(panel)
            inside.setContentsMargins(18, 12, 18, 12)
            inside.setSpacing(0)
            inside.addWidget(figure)
            inside.addWidget(label(word, "muted"))
            self.figures.append(figure)
            row.addWidget(panel, 1)

    def show_result(self, result: ImportResult) -> None:
        """Shows other numbers."""
        values = (result.added, result.updated, result.unchanged, result.rejected)
        for figure, word, value in zip(self.figures, self._words, values, strict=True):
            figure.setText(number(value))
            figure.setAccessibleName(f"{number(value)} {word}")
