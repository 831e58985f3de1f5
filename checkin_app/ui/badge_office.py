"""Owns printing one badge from the window: what it says, the PDF, the printer, the record of it.

The desk lane says what is printed and records what became of it; the PDF is made and handed over
in a small pool, so that scanning goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from checkin_app.config import station_dir
from checkin_app.domain.errors import CheckinError, NotPossible, ProgramFault
from checkin_app.ui.language import translate
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeSubject
    from checkin_app.desk import Desk

DEFAULT_LAYOUT = "a6"


class PrintState(StrEnum):
    """What is known of a badge's printing."""

    PRINTING = "printing"
    SENT = "sent"
    WRITTEN = "written"
    FAILED = "failed"
    UNKNOWN = "unknown"


def state_words(state: PrintState) -> str:
    """The state in words that are true."""
    match state:
        case PrintState.PRINTING:
            return translate("Print", "badge printing")
        case PrintState.SENT:
            return translate("Print", "badge sent to the printer")
        case PrintState.WRITTEN:
            return translate("Print", "badge saved as PDF")
        case PrintState.FAILED:
            return translate("Print", "badge not printed")
        case PrintState.UNKNOWN:
            return translate("Print", "badge handed over, result not known")


@dataclass(frozen=True, slots=True)
class _Job:
    subject: BadgeSubject
    layout: str
    printer: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Done:
    job: _Job
    state: PrintState
    detail: str
    error: CheckinError | None = None


def badges_dir() -> Path:
    """Where badges go as PDF when no printer is chosen."""
    folder = station_dir() / "badges"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


class BadgeOffice(QObject):
    """Emits `changed` with delegate id, PrintState, and a detail for people."""

    changed = Signal(str, object, str)
    _done = Signal(object)

    def __init__(self, workplace: Workplace, *, inline: bool = False) -> None:
        super().__init__(workplace)
        self.setObjectName("badge-office")
        self._workplace = workplace
        self.inline = inline
        self._busy: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._pool.setObjectName("badges")
        self._done.connect(self._on_done, Qt.ConnectionType.AutoConnection)

    def print_badge(self, delegate_id: str, reason: str = "") -> bool:
        """Prints; False when the same badge is being printed already."""
        if delegate_id in self._busy:
            return False
        self._busy.add(delegate_id)
        self.changed.emit(delegate_id, PrintState.PRINTING, "")

        def verb(desk: Desk) -> tuple[BadgeSubject | None, str, str]:
            from checkin_app.badges.selection import Selection

            found = next(iter(desk.badge_subjects(Selection(delegates=(delegate_id,)))), None)
            return found, delegate_id, reason

        self._workplace.lane.run(verb, self._on_subject, _Failure(self, delegate_id).tell)
        return True

    @property
    def busy(self) -> bool:
        """Whether a print is under way that is not in the desk lane to be recorded yet."""
        return bool(self._busy)

    def _on_subject(self, found: tuple[BadgeSubject | None, str, str]) -> None:
        subject, delegate_id, reason = found
        settings = self._workplace.settings
        if subject is None:
            why = translate("Print", "There is nothing to print for this person.")
            self._failed(delegate_id, NotPossible(why=why))
            return
        job = _Job(subject, settings.badge_layout or DEFAULT_LAYOUT, settings.printer, reason)
        if self.inline:
            self._done.emit(_hand_over(job))
        else:
            self._pool.start(_Runner(job, self._done))

    @Slot(object)
    def _on_done(self, done: _Done) -> None:
        job, workplace = done.job, self._workplace
        delegate_id = job.subject.delegate_id
        detail = done.detail if done.error is None else workplace.say(done.error)
        printer, operator = job.printer or "PDF", workplace.operator

        def verb(desk: Desk) -> None:
            desk.record_print(
                delegate_id,
                layout=job.layout,
                printer=printer,
                outcome=done.state.value,
                code=job.subject.code,
                reason=job.reason,
                operator=operator,
            )

        workplace.lane.run(verb, None, workplace.failed)
        self._busy.discard(delegate_id)
        self.changed.emit(delegate_id, done.state, detail)
        if done.error is not None:
            workplace.failed(done.error)
        elif done.state is PrintState.FAILED:
            workplace.toast(f"{state_words(done.state)}: {done.detail}")
        workplace.touched.emit("prints")

    def _failed(self, delegate_id: str, error: CheckinError) -> None:
        self._busy.discard(delegate_id)
        self.changed.emit(delegate_id, PrintState.FAILED, self._workplace.say(error))
        self._workplace.failed(error)


@dataclass(frozen=True, slots=True)
class _Failure:
    office: BadgeOffice
    delegate_id: str

    def tell(self, error: CheckinError) -> None:
        self.office._failed(self.delegate_id, error)


class _Runner(QRunnable):
    def __init__(self, job: _Job, done: object) -> None:
        super().__init__()
        self._job = job
        self._told = done

    def run(self) -> None:
        self._told.emit(_hand_over(self._job))  # type: ignore[attr-defined]


def _hand_over(job: _Job) -> _Done:
    """Makes the PDF and gives it to the printer; runs in the pool."""
    try:
        from checkin_app import printing
        from checkin_app.badges.layout import LAYOUTS
        from checkin_app.badges.render import render

        printer = printing.find(job.printer or f"folder:{badges_dir()}")
        with printing.spooled(printer) as pdf:
            rendered = render([job.subject], pdf, layout=job.layout)
            if not rendered.pages:
                return _Done(job, PrintState.FAILED, "")
            outcome = printing.print_pdf(
                printer,
                pdf,
                title=f"Badge {job.subject.delegate_id}",
                media=LAYOUTS[job.layout].media,
            )
    except CheckinError as error:
        return _Done(job, PrintState.FAILED, "", error)
    except OSError as error:
        return _Done(job, PrintState.FAILED, error.strerror or str(error))
    except Exception as crash:
        from checkin_app import logs

        logs.crashed(__name__, "printing a badge", crash)
        return _Done(job, PrintState.FAILED, "", ProgramFault())
    return _Done(job, PrintState(outcome.state), outcome.detail)
