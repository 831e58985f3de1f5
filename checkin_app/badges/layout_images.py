"""Owns the images inside a layout: small enough by their headers before anything decodes them."""

from __future__ import annotations

import base64
import binascii
import io
import re

from checkin_app.badges.elements import MARK
from checkin_app.badges.layout_entry import Entry
from checkin_app.badges.layout_json import Node

MOST_IMAGES = 20
MOST_BYTES = 512 * 1024
MOST_PIXELS = 4_000_000
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


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


def size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels by the header of a PNG or JPEG file; nothing for others."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= 24:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not content.startswith(_JPEG):
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in range(0xC0, 0xD0) and marker not in (0xC4, 0xC8, 0xCC):
            high = int.from_bytes(content[at + 5 : at + 7])
            return int.from_bytes(content[at + 7 : at + 9]), high
        else:
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
    pixels = size(content)
    if pixels is None:
        entry.wrong(key, node, "Line {line}: the image “{name}” is no PNG or JPEG.", name=name)
    elif pixels[0] * pixels[1] > MOST_PIXELS:
        entry.wrong(
            key,
            node,
            "Line {line}: the image “{name}” has {width} × {height} pixels; {most} million are"
            " the most.",
            name=name,
            width=pixels[0],
            height=pixels[1],
            most=MOST_PIXELS // 1_000_000,
        )
    elif not _whole(content):
        entry.wrong(
            key, node, "Line {line}: the image “{name}” is damaged; its end is missing.", name=name
        )
    return content


def _whole(content: bytes) -> bool:
    """Whether all of the picture can be decoded; its size was checked before."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
