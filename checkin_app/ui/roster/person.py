"""Owns the right side of the roster: the person chosen, what is done with them, the forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.credentials import CredentialStatus
from checkin_app.domain.delegates import FoundDelegate
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import translate
from checkin_app.ui.photos.side import PhotoSide
from checkin_app.ui.roster import verbs
from checkin_app.ui.roster.actions import Action, Actions
from checkin_app.ui.roster.card_view import CardView
from checkin_app.ui.roster.deeds import Deeds
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

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("aside")
        self.setFixedWidth(WIDTH)
        self._workplace = workplace
        self.choices = Choices([], [])
        self.card: DelegateCard | None = None
        self._cards: Latest[int | str, DelegateCard | None] = Latest(
            workplace.lane, _card, self._on_card, workplace.failed, self
        )
        self._deeds = Deeds(workplace, self)
        self._deeds.wrote.connect(self._on_wrote)
        self._deeds.amended.connect(self._on_amended)
        self._deeds.registered.connect(self._on_registered)
        self._deeds.alike.connect(self._on_alike)
        self._deeds.refused.connect(self._on_not_saved)
        self.view = CardView(workplace)
        self.badge = self.view.badge
        self.badge.lost_wanted.connect(self.view.codes.ask)
        self.badge.badge.told.connect(self._on_badge)
        self.badge.badge.blocked.connect(self._on_blocked)
        self.badge.grew.connect(self._on_grew)
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
        self.photo = PhotoSide(workplace, self.stack)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self.stack)

    # -- who ---------------------------------------------------------------

    def open_key(self, key: int) -> None:
        """Shows the person of a row, unless a form is open."""
        if not self._busy:
            self._cards.ask(key)

    def open_person(self, delegate_id: str) -> None:
        """Shows a person; the page of a photo is left."""
        self.photo.close()
        self._cards.ask(delegate_id)

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        if not self._busy:
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
        self.view.conflicts.show_conflicts(card.conflicts)
        self.badge.show_person(shown.delegate_id)
        self.buttons.offer(shown)
        if not self._busy:
            self.stack.setCurrentWidget(self._page)

    @property
    def _busy(self) -> bool:
        """Whether a form, or the page of the photo, is open."""
        return self.editing is not None or self.photo.open

    # -- what is done ------------------------------------------------------

    def do(self, action: Action) -> None:
        """Does what a button or key asks, if it can be done now."""
        if self.card is None or self._busy or not self.buttons.offers(action):
            return
        key = self.card.delegate.id
        match action:
            case Action.CHECK_IN:
                self._deeds.check_in(key)
            case Action.PRINT:
                self.badge.print_badge()
            case Action.CORRECT:
                self._open_form(self.card)
            case Action.PHOTO:
                self.photo.show_page(self.card.delegate)
            case Action.WITHDRAW:
                self._deeds.withdraw(key)
            case Action.RESTORE:
                self._deeds.restore(key)

    def _on_badge(self, _: str) -> None:
        self.buttons.say_printed(self.badge.badge.printed)

    def _on_blocked(self, _: str) -> None:
        self.refresh()

    def _on_grew(self) -> None:
        QTimer.singleShot(0, self, self._bring_badge)

    def _bring_badge(self) -> None:
        self.view.ensureWidgetVisible(self.badge)

    def _replace_code(self) -> None:
        if self.card is None:
            return
        if any(code.status is CredentialStatus.ACTIVE for code in self.card.credentials):
            self.badge.badge.replace_lost(self.card.delegate.id)
        else:
            self._deeds.replace_code(self.card.delegate.id)

    def _revoke(self, code: str) -> None:
        if self.card is not None:
            self._deeds.revoke(self.card.delegate.id, code)

    def _on_wrote(self, kind: str) -> None:
        self.refresh()
        self._workplace.touched.emit(kind)

    # -- forms -------------------------------------------------------------

    def register(self) -> None:
        """Opens the form of a walk-in."""
        if not self._busy:
            self._open_form(None)

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
            self._deeds.register(changes, force=False)
        elif changes:
            self._deeds.correct(self._edited, changes)
        else:
            self.leave_form()

    def _on_force(self, changes: Mapping[str, Any]) -> None:
        self._deeds.register(changes, force=True)

    def _on_alike(self, found: Sequence[FoundDelegate]) -> None:
        if self.editing is not None:
            self.editing.show_alike(found)

    def _on_amended(self, _: str) -> None:
        self.leave_form()

    def _on_registered(self, delegate_id: str) -> None:
        self.leave_form()
        self.registered.emit(delegate_id)

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
