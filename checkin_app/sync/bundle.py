"""Owns the bundle: the same log as one signed, compressed, encrypted file on a stick.

The file is a line that names it, a header that everybody may read (event, salt, the writer's
public key), then frames (`sync.frames`): a summary, pages, and last the writer's signature over
everything before it. It holds everything its writer knew, so reading it twice, or an older one
after a newer, changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from checkin_app.domain.errors import BundleError
from checkin_app.ledger.pages import Page, Vector, grouped
from checkin_app.ledger.seal import holds
from checkin_app.sync import wire
from checkin_app.sync.frames import SALT_LENGTH, BadFrame, FrameWriter, read_frames
from checkin_app.whole import replacing

MAGIC = b"check-in desk bundle\n"
FORMAT = 1
MOST_HEADER = 4096
#: The last day of the year 9998, in milliseconds: what every calendar here can show.
MOST_TIME = 253_370_764_800_000
#: Pages are deflated together in frames of about this many bytes.
_FRAME_BYTES = 1 << 20

#: What msgspec raises on bytes that are not what they should be; text that is no UTF-8 is its own.
NOT_MSGPACK = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

NOT_A_BUNDLE = "{file} is not a bundle of this program. Choose a file that a desk has written."
NEWER = "{file} was written by a newer release. Update this program, then read it again."
OTHER_EVENT = "{file} is of another event. Nothing was changed."
DAMAGED = (
    "{file} is cut off or damaged. Nothing was changed: write it again, and take the stick out"
    " only when the program says so."
)
UNREADABLE = "{file} cannot be read: {why}. Nothing was changed."
NOT_WRITTEN = "{file} cannot be written: {why}. Choose a folder with free space."


class Counts(msgspec.Struct, frozen=True):
    """What the writer knew, in numbers."""

    people: int
    scans: int
    desks: int
    entries: int


class Summary(msgspec.Struct, frozen=True):
    """What a bundle holds. `written_at` is milliseconds since 1970 UTC on the writer's clock."""

    desk: str
    release: str
    written_at: Annotated[int, msgspec.Meta(ge=0, le=MOST_TIME)]
    vector: Vector
    counts: Counts
    bytes: int = 0


class _Header(msgspec.Struct, frozen=True):
    format: int
    event: str
    salt: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: the desk's public key (32 bytes), and what signs (stream, n, digest) with it."""

    key: bytes
    sign: Callable[[str, int, bytes], bytes]


def write(
    path: Path, summary: Summary, pages: Iterable[Page], *, event: str, secret: bytes, by: Writer
) -> Summary:
    """Writes a bundle, whole or not at all; the summary with its size. Raises BundleError."""
    salt = os.urandom(SALT_LENGTH)
    header = msgspec.msgpack.encode(_Header(FORMAT, event, salt, by.key))
    start = MAGIC + len(header).to_bytes(2) + header
    try:
        with replacing(path) as draft, draft.open("wb") as out:
            out.write(start)
            frames = FrameWriter(out, start, secret, salt)
            frames.write(msgspec.msgpack.encode(summary))
            count = 0
            for group, _ in grouped(pages, _FRAME_BYTES):
                frames.write(wire.deflate(msgspec.msgpack.encode(group), 6))
                count += 1
            frames.write(by.sign(_signed(event), count, frames.digest), last=True)
            size = out.tell()
    except OSError as error:
        raise BundleError(NOT_WRITTEN, file=path, why=error.strerror or str(error)) from error
    return msgspec.structs.replace(summary, bytes=size)


def summary(path: Path, *, event: str, secret: bytes) -> Summary:
    """What a bundle says of itself, before it is read. Raises BundleError."""
    with _opened(path) as source:
        frames = _frames(source, path, event, secret)[1]
        return _summary(next(frames)[0], path)


def pages(
    path: Path, *, event: str, secret: bytes, progress: Callable[[int, int], None] | None = None
) -> Iterator[list[Page]]:
    """Its pages, some at a time, after the whole file was checked. Raises BundleError.

    `progress` is told bytes read of bytes in all; the file is read twice.
    """
    with _opened(path) as source:
        size = 2 * os.fstat(source.fileno()).st_size
        for turn in (0, 1):
            source.seek(0)
            header, frames = _frames(source, path, event, secret)
            before = turn * size // 2
            for group in _groups(frames, header, path):
                if turn:
                    yield group
                if progress is not None:
                    progress(before + source.tell(), size)


def _signed(event: str) -> str:
    """What stands where a seal names its stream, so that neither can pass for the other."""
    return f"bundle of {event}"


_Frames = Iterator[tuple[bytes, bool, bytes]]


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise BundleError(UNREADABLE, file=path, why=error.strerror or str(error)) from error


def _frames(source: BinaryIO, path: Path, event: str, secret: bytes) -> tuple[_Header, _Frames]:
    """The header, and the frames after it; a broken one raises BundleError."""
    try:
        if source.read(len(MAGIC)) != MAGIC:
            raise BundleError(NOT_A_BUNDLE, file=path)
        length = source.read(2)
        size = int.from_bytes(length)
        if size > MOST_HEADER:
            raise BundleError(DAMAGED, file=path)
        raw = source.read(size)
    except OSError as error:
        raise BundleError(UNREADABLE, file=path, why=error.strerror or str(error)) from error
    try:
        header = msgspec.msgpack.decode(raw, type=_Header)
    except NOT_MSGPACK:
        raise BundleError(DAMAGED, file=path) from None
    if header.format > FORMAT:
        raise BundleError(NEWER, file=path)
    if header.event != event:
        raise BundleError(OTHER_EVENT, file=path)
    start = MAGIC + length + raw
    return header, _told(read_frames(source, start, secret, header.salt), path)


def _told(frames: _Frames, path: Path) -> _Frames:
    try:
        yield from frames
    except BadFrame:
        raise BundleError(DAMAGED, file=path) from None
    except OSError as error:
        raise BundleError(UNREADABLE, file=path, why=error.strerror or str(error)) from error


def _summary(body: bytes, path: Path) -> Summary:
    try:
        said = msgspec.msgpack.decode(body, type=Summary)
    except NOT_MSGPACK:
        raise BundleError(DAMAGED, file=path) from None
    return msgspec.structs.replace(said, bytes=path.stat().st_size)


_decode_group = msgspec.msgpack.Decoder(list[Page]).decode


def _groups(frames: _Frames, header: _Header, path: Path) -> Iterator[list[Page]]:
    """The pages between summary and signature; the signature is checked at the end."""
    _summary(next(frames)[0], path)
    for count, (body, last, digest) in enumerate(frames):
        if last:
            if not holds(header.key, body, _signed(header.event), count, digest):
                raise BundleError(DAMAGED, file=path)
            continue  # Whatever follows is told by `read_frames`.
        try:
            group = _decode_group(wire.inflate(body))
        except (wire.Malformed, *NOT_MSGPACK):
            raise BundleError(DAMAGED, file=path) from None
        yield group
