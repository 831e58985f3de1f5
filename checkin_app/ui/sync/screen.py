"""Owns the sync screen: the link, what is to decide, the desks, and the ways to meet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QMoveEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from checkin_app.domain.conflicts import COPIED_BADGE
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import translate
from checkin_app.ui.sync import verbs
from checkin_app.ui.sync.desks import Desks
from checkin_app.ui.sync.erasing import erase_copy
from checkin_app.ui.sync.head import Head
from checkin_app.ui.sync.house import House
from checkin_app.ui.sync.hub_desks import HubDesks
from checkin_app.ui.sync.lan import Lan
from checkin_app.ui.sync.link import Link
from checkin_app.ui.sync.notices import Notices
from checkin_app.ui.sync.offers import Offer
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.own_hub import own_hub
from checkin_app.ui.sync.shown import Shown
from checkin_app.ui.sync.stick import Stick
from checkin_app.ui.sync.tray import Tray
from checkin_app.ui.sync.verbs import Decided, Look
from checkin_app.ui.theme.look import look
from checkin_app.ui.workplace import Workplace

_WIDTH = 1320
#: The least width of one of the ways to meet; as many as fit stand beside each other.
_WAY = 390
_GAP, _EDGE = 14, 28


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
        self.tray.taken_back.connect(self._on_take_back)
        self.tray.turned.connect(self._on_turned)
        self.tray.undone.connect(self._on_undo)
        self._latest: Decided | None = None
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._on_undo)
        hub = own_hub(workplace)
        self.hub_desks = HubDesks(hub, self)
        self.notices = Notices(workplace, self._office)
        self.notices.erased.connect(self._on_erase)
        self.desks = Desks(workplace, self._office, self.hub_desks)
        self.link = Link(workplace, self._office)
        self.house = House(workplace, hub, self.hub_desks)
        self.lan = Lan(workplace, self._office)
        self.stick = Stick(workplace, self._office)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(_EDGE, 20, _EDGE, _EDGE)
        self.column.setSpacing(_GAP)
        self._ways = QGridLayout()
        self._ways.setSpacing(_GAP)
        for part in (self.head, self.notices, self.tray, self.desks):
            self.column.addWidget(part)
        self.column.addLayout(self._ways)
        self.column.addWidget(self.house)
        self.column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.link.installEventFilter(self)
        self._due = 0
        area.verticalScrollBar().rangeChanged.connect(self._on_range)
        area.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.house.enrol.shown.connect(self._on_shown_below)
        self._office.changed.connect(self._on_changed)
        look.changed.connect(self._on_theme)
        self._office.came.connect(self._ask)
        self._columns = 0
        self._on_changed()

    def shown(self) -> None:
        """The screen came to the front."""
        self._office.look()
        self._ask()
        self.hub_desks.watch(True)
        self.tray.take_focus()

    def join(self, text: str) -> None:
        """A scanner typed an enrolment."""
        self.link.take(text)
        self._area.ensureWidgetVisible(self.link)

    def _on_shown_below(self, part: QWidget) -> None:
        self._area.ensureWidgetVisible(part, 0, _EDGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes in above does not move what is looked at below."""
        bar = self._area.verticalScrollBar()
        if isinstance(event, QMoveEvent) and watched is self.link and bar.value() > 0:
            moved = event.pos().y() - event.oldPos().y()
            focus = self.focusWidget()
            above = (self.head, self.notices, self.tray, self.desks)
            here = focus is not None and any(part.isAncestorOf(focus) for part in above)
            # At its end the bar went back by itself.
            if not here and (moved > 0 or bar.value() < bar.maximum()):
                self._scroll(max(bar.value(), self._due) + moved)
        return super().eventFilter(watched, event)

    def _scroll(self, to: int) -> None:
        """There at once, or as soon as the screen is known to be that long."""
        bar = self._area.verticalScrollBar()
        bar.setValue(to)
        self._due = to if to > bar.maximum() else 0

    def _on_scrolled(self) -> None:
        """Somebody goes elsewhere."""
        self._due = 0

    def _on_range(self) -> None:
        if self._due:
            self._scroll(self._due)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self.hub_desks.watch(False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the ways to meet stand below each other."""
        super().resizeEvent(event)
        ways = (self.link, self.lan, self.stick)
        least = max(_WAY, *(part.minimumSizeHint().width() + _GAP for part in ways))
        columns = max(1, min(3, (min(self.width(), _WIDTH) - 2 * _EDGE + _GAP) // least))
        if columns == self._columns:
            return
        self._columns = columns
        for number, part in enumerate(ways):
            self._ways.addWidget(part, number // columns, number % columns)
        for column in range(3):
            self._ways.setColumnStretch(column, 1 if column < columns else 0)

    def _on_theme(self) -> None:
        """What is painted in the theme's colours is built anew."""
        self.notices.forget()
        self.desks.forget()
        self.tray.forget()
        self._on_changed()

    def _ask(self) -> None:
        over = self.tray.over
        self._workplace.lane.run(
            lambda desk: verbs.look(desk, decided=over), self._on_look, self._workplace.failed
        )

    def _on_changed(self) -> None:
        for part in (self.head, self.notices, self.desks, self.link, self.lan):
            part.renew()
        if (
            self.isVisible()
            and not self.tray.over
            and self._office.survey.conflicts != len(self.tray.shown)
        ):
            self._ask()

    def _on_turned(self, _: bool) -> None:
        self._ask()

    def _on_look(self, seen: Look) -> None:
        if seen.decided != self.tray.over:
            return
        self.desks.show_writers(seen.writers)
        emptied = bool(self.tray.shown) and not seen.conflicts
        self.tray.show_conflicts(seen.conflicts)
        if emptied:
            self._area.verticalScrollBar().setValue(0)
        wanted, self._office.wanted = self._office.wanted, ""
        if wanted:
            self.tray.choose(wanted)

    def _on_erase(self) -> None:
        erase_copy(self._workplace)

    # -- decisions ---------------------------------------------------------

    def _on_decided(self, shown: Shown, offer: Offer) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.decide(desk, shown, offer, operator),
            self._on_recorded,
            self._on_refused,
        )

    def _on_recorded(self, decided: Decided) -> None:
        # What followed from a copied badge, the code that is refused, is not taken back with it.
        final = decided.offer.decision == COPIED_BADGE
        self._latest = None if final else decided
        self.tray.tell(decided.offer.done, undo=not final)
        self._touched()

    def _on_refused(self, error: CheckinError) -> None:
        self.tray.tell("")
        self._workplace.failed(error)
        self._ask()

    def _on_undo(self) -> None:
        if self._latest is not None:
            self._take_back(self._latest)

    def _on_take_back(self, shown: Shown) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.undo(desk, shown, operator), self._on_taken_back, self._on_refused
        )

    def _take_back(self, decided: Decided) -> None:
        self._latest = None
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.take_back(desk, decided, operator),
            self._on_taken_back,
            self._on_refused,
        )

    def _on_taken_back(self, _: None) -> None:
        self._latest = None
        self.tray.tell(translate("Sync", "Taken back: it waits for a decision again."))
        self._touched()

    def _touched(self) -> None:
        self._office.look()
        self._ask()
        for kind in ("roster", "scans"):
            self._workplace.touched.emit(kind)
