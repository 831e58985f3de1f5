"""Owns words as they are drawn: cleaned, split over the fonts that have their letters, shaped.

What comes out does not depend on the type size: measures are thousandths of it, and the operators
are meant for a text matrix that carries the size (`1 Tf`, `size 0 0 size x y Tm`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from checkin_app.badges.faces import FAMILIES, Face, Glyph, face

#: More marks than this on one letter are not writing.
_MARKS = 3
_KEPT_WORDS = 2048
#: What shapes other letters without being drawn: zero-width joiners, variation selectors.
_UNSEEN = frozenset("\u200c\u200d" + "".join(chr(c) for c in range(0xFE00, 0xFE10)))
#: Latin letters and signs that NFC leaves alone, and no marks.
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02af\u1e00-\u1eff–—‘’“”…]*")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
#: A row may end after a hyphen, dash or slash that has two characters on either side.
_INSIDE = re.compile(r"[-–—/]")
_PARTS = re.compile(r".{2,}?[-–—/]+(?=[^-–—/].)|.+$")


def clean(text: str) -> str:
    """`text` as it can be set: NFC, blanks single, no controls, at most three marks a letter."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for c in unicodedata.normalize("NFC", text).translate(_HYPHENS):
        kind = unicodedata.category(c)
        if kind in ("Mn", "Me"):
            marks += 1
            if marks > _MARKS:
                continue
        else:
            marks = 0
        if kind in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        elif c in _UNSEEN or kind not in ("Cf", "Cs", "Co", "Cn"):
            kept.append(c)
    return " ".join("".join(kept).split())


def parts(text: str) -> list[tuple[str, bool]]:
    """The parts of a cleaned text between which a row may end, each with whether a blank is before.

    Rows end at blanks, and after hyphens and slashes inside words.
    """
    if not _INSIDE.search(text):
        return [(word, True) for word in text.split()]
    return [
        (part, number == 0)
        for word in text.split()
        for number, part in enumerate(_PARTS.findall(word))
    ]


def letters(text: str) -> list[tuple[str, bool]]:
    """Like parts(), for a text too long for its place: a row may end after any letter."""
    found: list[tuple[str, bool]] = []
    blank = True
    for c in text:
        if c == " ":
            blank = True
        elif found and not blank and (unicodedata.category(c)[0] == "M" or c in _UNSEEN):
            found[-1] = (found[-1][0] + c, found[-1][1])
        else:
            found.append((c, blank))
            blank = False
    return found


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font. `shown` is the inside of a TJ array or, with `whole`, operators."""

    font: str
    shown: bytes
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """`low` and `high` bound the ink; `missing` are the letters that no font has."""

    width: int
    low: int
    high: int
    runs: tuple[Run, ...]
    missing: str = ""


class Typesetter:
    """The words of one document, and what of each font they use.

    `faces` and `used` go by the font's resource name; `used` is glyph number → the text it
    stands for.
    """

    def __init__(self) -> None:
        self.faces: dict[str, Face] = {}
        self.used: dict[str, dict[int, str]] = {}
        self._names: dict[tuple[int, int], str] = {}
        self._words: dict[int, dict[str, Word]] = {weight: {} for weight in (400, 500, 600)}

    def word(self, text: str, weight: int) -> Word:
        """`text`, without blanks or one blank, shaped; letters that no font has are left out."""
        known = self._words[weight]
        word = known.get(text)
        if word is None:
            if len(known) >= _KEPT_WORDS:
                known.clear()
            word = known[text] = self._shape(text, weight)
        return word

    def _shape(self, text: str, weight: int) -> Word:
        width = low = high = 0
        runs = []
        missing = ""
        for family, run in _homes(text, weight):
            if family is None:
                missing += run
                continue
            font = self._font(family, weight)
            glyphs = self.faces[font].shape(run)
            if not glyphs:
                continue
            runs.append(self._run(font, run, glyphs))
            width += sum(g.advance for g in glyphs)
            low = min(low, min(g.low for g in glyphs))
            high = max(high, max(g.high for g in glyphs))
        return Word(width, low, high, tuple(runs), missing)

    def _font(self, family: int, weight: int) -> str:
        name = self._names.get((family, weight))
        if name is None:
            name = self._names[family, weight] = f"F{len(self._names)}"
            self.faces[name] = face(family, weight)
            self.used[name] = {}
        return name

    def _run(self, font: str, text: str, glyphs: list[Glyph]) -> Run:
        used = self.used[font]
        plain = [g.cluster for g in glyphs] == list(range(len(text)))
        for number, glyph in enumerate(glyphs):
            stands_for = text[number] if plain else ""
            known = used.get(glyph.number)
            if not known:
                used[glyph.number] = stands_for
            elif stands_for and known != stands_for:
                plain = False
        shown = _shown(glyphs)
        if plain and not any(g.dy for g in glyphs):
            return Run(font, shown)
        shown = b"[" + shown + b"]TJ"
        if not plain:
            said = text.encode("utf-16-be").hex().encode()
            shown = b"/Span<</ActualText<feff" + said + b">>>BDC" + shown + b" EMC "
        return Run(font, shown, whole=True)


@lru_cache(maxsize=4096)
def _covers(family: int, weight: int, letter: str) -> bool:
    """Whether a font has a letter, or its base and marks."""
    known = face(family, weight).letters
    return letter in known or all(c in known for c in unicodedata.normalize("NFD", letter))


def _homes(text: str, weight: int) -> list[tuple[int | None, str]]:
    """Which font draws what: one for the whole word if there is one, else letter by letter."""
    for family in range(len(FAMILIES)):
        if face(family, weight).letters.issuperset(text) or all(
            _covers(family, weight, c) for c in text
        ):
            return [(family, text)]
    homes: list[tuple[int | None, str]] = []
    for c in text:
        if c in _UNSEEN:
            continue
        last = homes[-1][0] if homes else None
        if last is not None and unicodedata.combining(c) and _covers(last, weight, c):
            home: int | None = last
        else:
            home = next((f for f in range(len(FAMILIES)) if _covers(f, weight, c)), None)
        if homes and last == home:
            homes[-1] = (home, homes[-1][1] + c)
        else:
            homes.append((home, c))
    return homes


def _shown(glyphs: list[Glyph]) -> bytes:
    """The inside of a TJ array that puts the glyphs where they belong.

    A change of height leaves the array for the operator Ts and comes back.
    """
    out = ["<"]
    rise = carried = 0
    for glyph in glyphs:
        move = carried - glyph.dx
        if glyph.dy != rise:
            rise = glyph.dy
            out.append(f">]TJ {rise / 1000:g} Ts[<")
        if move:
            out.append(f">{move}<")
        out.append(f"{glyph.number:04x}")
        carried = glyph.width + glyph.dx - glyph.advance
    out.append(">")
    if rise:
        out.append("]TJ 0 Ts[")
    if carried:
        out.append(str(carried))
    return "".join(out).encode()
