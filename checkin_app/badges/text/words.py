"""Owns words as they are drawn: cleaned, shaped in the fonts that have their letters.

What comes out does not depend on the type size: measures are thousandths of it, and the operators
are meant for a text matrix that carries the size (`1 Tf`, `size 0 0 size x y Tm`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.badges.text.faces import Face, Glyph, face
from checkin_app.badges.text.families import STYLES, Family
from checkin_app.badges.text.glyph_codes import GlyphCodes
from checkin_app.badges.text.homes import homes
from checkin_app.badges.text.scripts import COMMON, PLAIN, UNSEEN, script_of

#: More marks than this on one letter are not writing.
_MARKS = 3
#: Nor are more of those that belong to a script; Burmese needs five.
_OWN_MARKS = 6
_KEPT_WORDS = 2048
#: Latin letters and signs that NFC leaves alone, and no marks.
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02af\u1e00-\u1eff–—‘’“”…]*")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
#: Letters that are nothing to see, what joins graphemes for sorting only, and what is no character
#: and never will be one to be seen.
_EMPTY = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\ufdd0-\ufdef\uffa0\ufff0-\ufff8"
    + "".join(map(chr, (plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))))
    + "\U000e0000-\U000e0fff]"
)
#: A sign of Braille without a dot.
_BLANK = "\u2800"


def clean(text: str) -> str:
    """`text` as it can be set: NFC, blanks single, no controls, at most three marks a letter.

    Joiners and variation selectors stay where they shape: not after what needs no shaping. Private
    characters and unknown ones stay: no font has them, so they are told as missing.
    """
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    kept: list[str] = []
    marks = own = 0
    script = ""
    for c in composed(text):
        kind = unicodedata.category(c)
        if c in UNSEEN:
            if _shapes(c, script):
                kept.append(c)
            continue
        if kind in ("Mn", "Me"):
            marks, own = (marks + 1, own) if script_of(c) == COMMON else (marks, own + 1)
            if marks > _MARKS or own > _OWN_MARKS:
                continue
        else:
            marks = own = 0
            script = script_of(c)
        if kind in ("Cc", "Zl", "Zp") or c == _BLANK:
            kept.append(" ")
        elif kind not in ("Cf", "Cs") and not _EMPTY.match(c):
            kept.append(c)
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def composed(text: str) -> str:
    """`text` in NFC, hyphens of other looks as the usual one."""
    return unicodedata.normalize("NFC", text).translate(_HYPHENS)


def _shapes(unseen: str, script: str) -> bool:
    if unseen in "\u200c\u200d":
        return script not in PLAIN and script != ""
    return script in ("Hani", "Mong") or (script == "Mymr" and unseen == "\ufe00")


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font. `shown` is the inside of a TJ array or, with `whole`, operators."""

    font: str
    shown: bytes
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """`left`, `low`, `right`, `high` bound the ink; `missing` are the letters that no font has."""

    width: int
    left: int
    low: int
    right: int
    high: int
    runs: tuple[Run, ...]
    missing: str = ""


class Typesetter:
    """The words of one document, and what of each font they use.

    `faces` and `used` go by the font's resource name.
    """

    def __init__(self) -> None:
        self.faces: dict[str, Face] = {}
        self.used: dict[str, GlyphCodes] = {}
        self._names: dict[tuple[Family, int], str] = {}
        self._words: dict[int, dict[str | tuple[str, str, bool], Word]] = {w: {} for w in STYLES}

    def word(self, text: str, weight: int, han: str = "", backwards: bool = False) -> Word:
        """`text`, without blanks or one blank, shaped; letters that no font has are left out.

        `han` is whose Chinese characters it has, `backwards` whether it runs from right to left.
        """
        known = self._words[weight]
        key = (text, han, backwards) if han or backwards else text
        word = known.get(key)
        if word is None:
            if len(known) >= _KEPT_WORDS:
                known.clear()
            word = known[key] = self._shape(text, weight, han, backwards)
        return word

    def _shape(self, text: str, weight: int, han: str, backwards: bool) -> Word:
        pen = left = low = right = high = 0
        runs = []
        missing = ""
        pieces = list(homes(text, weight, han))
        for family, script, piece in reversed(pieces) if backwards else pieces:
            if family is None:
                missing += piece
                continue
            font = self._font(family, weight)
            glyphs, piece, boxes = _drawn(self.faces[font], piece, script, backwards)
            missing += boxes
            if not glyphs:
                continue
            runs.append(self._run(font, piece, glyphs, backwards))
            for g in glyphs:
                one, two, three, four = g.ink
                left = min(left, pen + g.dx + one)
                low = min(low, g.dy + two)
                right = max(right, pen + g.dx + three)
                high = max(high, g.dy + four)
                pen += g.advance
        return Word(pen, left, low, right, high, tuple(runs), missing)

    def _font(self, family: Family, weight: int) -> str:
        name = self._names.get((family, weight))
        if name is None:
            name = self._names[family, weight] = f"F{len(self._names)}"
            known = face(family, weight)
            assert known is not None
            self.faces[name] = known
            self.used[name] = GlyphCodes(known)
        return name

    def _run(self, font: str, text: str, glyphs: list[Glyph], backwards: bool) -> Run:
        used = self.used[font]
        if not backwards and used.letters(text, glyphs):
            return Run(font, _shown((g.number, g.width, g.dx, g.advance) for g in glyphs))
        codes = used.clusters(text, glyphs, backwards)
        if codes is not None:
            return Run(font, _shown((c, used.width(c), dx, wide) for c, dx, wide in codes))
        for glyph in glyphs:
            used.texts.setdefault(glyph.number, "")
        said = text.encode("utf-16-be").hex().encode()
        shown = b"[" + _risen(glyphs) + b"]TJ"
        return Run(font, b"/Span<</ActualText<feff%b>>>BDC%b EMC " % (said, shown), whole=True)


def _drawn(font: Face, text: str, script: str, backwards: bool) -> tuple[list[Glyph], str, str]:
    """The glyphs of a text, the text they stand for, and letters that would be boxes."""
    glyphs = font.shape(text, script, backwards)
    if all(g.number for g in glyphs):
        return glyphs, text, ""
    starts = sorted({g.cluster for g in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    boxes = sorted({g.cluster for g in glyphs if not g.number})
    kept = list(text)
    for start in boxes:
        kept[start : ends[start]] = [""] * (ends[start] - start)
    rest = "".join(kept)
    missing = "".join(text[start : ends[start]] for start in boxes)
    again = font.shape(rest, script, backwards) if rest else []
    return ([], "", text) if any(not g.number for g in again) else (again, rest, missing)


def _shown(codes: Iterable[tuple[int, int, int, int]]) -> bytes:
    """The inside of a TJ array of codes, each with its own width, its move, the advance wanted."""
    out = ["<"]
    carried = 0
    for code, width, dx, advance in codes:
        move = carried - dx
        if move:
            out.append(f">{move}<")
        out.append(f"{code:04x}")
        carried = width + dx - advance
    out.append(">")
    if carried:
        out.append(str(carried))
    return "".join(out).encode()


def _risen(glyphs: list[Glyph]) -> bytes:
    """Like _shown, for glyphs at different heights: the array is left for the operator Ts."""
    out = []
    for glyph in glyphs:
        shown = _shown([(glyph.number, glyph.width, glyph.dx, glyph.advance)])
        out.append(b"]TJ %g Ts[" % (glyph.dy / 1000) + shown)
    return b"".join(out) + b"]TJ 0 Ts["
