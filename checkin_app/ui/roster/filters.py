"""Owns the bar above the roster table: filter text, filter pills, order, how many are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.delegates import Category, Delegation
from checkin_app.ui.language import number, translate
from checkin_app.ui.roster.columns import category_name, state_word
from checkin_app.ui.roster.picker import Choice, Picker
from checkin_app.ui.roster.query import Query
from checkin_app.ui.scan.search import SearchField
from checkin_app.ui.theme import fonts
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

_STATUSES = ("arrived", "expected", "withdrawn", "not_accredited", "hold")
_PAUSE = 60


class Filters(QWidget):
    """Emits `changed` with the Query wanted now, `walk_in` when somebody is to be registered."""

    changed = Signal(object)
    walk_in = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.query = Query()
        self.field = SearchField()
        self.field.setAccessibleName(translate("Roster", "Filter the roster"))
        self.field.setPlaceholderText(
            translate("Roster", "Name, organisation, delegation, phone, code …")
        )
        self.status = Picker(
            translate("Roster", "Status"),
            [
                Choice("", translate("Roster", "Everybody")),
                *(Choice(word, state_word(word)) for word in _STATUSES),
            ],
        )
        self.category = Picker(translate("Roster", "Category"), [])
        self.delegation = Picker(translate("Roster", "Delegation"), [])
        self.order = Picker(translate("Roster", "Order"), _orders())
        self.clear = KeyButton(translate("Roster", "Clear filters"), kind="plain", icon="close")
        self.clear.clicked.connect(self.clear_all)
        self.count = label(role="muted")
        self.count.setFont(fonts.medium(14, figures=True))
        self.new = KeyButton(translate("Roster", "New walk-in"), "F7", icon="register")
        self.new.clicked.connect(self.walk_in)
        self._typing = QTimer(self)
        self._typing.setObjectName("roster-typing")
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._on_typed)
        self._lay_out()
        self.field.textChanged.connect(self._typing.start)
        for picker, name in self._pickers():
            picker.setProperty("filter", name)
            picker.picked.connect(self._on_picked)
        self.order.picked.connect(self._on_order)
        self._show_clear()

    def _pickers(self) -> tuple[tuple[Picker, str], ...]:
        return (
            (self.status, "status"),
            (self.category, "category"),
            (self.delegation, "delegation"),
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.field, 1)
        top.addWidget(self.new)
        pills = flow_row(self.status, self.category, self.delegation, self.order, self.clear)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(pills, 1)
        below.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(below)

    def offer(self, categories: Sequence[Category], delegations: Sequence[Delegation]) -> None:
        """What can be filtered by in this event."""
        lang = self._workplace.lang
        everything = Choice("", translate("Roster", "All categories"))
        self.category.offer(
            [everything, *(Choice(c.id, category_name(c, lang)) for c in categories)]
        )
        everything = Choice("", translate("Roster", "All delegations"))
        self.delegation.offer([everything, *(Choice(d.id, d.name) for d in delegations)])

    def show_count(self, shown: int, total: int) -> None:
        """How many are shown of how many."""
        self.count.setText(
            translate("Roster", "{shown} of {total} shown").format(
                shown=number(shown), total=number(total)
            )
        )

    def take_focus(self) -> None:
        """Ready to type: what is there is replaced."""
        self.field.setFocus()
        self.field.selectAll()

    def sort(self, word: str) -> None:
        """Sorts by a word; by the same again, the other way round."""
        again = self.query.sort == word
        self._ask(replace(self.query, sort=word, descending=again and not self.query.descending))
        self.order.choose(self._order_word())

    def clear_all(self) -> None:
        """No filters; the order stays."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        for picker, _ in self._pickers():
            picker.choose("")
        self._ask(Query(sort=self.query.sort, descending=self.query.descending))

    def look_at(self, query: Query) -> None:
        """Shows another query, from outside."""
        self.field.blockSignals(True)
        self.field.setText(query.text)
        self.field.blockSignals(False)
        self.status.choose(query.status)
        self.category.choose(query.category)
        self.delegation.choose(query.delegation)
        self._ask(query)

    def _order_word(self) -> str:
        if self.query.sort == "name":
            return ""
        return self.query.sort + (":down" if self.query.descending else "")

    def _on_typed(self) -> None:
        if self.field.text() != self.query.text:
            self._ask(replace(self.query, text=self.field.text()))

    def _on_picked(self, id_: str) -> None:
        match self.sender().property("filter"):
            case "status":
                self._ask(replace(self.query, status=id_))
            case "category":
                self._ask(replace(self.query, category=id_))
            case _:
                self._ask(replace(self.query, delegation=id_))

    def _on_order(self, id_: str) -> None:
        sort, _, down = id_.partition(":")
        self._ask(replace(self.query, sort=sort or "name", descending=bool(down)))

    def _ask(self, query: Query) -> None:
        self._typing.stop()
        self.query = query
        self._show_clear()
        self.changed.emit(query)

    def _show_clear(self) -> None:
        self.clear.setVisible(self.query.narrowed)


def _orders() -> list[Choice]:
    words = (
        ("given_name", translate("Roster", "Given name")),
        ("full_name", translate("Roster", "Full name")),
        ("organization", translate("Roster", "Organisation")),
        ("position", translate("Roster", "Position")),
        ("delegation", translate("Roster", "Delegation")),
        ("category", translate("Roster", "Category")),
        ("country", translate("Roster", "Country")),
        ("standing", translate("Roster", "Standing")),
    )
    made = [Choice("", translate("Roster", "As in the roster"))]
    for sort, name in words:
        made.append(Choice(sort, f"{name} ↑"))
        made.append(Choice(f"{sort}:down", f"{name} ↓"))
    return made
