"""Owns what is done with one person through the desk, what is said of it, and how it is undone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin_app import verdict_words
from checkin_app.domain.delegates import Standing
from checkin_app.domain.errors import CheckinError
from checkin_app.domain.scans import Decision, ScanOutcome
from checkin_app.ui.language import translate
from checkin_app.ui.roster import verbs
from checkin_app.ui.workplace import Workplace


class Deeds(QObject):
    """Emits `wrote` with a kind after each deed.

    `amended` and `registered` carry a delegate's id, `alike` the people who may be meant, `refused`
    the error of a correction or registration that was not saved.
    """

    wrote = Signal(str)
    amended = Signal(str)
    registered = Signal(str)
    alike = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = ""

    def check_in(self, key: str) -> None:
        """Admits somebody at this desk's checkpoint, if the rules allow it."""
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
        self.wrote.emit("scans")

    def _undo_scan(self, scan_id: str) -> None:
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.undo_scan(desk, scan_id, operator),
            self._on_undone,
            self._workplace.failed,
        )

    def _on_undone(self, _: object) -> None:
        self.wrote.emit("scans")

    def withdraw(self, key: str) -> None:
        """Takes somebody off; they stay on the roster, marked."""
        words = translate("Roster", "Withdrawn: {name}")
        self._amend(key, {"standing": Standing.WITHDRAWN.value}, words)

    def restore(self, key: str) -> None:
        """Takes a withdrawal back."""
        words = translate("Roster", "Restored: {name}")
        self._amend(key, {"standing": Standing.ACCREDITED.value}, words)

    def correct(self, key: str, changes: Mapping[str, Any]) -> None:
        """Corrects fields."""
        self._amend(key, changes, translate("Roster", "Corrected: {name}"))

    def _amend(self, key: str, changes: Mapping[str, Any], words: str) -> None:
        operator = self._workplace.operator
        self._words = words
        self._workplace.lane.run(
            lambda desk: verbs.amend(desk, key, changes, operator),
            self._on_amended,
            self._on_refused,
        )

    def _on_amended(self, amended: verbs.Amended) -> None:
        key = amended.delegate.id
        if amended.undo and self._words:
            text = self._words.format(name=amended.delegate.name)
            self._workplace.toast(text, partial(self._amend, key, amended.undo, ""))
        self.amended.emit(key)
        self.wrote.emit("roster")

    def register(self, fields: Mapping[str, Any], *, force: bool) -> None:
        """Registers a walk-in; without `force` only if nobody is alike."""
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.register(desk, fields, force, operator),
            self._on_registered,
            self._on_refused,
        )

    def _on_registered(self, made: verbs.Registered) -> None:
        if made.delegate is None:
            self.alike.emit(made.alike)
            return
        text = translate("Roster", "Registered: {name}").format(name=made.delegate.name)
        self._workplace.toast(text)
        self.registered.emit(made.delegate.id)
        self.wrote.emit("roster")

    def _on_refused(self, error: CheckinError) -> None:
        self.refused.emit(error)

    def replace_code(self, key: str) -> None:
        """Gives a new code; the old one is refused from now on."""
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.replace_code(desk, key, operator),
            self._on_new_code,
            self._workplace.failed,
        )

    def _on_new_code(self, _: str) -> None:
        self._workplace.toast(translate("Roster", "New code issued. Print a new badge (F5)."))
        self.wrote.emit("roster")

    def revoke(self, key: str, code: str) -> None:
        """Takes a code away."""
        operator = self._workplace.operator
        self._workplace.lane.run(
            lambda desk: verbs.revoke(desk, key, code, operator),
            self._on_revoked,
            self._workplace.failed,
        )

    def _on_revoked(self, _: str) -> None:
        self._workplace.toast(translate("Roster", "Code revoked. It is refused from now on."))
        self.wrote.emit("roster")
