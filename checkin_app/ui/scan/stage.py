"""Owns the middle of the scan screen: which page stands there; pages are built when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.ui.scan.delegation_page import DelegationPage
from checkin_app.ui.scan.details_page import DetailsPage
from checkin_app.ui.scan.ready_page import ReadyPage
from checkin_app.ui.scan.register_page import RegisterPage
from checkin_app.ui.scan.verdict_page import VerdictPage
from checkin_app.ui.theme.look import look
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.ui.scan.queue_page import QueuePage


class Stage(QFrame):
    """Emits what its pages emit: `opened` a delegate id, `registered` fields and force."""

    asked = Signal(object)
    reason_given = Signal(str)
    reprinted = Signal(str)
    lost = Signal()
    handed = Signal(str, str)
    all_handed = Signal(str, str, str)
    opened = Signal(str)
    wanted = Signal(object, bool)
    queue_wanted = Signal(str)
    retried = Signal(str)
    moved = Signal(str, str)
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workplace = workplace
        self.ready = ReadyPage()
        self._verdict: VerdictPage | None = None
        self._details: DetailsPage | None = None
        self._delegation: DelegationPage | None = None
        self._register: RegisterPage | None = None
        self._queue: QueuePage | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.ready)
        self._inside = QVBoxLayout(self)
        self._inside.addWidget(self._pages)
        self._fit_border()
        look.changed.connect(self._fit_border)

    def _fit_border(self) -> None:
        border = look.theme.border
        self._inside.setContentsMargins(border, border, border, border)

    @property
    def verdict(self) -> VerdictPage:
        """The page of verdicts."""
        if self._verdict is None:
            self._verdict = VerdictPage(self._workplace)
            self._verdict.asked.connect(self.asked)
            self._verdict.reason_given.connect(self.reason_given)
            self._verdict.reprinted.connect(self.reprinted)
            self._verdict.lost.connect(self.lost)
            self._verdict.handed.connect(self.handed)
            self._verdict.strip.opened.connect(self.queue_wanted)
            self._verdict.strip.retried.connect(self.retried)
            self._verdict.strip.moved.connect(self.moved)
            self._pages.addWidget(self._verdict)
        return self._verdict

    @property
    def details(self) -> DetailsPage:
        """The page of one person's details."""
        if self._details is None:
            self._details = DetailsPage(self._workplace)
            self._details.left.connect(self.left)
            self._pages.addWidget(self._details)
        return self._details

    @property
    def delegation(self) -> DelegationPage:
        """The page of one delegation."""
        if self._delegation is None:
            self._delegation = DelegationPage(self._workplace)
            self._delegation.left.connect(self.left)
            self._delegation.opened.connect(self.opened)
            self._delegation.handed.connect(self.all_handed)
            self._pages.addWidget(self._delegation)
        return self._delegation

    @property
    def register(self) -> RegisterPage:
        """The page of registering a walk-in."""
        if self._register is None:
            self._register = RegisterPage(self._workplace)
            self._register.left.connect(self.left)
            self._register.opened.connect(self.opened)
            self._register.wanted.connect(self.wanted)
            self._pages.addWidget(self._register)
        return self._register

    @property
    def queue(self) -> QueuePage:
        """The page of the print queue."""
        if self._queue is None:
            from checkin_app.ui.scan.queue_page import QueuePage

            self._queue = QueuePage(self._workplace)
            self._queue.left.connect(self.left)
            self._pages.addWidget(self._queue)
        return self._queue

    def bring(self, page: QWidget) -> None:
        """Puts a page in front."""
        self._pages.setCurrentWidget(page)

    def front(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def aside(self) -> bool:
        """Whether a page other than ready and verdict is in front."""
        return self.front() not in (self.ready, self._verdict)

    @property
    def asking(self) -> bool:
        """Whether a reason is being given."""
        return self._verdict is not None and self._verdict.asking
