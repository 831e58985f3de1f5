"""Owns PWG Raster (PWG 5102.4): pages as pixels for printers that take no PDF."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from checkin_app.printing.printer import Sides

if TYPE_CHECKING:
    from PIL import Image

MIME = "image/pwg-raster"
_SRGB, _SGRAY = 19, 18
_SYNC = b"RaS2"
_LONGEST_RUN = 128
_MOST_REPEATED = 256
_HEADER_BYTES = 1796


@dataclass(frozen=True, slots=True)
class Turn:
    """How the paper is turned, and `pwg-raster-document-sheet-back`: how the backs are wanted.

    PWG 5102.4 (CrossFeedTransform, FeedTransform) gives the signs for every second page.
    """

    sides: Sides = ""
    sheet_back: str = "normal"

    def of(self, number: int) -> tuple[int, int]:
        """1 or -1 across and along of the page of that number, from 0."""
        if not self.sides or number % 2 == 0:
            return 1, 1
        short = self.sides == "two-sided-short-edge"
        match self.sheet_back:
            case "flipped":
                return (-1, 1) if short else (1, -1)
            case "manual-tumble":
                return (-1, -1) if short else (1, 1)
            case "rotated":
                return (1, 1) if short else (-1, -1)
            case _:
                return 1, 1


ONE_SIDE = Turn()


def write(out: BinaryIO, images: Iterable[Image.Image], dpi: int, turn: Turn = ONE_SIDE) -> None:
    """Pages in mode “L” or “RGB”, a pixel a dot, the backs as the printer wants them. OSError."""
    out.write(_SYNC)
    for number, page in enumerate(images):
        across, along = turn.of(number)
        image = _turned(page, across, along)
        out.write(_header(image, dpi, turn, across, along))
        for line in _lines(image):
            out.write(line)


def _turned(image: Image.Image, across: int, along: int) -> Image.Image:
    from PIL.Image import Transpose

    if across < 0:
        image = image.transpose(Transpose.FLIP_LEFT_RIGHT)
    return image.transpose(Transpose.FLIP_TOP_BOTTOM) if along < 0 else image


def _header(image: Image.Image, dpi: int, turn: Turn, across: int, along: int) -> bytes:
    wide, high = image.size
    colours = len(image.getbands())
    # Offset of each field that is not zero, all 32 bits: two sides, resolution, copies, the page in
    # points and in dots, bits, bytes of a line, colours, transforms, the box that is inked.
    fields = {
        272: int(turn.sides != ""),
        276: dpi,
        280: dpi,
        340: 1,
        368: int(turn.sides == "two-sided-short-edge"),
        352: round(wide * 72 / dpi),
        356: round(high * 72 / dpi),
        372: wide,
        376: high,
        384: 8,
        388: 8 * colours,
        392: wide * colours,
        400: _SRGB if colours == 3 else _SGRAY,
        420: colours,
        456: across % (1 << 32),
        460: along % (1 << 32),
        472: wide,
        476: high,
    }
    header = bytearray(_HEADER_BYTES)
    header[:10] = b"PwgRaster\0"
    for place, value in fields.items():
        struct.pack_into(">I", header, place, value)
    return bytes(header)


def _lines(image: Image.Image) -> Iterator[bytes]:
    """Each line once, with how often it comes: n-1, then its runs (PWG 5102.4, 4.4)."""
    wide, high = image.size
    colours = len(image.getbands())
    data = image.tobytes()
    size = wide * colours
    for line, same in groupby(data[at : at + size] for at in range(0, high * size, size)):
        packed = _packed(line, colours)
        left = len(list(same))
        while left:
            count = min(left, _MOST_REPEATED)
            yield bytes((count - 1,)) + packed
            left -= count


def _packed(line: bytes, colours: int) -> bytes:
    """Runs of equal pixels as n-1 and the pixel; others as 257-n and the n pixels."""
    pixels = [line[at : at + colours] for at in range(0, len(line), colours)]
    parts: list[bytes] = []
    single: list[bytes] = []

    def flush() -> None:
        for at in range(0, len(single), _LONGEST_RUN):
            some = single[at : at + _LONGEST_RUN]
            parts.append(bytes((257 - len(some) if len(some) > 1 else 0,)) + b"".join(some))
        single.clear()

    for pixel, same in groupby(pixels):
        count = len(list(same))
        if count == 1:
            single.append(pixel)
            continue
        flush()
        while count:
            run = min(count, _LONGEST_RUN)
            parts.append(bytes((run - 1,)) + pixel)
            count -= run
    flush()
    return b"".join(parts)
