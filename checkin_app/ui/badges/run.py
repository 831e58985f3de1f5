"""Owns one run of badges: gathered, rendered and handed over beside the lane, recorded in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.ui.background import Background, Say, Stopped
from checkin_app.ui.badge_office import DEFAULT_LAYOUT, badges_dir
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.render import Rendered
    from checkin_app.badges.selection import Selection
    from checkin_app.badges.subject import BadgeProblem, BadgeSubject
    from checkin_app.desk import Desk

_RECORDED_AT_ONCE = 10
FOLDER = "folder:"


@dataclass(frozen=True, slots=True)
class Order:
    """Whose badges, how, and where to: a printer's name, or the path of a PDF file."""

    selection: Selection
    layout: str = DEFAULT_LAYOUT
    printer: str = ""
    file: Path | None = None
    title: str = "Badges"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a run. `state` is sent, written, failed, unknown, cancelled or nobody."""

    state: str
    badges: int
    place: str = ""
    detail: str = ""
    warnings: tuple[BadgeProblem, ...] = ()
    made: tuple[BadgeSubject, ...] = ()


def printer_of(workplace: Workplace) -> str:
    """The printer of this desk; without one badges become PDF files in the station's folder."""
    return workplace.settings.printer or f"{FOLDER}{badges_dir()}"


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
        self._left: list[BadgeSubject] = []
        self._report: Report | None = None

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._order is not None

    def start(self, order: Order) -> None:
        """Begins a run."""
        if self.busy:
            return
        self._order = order
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: make(order, gather(desk, order.selection), say, stopped),
            self._on_made,
            self._on_failed,
        )

    def stop(self) -> None:
        """Ends the run; nothing is printed then."""
        self._beside.stop()

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
        some, self._left = self._left[:_RECORDED_AT_ONCE], self._left[_RECORDED_AT_ONCE:]
        operator = self._workplace.operator
        place = order.printer or f"{FOLDER}{report.place}"

        def keep(desk: Desk) -> None:
            for subject in some:
                desk.record_print(
                    subject.delegate_id,
                    layout=order.layout,
                    printer=place,
                    outcome=report.state,
                    code=subject.code,
                    reason=report.detail if report.state == "failed" else "",
                    operator=operator,
                )

        self._workplace.lane.run(keep, self._on_recorded, self._on_failed)

    def _on_recorded(self, _: None) -> None:
        self._record()

    def _end(self, report: Report) -> None:
        self._order = None
        if report.made:
            self._workplace.touched.emit("prints")
        self.ended.emit(report)

    def _on_failed(self, error: CheckinError) -> None:
        self._order = None
        self.ended.emit(Report("failed", 0, detail=self._workplace.say(error)))


def gather(desk: Desk, selection: Selection) -> list[BadgeSubject]:
    """What the chosen badges say."""
    return list(desk.badge_subjects(selection))


def make(
    order: Order,
    subjects: list[BadgeSubject],
    say: Say,
    stopped: Stopped,
) -> Report:
    """Renders the badges and hands them over; runs beside the lane. Raises PrinterFailed."""
    if not subjects:
        return Report("nobody", 0)
    if order.file is not None:
        made = _render(order, subjects, order.file, say, stopped)
        if made.cancelled:
            return Report("cancelled", 0)
        return Report(
            "written",
            made.badges,
            str(order.file),
            "",
            made.warnings,
            made=_in_file(subjects, made),
        )
    from checkin_app.badges.layout import LAYOUTS
    from checkin_app.printing import find, print_pdf, spooled

    if order.printer.startswith(FOLDER):
        Path(order.printer.removeprefix(FOLDER)).mkdir(parents=True, exist_ok=True)
    printer = find(order.printer)
    with spooled(printer) as pdf:
        made = _render(order, subjects, pdf, say, stopped)
        if made.cancelled or stopped():
            return Report("cancelled", 0)
        outcome = print_pdf(printer, pdf, title=order.title, media=LAYOUTS[order.layout].media)
    place = outcome.detail if outcome.state == "written" else order.printer
    return Report(
        outcome.state,
        made.badges,
        place,
        outcome.detail,
        made.warnings,
        made=_in_file(subjects, made),
    )


def _in_file(subjects: list[BadgeSubject], made: Rendered) -> tuple[BadgeSubject, ...]:
    """Whose badges were made: what is recorded says nothing else."""
    return tuple(s for s in subjects if s.delegate_id not in made.left_out)


def _render(
    order: Order, subjects: list[BadgeSubject], pdf: Path, say: Say, stopped: Stopped
) -> Rendered:
    from checkin_app.badges.render import render

    total = len(subjects)

    def progress(done: int, _: int | None = None) -> None:
        say(done, total)

    try:
        return render(subjects, pdf, layout=order.layout, progress=progress, cancelled=stopped)
    except OSError as error:
        raise NotPossible(why=f"{pdf}: {error.strerror or error}") from error
