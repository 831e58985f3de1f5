"""Owns the images inside a layout: small enough by their headers before anything decodes them."""

from __future__ import annotations

import base64
import binascii
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.badges.layout.elements import MARK
from checkin_app.badges.layout.json_lines import Node
from checkin_app.badges.layout.values import Entry

if TYPE_CHECKING:
    from PIL import Image

MOST_IMAGES = 100
MOST_BYTES = 512 * 1024
MOST_PIXELS = 4_000_000
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
#: Markers of JPEG, ITU-T T.81 table B.1: frames, those that every PDF viewer decodes, Exif's.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_USUAL_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_APP1 = 0xE1


def images(entry: Entry) -> dict[str, bytes]:
    """The files in “images”: {name: base64 of a PNG or JPEG file}."""
    node = entry.take("images")
    if node is None:
        return {}
    if not isinstance(node.value, dict):
        entry.wrong("images", node, "Line {line}: “{key}” must be an object in braces.")
        return {}
    if len(node.value) > MOST_IMAGES:
        entry.wrong(
            "images",
            node,
            "Line {line}: a layout has {most} images at most.",
            most=MOST_IMAGES,
        )
        return {}
    found = {}
    for name, value in node.value.items():
        content = _content(entry, name, value)
        found[name] = content
    return found


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


def _content(entry: Entry, name: str, node: Node) -> bytes:
    key = f"images.{name[:40]}"
    if not _NAME.fullmatch(name) or name == MARK:
        entry.wrong(
            key,
            node,
            "Line {line}: “{name}” cannot be an image's name; use small letters, digits and"
            " hyphens, and not “mark”.",
            name=name,
        )
    if not isinstance(node.value, str):
        entry.wrong(key, node, "Line {line}: “{key}” must be a text in quotes.")
        return b""
    if len(node.value) > MOST_BYTES * 4 // 3 + 4:
        entry.wrong(
            key,
            node,
            "Line {line}: the image “{name}” is larger than {most} KiB.",
            name=name,
            most=MOST_BYTES // 1024,
        )
        return b""
    try:
        content = base64.b64decode(node.value, validate=True)
    except (binascii.Error, ValueError):
        entry.wrong(key, node, "Line {line}: the image “{name}” is no base64 text.", name=name)
        return b""
    said = header(content)
    if said is None or not said.width or not said.height:
        entry.wrong(key, node, "Line {line}: the image “{name}” is no PNG or JPEG.", name=name)
    elif said.width * said.height > MOST_PIXELS:
        entry.wrong(
            key,
            node,
            "Line {line}: the image “{name}” has {width} × {height} pixels; {most} million are"
            " the most.",
            name=name,
            width=said.width,
            height=said.height,
            most=MOST_PIXELS // 1_000_000,
        )
    elif decoded(content) is None:
        entry.wrong(
            key, node, "Line {line}: the image “{name}” is damaged; its end is missing.", name=name
        )
    return content


def decoded(content: bytes) -> Image.Image | None:
    """The picture in a PNG or JPEG file, upright, in mode L, RGB, LA or RGBA; nothing where it
    cannot be decoded. Its header must have been looked at before."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            picture = ImageOps.exif_transpose(opened)
            grey = picture.mode in ("1", "L", "LA")
            clear = picture.has_transparency_data
            return picture.convert(("LA" if grey else "RGBA") if clear else "L" if grey else "RGB")
    except Exception:  # Pillow's readers raise whatever a broken file makes them trip over.
        return None
