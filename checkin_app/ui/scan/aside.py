"""Owns the right column of the scan screen: search over recent scans."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from checkin_app.ui.scan.recent import Recent
from checkin_app.ui.scan.search import Search


class Aside(QFrame):
    """372 pixels wide, whatever the window is."""

    def __init__(self, search: Search, recent: Recent) -> None:
        super().__init__()
        self.setObjectName("aside")
        self.setFixedWidth(372)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(0)
        column.addWidget(search)
        column.addWidget(recent, 1)
