"""Owns what is known of a job in whose sending the program ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import PrinterFailed
from checkin_app.press.kept import sha256_of
from checkin_app.press.order import try_title

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.press.press import Ask

ENDED = "The program ended while the badge was handed over. Look whether it came out."
_FOLDER = "folder:"


def recover(ask: Ask, job: Job, words: str) -> Job:
    """Tells a job that was “sending”: where the printer knows it by its title it was sent, a
    folder shows whether it has it or was about to get it, else nobody knows."""
    from checkin_app.printing import folder

    if not job.printer.startswith(_FOLDER):
        found = _sent(job)
        if found:
            return ask(lambda desk: desk.job_told(job.id, JobState.SENT, system_job=found))
        return ask(lambda desk: desk.job_told(job.id, JobState.UNKNOWN, words=words))
    path = Path(job.printer.removeprefix(_FOLDER))
    written = _written(path, job)
    if written is None:
        state = JobState.QUEUED if folder.drop_drafts(path, try_title(job)) else JobState.UNKNOWN
        return ask(
            lambda desk: desk.job_told(
                job.id, state, words=words if state is JobState.UNKNOWN else ""
            )
        )

    def tell(desk: Desk) -> Job:
        return desk.job_told(job.id, JobState.WRITTEN, words=str(written), system_job=written.name)

    return ask(tell)


def _sent(job: Job) -> str:
    """What the printer calls a job that it has; empty where it does not know it."""
    from checkin_app import printing
    from checkin_app.printing.spooling import job_named

    try:
        return job_named(printing.find(job.printer), try_title(job))
    except PrinterFailed:
        return ""


def _written(place: Path, job: Job) -> Path | None:
    """The file of a job in a folder that it was written to: the one that is the kept PDF.

    An empty one is a name that was taken and never written to; it goes.
    """
    from checkin_app.printing.folder import files_named

    for file in files_named(place, try_title(job)):
        if sha256_of(file) == job.pdf_sha256:
            return file
        if not file.stat().st_size:
            file.unlink()
    return None
