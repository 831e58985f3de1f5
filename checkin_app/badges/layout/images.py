"""Owns the images inside a layout: small enough by their headers before anything decodes them."""

from __future__ import annotations

import base64
import binascii
import re

from checkin_app.badges.layout.elements import MARK
from checkin_app.badges.layout.json_lines import Node
from checkin_app.badges.layout.values import Entry
from checkin_app.badges.picture_files import MOST_PIXELS, decoded, header

MOST_IMAGES = 100
MOST_BYTES = 512 * 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


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
        entry.wrong(key, node, "Line {line}: the image “{name}” is damaged.", name=name)
    return content
