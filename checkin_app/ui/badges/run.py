"""Owns one run of badges: made in a process of its own, or put into the queue; then recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.badges import JOB_BADGES
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background
from checkin_app.ui.badges.orders import Order, Report, Slice, make
from checkin_app.ui.queue.press_room import badges_folder, press_room
from checkin_app.ui.queue.states import FOLDER
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.badges import Job
    from checkin_app.press.bulk import MadeBadge

_AT_ONCE = 10


def printer_of(workplace: Workplace) -> str:
    """The printer of this desk; without one badges become PDF files in the station's folder."""
    return workplace.settings.printer or badges_folder()


def badge_run(workplace: Workplace) -> BadgeRun:
    """The run of this window: it goes on, and is recorded, when screens are built anew."""
    found = workplace.findChild(BadgeRun)
    return found if isinstance(found, BadgeRun) else BadgeRun(workplace)


class BadgeRun(QObject):
    """One run at a time. Emits `progressed(done, total)` and `ended` with a Report.

    `recording` comes with how many prints are still to be kept; then it is too late to stop.
    """

    progressed = Signal(int, int)
    recording = Signal(int)
    ended = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("badge-run")
        self._workplace = workplace
        self._beside = Background(self)
        self._beside.progressed.connect(self.progressed)
        self._order: Order | None = None
        self._left: list[MadeBadge] = []
        self._report: Report | None = None
        self._people: list[str] = []
        self._slice: Slice | None = None
        self._queued = 0
        self._refused: list[str] = []
        self._stopped = False

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._order is not None

    def start(self, order: Order) -> None:
        """Begins a run."""
        if self.busy:
            return
        self._order = order
        self._stopped = False
        if order.queued:
            selection = order.bulk.selection
            self._beside.read(
                self._workplace.lane,
                lambda desk, say, stopped: list(desk.badge_subjects(selection).ids),
                self._on_people,
                self._on_failed,
            )
            return
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: make(order, desk, say, stopped),
            self._on_made,
            self._on_failed,
        )

    def stop(self) -> None:
        """Ends the run; what is not printed or ordered by then is not."""
        self._stopped = True
        self._beside.stop()

    # -- the queue ---------------------------------------------------------

    def _on_people(self, people: list[str]) -> None:
        self._people = people
        self._queued = 0
        self._refused = []
        self._order_some()

    def _order_some(self) -> None:
        """Puts badges into the queue, few at a time, so that scans go on in between."""
        order = self._order
        assert order is not None
        total = self._queued + len(self._refused) + len(self._people)
        self.progressed.emit(total - len(self._people), total)
        if not self._people or self._stopped:
            state = "queued" if self._queued else "cancelled" if self._stopped else "nobody"
            if self._refused and not self._queued:
                state = "failed"
            refused = tuple(self._refused)
            detail = refused[0] if refused else ""
            self._end(Report(state, self._queued, detail=detail, refused=refused))
            return
        some, self._people = self._people[:JOB_BADGES], self._people[JOB_BADGES:]
        self._slice = Slice(some, order, self._workplace)
        press_room(self._workplace).do(self._slice.order, self._on_ordered, self._on_failed)

    def _on_ordered(self, jobs: list[Job]) -> None:
        assert self._slice is not None
        self._queued += sum(len(job.badges) for job in jobs)
        self._refused += [self._workplace.say(error) for error in self._slice.refused]
        self._order_some()

    # -- files and whole sheets ----------------------------------------------

    def _on_made(self, report: Report) -> None:
        self._report = report
        self._left = list(report.made)
        self._record()

    def _record(self) -> None:
        """Keeps the prints, few at a time, so that scans go on in between."""
        order, report = self._order, self._report
        assert order is not None and report is not None
        if not self._left:
            self._end(report)
            return
        self.recording.emit(len(self._left))
        some, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        operator = self._workplace.operator
        place = order.printer or f"{FOLDER}{report.place}"

        def keep(desk: Desk) -> None:
            for badge in some:
                desk.record_print(
                    badge.delegate_id,
                    layout=badge.layout,
                    printer=place,
                    outcome=report.state,
                    code=badge.code,
                    reason=report.detail if report.state == "failed" else order.reason,
                    operator=operator,
                )

        self._workplace.lane.run(keep, self._on_recorded, self._on_failed)

    def _on_recorded(self, _: None) -> None:
        self._record()

    def _end(self, report: Report) -> None:
        self._order = None
        if report.made or report.badges:
            self._workplace.touched.emit("prints")
        self.ended.emit(report)

    def _on_failed(self, error: CheckinError) -> None:
        self._order = None
        self.ended.emit(Report("failed", 0, detail=self._workplace.say(error)))
