"""Owns the lines over the queue that say which printer needs somebody, and what for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.ui.queue.press_room import press_room
from checkin_app.ui.queue.printer_words import PrinterSaid
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace


class PrinterLines(QWidget):
    """Nothing while all printers are well."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._room = press_room(workplace)
        self._shown: list[PrinterSaid] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._room.looked.connect(self.renew)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """What is said."""
        return [said.line for said in self._shown]

    def renew(self) -> None:
        """Asks which printers need somebody."""
        needing = [said for said in self._room.all_said() if said.warns]
        if needing != self._shown:
            self._shown = needing
            self._paint_anew()
        self.setVisible(bool(needing))

    def _paint_anew(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for said in self._shown:
            line = label(said.line, wrap=True)
            line.setObjectName("attention")
            line.setAccessibleName(said.line)
            self._column.addWidget(line)
