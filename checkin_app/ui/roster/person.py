"""Owns the right side of the roster: the person chosen, what is done with them, the forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.domain.delegates import Standing
from checkin_app.domain.errors import CheckinError
from checkin_app.domain.scans import Decision, ScanOutcome
from checkin_app.ui.badge_office import BadgeOffice, PrintState, state_words
from checkin_app.ui.language import translate
from checkin_app.ui.roster import verbs
from checkin_app.ui.roster.actions import Action, Actions
from checkin_app.ui.roster.card_view import CardView
from checkin_app.ui.roster.editing import Editing
from checkin_app.ui.roster.facts import facts
from checkin_app.ui.roster.history import Teller
from checkin_app.ui.roster.latest import Latest
from checkin_app.ui.roster.query import Choices
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.store.roster import DelegateCard

WIDTH = 412


class PersonPanel(QFrame):
    """Shows one person. Emits `registered` with the id of a walk-in, `left` when a form is left."""

    registered = Signal(str)
    left = Signal()

    def __init__(self, workplace: Workplace, office: BadgeOffice | None = None) -> None:
        super().__init__()
        self.setObjectName("aside")
        self.setFixedWidth(WIDTH)
        self._workplace = workplace
        self.choices = Choices([], [])
        self.card: DelegateCard | None = None
        self._cards: Latest[int | str, DelegateCard | None] = Latest(
            workplace.lane, _card, self._on_card, workplace.failed, self
        )
        known = workplace.findChild(BadgeOffice)
        self._office: BadgeOffice = office or known or BadgeOffice(workplace)
        self._office.changed.connect(self._on_print_state)
        self.view = CardView()
        self.view.codes.replaced.connect(self._replace_code)
        self.view.codes.revoked.connect(self._revoke)
        self.buttons = Actions(self)
        self.buttons.asked.connect(self.do)
        self.editing: Editing | None = None
        self._nobody = _nobody()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.buttons)
        self._page = page
        self.stack = QStackedWidget()
        self.stack.addWidget(self._nobody)
        self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self.stack)

    # -- who ---------------------------------------------------------------

    def open_key(self, key: int) -> None:
        """Shows the person of a row, unless a form is open."""
        if self.editing is None:
            self._cards.ask(key)

    def open_person(self, delegate_id: str) -> None:
        """Shows a person."""
        self._cards.ask(delegate_id)

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        if self.editing is None:
            self.card = None
            self.stack.setCurrentWidget(self._nobody)

    def refresh(self) -> None:
        """Asks for the same person again."""
        if self.card is not None:
            self._cards.ask(self.card.delegate.id)

    def _on_card(self, card: DelegateCard | None) -> None:
        if card is None:
            self.show_nobody()
            return
        self.card = card
        shown = facts(card, self._workplace)
        titles = {d.id: d.name for d in self.choices.delegations}
        lang = self._workplace.lang
        titles |= {c.id: c.name_vi if lang == "vi" else c.name_en for c in self.choices.categories}
        teller = Teller(self._workplace, titles)
        now = self._workplace.now()
        event = self._workplace.event_file
        photos: Path | None = event.parent / "photos" if event else None
        self.view.show_person(shown, [teller.tell(line, now) for line in card.history], photos)
        self.buttons.offer(shown)
        if self.editing is None:
            self.stack.setCurrentWidget(self._page)

    # -- what is done ------------------------------------------------------

    def do(self, action: Action) -> None:
        """Does what a button or key asks, if it can be done now."""
        if self.card is None or self.editing is not None or not self.buttons.offers(action):
            return
        match action:
            case Action.CHECK_IN:
                self._check_in()
            case Action.PRINT:
                self._print()
            case Action.CORRECT:
                self._edit()
            case Action.WITHDRAW:
                self._stand(Standing.WITHDRAWN, translate("Roster", "Withdrawn: {name}"))
            case Action.RESTORE:
                self._stand(Standing.ACCREDITED, translate("Roster", "Restored: {name}"))

    def _check_in(self) -> None:
        assert self.card is not None
        key = self.card.delegate.id
        place, operator = self._workplace.settings.checkpoint, self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.admit(desk, key, place, operator),
            self._on_checked_in,
            self._workplace.failed,
        )

    def _on_checked_in(self, outcome: ScanOutcome) -> None:
        workplace = self._workplace
        words = verdict_words.words(outcome, workplace.lang, workplace.zone, workplace.now())
        name = outcome.delegate.name if outcome.delegate else ""
        if outcome.verdict.decision is Decision.ADMIT:
            text = translate("Roster", "Checked in: {name}").format(name=name)
            workplace.toast(text, partial(self._undo_scan, outcome.scan_id))
        else:
            text = translate("Roster", "Not admitted: {name}. {headline}. {step}")
            workplace.toast(text.format(name=name, headline=words.headline, step=words.step))
        self._wrote("scans")

    def _undo_scan(self, scan_id: str) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.undo_scan(desk, scan_id, operator),
            self._on_undone,
            self._workplace.failed,
        )

    def _on_undone(self, _: object) -> None:
        self._wrote("scans")

    def _print(self) -> None:
        assert self.card is not None
        self._office.print_badge(self.card.delegate.id)

    def _on_print_state(self, delegate_id: str, state: PrintState, detail: str) -> None:
        if not self.isVisible():
            return
        if state in (PrintState.SENT, PrintState.WRITTEN, PrintState.UNKNOWN):
            words = state_words(state)
            self._workplace.toast(words[:1].upper() + words[1:] + (f": {detail}" if detail else ""))
        if state is not PrintState.PRINTING:
            self.refresh()

    def _stand(self, standing: Standing, words: str) -> None:
        assert self.card is not None
        self._amend(self.card.delegate.id, {"standing": standing.value}, words)

    def _amend(self, key: str, changes: Mapping[str, Any], words: str) -> None:
        operator = self._workplace.operator
        self._words = words
        self._workplace.lane.run(
            lambda desk: verbs.amend(desk, key, changes, operator),
            self._on_amended,
            self._on_not_saved,
        )

    def _on_amended(self, amended: verbs.Amended) -> None:
        self.leave_form()
        key = amended.delegate.id
        if amended.undo and self._words:
            text = self._words.format(name=amended.delegate.name)
            self._workplace.toast(text, partial(self._amend, key, amended.undo, ""))
        self._wrote("roster")

    def _replace_code(self) -> None:
        if self.card is not None:
            key, operator = self.card.delegate.id, self._workplace.operator
            self._workplace.lane.run(
                lambda desk: verbs.replace_code(desk, key, operator),
                self._on_new_code,
                self._workplace.failed,
            )

    def _on_new_code(self, _: str) -> None:
        self._workplace.toast(translate("Roster", "New code issued. Print a new badge (F5)."))
        self._wrote("roster")

    def _revoke(self, code: str) -> None:
        if self.card is not None:
            key, operator = self.card.delegate.id, self._workplace.operator
            self._workplace.lane.run(
                lambda desk: verbs.revoke(desk, key, code, operator),
                self._on_revoked,
                self._workplace.failed,
            )

    def _on_revoked(self, _: str) -> None:
        self._workplace.toast(translate("Roster", "Code revoked. It is refused from now on."))
        self._wrote("roster")

    def _wrote(self, kind: str) -> None:
        self.refresh()
        self._workplace.touched.emit(kind)

    # -- forms -------------------------------------------------------------

    def register(self) -> None:
        """Opens the form of a walk-in."""
        if self.editing is None:
            self._open_form(None)

    def _edit(self) -> None:
        assert self.card is not None
        self._open_form(self.card)

    def _open_form(self, card: DelegateCard | None) -> None:
        known = card.delegate if card is not None else None
        form = Editing(self._workplace, self.choices.categories, self.choices.delegations, known)
        form.left.connect(self._on_left)
        form.opened.connect(self._on_opened)
        form.saved.connect(self._on_save)
        form.forced.connect(self._on_force)
        self.editing = form
        self._edited = known.id if known else ""
        self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)
        form.take_focus()

    def leave_form(self) -> None:
        """Closes the form, if one is open."""
        form, self.editing = self.editing, None
        if form is None:
            return
        self.stack.removeWidget(form)
        form.deleteLater()
        self.stack.setCurrentWidget(self._page if self.card is not None else self._nobody)
        self.left.emit()

    def _on_left(self) -> None:
        self.leave_form()

    def _on_opened(self, delegate_id: str) -> None:
        self.leave_form()
        self.registered.emit(delegate_id)

    def _on_save(self, changes: Mapping[str, Any]) -> None:
        if not self._edited:
            self._send(changes, force=False)
        elif changes:
            self._amend(self._edited, changes, translate("Roster", "Corrected: {name}"))
        else:
            self.leave_form()

    def _on_force(self, changes: Mapping[str, Any]) -> None:
        self._send(changes, force=True)

    def _send(self, fields: Mapping[str, Any], *, force: bool) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.register(desk, fields, force, operator),
            self._on_registered,
            self._on_not_saved,
        )

    def _on_registered(self, made: verbs.Registered) -> None:
        if made.delegate is None:
            if self.editing is not None:
                self.editing.show_alike(made.alike)
            return
        self.leave_form()
        self._workplace.toast(
            translate("Roster", "Registered: {name}").format(name=made.delegate.name)
        )
        self.registered.emit(made.delegate.id)
        self._workplace.touched.emit("roster")

    def _on_not_saved(self, error: CheckinError) -> None:
        if self.editing is not None:
            self.editing.say(self._workplace.say(error))
        else:
            self._workplace.failed(error)


def _card(desk: Desk, wanted: int | str) -> DelegateCard | None:
    return verbs.card_of(desk, wanted) if isinstance(wanted, str) else verbs.card(desk, wanted)


def _nobody() -> QWidget:
    page = QWidget()
    words = label(
        translate("Roster", "Choose somebody to see everything known about them."),
        "muted",
        wrap=True,
    )
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 40, 40, 40)
    column.addWidget(words)
    return page
