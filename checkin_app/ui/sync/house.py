"""Owns the panel of a desk that is the hub: the switch, where it is reached, who may join."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import translate
from checkin_app.ui.sync import hub_port
from checkin_app.ui.sync.enrol import Enrol
from checkin_app.ui.sync.hub_desks import HubDesks
from checkin_app.ui.sync.own_hub import OwnHub, Stage
from checkin_app.ui.sync.parts import Panel
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


class House(Panel):
    """Off, it is one switch; on, it says what there is to know."""

    def __init__(self, workplace: Workplace, hub: OwnHub, desks: HubDesks) -> None:
        super().__init__(
            translate("Sync", "This desk is the hub"),
            translate(
                "Sync",
                "One computer of the venue can be the place where all desks meet. Nothing needs "
                "to be installed; it goes on while this program runs.",
            ),
        )
        self._workplace = workplace
        self._hub = hub
        self._desks = desks
        self.switch = QCheckBox(translate("Sync", "This desk is the hub"))
        self.switch.setAccessibleName(translate("Sync", "This desk is the hub"))
        self.switch.toggled.connect(hub.switch)
        self.said = label(role="strong", wrap=True)
        self.reach = label(role="muted", wrap=True)
        self.page = KeyButton(translate("Sync", "Open the control-room page"), icon="reports")
        self.page.clicked.connect(self._on_page)
        self.renew_password = KeyButton(translate("Sync", "New password for it"))
        self.renew_password.clicked.connect(self._on_password)
        self.password = label(wrap=True)
        self.password.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.enrol = Enrol(workplace, hub, desks)
        self.port = QSpinBox()
        self.port.setRange(hub_port.LEAST, hub_port.MOST)
        self.port.setGroupSeparatorShown(False)
        self.port.setPrefix(translate("Sync", "Port") + " ")
        self.port.setFixedWidth(140)
        self.port.lineEdit().setTextMargins(12, 0, 0, 0)
        self.port.setAccessibleName(translate("Sync", "Port of the hub"))
        self.use_port = KeyButton(translate("Sync", "Use this port"))
        self.use_port.clicked.connect(self._on_port)
        self.elsewhere = flow_row(self.port, self.use_port)
        self.serving = QWidget()
        inside = QVBoxLayout(self.serving)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.reach)
        inside.addWidget(flow_row(self.page, self.renew_password))
        inside.addWidget(self.password)
        inside.addWidget(self.enrol)
        for part in (self.switch, self.said, self.elsewhere, self.serving):
            self.column.addWidget(part)
        self.column.addStretch(1)
        hub.changed.connect(self.renew)
        desks.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Says how things are now."""
        hub = self._hub
        focus = self.focusWidget()
        held = focus is not None and focus.hasFocus()
        self.switch.blockSignals(True)
        self.switch.setChecked(hub.ticked)
        self.switch.blockSignals(False)
        serving = hub.stage is Stage.SERVING
        self.serving.setVisible(serving)
        waits = hub.stage is Stage.FAILED and bool(hub.taken)
        if waits and self.elsewhere.isHidden():
            self.port.setValue(hub_port.next_free(hub.taken))
        self.elsewhere.setVisible(waits)
        if held and focus is not None and not focus.isVisibleTo(self):
            (self.use_port if waits else self.switch).setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.setText(self._words())
        self.said.setVisible(bool(self.said.text()))
        self.reach.setText(self._reach())
        self.password.setVisible(bool(hub.password))
        self.password.setText(
            translate(
                "Sync",
                "Password of the control-room page, shown until this program ends: {password}",
            ).format(password=hub.password)
        )

    def _words(self) -> str:
        hub = self._hub
        problem = self._workplace.say(hub.problem) if hub.problem else ""
        match hub.stage:
            case Stage.OFF:
                return ""
            case Stage.FOUNDING:
                return translate("Sync", "Putting the event into the hub …")
            case Stage.STARTING:
                return translate("Sync", "The hub is starting …")
            case Stage.FAILED if hub.taken:
                return translate(
                    "Sync",
                    "The hub does not run: another program of this computer uses port {port}. End "
                    "that program, or use another port; desks that joined at {port} must then be "
                    "enrolled again.",
                ).format(port=hub.taken)
            case Stage.FAILED:
                return translate("Sync", "The hub does not run: {why}").format(why=problem)
        words = translate("Sync", "The hub runs at {address}").format(address=hub.address)
        if hub.taken:
            moved = translate(
                "Sync",
                "Another program of this computer uses port {taken}, so the hub uses {port}.",
            ).format(taken=hub.taken, port=hub.port)
            words = f"{words}\n{moved}"
        return f"{words}\n{problem}" if problem else words

    def _reach(self) -> str:
        """Whether others get here, as far as that is known: who came tells best."""
        if "127.0.0.1" in self._hub.address or "localhost" in self._hub.address:
            return translate(
                "Sync",
                "This computer has no network now: no other desk can reach it. Connect it to the "
                "desks' network.",
            )
        # Enrolled is who came with an enrolment; this desk is one of them.
        others = sum(1 for row in self._desks.rows if not row.revoked)
        if others == 2:
            return translate("Sync", "One other desk has reached it.")
        if others > 2:
            return translate("Sync", "%n other desk(s) have reached it.", None, others - 1)
        hint = translate("Sync", "No other desk has reached it yet.")
        if sys.platform == "win32":
            return f"{hint} " + translate(
                "Sync",
                "Windows asks once whether connections may come in: an administrator must allow "
                "it for private networks (port {port}).",
            ).format(port=self._hub.port)
        return f"{hint} " + translate(
            "Sync",
            "If one cannot: is it in the same network, and does no firewall close port {port}?",
        ).format(port=self._hub.port)

    def _on_port(self) -> None:
        self._hub.use_port(self.port.value())

    def _on_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._hub.address))

    def _on_password(self) -> None:
        self._hub.run(["hub", "password"], self._on_new_password, self._on_failed)

    def _on_new_password(self, answer: Any) -> None:
        self._hub.password = str(answer.get("password", ""))
        self.renew()

    def _on_failed(self, error: CheckinError) -> None:
        self._workplace.failed(error)
