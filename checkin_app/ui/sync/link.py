"""Owns the panel of the hub that this desk belongs to: joining it, and leaving it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.join_form import JoinForm
from checkin_app.ui.sync.joins import Joins
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.parts import Panel
from checkin_app.ui.sync.profiles import profile_words
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


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
        self.leave = KeyButton(translate("Sync", "Leave this hub"))
        self.leave.clicked.connect(self._on_leave)
        self.other = KeyButton(translate("Sync", "Join with another enrolment"))
        self.other.clicked.connect(self._on_other)
        self.joined = QWidget()
        inside = QVBoxLayout(self.joined)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(flow_row(self.other, self.leave))
        for part in (self.note, self.form, self.joined):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._asks = False
        self.renew()

    def renew(self) -> None:
        """Says how things are now."""
        hub = self._office.survey.hub
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
        self.renew()
        if self._asks:
            self.form.take_focus()

    def _on_leave(self) -> None:
        from checkin_app.sync import joining

        ask = self._office.ask
        if ask is None or self._beside.busy:
            return
        self._beside.start(
            lambda say, stopped: joining.leave(ask), self._on_left, self._workplace.failed
        )

    def _on_left(self, _: object) -> None:
        self._workplace.toast(
            translate("Sync", "Left the hub. What is recorded stays here; enrol to join again.")
        )
        self._office.again()
