"""Owns adding composed glyphs to a TrueType font: tables as Microsoft's OpenType 1.9 has them."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

_WORDS, _XY, _MORE, _OVERLAP, _UNSCALED = 0x1, 0x2, 0x20, 0x400, 0x1000
#: What the profile says composed glyphs may need; readers reserve room by it.
_POINTS, _CONTOURS, _PARTS, _DEPTH = 4096, 512, 64, 4


@dataclass(frozen=True, slots=True)
class Addition:
    """A glyph of others moved by x and y; `box` is left, low, right, high; all in font units."""

    parts: tuple[tuple[int, int, int], ...]
    advance: int
    box: tuple[int, int, int, int]


def with_additions(font: bytes, first: int, additions: Sequence[Addition]) -> bytes:
    """`font` with glyphs numbered from `first` on, which is not below its own last number."""
    tables = _tables(font)
    head = bytearray(tables["head"])
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    offsets = _offsets(tables["loca"], long=head[51] == 1)
    offsets += [offsets[-1]] * (first - count)
    glyphs = bytearray(tables["glyf"])
    for addition in additions:
        glyphs += _glyph(addition)
        offsets.append(len(glyphs))
    head[50:52] = b"\0\1"
    total = first + len(additions)
    tables["head"] = bytes(head)
    tables["glyf"] = bytes(glyphs)
    tables["loca"] = struct.pack(f">{total + 1}I", *offsets)
    tables["hmtx"] = _metrics(tables, count, first, additions)
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", total)
    tables["maxp"] = _profile(tables["maxp"], total)
    return _file(font[:4], tables)


def _tables(font: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        found[tag.decode("latin-1")] = font[offset : offset + length]
    return found


def _offsets(loca: bytes, long: bool) -> list[int]:
    if long:
        return list(struct.unpack(f">{len(loca) // 4}I", loca))
    return [2 * offset for offset in struct.unpack(f">{len(loca) // 2}H", loca)]


def _glyph(addition: Addition) -> bytes:
    if not addition.parts:
        return b""
    out = struct.pack(">h4h", -1, *addition.box)
    last = len(addition.parts) - 1
    for number, (glyph, dx, dy) in enumerate(addition.parts):
        flags = _WORDS | _XY | _UNSCALED | (_MORE if number < last else 0)
        flags |= 0 if number else _OVERLAP
        out += struct.pack(">HHhh", flags, glyph, dx, dy)
    return out + b"\0" * (-len(out) % 4)


def _metrics(
    tables: dict[str, bytes], count: int, first: int, additions: Sequence[Addition]
) -> bytes:
    (whole,) = struct.unpack_from(">H", tables["hhea"], 34)
    table = tables["hmtx"]
    widths = table[: 4 * whole]
    last = table[4 * whole - 4 : 4 * whole - 2] if whole else b"\0\0"
    bearings = table[4 * whole :]
    rest = b"".join(last + bearings[at : at + 2] for at in range(0, 2 * (count - whole), 2))
    new = b"".join(struct.pack(">Hh", a.advance, a.box[0]) for a in additions)
    return widths + rest + b"\0\0\0\0" * (first - count) + new


def _profile(maxp: bytes, total: int) -> bytes:
    profile = bytearray(maxp)
    struct.pack_into(">H", profile, 4, total)
    struct.pack_into(">HH", profile, 10, _POINTS, _CONTOURS)
    struct.pack_into(">HH", profile, 28, _PARTS, _DEPTH)
    return bytes(profile)


def _file(version: bytes, tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << count.bit_length() - 1
    directory = version + struct.pack(
        ">HHHH", count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    at = 12 + 16 * count
    body = b""
    for tag in sorted(tables):
        table = tables[tag]
        directory += struct.pack(">4sIII", tag.encode("latin-1"), _sum(table), at, len(table))
        padded = table + b"\0" * (-len(table) % 4)
        body += padded
        at += len(padded)
    return directory + body


def _sum(table: bytes) -> int:
    words = array("I", table + b"\0" * (-len(table) % 4))
    if struct.pack("=I", 1) == struct.pack("<I", 1):
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
