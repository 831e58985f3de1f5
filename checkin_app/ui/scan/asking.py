"""Owns how the scan screen puts its questions to the desk lane: where, by whom, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.queue import reading
from checkin_app.ui.queue.fresh import Expectation
from checkin_app.ui.queue.reading import Answer
from checkin_app.ui.scan import verbs
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.delegates import Delegate, FoundDelegate
    from checkin_app.domain.scans import ScanOutcome
    from checkin_app.store.roster import DelegateCard

T = TypeVar("T")
Failed = Callable[[CheckinError], None]
Done = Callable[[verbs.Taken], None]


class Asking:
    """One question a method; `failed` is told of every failure that nobody else is."""

    def __init__(self, workplace: Workplace, failed: Failed) -> None:
        self._workplace = workplace
        self._failed = failed

    def _run(
        self, verb: Callable[[Desk], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        self._workplace.lane.run(verb, done, failed or self._failed)

    def read(self, code: str, expected: Expectation, done: Callable[[Answer], None]) -> None:
        """What a code that was read means here and now."""
        place, who = self._workplace.settings.checkpoint, self._workplace.operator
        self._run(lambda desk: reading.read(desk, code, place, who, expected), done)

    def admit(self, delegate: str, done: Done) -> None:
        """Somebody found by name comes in."""
        place, who = self._workplace.settings.checkpoint, self._workplace.operator
        self._run(lambda desk: verbs.admit(desk, delegate, place, who), done)

    def override(self, scan_id: str, reason: str, done: Done) -> None:
        """Somebody is admitted against the verdict."""
        who = self._workplace.operator
        self._run(lambda desk: verbs.override(desk, scan_id, reason, who), done)

    def undo(self, scan_id: str, done: Done) -> None:
        """A scan is taken back."""
        who = self._workplace.operator
        self._run(lambda desk: verbs.undo(desk, scan_id, who), done)

    def again(self, outcome: ScanOutcome, done: Done) -> None:
        """A recent scan is looked at."""
        self._run(lambda desk: verbs.again(desk, outcome), done)

    def person(self, delegate: str, done: Callable[[DelegateCard], None]) -> None:
        """Everything known of one person."""
        self._run(lambda desk: verbs.person(desk, delegate), done)

    def members(self, delegation: str, done: Callable[[verbs.Members | None], None]) -> None:
        """Everybody of a delegation."""
        self._run(lambda desk: verbs.members(desk, delegation), done)

    def choices(self, done: Callable[[verbs.Choices], None]) -> None:
        """What a registration can choose from."""
        self._run(verbs.choices, done)

    def register(
        self,
        fields: dict[str, object],
        force: bool,
        done: Callable[[Delegate | list[FoundDelegate]], None],
        failed: Failed,
    ) -> None:
        """A walk-in is registered, unless people are alike."""
        who = self._workplace.operator
        self._run(lambda desk: verbs.register(desk, fields, force, who), done, failed)

    def overview(self, done: Callable[[verbs.Overview], None]) -> None:
        """The numbers and the latest scans; a failure is silent, the next time tells."""
        self._workplace.lane.run(verbs.overview, done)
