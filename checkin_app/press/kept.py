"""Owns where the PDF of each job is kept, so that what is sent is what is kept, and how long."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.desk.copies import jobs_folder
from checkin_app.domain.badges import UNFINISHED
from checkin_app.domain.errors import NoSuchJob

if TYPE_CHECKING:
    from checkin_app.desk import Desk

#: How long a finished job's PDF is kept while its event lasts, and how many bytes of them.
KEPT = timedelta(days=30)
MOST_BYTES = 300 << 20


def kept_path(event: str, job: str) -> Path:
    """The PDF of a job, in a folder that only this station's owner can read."""
    folder = jobs_folder(event)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"{job}.pdf"


def tidy(desk: Desk, now: datetime, most: int = MOST_BYTES) -> None:
    """Removes PDFs of finished jobs once the event is over, they are old, there are too many, or
    somebody whose badge is in them was erased.

    A job's row keeps the hash. What waits for the printer or for a person is never removed.
    """
    over = now.astimezone(desk.event.zone).date() > desk.event.last_day
    left: list[tuple[float, int, Path]] = []
    for file in kept_path(desk.event.id, "").parent.glob("*.pdf"):
        with suppress(OSError):
            told = file.stat()
            if not _finished(desk, file.stem):
                continue
            if (
                over
                or _erased(desk, file.stem)
                or now.timestamp() - told.st_mtime > KEPT.total_seconds()
            ):
                file.unlink()
            else:
                left.append((told.st_mtime, told.st_size, file))
    size = sum(bytes_ for _, bytes_, _ in left)
    for _, bytes_, file in sorted(left):
        if size <= most:
            break
        size -= bytes_
        with suppress(OSError):
            file.unlink()


def _finished(desk: Desk, job: str) -> bool:
    """A job that the file does not know was made in another copy of it, and is nobody's."""
    try:
        return desk.job(job).state not in UNFINISHED
    except NoSuchJob:
        return True


def sha256_of(pdf: Path) -> str:
    """The SHA-256 of a file in hex; empty where there is none."""
    try:
        return hashlib.sha256(pdf.read_bytes()).hexdigest()
    except OSError:
        return ""


def _erased(desk: Desk, job: str) -> bool:
    try:
        return not all(badge.name for badge in desk.job(job).badges)
    except NoSuchJob:
        return False
