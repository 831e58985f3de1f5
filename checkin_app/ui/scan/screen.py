"""Owns the scan screen: what is shown when a code is read, a name opened, a key pressed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.delegates import Delegate, FoundDelegate
from checkin_app.domain.errors import CheckinError
from checkin_app.domain.scans import Decision, ScanOutcome
from checkin_app.ui.language import translate
from checkin_app.ui.queue.reading import Answer, Bound, Read
from checkin_app.ui.scan import verbs
from checkin_app.ui.scan.aside import Aside
from checkin_app.ui.scan.asking import Asking
from checkin_app.ui.scan.badge_desk import BadgeDesk
from checkin_app.ui.scan.card import KEYS, Action, Card, verdict_card
from checkin_app.ui.scan.compared_card import bound_card, compared_card
from checkin_app.ui.scan.counters import Counters
from checkin_app.ui.scan.found_card import failure_card, found_card
from checkin_app.ui.scan.policy import wants_badge
from checkin_app.ui.scan.recent import Recent
from checkin_app.ui.scan.revoked import RevokedStrip
from checkin_app.ui.scan.search import Search
from checkin_app.ui.scan.stage import Stage
from checkin_app.ui.sounds import Sounds
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import DelegateCard

_REFRESH = 120
_ROOMY = 600


class ScanScreen(QWidget):
    """The desk's main screen. Emits `sounded` with a Sound once a verdict is shown."""

    sounded = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workplace = workplace
        self._sounds = Sounds(self)
        self._ask = Asking(workplace, self._on_failed)
        self.outcome: ScanOutcome | None = None
        self.card: Card | None = None
        self._after: dict[str, str] = {}
        self._scans: dict[str, str] = {}
        self.stage = Stage(workplace)
        self.badge_desk = BadgeDesk(workplace, self.stage)
        self.badges = self.badge_desk.badges
        self.search = Search(workplace)
        self.recent = Recent()
        self.counters = Counters()
        self.revoked = RevokedStrip(workplace)
        self._lay_out()
        self._quiet = self._timer("back-to-ready")
        self._quiet.timeout.connect(self.show_ready)
        self._refresh = self._timer("refresh-figures")
        self._refresh.timeout.connect(self._ask_overview)
        self._connect()

    def _lay_out(self) -> None:
        centre = QVBoxLayout()
        centre.setContentsMargins(16, 16, 16, 16)
        centre.setSpacing(14)
        centre.addWidget(self.revoked)
        centre.addWidget(self.stage, 1)
        centre.addWidget(self.counters)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(centre, 1)
        self._aside = Aside(self.search, self.recent)
        row.addWidget(self._aside)

    def _timer(self, name: str) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        return timer

    def _connect(self) -> None:
        self.search.opened.connect(self.open_person)
        self.search.field.textEdited.connect(self._on_typed)
        self.recent.opened.connect(self.open_scan)
        self.stage.asked.connect(self.do)
        self.stage.reason_given.connect(self._on_reason)
        self.stage.opened.connect(self.open_person)
        self.stage.wanted.connect(self._on_wanted)
        self.stage.left.connect(self._leave)
        self._workplace.touched.connect(self._on_touched)
        self.badge_desk.held.connect(self._quiet.stop)
        self.badge_desk.settled.connect(self._start_quiet)
        self.badge_desk.told.connect(self._on_badge)
        self.revoked.turned.connect(self._fit_counters)
        self.revoked.turned.connect(self._refresh.start)
        for action, key in KEYS.items():
            sequence = {"Ctrl Z": "Ctrl+Z", "Esc": "Escape"}.get(key, key)
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setProperty("action", action.value)
            shortcut.activated.connect(self._on_key)

    def _on_key(self) -> None:
        self.do(Action(self.sender().property("action")))

    # -- what is asked -----------------------------------------------------

    def code_read(self, code: str) -> None:
        """A scanner read `code`: ask the desk, whatever is on screen."""
        self._ask.read(code, self.badges.expected(), self._on_answer)

    def open_person(self, delegate_id: str) -> None:
        """Shows somebody found by name."""
        self._ask.person(delegate_id, self._on_person)

    def open_scan(self, outcome: ScanOutcome) -> None:
        """Shows a recent scan again."""
        self._ask.again(outcome, self._on_looked_at)

    def shown(self) -> None:
        """The screen came to the front."""
        self.search.take_focus()
        self._ask_overview()
        QTimer.singleShot(300, self, self._prepare)

    def _prepare(self) -> None:
        """What the first scan would otherwise wait for."""
        self.stage.verdict.ensurePolished()
        if self._workplace.settings.sounds:
            self._sounds.prepare()

    @property
    def waiting_for_ready(self) -> bool:
        """Whether the ready state comes back by itself."""
        return self._quiet.isActive()

    def show_ready(self) -> None:
        """Nobody stands here: the ready state."""
        self._quiet.stop()
        if self.badges.waits:
            self._start_quiet()
            return
        self._nobody()

    def _nobody(self) -> None:
        self._quiet.stop()
        self.outcome = self.card = None
        self.badge_desk.show(None)
        self.stage.bring(self.stage.ready)

    def do(self, action: Action) -> None:
        """Does what a button or a key asks, if it can be done now."""
        person = self.card.person if self.card else None
        match action:
            case Action.READY:
                self._leave()
            case Action.FIND:
                self.search.take_focus()
            case Action.CHECK_IN:
                if person is not None and self._offers(action):
                    self._ask.admit(person.delegate_id, self._on_taken)
            case Action.UNDO:
                self._undo()
            case Action.ADMIT_ANYWAY:
                if self._offers(action):
                    self._quiet.stop()
                    self.stage.bring(self.stage.verdict)
                    self.stage.verdict.ask_reason()
            case Action.SUPERVISOR:
                self._call_supervisor()
            case Action.PRINT | Action.HAND_OVER | Action.COMPARE | Action.TEMPORARY:
                self.badge_desk.do(action)
            case Action.DETAILS:
                if person is not None:
                    self._quiet.stop()
                    self._ask.person(person.delegate_id, self._on_details)
            case Action.DELEGATION:
                if person is not None and person.delegation_id:
                    self._quiet.stop()
                    self._ask.members(person.delegation_id, self._on_members)
            case Action.REGISTER:
                self._open_register()

    def _offers(self, action: Action) -> bool:
        return self.card is not None and action in self.card.actions

    def _leave(self) -> None:
        """One step back: from a reason or a page to the verdict, from there to ready."""
        if self.stage.asking:
            self.stage.verdict.stop_asking()
            self._start_quiet()
        elif self.badge_desk.leave():
            return
        elif self.stage.aside() and self.card is not None:
            self.stage.bring(self.stage.verdict)
            self.stage.verdict.focus_primary()
        else:
            self.search.clear()
            self._nobody()
            self.search.take_focus()

    def _undo(self) -> None:
        """Takes back the scan on screen; on the ready screen, the latest one."""
        outcome = self.outcome
        if self.card is None:
            outcome = next((o for o in self.recent.outcomes if not o.undone), None)
        if outcome is None or outcome.undone:
            return
        self._ask.undo(outcome.scan_id, self._on_looked_at)

    def _on_reason(self, reason: str) -> None:
        if self.outcome is not None:
            self._ask.override(self.outcome.scan_id, reason, self._on_taken)

    def _call_supervisor(self) -> None:
        if self.outcome is None:
            return
        self._quiet.stop()
        self._after[self.outcome.scan_id] = translate("Scan", "with the supervisor")
        self.stage.verdict.show_step(
            translate(
                "Scan",
                "Kept on screen for the supervisor: raise your hand. Scanning goes on as always.",
            )
        )
        self._ask_overview()

    def open_queue(self) -> None:
        """Shows the print queue where the verdict stands."""
        self.badge_desk.open_queue()

    def _on_badge(self, delegate_id: str, words: str) -> None:
        scan_id = self._scans.get(delegate_id, "")
        if scan_id and self._after.get(scan_id) != words:
            self._after[scan_id] = words
            self._refresh.start(_REFRESH)

    def _open_register(self) -> None:
        self._quiet.stop()
        self.stage.bring(self.stage.register)
        self.stage.register.begin(self.search.field.text().strip())
        self._ask.choices(self._on_choices)

    def _on_wanted(self, fields: dict[str, object], force: bool) -> None:
        self._ask.register(fields, force, self._on_registered, self._on_not_registered)

    # -- what comes back ---------------------------------------------------

    def _on_answer(self, answer: Answer) -> None:
        if isinstance(answer, verbs.Taken):
            self._on_taken(answer)
            return
        if isinstance(answer, Read):
            self.badges.compared(answer)
            self._show_answer(compared_card(answer, self._workplace))
        else:
            self._show_answer(bound_card(answer, self._workplace))
        self._workplace.touched.emit("roster" if isinstance(answer, Bound) else "prints")

    def _show_answer(self, card: Card) -> None:
        """A code was read that was no scan."""
        self.outcome = None
        self._show_card(card)
        self._start_quiet()
        self.search.clear()
        self.search.take_focus()
        self._sound()

    def _on_taken(self, taken: verbs.Taken) -> None:
        self._show(taken)
        self.search.clear()
        self.search.take_focus()
        self._sound()
        self._workplace.recorded.emit()
        self._refresh.start(_REFRESH)
        outcome = taken.outcome
        wanted = wants_badge(outcome, self._workplace.settings) and not self.revoked.revoked
        if outcome.delegate is not None and wanted:
            self.badges.print_on_admission(outcome.delegate.id)

    def _on_looked_at(self, taken: verbs.Taken) -> None:
        self._show(taken)
        self._workplace.recorded.emit()
        self._refresh.start(_REFRESH)

    def _show(self, taken: verbs.Taken) -> None:
        outcome, workplace = taken.outcome, self._workplace
        self.outcome = outcome
        if outcome.delegate is not None and outcome.verdict.decision is Decision.ADMIT:
            self._scans[outcome.delegate.id] = outcome.scan_id
        card = verdict_card(
            outcome,
            lang=workplace.lang,
            zone=workplace.zone,
            now=workplace.now(),
            completeness=taken.completeness,
            country=workplace.country(outcome.delegation.country if outcome.delegation else ""),
        )
        self._show_card(card)
        self._start_quiet()

    def _on_person(self, found: DelegateCard) -> None:
        self.outcome = None
        country = found.delegation.country if found.delegation else ""
        workplace = self._workplace
        self._show_card(found_card(found, workplace.lang, workplace.country(country)))
        self._quiet.stop()
        self.stage.verdict.focus_primary()

    def _show_card(self, card: Card) -> None:
        card = self.card = self.revoked.weigh(card)
        self.stage.verdict.show_card(card, self._photos())
        self.badge_desk.show(card)
        self.stage.bring(self.stage.verdict)

    def _photos(self) -> Path | None:
        file = self._workplace.event_file
        return file.parent / "photos" if file else None

    def _on_details(self, found: DelegateCard) -> None:
        self.stage.details.show_card(found)
        self.stage.bring(self.stage.details)

    def _on_members(self, members: verbs.Members | None) -> None:
        if members is not None:
            self.stage.bring(self.stage.delegation)
            self.stage.delegation.show_members(members)

    def _on_choices(self, choices: verbs.Choices) -> None:
        self.stage.register.offer(choices.delegations, choices.categories)

    def _on_registered(self, answer: Delegate | list[FoundDelegate]) -> None:
        if isinstance(answer, list):
            self.stage.register.show_alike(answer)
            return
        self.stage.register.done()
        self.search.clear()
        self._workplace.toast(
            translate("Register", "{name} is registered.").format(name=answer.name)
        )
        self._workplace.touched.emit("roster")
        self.open_person(answer.id)

    def _on_not_registered(self, error: CheckinError) -> None:
        self.stage.register.say_problem(self._workplace.say(error))

    def _on_failed(self, error: CheckinError) -> None:
        self._quiet.stop()
        self.outcome = None
        self._show_card(failure_card(self._workplace.say(error)))
        self._sound()

    def _sound(self) -> None:
        """After the verdict is on screen: a sound, or a flash where none can be heard."""
        if self.card is None or self.card.sound is None:
            return
        heard = self._workplace.settings.sounds and self._sounds.play(self.card.sound)
        if not heard:
            self.stage.verdict.banner.flash()
        self.sounded.emit(self.card.sound)

    def _start_quiet(self) -> None:
        seconds = self._workplace.settings.ready_after
        if seconds > 0:
            self._quiet.start(seconds * 1000)

    def _on_typed(self, text: str) -> None:
        if text and self.card is not None and self.outcome is None and not self.stage.aside():
            self.show_ready()

    def _on_touched(self, kind: str) -> None:
        if kind in ("scans", "roster", "prints"):
            self._refresh.start(_REFRESH)

    def _ask_overview(self) -> None:
        self._ask.overview(self._on_overview)

    def _on_overview(self, overview: verbs.Overview) -> None:
        self.counters.show_figures(overview.figures)
        self.recent.show_scans(
            overview.recent,
            self._workplace.lang,
            self._workplace.zone,
            self._after,
            self.revoked.weigh_row,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the verdict keeps its room."""
        super().resizeEvent(event)
        self._aside.fit(self.window().width())
        self._fit_counters()

    def _fit_counters(self) -> None:
        """What a revoked desk counts, nobody else does."""
        self.counters.setVisible(self.height() >= _ROOMY and not self.revoked.revoked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no control wants go to the search field."""
        text = event.text()
        if text and text.isprintable() and not text.isspace() and not self.stage.aside():
            self.search.field.setFocus()
            self.search.field.insert(text)
            self._on_typed(text)
            return
        super().keyPressEvent(event)
