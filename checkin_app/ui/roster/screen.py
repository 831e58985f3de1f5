"""Owns the roster screen: filters, table and card, kept in step with the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.roster import query, verbs
from checkin_app.ui.roster.blank import Blank
from checkin_app.ui.roster.columns import columns
from checkin_app.ui.roster.filters import Filters
from checkin_app.ui.roster.latest import Latest
from checkin_app.ui.roster.model import RosterModel
from checkin_app.ui.roster.person import PersonPanel
from checkin_app.ui.roster.query import Asked, Choices, Listing, Query
from checkin_app.ui.roster.table import RosterTable
from checkin_app.ui.workplace import Workplace

_REFRESH = 200


class RosterScreen(QWidget):
    """Everybody expected, sorted and filtered; one of them in full."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._total: int | None = None
        self._key: int | None = None
        self._listings: Latest[Asked, Listing] = Latest(
            workplace.lane, query.listing, self._on_listing, workplace.failed, self
        )
        self.filters = Filters(workplace)
        self.model = RosterModel(workplace.lane, columns(workplace), workplace.failed, self)
        self.table = RosterTable(self.model)
        self.person = PersonPanel(workplace)
        self.none = Blank(
            "roster",
            translate("Roster", "Nobody is on the roster yet"),
            translate("Roster", "Import the list of delegates, or register walk-ins one by one."),
            translate("Roster", "Import a roster"),
        )
        self.none.button.clicked.connect(self._on_import)
        self.no_hits = Blank(
            "search",
            translate("Roster", "Nobody matches"),
            translate("Roster", "Try one part of the name, or fewer filters."),
            translate("Roster", "Clear filters"),
        )
        self.no_hits.button.clicked.connect(self.filters.clear_all)
        self.pages = QStackedWidget()
        for page in (self.table, self.none, self.no_hits):
            self.pages.addWidget(page)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setObjectName("roster-refresh")
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH)
        self._soon.timeout.connect(self._ask_all)
        self.filters.changed.connect(self._on_query)
        self.filters.walk_in.connect(self.person.register)
        self.filters.field.returnPressed.connect(self._on_return)
        self.filters.field.moved.connect(self._on_moved)
        self.table.chosen.connect(self._on_chosen)
        self.table.sorted_by.connect(self.filters.sort)
        self.person.registered.connect(self.open_person)
        self.person.left.connect(self._focus_table)
        workplace.touched.connect(self._on_touched)
        self._add_keys()

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.addWidget(self.pages)
        left = QVBoxLayout()
        left.setContentsMargins(16, 16, 16, 16)
        left.setSpacing(12)
        left.addWidget(self.filters)
        left.addWidget(panel, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.person)

    def _add_keys(self) -> None:
        for key, slot in (
            ("F3", self.filters.take_focus),
            ("Ctrl+F", self.filters.take_focus),
            ("F7", self.person.register),
            ("Escape", self._on_escape),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    # -- asking ------------------------------------------------------------

    def shown(self) -> None:
        """The screen came to the front."""
        if self.person.editing is None and not self.person.photo.open:
            self.filters.take_focus()
        self._ask_all()

    def open_person(self, delegate_id: str) -> None:
        """Shows a person; their row is chosen if it is among those shown."""
        self.person.open_person(delegate_id)
        self._workplace.lane.run(lambda desk: verbs.key_of(desk, delegate_id), self._on_key)

    def _ask_all(self) -> None:
        self._soon.stop()
        self._total = None
        self._workplace.lane.run(query.choices, self._on_choices, self._workplace.failed)
        self._on_query(self.filters.query)
        self.person.refresh()

    def _on_choices(self, choices: Choices) -> None:
        self.filters.offer(choices.categories, choices.delegations)
        self.person.choices = choices

    def _on_query(self, wanted: Query) -> None:
        self.table.show_sort(wanted.sort, wanted.descending)
        self._listings.ask(Asked(wanted, self._total))

    def _on_listing(self, listing: Listing) -> None:
        self._total = listing.total
        chosen = self._key
        other = self.model.show_keys(listing.keys)
        self.filters.show_count(len(listing.keys), listing.total)
        if listing.keys:
            self.pages.setCurrentWidget(self.table)
        else:
            self.pages.setCurrentWidget(self.no_hits if listing.total else self.none)
        if not other:
            return
        row = self.model.row_of(chosen) if chosen is not None else None
        if row is not None:
            self._key = chosen
            self.table.blockSignals(True)
            self.table.choose(row)
            self.table.blockSignals(False)
        else:
            self._key = None
            self.person.show_nobody()
            self.table.scrollToTop()

    # -- choosing ----------------------------------------------------------

    def _on_chosen(self, row: int) -> None:
        self._key = self.model.key_at(row)
        if self._key is not None:
            self.person.open_key(self._key)

    def _on_key(self, key: int | None) -> None:
        self._key = key
        row = self.model.row_of(key) if key is not None else None
        if row is not None:
            self.table.choose(row)

    def _on_return(self) -> None:
        if self.model.keys and self.table.currentIndex().row() < 0:
            self.table.choose(0)
        self._focus_table()

    def _on_moved(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        if self.model.keys:
            self.table.choose(max(0, min(len(self.model.keys) - 1, row)))

    def _focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_escape(self) -> None:
        if self.person.photo.open:
            self.person.photo.close()
        elif self.person.editing is not None:
            self.person.leave_form()
        elif self.person.badge.asking:
            self.person.badge.stop_asking()
        elif self.filters.query.narrowed:
            self.filters.clear_all()
            self.filters.take_focus()
        else:
            self.filters.take_focus()

    def _on_touched(self, kind: str) -> None:
        if kind in ("scans", "roster", "prints", "programme") and self.isVisible():
            self._soon.start()

    def _on_import(self) -> None:
        self._workplace.go("import")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no control wants go to the filter field."""
        text = event.text()
        if text and text.isprintable() and not text.isspace() and self.person.editing is None:
            self.filters.field.setFocus()
            self.filters.field.insert(text)
            return
        super().keyPressEvent(event)
