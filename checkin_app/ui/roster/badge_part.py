"""Owns the badge part of the delegate card: how the badge stands, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.queue.person_badge import PersonBadge
from checkin_app.ui.queue.reasons import LOST, REPRINT, SPOILT, kept, reason_words
from checkin_app.ui.queue.receiver_bar import ReceiverBar
from checkin_app.ui.queue.strip import BadgeStrip
from checkin_app.ui.roster.badge_life import LifeLine, life_lines
from checkin_app.ui.roster.temporary_bar import TemporaryBar
from checkin_app.ui.scan.reason_bar import ReasonBar
from checkin_app.ui.theme import icons
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import mark_colour
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk


class BadgePart(QWidget):
    """Emits `lost_wanted` when “lost” is why a badge is wanted: that is asked for elsewhere.

    `grew` comes when a question stands there that is to be seen.
    """

    lost_wanted = Signal()
    grew = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.badge = PersonBadge(workplace, self)
        self.badge.told.connect(self._on_told)
        self.badge.reason_wanted.connect(self._on_reason_wanted)
        self._said: list[str] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.strip = BadgeStrip(workplace, narrow=True)
        self.strip.retried.connect(self.badge.room.retry)
        self.strip.moved.connect(self.badge.room.move)
        self.strip.opened.connect(self._on_queue)
        self.hand_over = self._button(translate("Badge", "Hand over …"), self._ask_receiver)
        self.spoilt = self._button(translate("Badge", "Spoilt …"), self._ask_spoilt)
        self.temporary = self._button(translate("Badge", "Temporary badge …"), self._ask_temporary)
        self._buttons = flow_row(self.hand_over, self.spoilt, self.temporary)
        self.reprint = ReasonBar([reason_words(r) for r in REPRINT], _why_again(), narrow=True)
        self.reprint.given.connect(self._on_reprint)
        self.spoil = ReasonBar([reason_words(r) for r in SPOILT], _why_spoilt(), narrow=True)
        self.spoil.given.connect(self._on_spoilt)
        self.receiver = ReceiverBar(narrow=True)
        self.receiver.given.connect(self._on_given)
        self.bind = TemporaryBar()
        self.bind.given.connect(self._on_temporary)
        self._bars = (self.reprint, self.spoil, self.receiver, self.bind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._lines)
        column.addWidget(self.strip)
        column.addWidget(self._buttons)
        for bar in self._bars:
            bar.dropped.connect(self.stop_asking)
            bar.hide()
            column.addWidget(bar)

    def _button(self, text: str, slot: object) -> KeyButton:
        button = KeyButton(text)
        button.clicked.connect(slot)
        return button

    def show_person(self, delegate_id: str) -> None:
        """Shows another person's badge, or the same one's anew."""
        if delegate_id != self.badge.standing:
            self.stop_asking()
            self._show([])
        self.badge.stand(delegate_id)

    def print_badge(self) -> None:
        """Prints, or asks why it is printed once more."""
        if self.badge.standing:
            self.badge.print_badge(self.badge.standing)

    @property
    def lines(self) -> list[str]:
        """What is said."""
        return self._said

    # -- what is known -----------------------------------------------------

    def _on_told(self, delegate_id: str) -> None:
        life = self.badge.life
        if delegate_id != self.badge.standing or life is None:
            return
        self._show(life_lines(life, self.badge.job(), self._workplace))
        said = self.badge.strip()
        if said.job or said.mark in ("scan", "info", "referred"):
            self.strip.say(said)
        else:
            self.strip.clear()
        self.hand_over.setVisible(life.printed > 0)
        self.spoilt.setVisible(life.printed > 0)

    def _show(self, lines: list[LifeLine]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._said = [line.words for line in lines]
        for line in lines:
            self._lines.addWidget(_line(line))

    def _on_queue(self, _: str) -> None:
        self._workplace.go("badges")

    # -- what is asked -----------------------------------------------------

    def _ask(self, bar: QWidget) -> None:
        self.stop_asking()
        self._buttons.hide()
        bar.show()
        self.grew.emit()

    def stop_asking(self) -> None:
        """Brings the buttons back."""
        for bar in self._bars:
            bar.hide()
        self._buttons.show()

    @property
    def asking(self) -> bool:
        """Whether a question stands in the place of the buttons."""
        return any(not bar.isHidden() for bar in self._bars)

    def _on_reason_wanted(self, _: str) -> None:
        self._ask(self.reprint)
        self.reprint.ask()

    def _on_reprint(self, words: str) -> None:
        self.stop_asking()
        reason = kept(words, REPRINT)
        if reason == LOST:
            self.lost_wanted.emit()
        else:
            self.badge.print_badge(self.badge.standing, reason)

    def _ask_receiver(self) -> None:
        self._ask(self.receiver)
        self.receiver.ask(self.badge.liaison)

    def _on_given(self, to: str, name: str) -> None:
        self.stop_asking()
        self.badge.hand_over(to, name)

    def _ask_spoilt(self) -> None:
        self._ask(self.spoil)
        self.spoil.ask()

    def _on_spoilt(self, words: str) -> None:
        life = self.badge.life
        latest = next((p for p in life.prints if p.counts), None) if life is not None else None
        self.stop_asking()
        if latest is None:
            return
        key, reason, who = latest.id, kept(words, SPOILT), self._workplace.operator
        self._workplace.lane.run(
            lambda desk: desk.spoil(key, reason=reason, operator=who),
            self._on_done,
            self._workplace.failed,
        )

    def _ask_temporary(self) -> None:
        self._ask(self.bind)
        self.bind.ask()

    def _on_temporary(self, number: str) -> None:
        self.stop_asking()
        who, operator = self.badge.standing, self._workplace.operator
        today = self._workplace.now().astimezone(self._workplace.zone).date()

        def verb(desk: Desk) -> int:
            return desk.bind_temporary(number, who, day=today, operator=operator).number

        self._workplace.lane.run(verb, self._on_bound, self._workplace.failed)

    def _on_bound(self, number: int) -> None:
        text = translate("Badge", "Temporary badge {number} is theirs for today.")
        self._workplace.toast(text.format(number=number))
        self._on_done(None)

    def _on_done(self, _: object) -> None:
        self.badge.look()
        self._workplace.touched.emit("prints")


def _why_again() -> str:
    return translate("Reprint", "Why the badge is printed again")


def _why_spoilt() -> str:
    return translate("Reprint", "Why the badge is of no use")


def _line(line: LifeLine) -> QWidget:
    made = QWidget()
    made.setAccessibleName(line.words)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    picture = QLabel()
    picture.setPixmap(icons.pixmap(line.mark, mark_colour(line.mark), 16, made.devicePixelRatioF()))
    words = label(line.words, "strong" if line.strong else "", wrap=True)
    words.setStyleSheet("font-size: 14px;")
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made
