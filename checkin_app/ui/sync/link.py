"""Owns the panel of the hub that this desk belongs to: joining it, and leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.join_form import JoinForm
from checkin_app.ui.sync.joins import Joins
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.own_hub import own_hub
from checkin_app.ui.sync.parts import Panel
from checkin_app.ui.sync.profiles import profile_words
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.sync.links import HubLink


class Link(Panel):
    """Without a hub it is the form of an enrolment, with one it says which."""

    def __init__(self, workplace: Workplace, office: SyncOffice) -> None:
        super().__init__(translate("Sync", "Hub"))
        self._workplace = workplace
        self._office = office
        self._beside = Background(self)
        self.note = label(role="muted", wrap=True)
        self.form = JoinForm(workplace)
        self.joins = Joins(workplace, self.form)
        self.leave = KeyButton(translate("Sync", "Leave this hub …"))
        self.leave.clicked.connect(lambda: self._ask(True))
        self.other = KeyButton(translate("Sync", "Join with another enrolment"))
        self.other.clicked.connect(self._on_other)
        self.keep = KeyButton(translate("Sync", "Stay"))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.sure = KeyButton(translate("Sync", "Leave the hub"), kind="danger")
        self.sure.clicked.connect(self._on_leave)
        self.joined = QWidget()
        inside = QVBoxLayout(self.joined)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(flow_row(self.other, self.leave))
        self.question = QWidget()
        asked = QVBoxLayout(self.question)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(_means())
        asked.addWidget(flow_row(self.keep, self.sure))
        inside.addWidget(self.question)
        for part in (self.note, self.form, self.joined):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._asks = self._leaving = False
        self._hub: HubLink | None = None
        self._own = own_hub(workplace)
        self._own.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Says how things are now."""
        hub = self._office.survey.hub
        if hub != self._hub:  # What was said and asked was of the other one.
            self._hub, self._leaving = hub, False
            self.form.read_again()
        # The hub's own desk always meets it.
        self._leaving = self._leaving and not self._own.on
        self.leave.setVisible(not self._own.on and not self._leaving)
        self.question.setVisible(self._leaving)
        self.joined.setVisible(hub is not None)
        self.form.setVisible(hub is None or self._asks)
        if hub is None:
            self.note.setText(
                translate(
                    "Sync",
                    "The organiser's hub shows an enrolment: scan its QR code, or paste its text. "
                    "It is good for one desk, once.",
                )
            )
            return
        self.note.setText(
            translate(
                "Sync", "This desk belongs to the hub at {address}. It may: {profile}."
            ).format(
                address=", ".join(state_words.host(each) for each in hub.addresses[:2]),
                profile=profile_words(hub.profile),
            )
        )

    def take(self, text: str) -> None:
        """A scanner typed an enrolment."""
        self._asks = True
        self.renew()
        self.form.take(text)

    def _on_other(self) -> None:
        self._asks = not self._asks
        self.form.read_again()
        self.renew()
        if self._asks:
            self.form.take_focus()

    def _ask(self, leaving: bool) -> None:
        """Only a new enrolment leads back, so it is asked once more, here and not in a dialog."""
        self._leaving = leaving
        # Before what has the focus goes away: Qt would give it to what comes next.
        part = self.keep if leaving else self.leave
        (self.question if leaving else self.leave).show()
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.renew()

    def _on_leave(self) -> None:
        from checkin_app.sync import joining

        ask = self._office.ask
        if ask is None or self._beside.busy:
            return
        self._beside.start(
            lambda say, stopped: joining.leave(ask), self._on_left, self._workplace.failed
        )

    def _on_left(self, _: object) -> None:
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self._leaving = False
        if held:  # The form takes the place of what had it.
            self.form.show()
            self.form.take_focus()
        self._workplace.toast(
            translate("Sync", "Left the hub. What is recorded stays here; enrol to join again.")
        )
        self._office.again()


def _means() -> QWidget:
    """What leaving does, before it is done."""
    return label(
        translate("Sync", "Getting back in needs a new enrolment from the organiser's hub."),
        "problem",
        wrap=True,
    )
