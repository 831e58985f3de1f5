"""Owns a delegation in the verdict's place: who is here, who is not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from checkin_app import verdict_words
from checkin_app.domain.delegates import Standing
from checkin_app.ui.language import VI, number, translate
from checkin_app.ui.queue.receiver_bar import ReceiverBar
from checkin_app.ui.scan.side_page import SidePage
from checkin_app.ui.scan.verbs import Members
from checkin_app.ui.widgets.meter import Meter
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import RosterRow


class DelegationPage(SidePage):
    """Emits `opened` with the id of a member.

    `handed` says that all badges of a delegation left: its id, who took them, a name.
    """

    opened = Signal(str)
    handed = Signal(str, str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(translate("Delegation", "Delegation"))
        self._workplace = workplace
        self._bar = Meter()
        self._count = label()
        self._liaison = label(role="muted", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._count)
        line.addWidget(self._liaison, 1)
        self._list = RowList(translate("Delegation", "Members"))
        self._list.opened.connect(self.opened)
        self.body.addLayout(line)
        self.body.addWidget(self._list, 1)
        self._id = self._officer = ""
        self.hand_over = KeyButton(translate("HandOver", "Hand over all badges …"))
        self.hand_over.clicked.connect(self._on_hand_over)
        self.receiver = ReceiverBar(only_others=True)
        self.receiver.given.connect(self._on_given)
        self.receiver.dropped.connect(self._on_dropped)
        self.receiver.hide()
        self.body.addWidget(self.hand_over)
        self.body.addWidget(self.receiver)

    def show_members(self, members: Members) -> None:
        """Shows another delegation, those who are missing first."""
        delegation, lang = members.delegation, self._workplace.lang
        self._id, self._officer = delegation.id, delegation.liaison
        self._on_dropped()
        country = self._workplace.country(delegation.country)
        self.title.setText(" · ".join(t for t in (delegation.name, country) if t))
        there = members.completeness
        text = translate("Scan", "{arrived}/{expected} arrived").format(
            arrived=number(there.arrived), expected=number(there.expected)
        )
        self._count.setText(text)
        self._bar.show_share(there.arrived, there.expected, text)
        liaison = translate("Delegation", "Liaison: {name}").format(name=delegation.liaison)
        self._liaison.setText(liaison if delegation.liaison else "")
        rows = []
        for row in sorted(members.rows, key=_missing_first):
            category = row.category
            word = (category.name_vi if lang == VI else category.name_en) if category else ""
            parts = [word, row.delegate.position]
            if row.delegate.standing is Standing.WITHDRAWN:
                parts.append(translate("Scan", "withdrawn"))
            elif not row.checked_in:
                parts.append(translate("Scan", "not here yet"))
            rows.append(
                Row(
                    row.delegate.id,
                    verdict_words.name_of(row.delegate, lang),
                    " · ".join(p for p in parts if p),
                    _mark(row),
                )
            )
        self._list.show_rows(rows)
        self._list.choose(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_hand_over(self) -> None:
        self.hand_over.hide()
        self.receiver.show()
        self.receiver.ask(self._officer)

    def _on_dropped(self) -> None:
        self.receiver.hide()
        self.hand_over.show()

    def _on_given(self, to: str, name: str) -> None:
        self._on_dropped()
        self.handed.emit(self._id, to, name)


def _missing_first(row: RosterRow) -> tuple[bool, bool]:
    return row.delegate.standing is Standing.WITHDRAWN, row.checked_in


def _mark(row: RosterRow) -> str:
    if row.delegate.standing is Standing.WITHDRAWN:
        return "close"
    return "check" if row.checked_in else "waiting"
