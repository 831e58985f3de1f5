"""Owns the top of the sync screen: the link in large words, what waits, one press to try now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from checkin_app.i18n import sentence
from checkin_app.ui.language import number, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

_MARKS = {Tone.ADMIT: "check", Tone.REFER: "warning", Tone.REFUSE: "refused"}


class Head(QWidget):
    """Shows the state of the office."""

    def __init__(self, workplace: Workplace, office: SyncOffice) -> None:
        super().__init__()
        self._workplace = workplace
        self._office = office
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._mark = QLabel()
        self._mark.setFixedWidth(40)
        self.words = label(role="heading", wrap=True)
        self.line = label(role="muted", wrap=True)
        self.problem = label(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Sync", "What is coming in"))
        self.try_now = KeyButton(translate("Sync", "Try now"), "F5", icon="sync")
        self.try_now.setShortcut("F5")
        self.try_now.clicked.connect(self._on_try)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for part in (self.words, self.line, self.problem, self.bar):
            texts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.try_now, 0, Qt.AlignmentFlag.AlignVCenter)

    def renew(self) -> None:
        """Says how things are now."""
        state = self._office.state
        tone = state_words.tone(state)
        ink = look.theme.tone(tone).ink
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(icons.pixmap(_MARKS.get(tone, "sync"), ink, 32, ratio))
        words = state_words.link(state)
        if state.link == "met" and state.name not in ("", *self._event_names()):
            words = translate("Sync", "Synced with {hub}").format(hub=state.name)
        self.words.setText(words)
        self.line.setText(self._line())
        # Of a revocation the notice below says what to do, and trying changes nothing.
        revoked = state.link == "revoked"
        told = state.problem is not None and not revoked
        problem = sentence(state.problem, self._workplace.lang) if told and state.problem else ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.try_now.setVisible(self._office.runs and not revoked)
        self._show_progress()

    def _event_names(self) -> tuple[str, ...]:
        """A hub without a name of its own is called as the event is; that says nothing."""
        forum = self._workplace.forum
        return (forum.name, forum.name_vi) if forum is not None else ()

    def _line(self) -> str:
        state, workplace = self._office.state, self._workplace
        if state.link == "none" and not self._office.runs:
            return translate(
                "Sync",
                "Everything is recorded here. Join a hub, meet desks on the LAN, or carry a "
                "bundle on a stick: the others then know it too.",
            )
        waiting = state_words.waiting(state) or translate("Sync", "nothing is waiting")
        instead = state_words.beside(state, workplace) if state.link == "offline" else ""
        parts = [instead, state_words.met(state, workplace), waiting, state_words.clock(state)]
        parts.append(state_words.host(state.address))
        return " · ".join(part for part in parts if part)

    def _show_progress(self) -> None:
        progress = self._office.state.progress
        self.bar.setVisible(progress is not None)
        if progress is not None:
            done, total = progress
            self.bar.setRange(0, max(1, total))
            self.bar.setValue(done)
            self.line.setText(
                translate("Sync", "Taking in {done} of {total}").format(
                    done=number(done), total=number(total)
                )
            )

    def _on_try(self) -> None:
        self._office.try_now()
        self._workplace.toast(translate("Sync", "Trying now."))
