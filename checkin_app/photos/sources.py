"""Owns where photos come from: a file, a folder with folders in it, a ZIP; nothing is unpacked.

A name in an archive is only ever compared, never used as a path.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checkin_app.photos.problems import UnusableSource, unusable
from checkin_app.photos.reading import MOST_BYTES

MOST_FILES = 50_000
#: An archive that says it unpacks to more than this, and to this many times its size, is a bomb.
_LARGE = 2**30
_RATIO = 40
#: What systems put beside people's files.
_NOISE = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
#: What damaged archives make the reader raise: also NotImplementedError, and IndexError for a
#: member without a name.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class Found:
    """One file of a source: its name without folders, its place for people, its content.

    `read` raises UnusablePicture.
    """

    name: str
    place: str
    read: Callable[[], bytes]


def pictures(source: Path) -> AbstractContextManager[list[Found]]:
    """The files of a source by name; open while the block runs. Raises UnusableSource."""
    if source.is_dir():
        return _folder(source)
    if source.suffix.lower() == ".zip" or (source.is_file() and zipfile.is_zipfile(source)):
        return _archive(source)
    return _one(source)


@contextmanager
def _one(source: Path) -> Iterator[list[Found]]:
    if not source.exists():
        raise UnusableSource(file=source, why="it is not there. Check the name and the folder.")
    yield [Found(source.name, source.name, partial(content, source))]


@contextmanager
def _folder(source: Path) -> Iterator[list[Found]]:
    found: list[Found] = []
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(name for name in folders if not _noise(name))
        for name in sorted(names):
            if _noise(name):
                continue
            if len(found) >= MOST_FILES:
                raise UnusableSource(file=source, why="it holds more than 50,000 files.")
            path = Path(folder, name)
            found.append(Found(name, str(path.relative_to(source)), partial(content, path)))
    yield found


def content(path: Path) -> bytes:
    """What is in a file. Raises UnusablePicture for what is none, or too large."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise unusable("not_a_picture", path.name)
        if told.st_size > MOST_BYTES:
            raise _too_large(path.name)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise unusable("not_readable", path.name) from None


@contextmanager
def _archive(source: Path) -> Iterator[list[Found]]:
    with contextlib.ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(source))
            named = (member for member in archive.infolist() if member.filename)
            members = [member for member in named if not member.is_dir()]
            size = source.stat().st_size
        except FileNotFoundError:
            why = "it is not there. Check the name and the folder."
            raise UnusableSource(file=source, why=why) from None
        except _DAMAGED:
            raise UnusableSource(
                file=source, why="it is damaged or no ZIP archive. Copy it again."
            ) from None
        unpacked = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members)
        if packed > size or (unpacked > _LARGE and unpacked > _RATIO * size):
            raise UnusableSource(file=source, why="it unpacks to far more than photos can be.")
        if len(members) > MOST_FILES:
            raise UnusableSource(file=source, why="it holds more than 50,000 files.")
        found = []
        for member in members:
            place = _name(member)
            name = place.replace("\\", "/").rpartition("/")[2]
            if name and not any(map(_noise, place.split("/"))):
                found.append(Found(name, place, partial(_member, archive, member, name)))
        yield sorted(found, key=lambda one: one.place)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    if member.flag_bits & 1:
        raise unusable("locked", name)
    if member.file_size > MOST_BYTES:
        raise _too_large(name)
    try:
        with archive.open(member) as packed:
            return packed.read(MOST_BYTES + 1)
    except _DAMAGED:
        raise unusable("not_readable", name) from None


def _too_large(name: str) -> Exception:
    return unusable("too_large", name, most=MOST_BYTES // 2**20)


def _name(member: zipfile.ZipInfo) -> str:
    """The name as it was written: some programs write UTF-8 without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _noise(name: str) -> bool:
    return name.startswith((".", "__MACOSX")) or name.lower() in _NOISE
