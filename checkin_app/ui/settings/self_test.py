"""Owns the scanner's self-test: takes every key while it runs, then says what arrived."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.ui.language import language, number, translate
from checkin_app.ui.settings.arrived import Arrived, Found, judge
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

_QUIET = 350
_TAKEN = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class SelfTest(QWidget):
    """Emits `found` with an Arrived after each scan; Escape or the button ends the test."""

    found = Signal(object)

    def __init__(self, workplace: Workplace, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._workplace = workplace
        self._clock = clock
        self._keys: list[tuple[str, float]] = []
        self.running = False
        self.button = KeyButton(translate("Settings", "Test the scanner"), icon="scan")
        self.button.clicked.connect(self._on_button)
        self.words = label(wrap=True)
        self.raw = label(wrap=True)
        self.raw.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        column.addWidget(self.raw)
        for part in (self.words, self.raw):
            part.hide()
        self._quiet = QTimer(self)
        self._quiet.setObjectName("self-test")
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._judge)

    def begin(self) -> None:
        """Takes all keys from now on, before anybody else sees them."""
        application = QCoreApplication.instance()
        if self.running or application is None:
            return
        self.running = True
        self._keys = []
        application.installEventFilter(self)
        self.button.rename(translate("Settings", "End the test"))
        self._say(translate("Settings", "Scan any code now. Nothing is recorded."), Tone.NEUTRAL)
        self.raw.hide()

    def end(self) -> None:
        """Gives the keys back."""
        application = QCoreApplication.instance()
        if not self.running or application is None:
            return
        self.running = False
        application.removeEventFilter(self)
        self._quiet.stop()
        self.button.rename(translate("Settings", "Test the scanner"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys go into the test and no further."""
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if event.commitString() and not isinstance(watched, QWindow):
                self._take(event.commitString())
                return True
            return False
        if event.type() not in _TAKEN or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.end()
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.text():
            self._take(event.text())
        event.accept()
        return True

    def _take(self, text: str) -> None:
        self._keys.append((text, self._clock()))
        self._quiet.start()

    def _judge(self) -> None:
        settings = self._workplace.settings
        arrived = judge(self._keys, settings.scanner_prefix, settings.scanner_suffix)
        self._keys = []
        tone, text = verdict(arrived)
        self._say(text, tone)
        pace = language.locale.toString(arrived.pace, "f", 1)
        self.raw.setText(
            translate("Settings", "{text}\n{count} keys, {pace} ms a key").format(
                text=arrived.shown, count=number(arrived.keys), pace=pace
            )
        )
        self.raw.show()
        self.found.emit(arrived)

    def _say(self, text: str, tone: Tone) -> None:
        ground = look.theme.tone(tone)
        self.words.setText(text)
        self.words.setAccessibleName(text)
        self.words.setStyleSheet(
            f"background: {ground.paper}; color: {ground.ink}; border-radius: 8px;"
            " padding: 10px 14px; font-weight: 600;"
        )
        self.words.show()

    def _on_button(self) -> None:
        if self.running:
            self.end()
        else:
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the test: it ends."""
        self.end()
        super().hideEvent(event)


def verdict(arrived: Arrived) -> tuple[Tone, str]:
    """What staff read about a test."""
    if arrived.found is Found.TYPING:
        return Tone.REFUSE, translate(
            "Settings",
            "This looks like typing, not like a code. Scan a badge of this event, or set a prefix.",
        )
    if arrived.found is Found.DAMAGED:
        return Tone.REFUSE, translate(
            "Settings",
            "Digits arrived, but not a whole code. Turn the input method off, or set a prefix in "
            "the scanner and here.",
        )
    if arrived.found is Found.MARKED:
        return Tone.REFER, translate(
            "Settings",
            "A whole code arrived with “{before}” before and “{after}” after it. Enter them above "
            "as prefix and suffix.",
        ).format(before=arrived.before, after=arrived.after)
    if arrived.slow:
        return Tone.REFER, translate(
            "Settings",
            "The code arrived, but slowly. Set the scanner to type without a delay between keys.",
        )
    if arrived.found is Found.FOREIGN:
        return Tone.ADMIT, translate(
            "Settings", "A code of another system arrived. It is looked up in the roster."
        )
    return Tone.ADMIT, translate("Settings", "The scanner works: a whole code arrived.")
