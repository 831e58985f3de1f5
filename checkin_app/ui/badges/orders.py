"""Owns what a run of badges is asked to do, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.ui.background import Say, Stopped
from checkin_app.ui.queue.states import FOLDER
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeProblem
    from checkin_app.desk import Desk
    from checkin_app.domain.badges import Job
    from checkin_app.press.bulk import Bulk, Made, MadeBadge
    from checkin_app.press.told import LeftOut


@dataclass(frozen=True, slots=True)
class Order:
    """Whose badges, how, and where to: a printer's name, the path of a PDF file, or the queue."""

    bulk: Bulk
    printer: str = ""
    file: Path | None = None
    title: str = "Badges"
    reason: str = ""

    @property
    def queued(self) -> bool:
        """Whether each badge goes through the queue."""
        return self.file is None and not self.printer


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a run.

    `state` is queued, sent, written, failed, unknown, cancelled or nobody; `refused` are the
    sentences of badges that could not be ordered; `left_out` are those of whom there is none.
    """

    state: str
    badges: int
    place: str = ""
    detail: str = ""
    warnings: tuple[BadgeProblem, ...] = ()
    made: tuple[MadeBadge, ...] = ()
    refused: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Slice:
    """Some badges to order, and why some of them could not be."""

    def __init__(self, people: list[str], order: Order, workplace: Workplace) -> None:
        self._people = people
        self._order = order
        self._operator = workplace.operator
        self._station = replace(workplace.settings)
        self.refused: list[CheckinError] = []

    def order(self, desk: Desk) -> list[Job]:
        """All at once; one by one where one of them cannot be."""
        self.refused = []
        try:
            return self._put(desk, self._people)
        except NotPossible:
            jobs: list[Job] = []
            for person in self._people:
                try:
                    jobs += self._put(desk, [person])
                except NotPossible as error:
                    self.refused.append(error)
            return jobs

    def _put(self, desk: Desk, people: list[str]) -> list[Job]:
        return desk.order_badges(
            people,
            layout=self._order.bulk.layout,
            reason=self._order.reason,
            operator=self._operator,
            station=self._station,
        )


def make(order: Order, desk: Desk, say: Say, stopped: Stopped) -> Report:
    """Makes the badges in a process of its own and hands them over; runs beside the lane.

    Raises PrinterFailed, and what making them raises.
    """
    from checkin_app.press.bulk import make_apart

    def progress(done: int, total: int | None) -> None:
        say(done, total or done)

    if order.file is not None:
        made = make_apart(desk.path, order.bulk, order.file, progress=progress, cancelled=stopped)
        return _report(made, "written", str(order.file))
    from checkin_app.printing import find, print_pdf, spooled

    if order.printer.startswith(FOLDER):
        Path(order.printer.removeprefix(FOLDER)).mkdir(parents=True, exist_ok=True)
    printer = find(order.printer)
    with spooled(printer) as pdf:
        bulk = replace(order.bulk, dpi=printer.dpi)
        made = make_apart(desk.path, bulk, pdf, progress=progress, cancelled=stopped)
        if not made.badges or stopped():
            return Report("cancelled" if made.cancelled or stopped() else "nobody", 0)
        outcome = print_pdf(printer, pdf, title=order.title, media=_media(order.bulk, desk))
    place = outcome.detail if outcome.state == "written" else order.printer
    return _report(made, outcome.state, place, outcome.detail)


def _report(made: Made, state: str, place: str, detail: str = "") -> Report:
    if not made.badges:
        state = "cancelled" if made.cancelled else "nobody"
        return Report(state, 0, warnings=made.warnings, left_out=made.left_out)
    return Report(
        state,
        len(made.badges),
        place,
        detail,
        made.warnings,
        made.badges,
        left_out=made.left_out,
    )


def _media(bulk: Bulk, desk: Desk) -> str:
    from checkin_app.badges.layout.sheets import SHEETS

    if bulk.sheet:
        return SHEETS[bulk.sheet].media
    return desk.layout(bulk.layout or bulk.default).media
