"""Owns one conflict on screen: both sides, what is uncertain, and the decisions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.domain.conflicts import Conflict, ConflictKind, Decided, Role
from checkin_app.domain.conflicts import Side as Said
from checkin_app.ui.language import translate
from checkin_app.ui.sync import conflict_words
from checkin_app.ui.sync.offers import Offer, decision_words, offers
from checkin_app.ui.sync.parts import Decision
from checkin_app.ui.sync.shown import Shown
from checkin_app.ui.sync.sides import Side, person_row, person_side, time_side, value_side
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

_VALUES = (ConflictKind.CROSSED_EDITS, ConflictKind.CROSSED_DECISIONS)


class ConflictView(QWidget):
    """Emits `decided` with an Offer, or `taken_back`; it is built anew for each conflict."""

    decided = Signal(object)
    taken_back = Signal()

    def __init__(self, shown: Shown, workplace: Workplace) -> None:
        super().__init__()
        self.shown = shown
        self._workplace = workplace
        conflict = shown.conflict
        asked = conflict_words.question(conflict)
        self.setAccessibleName(asked)
        self.decisions: list[Decision] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = label(asked, "title", wrap=True)
        head.setStyleSheet("font-weight: 600;")
        column.addWidget(head)
        if conflict.kind is not ConflictKind.WALK_IN_TWINS and shown.people:
            column.addWidget(person_row(shown.people[0], workplace))
        sides = QHBoxLayout()
        sides.setSpacing(10)
        for number, said in enumerate(conflict.sides):
            sides.addWidget(self._side(number, said), 1)
        column.addLayout(sides)
        self.note = label(_note(conflict), wrap=True)
        if conflict.order_uncertain:
            self.note.setObjectName("attention")
        column.addWidget(self.note)  # Before it is shown: alone it would be a window.
        self.note.setVisible(bool(self.note.text()))
        row = QHBoxLayout()
        row.setSpacing(10)
        if conflict.decided is not None and not conflict.is_open:
            row.addWidget(self._undo(conflict.decided), 1)
        else:
            for number, offer in enumerate(offers(shown), 1):
                row.addWidget(self._decision(offer, number), 1)
        column.addLayout(row)
        column.addStretch(1)

    def _decision(self, offer: Offer, number: int) -> Decision:
        made = Decision(offer.title, offer.does, f"Alt {number}")
        made.clicked.connect(lambda: self.decided.emit(offer))
        self.decisions.append(made)
        return made

    def _undo(self, decided: Decided) -> Decision:
        """What was decided, by whom, and the way back."""
        at = verdict_words.clock(
            decided.at,
            self._workplace.zone,
            beside=self._workplace.now(),
            lang=self._workplace.lang,
        )
        by = " · ".join(part for part in (at, decided.desk, decided.operator) if part)
        made = Decision(
            translate("Sync", "Take back: {decision}").format(
                decision=decision_words(decided.decision)
            ),
            by,
            "Alt 1",
        )
        made.clicked.connect(self.taken_back)
        self.decisions.append(made)
        return made

    def _side(self, number: int, said: Said) -> Side:
        conflict, workplace = self.shown.conflict, self._workplace
        who = self.shown.person(said.delegate)
        if said.role is Role.WALK_IN and who is not None:
            names = (
                translate("Sync", "This one stays"),
                translate("Sync", "This one is joined to it"),
            )
            first = who.delegate.id == self.shown.people[0].delegate.id
            return person_side(names[0 if first else 1], who, said, workplace)
        if conflict.kind in _VALUES:
            now = said.entry == conflict.shown
            return value_side(said.desk or "–", said, workplace, now=now)
        return time_side(_caption(number, said, conflict), said, workplace)


def _caption(number: int, said: Said, conflict: Conflict) -> str:
    if said.role is Role.CODE_CHANGE:
        return translate("Sync", "The code changed")
    if said.role is Role.BINDING:
        return translate("Sync", "Badge given")
    if conflict.order_uncertain:
        return translate("Sync", "The other scan") if number else translate("Sync", "One scan")
    return translate("Sync", "Later scan") if number else translate("Sync", "First scan")


def _note(conflict: Conflict) -> str:
    """How the times lie, where that tells something."""
    if conflict.order_uncertain:
        return translate(
            "Sync",
            "Order uncertain: they lie nearer together than the clocks of these desks are known.",
        )
    scans = conflict.scans
    if len(scans) < 2:
        return ""
    # Between the whole seconds that are shown.
    last, first = (each.corrected_at.replace(microsecond=0) for each in (scans[-1], scans[0]))
    seconds = int(abs((last - first).total_seconds()))
    if seconds < 60:
        return translate("Sync", "%n second(s) apart", None, seconds)
    if seconds < 3600:
        return translate("Sync", "%n minute(s) apart", None, seconds // 60)
    return translate("Sync", "%n hour(s) apart", None, seconds // 3600)
