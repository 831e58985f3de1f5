"""Owns what the scan screen shows and asks about the badge of the person on screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from checkin_app.ui.queue.fresh import Armed
from checkin_app.ui.queue.person_badge import PersonBadge
from checkin_app.ui.scan.card import Action, Card, with_badge
from checkin_app.ui.scan.stage import Stage
from checkin_app.ui.workplace import Workplace


class BadgeDesk(QObject):
    """Joins the stage and a badge.

    Emits `held` when something is asked for which the person stays on screen, `settled` once it was
    answered, `told` with a delegate's id and what became of their badge.
    """

    held = Signal()
    settled = Signal()
    told = Signal(str, str)

    def __init__(self, workplace: Workplace, stage: Stage) -> None:
        super().__init__(stage)
        self.badges = PersonBadge(workplace, self)
        self._stage = stage
        self._card: Card | None = None
        self.badges.told.connect(self._on_told)
        self.badges.reason_wanted.connect(self._on_reason_wanted)
        stage.reprinted.connect(self._on_reprint)
        stage.lost.connect(self._on_lost)
        stage.handed.connect(self._on_handed)
        stage.all_handed.connect(self.badges.hand_over_delegation)
        stage.queue_wanted.connect(self.open_queue)
        stage.retried.connect(self.badges.room.retry)
        stage.moved.connect(self.badges.room.move)

    def show(self, card: Card | None) -> None:
        """Another card is on screen, or none."""
        self._card = card
        person = card.person if card is not None else None
        if card is not None:
            self._stage.verdict.strip.clear()
        self.badges.stand(person.delegate_id if person is not None else "")

    def do(self, action: Action) -> None:
        """Does what a button or a key asks about the badge, if it can be done now."""
        who = self.badges.standing
        if not who:
            return
        match action:
            case Action.PRINT:
                self.badges.print_badge(who)
            case Action.HAND_OVER if self.badges.printed:
                self._hold()
                self._stage.verdict.ask_receiver(self.badges.liaison)
            case Action.COMPARE if self.badges.printed:
                self._arm(Armed.COMPARE)
            case Action.TEMPORARY:
                self._arm(Armed.TEMPORARY)

    def leave(self) -> bool:
        """Takes back what the next code was asked to be; whether there was anything."""
        if not self.badges.armed:
            return False
        self.badges.arm(Armed.NOTHING)
        self.settled.emit()
        return True

    def open_queue(self, job_id: str = "") -> None:
        """Shows the print queue where the verdict stands; the next scan takes the place again."""
        self.held.emit()
        self._stage.bring(self._stage.queue)
        self._stage.queue.show_job(job_id)

    def _hold(self) -> None:
        self.held.emit()
        self._stage.bring(self._stage.verdict)

    def _arm(self, armed: Armed) -> None:
        self._hold()
        self._stage.verdict.stop_asking()
        self.badges.arm(armed)

    def _on_reason_wanted(self, delegate_id: str) -> None:
        if delegate_id == self.badges.standing:
            self._hold()
            self._stage.verdict.ask_reprint()

    def _on_reprint(self, reason: str) -> None:
        self._stage.verdict.stop_asking()
        self.badges.print_badge(self.badges.standing, reason)
        self.settled.emit()

    def _on_lost(self) -> None:
        self._stage.verdict.stop_asking()
        self.badges.replace_lost(self.badges.standing)
        self.settled.emit()

    def _on_handed(self, to: str, name: str) -> None:
        self._stage.verdict.stop_asking()
        self.badges.hand_over(to, name)
        self.settled.emit()

    def _on_told(self, delegate_id: str) -> None:
        words, card = self.badges.words(delegate_id), self._card
        if words:
            self.told.emit(delegate_id, words)
        if card is None or card.person is None or card.person.delegate_id != delegate_id:
            return
        page, printed = self._stage.verdict, self.badges.printed
        page.say_strip(self.badges.strip())
        if words and card.tells_badge:
            page.show_line(f"{card.line} · {words}" if card.line else words)
        page.bar.offer(with_badge(card.actions, printed=printed), printed=printed)
