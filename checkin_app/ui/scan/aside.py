"""Owns the right column of the scan screen: search over recent scans."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from checkin_app.ui.scan.recent import Recent
from checkin_app.ui.scan.search import Search


class Aside(QFrame):
    """372 pixels wide, less in a narrow window."""

    def __init__(self, search: Search, recent: Recent) -> None:
        super().__init__()
        self.setObjectName("aside")
        self.fit(1366)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(0)
        column.addWidget(search)
        column.addWidget(recent, 1)

    def fit(self, window: int) -> None:
        """Leaves room for the verdict in a window of that width."""
        self.setFixedWidth(372 if window >= 1240 else 308)
