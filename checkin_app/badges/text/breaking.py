"""Owns where a row of text may end: at blanks, inside words, between letters if need be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from checkin_app.badges.text.scripts import UNSEEN

#: A part of a text, and whether a blank is before it.
Part = tuple[str, bool]

#: A row may end after a hyphen, dash or slash that has two characters on either side.
_INSIDE = re.compile(r"[-–—/]")
_PARTS = re.compile(r".{2,}?[-–—/]+(?=[^-–—/].)|.+$")
_IDEOGRAPH = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf"
    "\u31f0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff01-\uff9f\U00016fe0-\U0001b2ff\U00020000-\U0003ffff]"
)
#: Names are shorter than this and stay whole.
_LONG = 6
_NOT_FIRST = frozenset(
    "、。，．,.:;!?：；！？・·)]}）］｝〕〉》」』】〙〗ー々〻ヽヾゝゞ’”…‥％～"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = frozenset("([{（［｛〔〈《「『【〘〖‘“¥￥＄")
#: Writing without blanks between words: Thai, Lao, Tibetan, Burmese, Khmer and their neighbours.
_UNSPACED = re.compile("[\u0e01-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1a9f\ua9e0-\uaadf]")
#: Vowels written before the letter they follow, and signs that bind the next letter.
_BEFORE_NEXT = re.compile(
    "[\u0e40-\u0e44\u0ec0-\u0ec4\u200d\u1039\u17d2\u1a60\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd"
    "\u0d4d]"
)
#: Letters that stand at no beginning; in Burmese, those that close a syllable.
_AFTER_FORMER = re.compile(
    "[\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u1160-\u11ff\ud7b0-\ud7fb]"
    "|[\u1000-\u1021\u103f](?=\u1037?\u103a|\u1039)"
)


def parts(text: str) -> list[Part]:
    """The parts of a cleaned text between which a row may end.

    Rows end at blanks, after hyphens and slashes inside words, and between Chinese characters
    where many of them follow each other.
    """
    if _IDEOGRAPH.search(text):
        return _split(text, _ideographs)
    if not _INSIDE.search(text):
        return [(word, True) for word in text.split(" ") if word]
    return _split(text, _PARTS.findall)


def syllables(text: str) -> list[Part] | None:
    """Like parts(), where scripts that put no blanks between words may break at any cluster.

    None where the text has none of them.
    """
    if not _UNSPACED.search(text):
        return None
    return _split(text, lambda word: graphemes(word) if _UNSPACED.search(word) else [word])


def letters(text: str) -> list[Part]:
    """Like parts(), for a text too long for its place: a row may end after any letter."""
    return _split(text, graphemes)


def graphemes(text: str) -> list[str]:
    """Letters with all that belongs to them: marks, joiners, conjuncts, vowels written first."""
    found: list[str] = []
    bound = False
    for at, c in enumerate(text):
        if found and (
            bound
            or unicodedata.category(c)[0] == "M"
            or c in UNSEEN
            or _AFTER_FORMER.match(text, at)
        ):
            found[-1] += c
        else:
            found.append(c)
        bound = _BEFORE_NEXT.match(c) is not None
    return found


def _split(text: str, split: Callable[[str], list[str]]) -> list[Part]:
    return [
        (part, number == 0)
        for word in text.split(" ")
        if word
        for number, part in enumerate(split(word))
    ]


def _ideographs(word: str) -> list[str]:
    """A word broken at Chinese characters, and elsewhere as other words are."""
    if len(word) < _LONG:
        return [word]
    found: list[str] = []
    former = ""
    for letter in graphemes(word):
        apart = former and (_IDEOGRAPH.match(former) or _IDEOGRAPH.match(letter))
        if found and (not apart or letter[0] in _NOT_FIRST or former[0] in _NOT_LAST):
            found[-1] += letter
        else:
            found.append(letter)
        former = letter
    return [
        part
        for piece in found
        for part in (_PARTS.findall(piece) if _INSIDE.search(piece) else (piece,))
    ]
