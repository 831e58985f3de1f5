"""Owns the panel of the LAN: the switch, and the desks of this event that answer there."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from checkin_app.ui.language import translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.parts import Panel, clear
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace


class Lan(Panel):
    """Desks nearby exchange directly; a hub is not needed for it."""

    def __init__(self, workplace: Workplace, office: SyncOffice) -> None:
        super().__init__(
            translate("Sync", "Desks on the LAN"),
            translate(
                "Sync",
                "Desks of this event in the same network exchange directly, also without a hub. "
                "Only those that hold the event's keys are listened to.",
            ),
        )
        self._workplace = workplace
        self._office = office
        self._shown: object = None
        self.switch = QCheckBox(translate("Sync", "Meet desks on the LAN"))
        self.switch.setAccessibleName(translate("Sync", "Meet desks on the LAN"))
        self.switch.setChecked(workplace.settings.lan)
        self.switch.toggled.connect(self._on_toggled)
        self._desks = QVBoxLayout()
        self._desks.setSpacing(4)
        self.column.addWidget(self.switch)
        self.column.addLayout(self._desks)
        self.column.addStretch(1)
        self.renew()

    def renew(self) -> None:
        """Says who is there."""
        on, desks = self._workplace.settings.lan, self._office.state.desks
        if self.switch.isChecked() != on:
            self.switch.blockSignals(True)
            self.switch.setChecked(on)
            self.switch.blockSignals(False)
        if (on, desks) == self._shown:
            return
        self._shown = (on, desks)
        clear(self._desks)
        if on and not desks:
            self._desks.addWidget(label(translate("Sync", "Nobody seen yet."), "muted"))
        for desk in desks if on else ():
            met = (
                translate("Sync", "last met {time}").format(
                    time=state_words.at(desk.met_at, self._workplace)
                )
                if desk.met_at
                else translate("Sync", "not met yet")
            )
            self._desks.addWidget(label(desk.name or desk.desk[:8], "strong", wrap=True))
            problem = self._workplace.say(desk.problem) if desk.problem else ""
            line = " · ".join(part for part in (met, desk.address, problem) if part)
            self._desks.addWidget(label(line, "small", wrap=True))

    def _on_toggled(self, on: bool) -> None:
        self._workplace.settings.lan = on
        self._workplace.keep_settings()
        self._office.restart()
