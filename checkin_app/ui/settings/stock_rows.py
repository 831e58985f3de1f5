"""Owns counting the blank badges at each printer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from checkin_app import verdict_words
from checkin_app.domain.badges import Stock
from checkin_app.ui.language import number, translate
from checkin_app.ui.queue.states import printer_title
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk


class StockRows(QWidget):
    """One line a printer: how many are left by count, and a new count."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.counts: dict[str, QSpinBox] = {}
        self.buttons: dict[str, KeyButton] = {}
        self._printers: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def offer(self, printers: Sequence[str]) -> None:
        """Shows these printers, and those that were counted."""
        self._printers = list(printers)
        self._workplace.lane.run(_stock, self._show)

    def _show(self, known: Mapping[str, Stock]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.counts.clear()
        self.buttons.clear()
        for row, printer in enumerate(dict.fromkeys([*self._printers, *known])):
            self._add(row, printer, known.get(printer))

    def _add(self, row: int, printer: str, stock: Stock | None) -> None:
        title = printer_title(printer)
        words = label(f"{title} · {self._said(stock)}", wrap=True)
        count = QSpinBox()
        count.setRange(0, 100_000)
        count.setValue(max(0, stock.left or 0) if stock is not None else 0)
        count.setFixedWidth(120)
        count.lineEdit().setTextMargins(12, 0, 0, 0)
        name = translate("Settings", "Blank badges in {printer}").format(printer=title)
        count.setAccessibleName(name)
        button = KeyButton(translate("Settings", "Counted"))
        button.setAccessibleName(f"{button.text()}: {title}")
        button.setProperty("printer", printer)
        button.clicked.connect(self._on_counted)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(count, row, 1)
        self._grid.addWidget(button, row, 2)
        self.counts[printer], self.buttons[printer] = count, button

    def _said(self, stock: Stock | None) -> str:
        if stock is None or stock.left is None:
            return translate("Settings", "never counted")
        at = ""
        if stock.counted_at is not None:
            workplace = self._workplace
            at = verdict_words.clock(
                stock.counted_at,
                workplace.zone,
                beside=workplace.now(),
                lang=workplace.lang,
                seconds=False,
            )
        text = translate("Settings", "{left} left; since {time} {printed} printed, {spoilt} spoilt")
        return text.format(
            left=number(stock.left),
            time=at,
            printed=number(stock.printed),
            spoilt=number(stock.spoilt),
        )

    def _on_counted(self) -> None:
        printer = str(self.sender().property("printer"))
        left, operator = self.counts[printer].value(), self._workplace.operator
        self._workplace.lane.run(
            lambda desk: desk.count_stock(printer, left, operator=operator),
            self._on_kept,
            self._workplace.failed,
        )

    def _on_kept(self, stock: Stock) -> None:
        text = translate("Settings", "{count} blank badges in {printer} are kept.")
        self._workplace.toast(
            text.format(count=number(stock.left or 0), printer=printer_title(stock.printer))
        )
        self._workplace.touched.emit("prints")
        self.offer(self._printers)


def _stock(desk: Desk) -> dict[str, Stock]:
    return {stock.printer: stock for stock in desk.stock()}
