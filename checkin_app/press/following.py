"""Owns what a printer's report about a job makes of the job."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import NotPossible, PrinterFailed

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.press.press import Ask
    from checkin_app.printing import JobReport, Printer

_ENDS = {
    "completed": JobState.CONFIRMED,
    "aborted": JobState.FAILED,
    "cancelled": JobState.CANCELLED,
}
Words = Callable[[Exception], str]


def follow(ask: Ask, jobs: Iterable[Job], words: Words) -> None:
    """Asks the printers about jobs that they have, and tells the desk what is new.

    A printer that does not answer is asked once; its other jobs wait for the same reason.
    """
    from checkin_app import printing

    known: dict[str, Printer] = {}
    silent: dict[str, str] = {}
    for job in jobs:
        if job.printer in silent:
            _attend(ask, job, silent[job.printer])
            continue
        try:
            if job.printer not in known:
                known[job.printer] = printing.find(job.printer)
        except PrinterFailed as error:
            silent[job.printer] = words(error)
            _attend(ask, job, silent[job.printer])
            continue
        report = printing.job_state(known[job.printer], job.system_job)
        end = ended(report)
        if end is not None:
            _tell(ask, job, end, said(report))
            continue
        if report.state == "unknown":
            silent[job.printer] = attention(report)
        _attend(ask, job, attention(report))


def ended(report: JobReport) -> JobState | None:
    """What a job has become for good; None while that is open.

    Of one that ended in the middle nobody knows which of its badges came out.
    """
    if report.state in _ENDS:
        end = _ENDS[report.state]
        return JobState.UNKNOWN if end is not JobState.CONFIRMED and report.impressions else end
    return JobState.UNKNOWN if report.over else None


def said(report: JobReport) -> str:
    """What is kept of the end of a job."""
    from checkin_app.printing.printer import SOME_CAME

    if report.state in ("aborted", "cancelled") and report.impressions:
        return "; ".join(part for part in (SOME_CAME, report.words) if part)
    return report.words


def attention(report: JobReport) -> str:
    """What the printer asks for, as printing.words tells it; empty when nothing holds it up."""
    asked = [
        a.words if a.kind == "other" and a.words else a.kind for a in report.attention if a.blocking
    ]
    if not asked and report.state in ("held", "stopped"):
        asked = [report.words or report.state]
    return "; ".join(asked)


def take_back(
    ask: Ask,
    job: Job,
    words: Words,
    state: JobState = JobState.CANCELLED,
    operator: str = "",
) -> Job:
    """Asks the printer to give a job back, and tells what came of it: `state` where it did.

    Of a job whose printer cannot be asked, nobody knows what becomes of it. Raises NotPossible
    where the printer does not agree.
    """
    from checkin_app import printing

    try:
        printer = printing.find(job.printer)
    except PrinterFailed as error:
        return _tell(ask, job, JobState.UNKNOWN, words(error))
    agreed = printing.cancel(printer, job.system_job)
    report = printing.job_state(printer, job.system_job)
    end = ended(report)
    if end is JobState.CANCELLED or (end in (None, JobState.UNKNOWN) and agreed):
        came = JobState.UNKNOWN if report.impressions else state
        return _tell(ask, job, came, said(report), operator)
    if end is not None:
        return _tell(ask, job, end, said(report))
    if report.state == "unknown":
        return _tell(ask, job, JobState.UNKNOWN, report.words)
    raise NotPossible(
        "The printer {printer} does not give the job back. Stop it at the printer.",
        printer=job.printer,
    )


def _tell(ask: Ask, job: Job, state: JobState, words: str, operator: str = "") -> Job:
    def tell(desk: Desk) -> Job:
        now = desk.job(job.id)
        if now.state is not JobState.SENT or now.system_job != job.system_job:
            return now
        return desk.job_told(job.id, state, words=words, operator=operator)

    return ask(tell)


def _attend(ask: Ask, job: Job, words: str) -> Job:
    """A desk writes only what is new."""
    if words == job.attention:
        return job

    def tell(desk: Desk) -> Job:
        now = desk.job(job.id)
        if now.state is not JobState.SENT:
            return now
        return desk.job_told(job.id, JobState.SENT, attention=words)

    return ask(tell)
