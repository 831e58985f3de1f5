"""Owns the three numbers under the verdict: people, delegations, pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.language import language, number, translate
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.tokens import Size
from checkin_app.ui.widgets.parts import label

if TYPE_CHECKING:
    from checkin_app.desk import Figures


class _Counter(QFrame):
    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._caption = caption
        self._count = label("–")
        self._count.setFont(fonts.bold(Size.NUMBER, figures=True))
        self._count.setStyleSheet(f"font-size: {Size.NUMBER}px; font-weight: 700;")
        self._of = label()
        self._of.setFont(fonts.font(figures=True))
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(self._count)
        line.addWidget(self._of)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(0)
        column.addLayout(line)
        text = label(caption, "muted", wrap=True)
        text.setStyleSheet("font-size: 14px;")
        column.addWidget(text)

    def show_count(self, count: str, of: str) -> None:
        self._count.setText(count)
        self._of.setText(f"/ {of}" if of else "")
        self.setAccessibleName(f"{count} / {of} {self._caption}" if of else self._caption)


class Counters(QWidget):
    """Arrived of expected, delegations here of all, arrivals a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._people = _Counter(translate("Scan", "arrived"))
        self._delegations = _Counter(translate("Scan", "delegations here"))
        self._pace = _Counter(translate("Scan", "a minute, last five"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for counter in (self._people, self._delegations, self._pace):
            row.addWidget(counter, 1)

    def show_figures(self, figures: Figures) -> None:
        """Shows other numbers."""
        self._people.show_count(number(figures.arrived), number(figures.expected))
        self._delegations.show_count(
            number(figures.delegations_present), number(figures.delegations_expected)
        )
        pace = figures.per_minute
        text = number(round(pace)) if pace >= 10 or pace == int(pace) else _tenths(pace)
        self._pace.show_count(text, translate("Scan", "min"))


def _tenths(value: float) -> str:
    return language.locale.toString(value, "f", 1)
