"""Owns the fonts: which there are, in which order they are asked, and how a word is shaped in one.

Fonts come from packages made for that (SIL Open Font License). Be Vietnam Pro goes first; Noto Sans
stands in for a word that has letters it lacks (Cyrillic, Greek, Latin of other continents).
A further script is a further line in `FAMILIES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import uharfbuzz as hb

#: Package and file of each family in the order asked; {style} is the weight's name, a file with
#: [axes] holds all weights.
FAMILIES = (
    ("fontpkg_be_vietnam_pro", "BeVietnamPro-{style}.ttf"),
    ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
)
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold"}

#: Kerning and marks, but no ligatures: a letter stays a letter.
_FEATURES = {"liga": False, "clig": False, "dlig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph where it stands in a shaped word, in thousandths of the type size.

    `cluster` is the index of the first character it stands for; `width` is its own advance,
    `advance` the one wanted here; `dx`, `dy` move it from its place; `low`, `high` bound its ink.
    """

    number: int
    cluster: int
    width: int
    advance: int
    dx: int
    dy: int
    low: int
    high: int


class Face:
    """A font at one weight. `name` is its PostScript name."""

    def __init__(self, path: Path, weight: int) -> None:
        self.face = hb.Face(hb.Blob.from_file_path(str(path)))
        if self.face.axis_infos:
            self.face = _instance(self.face, weight)
            self.name = f"{path.name.partition('[')[0]}-{STYLES[weight]}"
        else:
            self.name = path.stem
        self._font = hb.Font(self.face)
        self._font.scale = (1000, 1000)
        self.letters = frozenset(map(chr, self.face.unicodes))
        self._ink: dict[int, tuple[int, int, int]] = {}

    def shape(self, word: str) -> list[Glyph]:
        """The glyphs of a word whose characters are all in `letters`, left to right."""
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        glyphs = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            number = info.codepoint
            width, low, high = self._ink.get(number) or self._measure(number)
            glyphs.append(
                Glyph(
                    number,
                    info.cluster,
                    width,
                    place.x_advance,
                    place.x_offset,
                    place.y_offset,
                    low + place.y_offset,
                    high + place.y_offset,
                )
            )
        return glyphs

    def advance(self, number: int) -> int:
        """The own advance of a glyph, in thousandths."""
        return (self._ink.get(number) or self._measure(number))[0]

    def _measure(self, number: int) -> tuple[int, int, int]:
        extents = self._font.get_glyph_extents(number)
        high = extents.y_bearing if extents else 0
        low = high + extents.height if extents else 0
        ink = self._ink[number] = (self._font.get_glyph_h_advance(number), low, high)
        return ink


def _instance(face: hb.Face, weight: int) -> hb.Face:
    """A variable font held at one weight, all other axes at their defaults."""
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_all_axes_to_default(face)
    wanted.pin_axis_location(face, "wght", weight)
    return hb.subset(face, wanted)


@cache
def face(family: int, weight: int) -> Face:
    """The font of FAMILIES[family] at a weight of STYLES; read once a process."""
    return Face(font_file(family, weight), weight)


def font_file(family: int, weight: int) -> Path:
    """Where the file of FAMILIES[family] lies."""
    package, name = FAMILIES[family]
    root: Path = import_module(package).ROOT
    return root / "files" / name.format(style=STYLES[weight])
