"""Owns the settings of the exchange: meeting on the LAN, being the hub, and where the rest is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from checkin_app.ui.language import translate
from checkin_app.ui.settings.rows import Section, SettingRow, switch
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.own_hub import own_hub
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class SyncSection(QObject):
    """Two switches; joining, desks and sticks are on the sync screen."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._office = sync_office(workplace)
        self._hub = own_hub(workplace)
        self.open = KeyButton(translate("Settings", "Desks and hub …"), icon="sync")
        self.open.clicked.connect(self._on_open)
        self.state = label(role="muted", wrap=True)
        self.lan = switch(translate("Settings", "on"), workplace.settings.lan)
        self.lan.toggled.connect(self._on_lan)
        self.hub = switch(translate("Settings", "on"), self._hub.on)
        self.hub.setEnabled(workplace.forum is not None)
        self.hub.toggled.connect(self._hub.switch)
        state = SettingRow(
            translate("Settings", "Exchange with other desks"),
            translate("Settings", "Join a hub, see the desks, carry a bundle on a stick."),
            self.open,
            words="hub sync đồng bộ usb bundle enrolment",
        )
        state.below.addWidget(self.state)
        self.section = Section(
            translate("Settings", "Sync"),
            [
                state,
                SettingRow(
                    translate("Settings", "Meet desks on the LAN"),
                    translate(
                        "Settings", "Desks of this event in the same network exchange directly."
                    ),
                    self.lan,
                    words="lan mạng",
                ),
                SettingRow(
                    translate("Settings", "This desk is the hub"),
                    translate("Settings", "All desks meet at this computer while it runs."),
                    self.hub,
                    words="hub máy chủ",
                ),
            ],
        )
        self._office.changed.connect(self.renew)
        self._hub.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Says how things are now."""
        self.state.setText(state_words.line(self._office.state, self._workplace))
        for box, on in ((self.lan, self._workplace.settings.lan), (self.hub, self._hub.ticked)):
            if box.isChecked() != on:
                box.blockSignals(True)
                box.setChecked(on)
                box.blockSignals(False)

    def _on_open(self) -> None:
        self._workplace.go("sync")

    def _on_lan(self, on: bool) -> None:
        self._workplace.settings.lan = on
        self._workplace.keep_settings()
        self._office.restart()
