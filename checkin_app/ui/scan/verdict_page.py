"""Owns the verdict page: band, person, what to look at, actions or the reason to admit anyway."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.queue.lost_bar import LostBar
from checkin_app.ui.queue.reasons import LOST, REPRINT, kept, reason_words
from checkin_app.ui.queue.receiver_bar import ReceiverBar
from checkin_app.ui.queue.strip import BadgeStrip, StripSaid
from checkin_app.ui.scan.action_bar import ActionBar
from checkin_app.ui.scan.banner import Banner
from checkin_app.ui.scan.card import Action, Card
from checkin_app.ui.scan.person_view import PersonView
from checkin_app.ui.scan.reason_bar import ReasonBar, ready_made
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace


class VerdictPage(QWidget):
    """Shows one Card. Emits `asked` with an Action, `reason_given` with a text."""

    asked = Signal(object)
    reason_given = Signal(str)
    reprinted = Signal(str)
    lost = Signal()
    handed = Signal(str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.banner = Banner()
        self.person = PersonView()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.person)
        self._nobody = QWidget()
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(28, 0, 28, 14)
        self._notes.setSpacing(8)
        self._note = ""
        self.attention = label(wrap=True)
        self.attention.setObjectName("attention")
        self._notes.addWidget(self.attention)
        self.strip = BadgeStrip(workplace)
        self.bar = ActionBar()
        self.bar.asked.connect(self.asked)
        self._reason: ReasonBar | None = None
        self._reprint: ReasonBar | None = None
        self._lost: LostBar | None = None
        self._receiver: ReceiverBar | None = None
        self._asking: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(self._scroll)
        self._body.addWidget(self._nobody)
        self._column.addWidget(body, 1)
        self._column.addLayout(self._notes)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.bar)

    def show_card(self, card: Card, photos: Path | None, *, printed: bool = False) -> None:
        """Shows another card."""
        self.stop_asking()
        self.banner.show_words(card.tone, card.headline, card.line)
        if card.person is not None:
            self.person.show_person(card.person, photos)
            self._scroll.verticalScrollBar().setValue(0)
            self._body.setCurrentWidget(self._scroll)
        else:
            self._body.setCurrentWidget(self._nobody)
        self._note = card.person.attention if card.person else ""
        self.show_step(card.step)
        self.bar.offer(card.actions, printed=printed)

    def show_line(self, text: str) -> None:
        """Changes the words under the headline."""
        self.banner.show_words(self.banner.tone, self.banner.headline, text)

    def show_step(self, text: str) -> None:
        """Says what to do next, under what is to be known of the person."""
        said = "\n".join(t for t in (self._note, text) if t)
        self.attention.setText(said)
        self.attention.setVisible(bool(said))

    def say_strip(self, said: StripSaid) -> None:
        """Says how the badge stands; later, while something is asked."""
        self.strip.say(said)
        if self.asking:
            self.strip.hide()

    def ask_reason(self) -> None:
        """Puts the reasons to admit anyway in the place of the actions."""
        if self._reason is None:
            self._reason = ReasonBar(ready_made(), translate("Reasons", "Reason for admitting"))
            self._reason.given.connect(self.reason_given)
            self._reason.dropped.connect(self.stop_asking)
        self.ask_with(self._reason)
        self._reason.ask()

    def ask_reprint(self) -> None:
        """Puts the reasons to print once more in the place of the actions."""
        if self._reprint is None:
            words = [reason_words(reason) for reason in REPRINT]
            name = translate("Reprint", "Why the badge is printed again")
            self._reprint = ReasonBar(words, name)
            self._reprint.given.connect(self._on_reprint)
            self._reprint.dropped.connect(self.stop_asking)
        self.ask_with(self._reprint)
        self._reprint.ask()

    def _on_reprint(self, words: str) -> None:
        reason = kept(words, REPRINT)
        if reason != LOST:
            self.reprinted.emit(reason)
            return
        if self._lost is None:
            self._lost = LostBar()
            self._lost.confirmed.connect(self.lost)
            self._lost.dropped.connect(self.stop_asking)
        self.ask_with(self._lost)
        self._lost.ask()

    def ask_receiver(self, liaison: str) -> None:
        """Puts who takes the badge in the place of the actions."""
        if self._receiver is None:
            self._receiver = ReceiverBar()
            self._receiver.given.connect(self.handed)
            self._receiver.compared.connect(self._on_compare)
            self._receiver.dropped.connect(self.stop_asking)
        self.ask_with(self._receiver)
        self._receiver.ask(liaison)

    def _on_compare(self) -> None:
        self.asked.emit(Action.COMPARE)

    def ask_with(self, bar: QWidget) -> None:
        """Puts `bar` in the place of the actions."""
        self.stop_asking()
        if self._column.indexOf(bar) < 0:
            self._column.addWidget(bar)
        self._asking = bar
        self.bar.hide()
        self.strip.setVisible(False)
        self.attention.hide()
        bar.show()

    def stop_asking(self) -> None:
        """Brings the actions back."""
        if self._asking is not None:
            self._asking.hide()
            self._asking = None
        self.attention.setVisible(bool(self.attention.text()))
        self.strip.setVisible(self.strip.says)
        self.bar.show()

    @property
    def asking(self) -> bool:
        """Whether a question stands in the place of the actions."""
        return self._asking is not None

    def focus_primary(self) -> None:
        """Enter now presses the primary action."""
        primary = self.bar.primary()
        if primary is not None:
            primary.setFocus(Qt.FocusReason.OtherFocusReason)
