"""Owns picture files that go onto badges: their headers, and their pixels within bounds."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: Pixels a picture has at most.
MOST_PIXELS = 4_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
#: Markers of JPEG, ITU-T T.81 table B.1: frames, those that every PDF viewer decodes, Exif's.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_USUAL_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_APP1 = 0xE1


@dataclass(frozen=True, slots=True)
class Header:
    """What the beginning of a picture says; `plain` is a JPEG that a PDF can take as it is."""

    width: int
    height: int
    channels: int
    plain: bool


def header(content: bytes) -> Header | None:
    """The header of a PNG or JPEG file; nothing for others. Nothing is decoded."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= 33:
        return Header(
            int.from_bytes(content[16:20]), int.from_bytes(content[20:24]), 0, plain=False
        )
    if not content.startswith(_JPEG):
        return None
    at = 2
    upright = True
    while at + 10 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _FRAMES:
            height, width = (int.from_bytes(content[at + n : at + n + 2]) for n in (5, 7))
            eight_bits = content[at + 4] == 8
            channels = content[at + 9]
            plain = upright and eight_bits and marker in _USUAL_FRAMES and channels in (1, 3)
            return Header(width, height, channels, plain)
        if marker == _APP1 and content[at + 4 : at + 8] == b"Exif":
            upright = False
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return None


def decoded(content: bytes) -> Image | None:
    """The picture in a PNG or JPEG file, upright, in mode L, RGB, LA or RGBA.

    Nothing where it cannot be decoded or has more than MOST_PIXELS, whatever its header said: a
    file can have more than one.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            picture = _eight_bits(ImageOps.exif_transpose(opened))
            grey = picture.mode in ("1", "L", "LA")
            clear = picture.has_transparency_data
            return picture.convert(("LA" if grey else "RGBA") if clear else "L" if grey else "RGB")
    except Exception:  # Pillow's readers raise whatever a broken file makes them trip over.
        return None


def _eight_bits(picture: Image) -> Image:
    """Greys of 16 bits brought to eight, and the one that is clear with them."""
    if not picture.mode.startswith("I"):
        return picture
    clear = picture.info.get("transparency")
    grey = picture.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if clear is not None:
        grey.info["transparency"] = clear // 256
    return grey
