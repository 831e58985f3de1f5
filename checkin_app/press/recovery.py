"""Owns what is known of a job in whose sending the program ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import PrinterFailed
from checkin_app.press.kept import sha256_of

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.press.press import Ask

ENDED = "The program ended while the badge was handed over. Look whether it came out."
_FOLDER = "folder:"


def recover(ask: Ask, job: Job, words: str) -> Job:
    """Tells a job that was “sending”: where the printer knows it by its title it was sent, a
    folder shows whether it has it, else nobody knows."""
    if not job.printer.startswith(_FOLDER):
        found = _sent(job)
        if found:
            return ask(lambda desk: desk.job_told(job.id, JobState.SENT, system_job=found))
        return ask(lambda desk: desk.job_told(job.id, JobState.UNKNOWN, words=words))
    written = _written(Path(job.printer.removeprefix(_FOLDER)), job)
    if written is None:
        return ask(lambda desk: desk.job_told(job.id, JobState.QUEUED))

    def tell(desk: Desk) -> Job:
        return desk.job_told(job.id, JobState.WRITTEN, words=str(written), system_job=written.name)

    return ask(tell)


def _sent(job: Job) -> str:
    """What the printer calls a job that it has; empty where it does not know it.

    A further try has the title of the one before, which would be found in its place.
    """
    from checkin_app import printing
    from checkin_app.printing.spooling import job_named

    if job.tries > 1:
        return ""
    try:
        return job_named(printing.find(job.printer), job.title)
    except PrinterFailed:
        return ""


def _written(folder: Path, job: Job) -> Path | None:
    """The file of a job in a folder that it was written to: the one that is the kept PDF.

    An empty one is a name that was taken and never written to; it goes.
    """
    if not folder.is_dir():
        return None
    for file in sorted(folder.glob(f"{job.title}*.pdf")):
        if sha256_of(file) == job.pdf_sha256:
            return file
        if not file.stat().st_size:
            file.unlink()
    return None
