"""Owns the details of one person in the verdict's place: what is known, and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.ui.language import translate
from checkin_app.ui.roster.history import Teller
from checkin_app.ui.scan.side_page import SidePage
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import DelegateCard


class DetailsPage(SidePage):
    """Read at the desk; corrections are made on the roster screen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(translate("Details", "Details"))
        self._workplace = workplace
        self._fields = QWidget()
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._fields)
        scroll.setAccessibleName(translate("Details", "What is known"))
        self._history = RowList(translate("Details", "What happened"))
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(label(translate("Details", "What happened"), "caption"))
        right.addWidget(self._history, 1)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addWidget(scroll, 3)
        row.addLayout(right, 2)
        self.body.addLayout(row)

    def show_card(self, card: DelegateCard) -> None:
        """Shows another person."""
        self.title.setText(verdict_words.name_of(card.delegate, self._workplace.lang))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, (name, value) in enumerate(self._known(card)):
            head = label(name, "muted")
            text = label(value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(head, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, number, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._history.show_rows(self._lines(card))

    def _known(self, card: DelegateCard) -> list[tuple[str, str]]:
        delegate, lang = card.delegate, self._workplace.lang
        category = card.category
        word = (category.name_vi if lang == "vi" else category.name_en) if category else ""
        country = card.delegation.country if card.delegation else delegate.country
        arrived = ""
        if card.arrived_at is not None:
            zone = self._workplace.zone
            arrived = verdict_words.clock(
                card.arrived_at, zone, beside=self._workplace.now(), lang=lang
            )
        printed = translate("Details", "%n time(s)", None, card.printed) if card.printed else ""
        known = [
            (translate("Field", "Honorific"), delegate.honorific),
            (translate("Field", "Own script"), delegate.own_name),
            (translate("Field", "Position"), delegate.position),
            (translate("Field", "Organisation"), delegate.organization),
            (translate("Field", "Department"), delegate.department),
            (translate("Field", "Delegation"), card.delegation.name if card.delegation else ""),
            (translate("Field", "Liaison"), card.delegation.liaison if card.delegation else ""),
            (translate("Field", "Country"), self._workplace.country(country)),
            (translate("Field", "Category"), word),
            (translate("Field", "E-mail"), delegate.email),
            (translate("Field", "Phone"), delegate.phone),
            (translate("Field", "Language"), delegate.language),
            (translate("Field", "Seat"), delegate.seat),
            (translate("Field", "Attention"), delegate.attention),
            (translate("Field", "Notes"), delegate.notes),
            (translate("Details", "Arrived"), arrived),
            (translate("Details", "Badge printed"), printed),
        ]
        return [(name, value) for name, value in known if value]

    def _lines(self, card: DelegateCard) -> list[Row]:
        category = card.category
        titles = {}
        if category is not None:
            titles[category.id] = (
                category.name_vi if self._workplace.lang == "vi" else category.name_en
            )
        if card.delegation is not None:
            titles[card.delegation.id] = card.delegation.name
        teller, now = Teller(self._workplace, titles), self._workplace.now()
        told = [(line.entry, teller.tell(line, now)) for line in card.history]
        return [
            Row(entry, fact.what, " · ".join(t for t in (fact.when, fact.who) if t), fact.mark)
            for entry, fact in told
        ]
