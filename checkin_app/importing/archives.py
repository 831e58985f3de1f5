"""Owns how an archive is unpacked: never to more than a roster can hold."""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from checkin_app.importing.problems import unreadable

MAX_UNPACKED = 512 * 1024 * 1024
MAX_MEMBERS = 10_000
_CHUNK = 1 << 20
#: What a damaged archive makes zipfile raise.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    NotImplementedError,
)


class TooMuch(Exception):
    """The archive unpacks to more than a roster can hold."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive; `read` unpacks no more than there may be."""

    file: str
    zip: zipfile.ZipFile

    def names(self) -> frozenset[str]:
        return frozenset(self.zip.namelist())

    def chunks(self, name: str) -> Iterator[bytes]:
        """What is really in a member, whatever its header says, piece by piece."""
        member = copy.copy(self.zip.getinfo(name))
        member.file_size = MAX_UNPACKED + 2 * _CHUNK
        size = 0
        with self.zip.open(member) as source:
            while chunk := source.read(_CHUNK):
                size += len(chunk)
                if size > MAX_UNPACKED:
                    raise TooMuch
                yield chunk

    def read(self, name: str) -> bytes:
        return b"".join(self.chunks(name))


def open_archive(data: bytes, file: str) -> Archive:
    """The archive in `data`. Raises UnreadableFile if it is damaged, locked or far too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except DAMAGED:
        raise unreadable(file, "damaged") from None
    if any(member.flag_bits & 1 for member in members):
        raise unreadable(file, "password")
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > 4 * MAX_UNPACKED:
        raise unreadable(file, "bomb")
    return Archive(file, archive)
