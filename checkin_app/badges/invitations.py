"""Owns invitations to be mailed: a page with a QR for each person, named by id, and an index.

They go into a folder or a ZIP that appears whole or not at all.
"""

from __future__ import annotations

import csv
import io
import os
import re
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checkin_app.badges.layout import INVITATION, built_in_document, parse
from checkin_app.badges.layout.elements import Layout
from checkin_app.badges.pdf.drawing import PhotoSource
from checkin_app.badges.render import page_of
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import NotPossible
from checkin_app.formulas import defused
from checkin_app.pdfium import turn
from checkin_app.whole import replacing

Format = Literal["pdf", "png"]
#: Name of the layout that comes with the program, and of an event's own that stands in for it.
LAYOUT = INVITATION
INDEX = "index.csv"
#: Pixels an inch of a page as PNG.
PNG_DPI = 150
_SAFE = re.compile(r"[^A-Za-z0-9._-]+")
#: Names that are devices on Windows.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 80

Put = Callable[[str, bytes], None]


@dataclass(frozen=True, slots=True)
class Invited:
    """`files` is how many invitations there are; cancelled, or with nobody chosen, none is left.

    `left_out` are ids of those whose names no font can write.
    """

    files: int
    left_out: tuple[str, ...] = ()
    cancelled: bool = False


def invitation_layout() -> Layout:
    """The page that comes with the program."""
    return parse(built_in_document(LAYOUT))


def write_invitations(
    subjects: Iterable[BadgeSubject],
    out: Path,
    *,
    form: Format = "pdf",
    layout: Layout | None = None,
    emails: Callable[[str], str] = lambda _: "",
    photos: PhotoSource | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Invited:
    """Writes a file for each subject and the index to `out`: a new or empty folder, or a ZIP.

    `emails` gives the address of a delegate's id. Raises NotPossible where the folder holds
    something, OSError where it cannot be written.
    """
    page = layout or invitation_layout()
    total = len(subjects) if isinstance(subjects, Sized) else None
    index: list[tuple[str, str, str, str]] = []
    left_out: list[str] = []
    taken: set[str] = {INDEX}
    try:
        with _target(out) as put:
            for done, subject in enumerate(subjects, 1):
                content = page_of(subject, page, photos=photos)
                if content is None:
                    left_out.append(subject.delegate_id)
                else:
                    content = content if form == "pdf" else _picture(content)
                    name = _file_name(subject.delegate_id, form, taken)
                    put(name, content)
                    address = emails(subject.delegate_id)
                    index.append((subject.delegate_id, subject.name, address, name))
                if progress:
                    progress(done, total)
                if cancelled and cancelled():
                    raise _Stopped(cancelled=True)
            if not index:
                raise _Stopped(cancelled=False)
            put(INDEX, _index(index))
    except _Stopped as stopped:
        return Invited(0, tuple(left_out), stopped.cancelled)
    return Invited(len(index), tuple(left_out))


class _Stopped(Exception):
    def __init__(self, *, cancelled: bool) -> None:
        self.cancelled = cancelled


def _picture(pdf: bytes) -> bytes:
    import pypdfium2

    with turn:
        document = pypdfium2.PdfDocument(pdf)
        bitmap = document[0].render(scale=PNG_DPI / 72)
        picture = bitmap.to_pil().convert("RGB")
        bitmap.close()
        document.close()
    out = io.BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _file_name(delegate_id: str, form: Format, taken: set[str]) -> str:
    """A file name that every system takes, like no other of `taken` (in lower case)."""
    stem = _SAFE.sub("_", delegate_id).lstrip(".")[:_LONGEST].rstrip(". ") or "_"
    if _DEVICES.fullmatch(stem):
        stem = f"_{stem}"
    name, number = f"{stem}.{form}", 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}.{form}"
    taken.add(name.lower())
    return name


def _index(rows: Iterable[tuple[str, str, str, str]]) -> bytes:
    """The table for the mailing program: UTF-8 with its mark, so that Excel shows the names."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("id", "name", "email", "file"))
    for row in rows:
        writer.writerow([defused(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _target(out: Path) -> AbstractContextManager[Put]:
    return _zip(out) if out.suffix.lower() == ".zip" else _folder(out)


@contextmanager
def _zip(out: Path) -> Iterator[Put]:
    with replacing(out) as draft, zipfile.ZipFile(draft, "w") as archive:
        yield archive.writestr


@contextmanager
def _folder(out: Path) -> Iterator[Put]:
    out = Path(os.path.realpath(out))
    there = out.exists()
    if there and (not out.is_dir() or any(out.iterdir())):
        raise NotPossible(
            "{folder} is not empty. Invitations go into a new or empty folder, or into a ZIP.",
            folder=out,
        )
    hidden = f".{out.name[:40]}.{secrets.token_hex(6)}"
    draft = out / hidden if there else out.with_name(hidden)
    draft.mkdir(parents=True)

    def put(name: str, content: bytes) -> None:
        (draft / name).write_bytes(content)

    moved: list[Path] = []
    try:
        yield put
        if there:
            for file in sorted(draft.iterdir()):
                moved.append(file.rename(out / file.name))
            draft.rmdir()
        else:
            draft.rename(out)
    except BaseException:
        for file in moved:
            file.unlink(missing_ok=True)
        shutil.rmtree(draft, ignore_errors=True)
        raise
