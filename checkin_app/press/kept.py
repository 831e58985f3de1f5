"""Owns where the PDF of each job is kept, so that what is sent is what is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

from checkin_app.config import station_dir


def kept_path(event: str, job: str) -> Path:
    """The PDF of a job, in a folder that only this station's owner can read."""
    folder = station_dir() / "jobs" / event
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"{job}.pdf"


def sha256_of(pdf: Path) -> str:
    """The SHA-256 of a file in hex; empty where there is none."""
    try:
        return hashlib.sha256(pdf.read_bytes()).hexdigest()
    except OSError:
        return ""
