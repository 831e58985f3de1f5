"""Owns what the codes in a page stand for: for one font of one document, its glyphs and texts.

A code has one glyph and one text, so that every reader gets back what was written: where a shaper
made several glyphs of a letter, or one glyph of different letters, a glyph is composed that has
the code for itself. In text that runs from right to left a code has one character at most, since
readers put such text into order character by character; what else its glyph stands for is given to
codes without ink beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from checkin_app.badges.text.faces import Face, Glyph

_LAST = 0xFFFF
_CLUSTER = attrgetter("cluster")


@dataclass(frozen=True, slots=True)
class Composed:
    """A glyph put together of others: each a number, dx and dy in thousandths of the size."""

    parts: tuple[tuple[int, int, int], ...]
    width: int


class GlyphCodes:
    """The codes of one font: those of its own glyphs are their numbers, composed ones follow.

    `texts` is what a code stands for, `composed` the glyphs beyond the font's own.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.texts: dict[int, str] = {}
        self.composed: dict[int, Composed] = {}
        self._known: dict[tuple[Composed, str], int] = {}

    def width(self, code: int) -> int:
        """In thousandths."""
        own = self.composed.get(code)
        return own.width if own else self.face.advance(code)

    def letters(self, text: str, glyphs: Sequence[Glyph]) -> bool:
        """Takes in glyphs of which each is one letter of `text` in turn; whether that is so."""
        number = 0
        for glyph in glyphs:
            if glyph.cluster != number or glyph.dy:
                return False
            number += 1
        if number != len(text):
            return False
        known = self.texts
        for glyph, letter in zip(glyphs, text, strict=True):
            if known.setdefault(glyph.number, letter) != letter:
                return False
        return True

    def clusters(
        self, text: str, glyphs: Sequence[Glyph], backwards: bool
    ) -> list[tuple[int, int, int]] | None:
        """The codes of any shaped text, each with how far it is moved and the advance wanted.

        None where the font cannot have composed glyphs, or no more of them.
        """
        if not self.face.truetype:
            return None
        starts = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        placed: list[tuple[int, int, int]] = []
        for start, group in groupby(glyphs, key=_CLUSTER):
            said = text[start : ends[start]]
            codes = self._cluster(said, list(group), backwards)
            if codes is None:
                return None
            placed += codes
        return placed

    def _cluster(
        self, said: str, glyphs: list[Glyph], backwards: bool
    ) -> list[tuple[int, int, int]] | None:
        alone = glyphs[0]
        spread = backwards and len(said) > 1
        if len(glyphs) == 1 and not alone.dy and not spread:
            if self.texts.setdefault(alone.number, said) == said:
                return [(alone.number, alone.dx, alone.advance)]
            code = self._code(Composed(((alone.number, 0, 0),), alone.width), said)
            return None if code is None else [(code, alone.dx, alone.advance)]
        parts = []
        pen = 0
        for glyph in glyphs:
            if glyph.ink[2] > glyph.ink[0]:
                parts.append((glyph.number, pen + glyph.dx, glyph.dy))
            pen += glyph.advance
        share = max(pen, 0) // len(said) if spread else 0
        before = share * (len(said) - 1)
        codes: list[int | None] = []
        if spread:
            blank = Composed((), share)
            codes = [self._code(blank, c) for c in reversed(said[1:])]
            said = said[0]
        moved = tuple((number, dx - before, dy) for number, dx, dy in parts)
        codes.append(self._code(Composed(moved, max(pen - before, 0)), said))
        found = [code for code in codes if code is not None]
        if len(found) < len(codes):
            return None
        return [(code, 0, self.width(code)) for code in found[:-1]] + [
            (found[-1], 0, pen - before),
        ]

    def _code(self, glyph: Composed, text: str) -> int | None:
        key = (glyph, text)
        code = self._known.get(key)
        if code is None:
            code = self.face.glyph_count + len(self.composed)
            if code > _LAST:
                return None
            self._known[key] = code
            self.composed[code] = glyph
            self.texts[code] = text
        return code
