"""Owns what the desk knows about names: their words, order, initials, and when two are alike."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from checkin_app.domain.folding import (
    Word,
    fold,
    marked_words,
    other_spellings,
    split_words,
    words,
)

__all__ = [
    "alike",
    "fold",
    "given_name",
    "highlights",
    "initials",
    "marked_words",
    "sort_key",
    "split_honorific",
    "split_words",
    "words",
]

#: The family names of nine Vietnamese in ten, folded; they tell a Vietnamese name where the roster
#: does not say the country.
_VIETNAMESE_FAMILIES = frozenset(
    words(
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan luong"
        " trinh mai to ta cao chau diep tong luu quach thai tang kieu vuong truong"
    )
)
_TOKEN = re.compile(r"\S+")
_LEADING_VOWELS = range(0x0E40, 0x0E45)
_HONORIFIC_WORDS = 4
_INSIDE_WORDS = frozenset({"Mn", "Mc", "Me", "Cf"})


class _Run(NamedTuple):
    """Where a run of letters stands in a text, and its words."""

    start: int
    end: int
    folded: tuple[str, ...]
    marked: tuple[str, ...]


@lru_cache(maxsize=1 << 10)
def _runs(text: str) -> list[_Run]:
    found, start = [], -1
    for at, letter in enumerate(text + " "):
        if letter.isalnum() or (start >= 0 and unicodedata.category(letter) in _INSIDE_WORDS):
            start = at if start < 0 else start
        elif start >= 0:
            pair = split_words(text[start:at])
            if pair:
                found.append(
                    _Run(start, at, tuple(w.folded for w in pair), tuple(w.marked for w in pair))
                )
            start = -1
    return found


def split_honorific(text: str, honorifics: Collection[str]) -> tuple[str, str]:
    """The honorifics that a text begins with, and the rest; never leaves an empty rest.

    `honorifics` holds words joined by single spaces, folded (`gs ts`, `ba`) or in lower case with
    marks (`bà`, which then leaves the family name Ba alone).
    """
    runs = _runs(text)
    taken = 0
    while taken < len(runs) - 1:
        for width in range(min(_HONORIFIC_WORDS, len(runs) - 1 - taken), 0, -1):
            ahead = runs[taken : taken + width]
            if (
                " ".join(word for run in ahead for word in run.folded) in honorifics
                or " ".join(word for run in ahead for word in run.marked) in honorifics
            ):
                taken += width
                break
        else:
            break
    if not taken:
        return "", text
    rest = runs[taken].start
    return text[:rest].strip(), text[rest:].strip()


def given_name(full_name: str, country: str) -> str:
    """The last word of a Vietnamese name, else the empty text: elsewhere nothing says which it is.

    `country` is an ISO 3166-1 alpha-2 code; without one, a common Vietnamese family name in front
    of one to four more words decides.
    """
    parts = full_name.split()
    if len(parts) < 2:
        return ""
    if not country:
        vietnamese = fold(parts[0]) in _VIETNAMESE_FAMILIES and len(parts) <= 5
    else:
        vietnamese = country.upper() == "VN"
    return parts[-1] if vietnamese and words(parts[-1]) else ""


def sort_key(name: str, given: str) -> str:
    """Orders names by given name where there is one, else as written; marks decide last."""
    folded = " ".join(map(_folded, name.split()))
    return f"{_folded(given) if given else folded}\x01{folded}\x01{name}"


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> str:
    return " ".join(words(text))


def initials(name: str) -> str:
    """One or two letters to stand where a photo is missing: first and last word, `ĐV`.

    One sign for scripts without capitals, nothing for a name without letters.
    """
    firsts = [letter for part in name.split() if (letter := _first_letter(part))]
    if not firsts:
        return ""
    first, last = firsts[0], firsts[-1]
    if len(firsts) == 1 or first.lower() == first.upper() or last.lower() == last.upper():
        return first
    return first + last


def _first_letter(part: str) -> str:
    for letter in unicodedata.normalize("NFC", part):
        if letter.isalpha() and ord(letter) not in _LEADING_VOWELS:
            upper = letter.upper()
            return upper if len(upper) == 1 else letter
    return ""


def alike(a: str, b: str) -> bool:
    """Whether two names may be one person's: the same words in any order, however divided, or
    two words at least of which the other name has each.
    """
    first, second = words(a), words(b)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    few, many = sorted((Counter(first), Counter(second)), key=Counter.total)
    return few <= many and (few.total() >= 2 or few == many)


def highlights(name: str, query: str) -> tuple[tuple[int, int], ...]:
    """Where in `name` the typed words were found: (start, end) in characters, not overlapping.

    A word typed with marks lights up only what has them, if anything has.
    """
    runs = _runs(name)
    spans: list[tuple[int, int]] = []
    for typed in _typed(query[:256]):
        found: list[tuple[int, int]] = []
        if typed.marked != typed.folded:
            found = [s for run in runs for s in _hits(name, run, run.marked, typed.marked, typed)]
        if not found:
            found = [s for run in runs for s in _hits(name, run, run.folded, typed.folded, typed)]
        spans += found or [t.span() for t in _TOKEN.finditer(name) if _loosely(t[0], typed)]
    return _merged(spans)


@lru_cache(maxsize=64)
def _typed(query: str) -> tuple[Word, ...]:
    return tuple(dict.fromkeys(split_words(query)))


def _hits(
    name: str, run: _Run, forms: tuple[str, ...], begin: str, typed: Word
) -> list[tuple[int, int]]:
    if len(forms) == 1:
        if not forms[0].startswith(begin):
            return []
        return [(run.start, _reach(name, run, len(typed.folded)))]
    at_words = [at for at, form in enumerate(forms) if form.startswith(begin)]
    if at_words and len(forms) != run.end - run.start:
        return [(run.start, run.end)]
    return [(run.start + at, run.start + at + 1) for at in at_words]


def _loosely(token: str, typed: Word) -> bool:
    return any(word.folded.startswith(typed.folded) for word in other_spellings(token))


def _reach(name: str, run: _Run, length: int) -> int:
    """Where the first `length` folded characters of a run end in the name, marks included."""
    end = run.start + 1
    if len(run.folded[0]) == run.end - run.start:
        end = run.start + length
    while end < run.end and len(fold(name[run.start : end])) < length:
        end += 1
    while end < run.end and unicodedata.category(name[end]) in _INSIDE_WORDS:
        end += 1
    return end


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
