"""Owns how texts become comparable words: folded for finding, with marks for ranking.

A word is a run of letters, digits and the marks on them; anything else separates. Latin letters
lose their marks (đ ł ø ß æ ı … too), Greek, Cyrillic, Arabic and Hebrew theirs (so й is и), full
width and ligatures go, digits of every script become 0–9. All other scripts keep every sign, and
their words are whole runs: only Han, kana and bopomofo are taken sign by sign, since nothing there
says where the given name begins.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

_REMOVED_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
_SIGN_BY_SIGN = (
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3100, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ß": "ss",
    "ŋ": "n",
    "ə": "e",
    "ǝ": "e",
    "ĸ": "k",
    "ƿ": "w",
    "ȝ": "y",
    "ʒ": "z",
    "ɣ": "g",
    "ɩ": "i",
    "ʋ": "v",
    "ʊ": "u",
    "ɑ": "a",
    "ɸ": "f",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ѐ": "е",
}
_PLAIN_RUN = re.compile(r"[^\W_]+")
_LATIN_NAME = re.compile(
    r"LATIN (?:SMALL LETTER|LETTER SMALL CAPITAL|SMALL CAPITAL LETTER)"
    r"(?: (?:DOTLESS|OPEN|REVERSED|TURNED|SIDEWAYS|SCRIPT|INSULAR|BARRED|CLOSED|SMALL|LONG))*"
    r" ([A-Z]{1,2})(?: WITH .*)?"
)
_JOINING = {ord(sign): None for sign in "'-.·‐‑‒–−_+"}
_HANGUL = range(0xAC00, 0xD7A4)
#: How passports and keyboards without them write these letters.
_PASSPORT = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ø"): "oe", ord("å"): "aa"}
#: Vietnamese puts the tone on either vowel of these pairs: hòa, hoà.
_TONES = [
    (old + second, first + new)
    for first, second, olds, news in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for old, new in zip(olds, news, strict=True)
]
_APOSTROPHES = "´`ʹʻʼʽʾʿˈˊˋ‘’‛′＇"
_UNSEEN = "\u00ad\u034f\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061"
_UNSEEN += "\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
_PREPARED = {ord(c): "'" for c in _APOSTROPHES} | {ord(c): None for c in _UNSEEN}


class Word(NamedTuple):
    """One word: `folded` for finding, `marked` in lower case NFC as it was written."""

    folded: str
    marked: str


class _Bare(dict[int, str]):
    """Code points of decomposed lower-case text → what stays of them; fills itself."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if any(first <= code <= last for first, last in _REMOVED_MARKS):
            bare = ""
        elif letter in _LETTERS:
            bare = _LETTERS[letter]
        elif unicodedata.category(letter) == "Nd":
            bare = str(unicodedata.digit(letter))
        else:
            name = _LATIN_NAME.fullmatch(unicodedata.name(letter, ""))
            bare = name[1].lower() if name else letter
        self[code] = bare
        return bare


_BARE = _Bare()


def _normal(text: str) -> str:
    """Lower case, one form for what is written in several ways, marks kept, NFC."""
    text = text.translate(_PREPARED)
    for _ in range(4):
        before = text
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
        if text == before:
            break
    return text


def _stripped(normal: str) -> str:
    bare = unicodedata.normalize("NFD", normal).translate(_BARE)
    return unicodedata.normalize("NFC", bare)


@cache
def _common() -> dict[int, str]:
    """Small precomposed Latin letters whose folding needs no second look."""
    letters = (chr(code) for code in (*range(0xDF, 0x250), *range(0x1E01, 0x1F00)))
    return {
        ord(letter): _stripped(letter)
        for letter in letters
        if letter.islower() and _normal(letter) == letter
    }


def _forms(text: str) -> tuple[str, str]:
    """The text folded, and the same with its marks."""
    lower = text.lower()
    if lower.isascii():
        return lower, lower
    folded = lower.translate(_common())
    if folded.isascii():
        return folded, lower
    normal = _normal(text)
    return _stripped(normal), normal


def fold(text: str) -> str:
    """The text in the form in which spellings with and without marks are equal."""
    return _forms(text)[0]


@lru_cache(maxsize=1 << 14)
def token_words(token: str) -> tuple[Word, ...]:
    """The words of a text without white space."""
    folded, marked = _forms(token)
    if folded.isascii():
        if folded.isalnum():
            return (Word(folded, marked),)
        return tuple([Word(run.translate(_common()), run) for run in _PLAIN_RUN.findall(marked)])
    found = []
    for run in _runs(_normal(token)):
        bare = _stripped(run)
        if bare:
            found.append(Word(bare, run))
    return tuple(found)


def _runs(normal: str) -> list[str]:
    runs, run = [], ""
    for letter in normal:
        if letter.isalnum():
            if any(first <= ord(letter) <= last for first, last in _SIGN_BY_SIGN):
                runs += [run, letter]
                run = ""
            else:
                run += letter
        elif run and unicodedata.category(letter)[0] == "M":
            run += letter
        else:
            runs.append(run)
            run = ""
    return [run for run in (*runs, run) if run]


def written_in_one(token: str) -> Word | None:
    """The one word that a text with hyphens, apostrophes or dots inside stands for: ONeil, USA."""
    own = token_words(token)
    if len(own) < 2:
        return None
    joined = Word("".join(w.folded for w in own), "".join(w.marked for w in own))
    normal = token.lower() if token.isascii() else _normal(token)
    return joined if joined.marked == normal.translate(_JOINING) != normal else None


def passport_spelling(word: Word) -> Word | None:
    """The word as passports have it (Mueller), where that is not how it folds (muller)."""
    if word.folded == word.marked:
        return None
    spelt = _stripped(word.marked.translate(_PASSPORT))
    return Word(spelt, spelt) if spelt and spelt != word.folded else None


@lru_cache(maxsize=1 << 14)
def other_spellings(token: str) -> tuple[Word, ...]:
    """Further words by which a text without white space should be found.

    Written in one (ONeil, Jeanluc), as passports have it (Mueller), with the tone on the other
    vowel (hoà, hòa), and the given name of Korean names, which are written in one.
    """
    own = token_words(token)
    if not own or (len(own) == 1 and token.isascii()):
        return ()
    joined = written_in_one(token)
    found = [joined] if joined else []
    for word in (*own, *found):
        if word.folded == word.marked:
            if 2 <= len(word.folded) <= 5 and all(ord(sign) in _HANGUL for sign in word.folded):
                found += [Word(rest, rest) for n in (1, 2) if (rest := word.folded[n:])]
            continue
        if passport := passport_spelling(word):
            found.append(passport)
        respelt = {word.marked.replace(a, b) for a, b in _TONES}
        respelt |= {word.marked.replace(b, a) for a, b in _TONES}
        found += [Word(word.folded, marked) for marked in sorted(respelt - {word.marked})]
    return tuple(found)


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text in both forms, in their order."""
    if len(tokens := text.split()) == 1:
        return token_words(tokens[0])
    return tuple([word for token in tokens for word in token_words(token)])


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in their order."""
    return tuple([word.folded for word in split_words(text)])


def marked_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case with their marks (NFC), in their order."""
    return tuple([word.marked for word in split_words(text)])
