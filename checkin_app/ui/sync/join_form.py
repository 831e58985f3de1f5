"""Owns the form of an enrolment: pasted or scanned, read at once, and what it says in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from checkin_app import verdict_words
from checkin_app.domain.errors import CheckinError, HubUnreachable
from checkin_app.ui.language import number, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.enrolments import PREFIX
from checkin_app.ui.theme import fonts
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.sync.enrolment import Enrolment

_MOST = 4096
#: Pixels of a field beside its text: a placeholder is never cut.
_PADDING = 36


class JoinForm(QWidget):
    """Emits `wanted` with the line of text and the name of this desk."""

    wanted = Signal(str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.enrolment: Enrolment | None = None
        self.text = QLineEdit()
        self.text.setMaxLength(_MOST)
        self.text.setPlaceholderText(translate("Sync", "CHECKIN-… paste or scan"))
        self.text.setAccessibleName(translate("Sync", "Enrolment"))
        self.text.textChanged.connect(self._on_text)
        self.text.returnPressed.connect(self._on_join)
        self.paste = KeyButton(translate("Sync", "Paste"))
        self.paste.clicked.connect(self._on_paste)
        self.name = QLineEdit(workplace.settings.desk_name)
        self.name.setMaxLength(60)
        self.name.setPlaceholderText(translate("Sync", "As the hub named it"))
        self.name.setAccessibleName(translate("Sync", "Name of this desk"))
        self.name.returnPressed.connect(self._on_join)
        self.join = KeyButton(translate("Sync", "Join"), kind="primary")
        self.join.clicked.connect(self._on_join)
        self.said = label(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Sync", "Joining"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for field in (self.text, self.name):
            field.setMinimumWidth(fonts.advance(fonts.font(), field.placeholderText()) + _PADDING)
        wide = max(button.sizeHint().width() for button in (self.paste, self.join))
        for button in (self.paste, self.join):
            button.setMinimumWidth(wide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(_beside(self.text, self.paste))
        column.addWidget(label(translate("Sync", "Name of this desk"), "small"))
        column.addLayout(_beside(self.name, self.join))
        column.addWidget(self.said)
        column.addWidget(self.bar)
        self.bar.hide()
        self.said.hide()
        self.join.setEnabled(False)

    def take(self, text: str) -> None:
        """A scanner typed an enrolment, or somebody pasted it."""
        self.text.setText(text.strip())
        self.join.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """To the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def busy(self, text: str) -> None:
        """Joining goes on."""
        self._say(text)
        self.bar.setRange(0, 0)
        self.bar.show()
        # What is disabled gives its focus to the next, which leads away from here.
        self.bar.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.text, self.paste, self.name, self.join):
            part.setEnabled(False)

    def step(self, done: int, total: int) -> None:
        """So much of the event is here."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self._say(
            translate("Sync", "Taking in {done} of {total}").format(
                done=number(done), total=number(total)
            )
        )

    def done(self) -> None:
        """Joined: the secret is used up and no longer shown."""
        self.free()
        self.text.clear()

    def failed(self, error: CheckinError) -> None:
        """It did not work; the text stays: to be tried again, or written over by another."""
        self.free()
        self._say(self._workplace.say(error), wrong=True)
        self.join.setEnabled(self.enrolment is not None)
        if isinstance(error, HubUnreachable) and self.enrolment is not None:
            self.join.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.text.selectAll()

    def free(self) -> None:
        """Nothing goes on."""
        self.bar.hide()
        for part in (self.text, self.paste, self.name):
            part.setEnabled(True)
        self._on_text(self.text.text())

    def read_again(self) -> None:
        """What was said of an attempt is over; what the text is still stands."""
        if self.bar.isHidden():
            self._on_text(self.text.text())

    def _on_paste(self) -> None:
        self.take(QApplication.clipboard().text()[:_MOST])

    def _on_text(self, text: str) -> None:
        from checkin_app.sync import enrolment

        self.enrolment = None
        try:
            if text.strip():
                self.enrolment = enrolment.parse(text)
        except CheckinError as error:
            self._say(self._workplace.say(error), wrong=len(text) > len(PREFIX))
        if self.enrolment is not None:
            self._say(self._tell(self.enrolment), wrong=self.enrolment.expired())
        self.join.setEnabled(self.enrolment is not None)
        if not text.strip():
            self.said.hide()

    def _tell(self, enrolment: Enrolment) -> str:
        until = datetime.fromtimestamp(min(enrolment.expires_at, 2**41) / 1000, UTC)
        # Without an event, as the clock above goes: its zone comes with it.
        here = datetime.now().astimezone().tzinfo or UTC
        when = verdict_words.clock(
            until,
            self._workplace.zone if self._workplace.forum is not None else here,
            beside=self._workplace.now(),
            lang=self._workplace.lang,
            seconds=False,
        )
        forum = self._workplace.forum
        mine = forum is not None and forum.id == enrolment.event
        if enrolment.expired():
            text = translate("Sync", "{event}: this enrolment expired at {time}. Ask for another.")
        else:
            text = translate("Sync", "{event}, hub at {address}, good until {time}.")
        return text.format(
            event=self._workplace.event_name() if mine else enrolment.event_name,
            address=state_words.host(enrolment.addresses[0]),
            time=when,
        )

    def _say(self, text: str, *, wrong: bool = False) -> None:
        from checkin_app.ui.widgets.parts import restyle

        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)
        self.said.show()

    def _on_join(self) -> None:
        if self.enrolment is not None and self.join.isEnabled():
            self.wanted.emit(self.text.text().strip(), self.name.text().strip())


def _beside(field: QLineEdit, button: KeyButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
