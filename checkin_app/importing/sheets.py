"""Owns the roster file as a table: what kind of file it is, its columns, and its rows as texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checkin_app.importing.problems import unreadable

MAX_BYTES = 256 * 1024 * 1024
MAX_ROWS = 1_048_576
MAX_COLUMNS = 1_024


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table in a file.

    `rows` can be gone through any number of times and gives the cells below the header as texts,
    short rows short, empty rows too, so that the n-th from 0 is row `first_row` + n of the file;
    it raises UnreadableFile where the file turns out to be damaged. `columns` are the headers,
    each only once: repeated ones are numbered, empty ones have the letter of the column.
    `total` is how many rows there are, about, or None. `header_row` counts from 1, 0 for none.
    """

    file: str
    name: str
    sheet_names: tuple[str, ...]
    columns: list[str]
    rows: Iterable[Sequence[str]]
    first_row: int
    total: int | None
    format: str
    header_row: int = 0
    encoding: str = ""
    separator: str = ""
    letters: tuple[str, ...] = field(default=())

    @property
    def note(self) -> str:
        """How the file was read, in short: “CSV · Windows-1258 · ;”."""
        separator = {"\t": "Tab"}.get(self.separator, self.separator)
        return " · ".join(part for part in (self.format, self.encoding, separator) if part)


def open_sheet(path: Path | str, *, sheet: str | None = None) -> Sheet:
    """The table in a CSV, TSV, XLSX, ODS or JSON file, recognised by what is in it.

    `sheet` names a sheet of a workbook; else it is the first visible one that looks like a roster.
    Raises UnreadableFile.
    """
    path = Path(path)
    data = _bytes(path)
    kind = kind_of(data)
    if kind == "zip":
        from checkin_app.importing.workbooks import open_workbook

        return open_workbook(data, path.name, sheet)
    if kind != "text":
        raise unreadable(path.name, kind)
    if sheet is not None:
        raise unreadable(path.name, "one_sheet", sheet=sheet)

    from checkin_app.importing.encoding import recognise_encoding

    text = recognise_encoding(data, path.name)
    if _looks_like_json(data, text.codec):
        from checkin_app.importing.objects import open_objects

        return open_objects(text, path.name)
    from checkin_app.importing.separated import open_separated

    return open_separated(text, path.name)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise unreadable(path.name, "folder")
        if path.stat().st_size > MAX_BYTES:
            raise unreadable(path.name, "too_big", limit=MAX_BYTES >> 20)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise unreadable(path.name, "missing") from None
    except PermissionError:
        raise unreadable(path.name, "forbidden") from None
    except (OSError, ValueError):
        raise unreadable(path.name, "unread") from None
    if len(data) > MAX_BYTES:
        raise unreadable(path.name, "too_big", limit=MAX_BYTES >> 20)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise unreadable(path.name, "empty")
    return data


_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "bitmap"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"RIFF", "riff"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "document"),
    (b"SQLite format 3\0", "event"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"MZ\x90\0", "other"),
    (b"\x7fELF", "other"),
    (b"OggS", "other"),
    (b"ID3\x03", "other"),
)
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def kind_of(data: bytes) -> str:
    """“zip”, “text”, or why a file that begins so is no roster: a key of problems.FILES."""
    if data.startswith(_OLD_OFFICE):
        return "password" if _ENCRYPTED in data else "old_excel"
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            if kind == "bitmap":
                kind = "image" if b"\0" in data[2:26] else "text"
            elif kind == "riff":
                kind = (
                    "image" if data[8:12] == b"WEBP" else "other" if b"\0" in data[:16] else "text"
                )
            return kind
    if data[4:8] == b"ftyp":
        return "image" if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else "other"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        return "web"
    if start.startswith(b"<svg"):
        return "image"
    if start.startswith(b"<?xml"):
        return "web" if b"<html" in start else "document"
    return "text"


def _looks_like_json(data: bytes, codec: str) -> bool:
    start = data[:256].decode(codec, "ignore").lstrip("\ufeff \t\r\n")
    return start.startswith("{") or (start.startswith("[") and start[1:].lstrip()[:1] in ("{", "]"))
