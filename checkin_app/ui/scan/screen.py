"""Owns the scan screen: what is shown when a code is read, a name opened, a key pressed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.domain.scans import ScanOutcome
from checkin_app.ui.language import translate
from checkin_app.ui.scan import verbs
from checkin_app.ui.scan.card import (
    KEYS,
    Action,
    Card,
    Sound,
    found_actions,
    person_of,
    verdict_card,
)
from checkin_app.ui.scan.counters import Counters
from checkin_app.ui.scan.ready_page import ReadyPage
from checkin_app.ui.scan.recent import Recent
from checkin_app.ui.scan.search import Search
from checkin_app.ui.scan.verdict_page import VerdictPage
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import DelegateCard

_REFRESH = 120


class ScanScreen(QWidget):
    """The desk's main screen. Emits `sounded` with a Sound once a verdict is shown."""

    sounded = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._outcome: ScanOutcome | None = None
        self._card: Card | None = None
        self._after: dict[str, str] = {}
        self.ready = ReadyPage()
        self.verdict = VerdictPage()
        self.search = Search(workplace)
        self.recent = Recent()
        self.counters = Counters()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.ready)
        self._pages.addWidget(self.verdict)
        self._lay_out()
        self._quiet = self._timer("back-to-ready", self.show_ready)
        self._refresh = self._timer("refresh-figures", self._ask_overview)
        self.search.opened.connect(self.open_person)
        self.search.field.textEdited.connect(self._on_typed)
        self.recent.opened.connect(self.open_scan)
        self.verdict.asked.connect(self.do)
        self.verdict.reason_given.connect(self._on_reason)
        workplace.touched.connect(self._on_touched)
        self._add_keys()

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        border = 1
        inside.setContentsMargins(border, border, border, border)
        inside.addWidget(self._pages)
        centre = QVBoxLayout()
        centre.setContentsMargins(16, 16, 16, 16)
        centre.setSpacing(14)
        centre.addWidget(panel, 1)
        centre.addWidget(self.counters)
        aside = QFrame()
        aside.setObjectName("aside")
        aside.setFixedWidth(372)
        beside = QVBoxLayout(aside)
        beside.setContentsMargins(16, 16, 16, 8)
        beside.setSpacing(0)
        beside.addWidget(self.search)
        beside.addWidget(self.recent, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(centre, 1)
        row.addWidget(aside)

    def _timer(self, name: str, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _add_keys(self) -> None:
        for action, key in KEYS.items():
            sequence = {"Ctrl Z": "Ctrl+Z", "Esc": "Escape"}.get(key, key)
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setProperty("action", action.value)
            shortcut.activated.connect(self._on_key)

    def _on_key(self) -> None:
        self.do(Action(self.sender().property("action")))

    # -- what happens ------------------------------------------------------

    def code_read(self, code: str) -> None:
        """A scanner read `code`: ask the desk, whatever is on screen."""
        place, operator = self._workplace.settings.checkpoint, self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.scan(desk, code, place, operator), self._on_taken, self._on_failed
        )

    def open_person(self, delegate_id: str) -> None:
        """Shows somebody found by name."""
        self._workplace.lane.run(
            lambda desk: verbs.person(desk, delegate_id), self._on_person, self._on_failed
        )

    def open_scan(self, outcome: ScanOutcome) -> None:
        """Shows a recent scan again."""
        self._workplace.lane.run(
            lambda desk: verbs.again(desk, outcome), self._on_looked_at, self._on_failed
        )

    def show_ready(self) -> None:
        """Nobody stands here: the ready state, and the field waits for a name."""
        if self.verdict.asking and self.isVisible() and self._quiet.isActive():
            return
        self._quiet.stop()
        self._outcome = self._card = None
        self.verdict.stop_asking()
        self._pages.setCurrentWidget(self.ready)

    def shown(self) -> None:
        """The screen came to the front."""
        self.search.take_focus()
        self._ask_overview()

    def do(self, action: Action) -> None:
        """Does what a button or a key asks, if it can be done now."""
        match action:
            case Action.READY:
                self._leave()
            case Action.FIND:
                self.search.take_focus()
            case Action.CHECK_IN:
                self._check_in()
            case Action.UNDO:
                self._undo()
            case Action.ADMIT_ANYWAY:
                if self._offers(action):
                    self._quiet.stop()
                    self.verdict.ask_reason()
            case Action.SUPERVISOR:
                self._call_supervisor()
            case _:
                pass

    def _offers(self, action: Action) -> bool:
        return self._card is not None and action in self._card.actions

    def _leave(self) -> None:
        if self.verdict.asking:
            self.verdict.stop_asking()
            self._start_quiet()
            return
        self.search.clear()
        self.show_ready()
        self.search.take_focus()

    def _check_in(self) -> None:
        if self._card is None or self._card.person is None or not self._offers(Action.CHECK_IN):
            return
        delegate, place = self._card.person.delegate_id, self._workplace.settings.checkpoint
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.admit(desk, delegate, place, operator),
            self._on_taken,
            self._on_failed,
        )

    def _undo(self) -> None:
        outcome = self._outcome
        if outcome is None and self._card is None:
            outcome = next((o for o in self.recent.outcomes if not o.undone), None)
        if outcome is None or outcome.undone:
            return
        scan_id, operator = outcome.scan_id, self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.undo(desk, scan_id, operator), self._on_looked_at, self._on_failed
        )

    def _on_reason(self, reason: str) -> None:
        if self._card is None:
            return
        scan_id, operator = self._card.scan_id, self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.override(desk, scan_id, reason, operator),
            self._on_taken,
            self._on_failed,
        )

    def _call_supervisor(self) -> None:
        if self._outcome is None:
            return
        self._quiet.stop()
        self._after[self._outcome.scan_id] = translate("Scan", "with the supervisor")
        self.verdict.show_step(
            translate(
                "Scan",
                "Kept on screen for the supervisor. This desk cannot call: raise your hand or "
                "phone. The next scan works as always.",
            )
        )
        self._ask_overview()

    # -- what comes back ---------------------------------------------------

    def _on_taken(self, taken: verbs.Taken) -> None:
        self._show(taken)
        self.search.clear()
        self.search.take_focus()
        if self._card is not None and self._card.sound is not None:
            self.sounded.emit(self._card.sound)
        self._refresh.start(_REFRESH)

    def _on_looked_at(self, taken: verbs.Taken) -> None:
        self._show(taken)
        self._refresh.start(_REFRESH)

    def _show(self, taken: verbs.Taken) -> None:
        outcome = taken.outcome
        self._outcome = outcome
        country = self._workplace.country(outcome.delegation.country if outcome.delegation else "")
        self._show_card(
            verdict_card(
                outcome,
                lang=self._workplace.lang,
                zone=self._workplace.zone,
                now=self._workplace.now(),
                completeness=taken.completeness,
                country=country,
            )
        )
        self._start_quiet()

    def _on_person(self, found: DelegateCard) -> None:
        self._outcome = None
        delegation = found.delegation
        person = person_of(
            found.delegate,
            delegation,
            found.category,
            found.completeness,
            self._workplace.lang,
            self._workplace.country(delegation.country if delegation else ""),
        )
        if found.checked_in:
            headline = translate("Scan", "Already checked in")
            line = translate("Scan", "Found by name. Nothing needs to be done.")
        else:
            headline = translate("Scan", "Not here yet")
            line = translate("Scan", "Found by name. Enter checks in.")
        self._show_card(
            Card(
                tone=Tone.NEUTRAL,
                headline=headline,
                line=line,
                step="",
                person=person,
                actions=found_actions(found.delegate.standing, found.checked_in),
                sound=None,
            )
        )
        self._quiet.stop()
        self.verdict.focus_primary()

    def _show_card(self, card: Card) -> None:
        self._card = card
        self.verdict.show_card(card, self._photos())
        self._pages.setCurrentWidget(self.verdict)

    def _photos(self) -> Path | None:
        file = self._workplace.event_file
        return file.parent / "photos" if file else None

    def _on_failed(self, error: CheckinError) -> None:
        """The desk could not do it: said where the verdict would stand."""
        self._quiet.stop()
        self._outcome = None
        self._show_card(
            Card(
                tone=Tone.REFER,
                headline=translate("Scan", "Not recorded"),
                line=self._workplace.say(error),
                step="",
                person=None,
                actions=(Action.FIND,),
                sound=Sound.REFER,
            )
        )
        self.sounded.emit(Sound.REFER)

    def _start_quiet(self) -> None:
        seconds = self._workplace.settings.ready_after
        if seconds > 0:
            self._quiet.start(seconds * 1000)

    def _on_typed(self, text: str) -> None:
        if self._card is not None and self._outcome is None and text:
            self.show_ready()

    def _on_touched(self, kind: str) -> None:
        if kind in ("scans", "roster", "prints"):
            self._refresh.start(_REFRESH)

    def _ask_overview(self) -> None:
        self._workplace.lane.run(verbs.overview, self._on_overview)

    def _on_overview(self, overview: verbs.Overview) -> None:
        self.counters.show_figures(overview.figures)
        self.recent.show_scans(
            overview.recent, self._workplace.lang, self._workplace.zone, self._after
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no control wants go to the search field."""
        text = event.text()
        if text and text.isprintable() and not text.isspace():
            self.search.field.setFocus()
            self.search.field.insert(text)
            self._on_typed(text)
            return
        super().keyPressEvent(event)
