"""Owns where the window finds the PDF that went to a printer."""

from __future__ import annotations

from pathlib import Path

from checkin_app.domain.badges import Job
from checkin_app.ui.workplace import Workplace


def pdf_of(workplace: Workplace, job: Job) -> Path | None:
    """The kept PDF of a job; None where none was made yet, or it is gone."""
    from checkin_app.press.kept import kept_path

    if workplace.forum is None:
        return None
    file = kept_path(workplace.forum.id, job.id)
    return file if file.is_file() else None
