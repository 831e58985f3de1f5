"""Owns fonts that are open: which letters they have, and how a text is shaped in one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb

from checkin_app.badges.text.families import STYLES, VIETNAMESE, Family, Source, source
from checkin_app.badges.text.scripts import COMMON, PLAIN, UNSEEN

#: Kerning and marks, but no ligatures: a letter stays a letter.
_PLAIN_FEATURES = {"liga": False, "clig": False, "dlig": False}
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]+")
_POSTSCRIPT_NAME = 6
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFD))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph where it stands in a shaped text, in thousandths of the type size.

    `cluster` is the index of the first character it stands for; `width` is its own advance,
    `advance` the one wanted here; `dx`, `dy` move it from its place; `ink` is its own outline's
    left, low, right and high bound.
    """

    number: int
    cluster: int
    width: int
    advance: int
    dx: int
    dy: int
    ink: tuple[int, int, int, int]


class Face:
    """A font at one weight. `name` is its PostScript name, `weight` that of a variable font."""

    def __init__(self, place: Source, weight: int) -> None:
        self.face = hb.Face(hb.Blob.from_file_path(str(place.path)), place.index)
        self.weight = weight if any(a.tag == "wght" for a in self.face.axis_infos) else None
        self._font = hb.Font(self.face)
        self._font.scale = (1000, 1000)
        if self.weight:
            self._font.set_variations({"wght": self.weight})
        self.name = self._name(place.path, weight)
        self.truetype = "glyf" in self.face.table_tags
        self.glyph_count: int = self.face.glyph_count
        self._codepoints: Set[int] = _public(self.face.unicodes)
        self._known: dict[int, tuple[int, tuple[int, int, int, int]]] = {}

    @cached_property
    def letters(self) -> frozenset[str]:
        return frozenset(map(chr, self._codepoints))

    def has(self, text: str) -> bool:
        """Whether it has all characters of a text that are drawn."""
        known = self._codepoints
        return all(ord(c) in known or c in UNSEEN or self._composes(c) for c in text)

    def _composes(self, letter: str) -> bool:
        """Whether it has the base and the marks of a letter."""
        apart = unicodedata.normalize("NFD", letter)
        return apart != letter and all(ord(c) in self._codepoints for c in apart)

    def shape(self, text: str, script: str, backwards: bool = False) -> list[Glyph]:
        """The glyphs of a text of one script, from left to right.

        `backwards` is for text that runs from right to left; brackets are mirrored then.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if backwards else "ltr"
        buffer.script = "Latn" if script == COMMON else script
        buffer.language = "und"
        buffer.flags = (
            hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        )
        hb.shape(self._font, buffer, _PLAIN_FEATURES if script in PLAIN else {})
        glyphs = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            number = info.codepoint
            width, ink = self._known.get(number) or self._measure(number)
            glyphs.append(
                Glyph(
                    number,
                    info.cluster,
                    width,
                    place.x_advance,
                    place.x_offset,
                    place.y_offset,
                    ink,
                )
            )
        return glyphs

    def advance(self, number: int) -> int:
        """The own advance of a glyph, in thousandths."""
        return (self._known.get(number) or self._measure(number))[0]

    def ink(self, number: int) -> tuple[int, int, int, int]:
        """Left, low, right and high bound of a glyph's outline, in thousandths."""
        return (self._known.get(number) or self._measure(number))[1]

    def _measure(self, number: int) -> tuple[int, tuple[int, int, int, int]]:
        extents = self._font.get_glyph_extents(number)
        ink = (0, 0, 0, 0)
        if extents:
            left, high = extents.x_bearing, extents.y_bearing
            ink = (left, high + extents.height, left + extents.width, high)
        known = self._known[number] = (self._font.get_glyph_h_advance(number), ink)
        return known

    def _name(self, path: Path, weight: int) -> str:
        if self.weight:
            return f"{path.name.partition('[')[0]}-{STYLES[weight]}"
        name = self.face.get_name(_POSTSCRIPT_NAME) or path.stem
        return _NOT_IN_NAMES.sub("", name) or "Font"


def _public(codepoints: hb.Set) -> hb.Set:
    """Without private characters, which mean something else in every font."""
    for first, last in _PRIVATE:
        codepoints.del_range(first, last)
    return codepoints


@cache
def face(family: Family, weight: int) -> Face | None:
    """A family's font at a weight of STYLES, read once a process; None where it is not here."""
    place = source(family, weight)
    return Face(place, weight) if place else None


def font_file(family: Family = VIETNAMESE, weight: int = 400) -> Path:
    """Where the file of a family that comes with the program lies."""
    place = source(family, weight)
    if place is None:
        raise FileNotFoundError(family.file)
    return place.path
