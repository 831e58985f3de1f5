"""Owns the press of the window: its threads while an event is open, and what is ordered there.

Screens order here and listen here; the threads of the press are in `shift`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from checkin_app.domain.badges import SEEN, Job, JobState
from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.ui.background import Background
from checkin_app.ui.queue.asked import Asked
from checkin_app.ui.queue.job_book import JobBook, badges_folder
from checkin_app.ui.queue.shift import Shift
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.press import Press

__all__ = ["PressRoom", "badges_folder", "press_room"]

#: Milliseconds that the end waits for a badge which is being handed over.
_LAST_BADGE = 5_000


def press_room(workplace: Workplace) -> PressRoom:
    """The press of this window; it goes on when screens are built anew."""
    found = workplace.findChild(PressRoom)
    return found if isinstance(found, PressRoom) else PressRoom(workplace)


class PressRoom(JobBook):
    """Orders badges, prints them, follows them; what is known of them is in the book."""

    _ended = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("press-room")
        self._shift: Shift | None = None
        self._last = self._timer("last-badge", _LAST_BADGE, self._give_up)
        self._gave_up = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    # -- shifts ------------------------------------------------------------

    def begin(self) -> None:
        """An event is open: what a former run of the program left is taken up, truly told."""
        self.leave()
        self._gave_up = False
        self._forget()
        asked = Asked(self._workplace.lane, self)
        asked.told.connect(self._on_told)
        self._shift = Shift(asked, self._workplace.settings, seen=self._seen, ended=self._ended)
        self._want()
        self._shift.start()
        self._soon.start()

    def stop(self) -> None:
        """No further badge is begun; `busy` until the one under way is told, or for seconds."""
        if self._shift is not None:
            self._shift.stop()
            self._last.start()

    def leave(self) -> None:
        """Asks nothing more of the event that is open; what is under way is told at its next."""
        if self._shift is not None:
            self._shift.stop()
            self._shift.leave()
            self._shift = None
        self._last.stop()

    @property
    def busy(self) -> bool:
        """Whether a badge is being handed to a printer and may still be told."""
        return self._shift is not None and self._shift.working and not self._gave_up

    def _give_up(self) -> None:
        self._gave_up = True

    @Slot()
    def _on_ended(self) -> None:
        """A thread came to its end: who waits for that looks again."""

    # -- orders ------------------------------------------------------------

    def order(
        self,
        delegates: Sequence[str],
        done: Callable[[list[Job]], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
        *,
        reason: str = "",
        printer: str = "",
    ) -> None:
        """Puts badges into the queue; `failed` is told why that cannot be."""
        operator, people = self._workplace.operator, list(delegates)
        station = replace(self._workplace.settings)
        self.do(
            lambda desk: desk.order_badges(
                people, printer=printer, reason=reason, operator=operator, station=station
            ),
            done,
            failed,
        )

    def do(
        self,
        verb: Callable[[Desk], list[Job]],
        done: Callable[[list[Job]], None] | None = None,
        failed: Callable[[CheckinError], None] | None = None,
    ) -> None:
        """Runs a verb that changes jobs; the press hears of them before `done`."""
        order = _Order(self, done)
        self._workplace.lane.run(verb, order.on_jobs, failed or self._workplace.failed)

    def retry(self, job_id: str) -> None:
        """Queues a job once more."""
        self.do(lambda desk: [desk.retry_job(job_id)])

    def move(self, job_id: str, printer: str) -> None:
        """Gives a job to another printer, back from the one that has it.

        A printer that cannot be asked for it may print it yet, and holds nobody up.
        """
        self._beside(
            lambda press: press.move(job_id, printer),
            job_id,
            lambda desk: desk.move_job(job_id, printer),
        )

    def cancel(self, job_id: str) -> None:
        """Takes a job out of the queue, back from the printer that has it."""
        who = self._workplace.operator
        self._beside(lambda press: press.cancel(job_id, operator=who))

    def _beside(
        self,
        deed: Callable[[Press], Job],
        job_id: str = "",
        unasked: Callable[[Desk], Job] | None = None,
    ) -> None:
        """What has to ask a printer is no matter for the desk lane.

        `unasked` is done where the printer could not be asked, so that nobody knows of the job.
        """
        if self._shift is None:
            return
        press, ask = self._shift.press(), self._shift.asked.ask

        def whole() -> Job:
            try:
                return deed(press)
            except NotPossible:
                if unasked is None or ask(lambda desk: desk.job(job_id).state) != JobState.UNKNOWN:
                    raise
                return ask(unasked)

        beside = Background(self)
        beside.setObjectName("press-deed")
        beside.start(lambda say, stopped: whole(), self._on_deed, self._on_no_deed)

    def _on_deed(self, job: Job) -> None:
        self._tidy()
        self.heard([job])

    def _on_no_deed(self, error: CheckinError) -> None:
        self._tidy()
        self._workplace.failed(error)
        self._soon.start()

    def _tidy(self) -> None:
        for beside in self.findChildren(Background, "press-deed"):
            if not beside.busy:
                beside.deleteLater()

    def seen_on_paper(self, job_id: str) -> None:
        """Somebody has the badge in hand that no printer told of."""
        who = self._workplace.operator
        self.do(lambda desk: [desk.job_told(job_id, JobState.CONFIRMED, words=SEEN, operator=who)])

    def not_on_paper(self, job: Job) -> None:
        """Nothing came out of a job, says somebody, and nothing is wanted of it.

        A printer that still has it is asked to give it back first; one that cannot be asked does
        not keep the person waiting. Where it does not agree, that is said, and nothing changes.
        """
        who, key = self._workplace.operator, job.id

        def gone(desk: Desk) -> Job:
            desk.job_told(key, JobState.FAILED, words=SEEN, operator=who)
            return desk.cancel_job(key, operator=who)

        if job.state is JobState.SENT:
            self._beside(lambda press: press.cancel(key, operator=who), key, gone)
        else:
            self.do(lambda desk: [gone(desk)])

    def heard(self, jobs: Sequence[Job]) -> None:
        """These jobs are new or another way."""
        self._say_news(jobs)
        if self._shift is not None:
            self._shift.wake()
        self._soon.start()

    # -- news --------------------------------------------------------------

    @Slot(object)
    def _on_told(self, answer: object) -> None:
        """The press asked the desk something: about a job, or with no answer, it told something."""
        if isinstance(answer, Job):
            self._say_news([answer])
        elif answer is not None:
            return
        if not self._soon.isActive():
            self._soon.start()

    def _on_read(self) -> None:
        if self._shift is None:
            return
        self._shift.out = any(job.state is JobState.SENT for job in self.jobs)
        if any(job.state is JobState.QUEUED for job in self.jobs):
            self._shift.wake()
        self._want()

    @Slot(str)
    def _on_touched(self, kind: str) -> None:
        super()._on_touched(kind)
        if kind == "settings":
            self._want()

    def _want(self) -> None:
        """Which printers are looked at: those of the settings, and those that have jobs."""
        if self._shift is not None:
            self._shift.wanted = frozenset(self._names()) - {""}


class _Order:
    """Who is told of the jobs that a verb changed."""

    def __init__(self, room: PressRoom, done: Callable[[list[Job]], None] | None) -> None:
        self._room = room
        self._done = done

    def on_jobs(self, jobs: list[Job]) -> None:
        if shiboken6.isValid(self._room):
            self._room.heard(jobs)
        owner = getattr(self._done, "__self__", None)
        if self._done is not None and (not isinstance(owner, QObject) or shiboken6.isValid(owner)):
            self._done(jobs)
