"""Owns the folder printer: each job becomes a PDF file in a folder, under a name of its own."""

from __future__ import annotations

import glob
import os
import re
import secrets
import shutil
from pathlib import Path

from checkin_app.printing.printer import JobReport, Printer, PrintOutcome

PREFIX = "folder:"
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 80
_DRAFT = ".part"


def printer(folder: Path) -> Printer:
    """The printer that writes into `folder`."""
    if folder.is_dir() and os.access(folder, os.W_OK):
        return Printer(f"{PREFIX}{folder}", "folder", state="ready")
    return Printer(f"{PREFIX}{folder}", "folder", state="stopped", note="The folder is not there.")


def write(folder: Path, pdf: Path, title: str) -> PrintOutcome:
    """Copies the PDF whole or not at all; an older file of that name stays."""
    draft = folder / f".{file_name(title)}.{secrets.token_hex(4)}{_DRAFT}"
    try:
        shutil.copyfile(pdf, draft)
        for number in range(1, 10_000):
            target = folder / f"{file_name(title)}{f'-{number}' if number > 1 else ''}.pdf"
            if _taken(target):
                continue
            draft.replace(target)
            return PrintOutcome("written", target.name, str(target))
    except OSError as error:
        return PrintOutcome("failed", detail=f"{folder}: {error.strerror or error}")
    finally:
        draft.unlink(missing_ok=True)
    return PrintOutcome("failed", detail=f"{folder}: too many files of one name")


def files_named(folder: Path, title: str) -> list[Path]:
    """The files that were written under a title, or that one beginning with it."""
    return sorted(folder.glob(f"{glob.escape(file_name(title))}*.pdf"))


def drop_drafts(folder: Path, title: str) -> bool:
    """Removes what a program that died began to write under a title; whether there was any."""
    drafts = list(folder.glob(f".{glob.escape(file_name(title))}.*{_DRAFT}"))
    for draft in drafts:
        draft.unlink(missing_ok=True)
    return bool(drafts)


def job_state(folder: Path, job: str) -> JobReport:
    """A file that is there is all that can be known."""
    if job and Path(job).name == job and (folder / job).is_file():
        return JobReport("completed", over=True)
    return JobReport("unknown", words="The file is no longer in the folder.", over=True)


def file_name(title: str) -> str:
    """A title as a file name on every system, without an ending."""
    name = _UNSAFE.sub("-", title).encode("utf-8", "ignore").decode()[:_LONGEST].strip(" .-")
    return f"badge {name}".strip() if not name or _RESERVED.fullmatch(name) else name


def _taken(target: Path) -> bool:
    """Makes the file if there is none; says whether there was one."""
    try:
        target.open("xb").close()
    except FileExistsError:
        return True
    return False
