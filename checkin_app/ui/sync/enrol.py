"""Owns making an enrolment on screen: name and profile, then the QR code and its text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import translate
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.sync.hub_desks import HubDesks
from checkin_app.ui.sync.own_hub import OwnHub, Stage
from checkin_app.ui.sync.profiles import PROFILES, profile_words
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.workplace import Workplace

#: Pixels that a code may take; a module takes a whole number of them.
_SIDE = 440
_QUIET = 4
#: Milliseconds between two looks whether the desk has joined, while its enrolment is shown.
_LOOK = 3000


class Symbol(QWidget):
    """A QR code, black on white in every theme, large enough to be scanned from the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[bool]] = []
        self._module = 4

    def show_text(self, text: str) -> None:
        """Shows another code."""
        import qrcode

        made = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_L, border=_QUIET, mask_pattern=2)
        made.add_data(text)
        made.make(fit=True)
        self._rows = [[bool(cell) for cell in row] for row in made.get_matrix()]
        self._module = max(4, _SIDE // len(self._rows))
        side = self._module * len(self._rows)
        self.setFixedSize(QSize(side, side))
        self.update()

    def forget(self) -> None:
        """Shows none."""
        self._rows = []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole pixels a module."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        module, black = self._module, QColor("#000000")
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRect(x * module, y * module, module, module), black)


class Enrol(QWidget):
    """For one desk at a time; the secret is shown until the desk has joined, or somebody is done.

    Emits `shown` with what should be in view.
    """

    shown = Signal(object)

    def __init__(self, workplace: Workplace, hub: OwnHub, desks: HubDesks) -> None:
        super().__init__()
        self._workplace = workplace
        self._hub = hub
        self._desks = desks
        self._text = self._named = self._wanted = ""
        self._made_at = workplace.now()
        self._looking = QTimer(self)
        self._looking.setObjectName("enrolled")
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(desks.ask)
        desks.changed.connect(self._on_desks)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.name.setMinimumWidth(220)
        self.name.setPlaceholderText(translate("Sync", "Name of the desk"))
        self.name.setAccessibleName(translate("Sync", "Name of the desk"))
        self.name.returnPressed.connect(self._on_make)
        self.profile = choice([(p, profile_words(p)) for p in PROFILES], "registration")
        self.profile.setMinimumWidth(280)
        self.profile.setAccessibleName(translate("Sync", "What the desk may"))
        self.make = KeyButton(translate("Sync", "Enrol a desk"), kind="primary")
        self.make.clicked.connect(self._on_make)
        self.said = label(role="problem", wrap=True)
        self.said.hide()
        self.symbol = Symbol()
        self.symbol.setAccessibleName(translate("Sync", "Enrolment as a QR code"))
        self.words = label(wrap=True)
        self.copy = KeyButton(translate("Sync", "Copy the text"), icon="copy")
        self.copy.clicked.connect(self._on_copy)
        self.done = KeyButton(translate("Sync", "Done"))
        self.done.clicked.connect(self.clear)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.words)
        side.addWidget(flow_row(self.copy, self.done))
        side.addStretch(1)
        self.ticket = QWidget()
        across = QHBoxLayout(self.ticket)
        across.setContentsMargins(0, 4, 0, 0)
        across.setSpacing(24)
        across.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(side, 1)
        self.ticket.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(flow_row(self.name, self.profile, self.make))
        column.addWidget(self.said)
        column.addWidget(self.ticket)

    def clear(self) -> None:
        """Nobody needs the secret any more."""
        self._put_away()
        self.name.setFocus()

    def _put_away(self) -> None:
        self._text = self._named = ""
        self._looking.stop()
        self.symbol.forget()
        self.ticket.hide()

    def _on_make(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._say(translate("Sync", "A desk needs a name: what is written on its table."))
            self.name.setFocus()
            return
        if self._hub.stage is not Stage.SERVING:
            self._say(translate("Sync", "The hub does not run now: no desk could join by it."))
            return
        self.make.setEnabled(False)
        self.said.hide()
        self._wanted = name
        profile = str(self.profile.currentData())
        arguments = ["hub", "enrol", "--desk", name, "--profile", profile]
        self._hub.run(arguments, self._on_enrolled, self._on_failed)

    def _on_enrolled(self, answer: Any) -> None:
        self.make.setEnabled(True)
        self._text = str(answer["enrolment"])
        self._named, self._made_at = self._wanted, self._workplace.now().replace(microsecond=0)
        self.name.clear()
        self.symbol.show_text(self._text)
        workplace = self._workplace
        until = verdict_words.clock(
            datetime.fromisoformat(str(answer["expires_at"])),
            workplace.zone,
            beside=workplace.now(),
            lang=workplace.lang,
            seconds=False,
        )
        self.words.setText(
            translate(
                "Sync",
                "For “{desk}”. At that desk choose “Join a hub”, then scan this code with its "
                "scanner or paste the text. Good once, until {time}.",
            ).format(desk=self._named, time=until)
        )
        self.ticket.show()
        self.copy.setFocus()
        self._looking.start()
        QTimer.singleShot(0, self, self._on_shown)

    def _on_shown(self) -> None:
        self.shown.emit(self.ticket)

    def _on_desks(self) -> None:
        """Whether the desk that this enrolment is for has used it."""
        joined = any(
            row.enrolled is not None and row.enrolled >= self._made_at
            for row in self._desks.rows
            if row.name == self._named
        )
        if not self._named or not joined:
            return
        held = self.ticket.isAncestorOf(self.focusWidget() or self)
        text = translate("Sync", "“{desk}” has joined.").format(desk=self._named)
        self._put_away()
        self._say(text, wrong=False)
        if held:
            self.name.setFocus()

    def _on_failed(self, error: CheckinError) -> None:
        self.make.setEnabled(True)
        self._say(self._workplace.say(error))

    def _say(self, text: str, *, wrong: bool = True) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setProperty("role", "problem" if wrong else "strong")
        restyle(self.said)
        self.said.show()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._text)
        self._workplace.toast(translate("Sync", "Copied. It is good for one desk, once."))
