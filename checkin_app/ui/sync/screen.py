"""Owns the sync screen: the link, what is to decide, the desks, and the ways to meet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.sync import verbs
from checkin_app.ui.sync.head import Head
from checkin_app.ui.sync.offers import Offer
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.shown import Shown
from checkin_app.ui.sync.tray import Tray
from checkin_app.ui.sync.verbs import Decided
from checkin_app.ui.workplace import Workplace

_WIDTH = 1320


class SyncScreen(QWidget):
    """Live while it is in front."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._office = sync_office(workplace)
        self.head = Head(workplace, self._office)
        self.tray = Tray(workplace)
        self.tray.decided.connect(self._on_decided)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(28, 20, 28, 28)
        self.column.setSpacing(14)
        self.column.addWidget(self.head)
        self.column.addWidget(self.tray)
        self.column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._office.changed.connect(self._on_changed)
        self._office.came.connect(self._ask)
        self.head.renew()

    def shown(self) -> None:
        """The screen came to the front."""
        self._office.look()
        self._ask()
        self.tray.take_focus()

    def _ask(self) -> None:
        self._workplace.lane.run(verbs.conflicts, self._on_conflicts, self._workplace.failed)

    def _on_changed(self) -> None:
        self.head.renew()
        if self.isVisible() and self._office.survey.conflicts != len(self.tray.shown):
            self._ask()

    def _on_conflicts(self, conflicts: list[Shown]) -> None:
        self.tray.show_conflicts(conflicts)

    # -- decisions ---------------------------------------------------------

    def _on_decided(self, shown: Shown, offer: Offer) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.decide(desk, shown, offer, operator),
            self._on_recorded,
            self._on_refused,
        )

    def _on_recorded(self, decided: Decided) -> None:
        self._workplace.toast(decided.offer.done, lambda: self._take_back(decided))
        self._touched()

    def _on_refused(self, error: CheckinError) -> None:
        self._workplace.failed(error)
        self._ask()

    def _take_back(self, decided: Decided) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.take_back(desk, decided, operator),
            self._on_taken_back,
            self._workplace.failed,
        )

    def _on_taken_back(self, _: None) -> None:
        self._touched()

    def _touched(self) -> None:
        self._office.look()
        self._ask()
        for kind in ("roster", "scans"):
            self._workplace.touched.emit(kind)
