"""Owns what a header says: which field, or fields, the words at the head of a column stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checkin_app.importing.words import IGNORED, fold, header_words

EXACT, PART, WITHOUT_NOISE, WITHIN = 4, 3, 2, 1

_PARTS = re.compile(r"[/|\\\n\r()\[\]{}:;,–—*]+|\s-\s")
_NUMBERING = re.compile(r"\(?\d{1,3}\)?|[A-Z]")
_MAX_HEADER = 200


class Meaning(NamedTuple):
    """`fields` are the candidates, `IGNORED` among them; `certainty` is one of the four above."""

    certainty: int
    fields: tuple[str, ...]
    vietnamese: bool


@lru_cache(maxsize=4096)
def meaning(header: str) -> Meaning | None:
    """What a header stands for, or None if it is not known."""
    words = header_words()
    folded = fold(header[:_MAX_HEADER])
    if not folded:
        return None
    if found := words.choices.get(folded):
        return Meaning(EXACT, found, folded in words.vietnamese)
    parts = [part for text in _PARTS.split(header[:_MAX_HEADER]) if (part := fold(text))]
    for part in parts:
        if found := words.choices.get(part):
            return Meaning(PART, found, part in words.vietnamese)
    for text in (*parts, folded):
        bare = " ".join(words.noise.sub(" ", text).split())
        if found := words.choices.get(bare):
            return Meaning(WITHOUT_NOISE, found, bare in words.vietnamese)
    return _within(folded)


def _within(folded: str) -> Meaning | None:
    """The longest known words of some length inside a header; those to be ignored come first."""
    words = header_words()
    padded = f" {folded} "
    best = None
    for word in words.longest_first:
        if len(word) < 5:
            break
        if f" {word} " in padded:
            fields = words.choices[word]
            if IGNORED in fields:
                return Meaning(WITHIN, fields, word in words.vietnamese)
            best = best or Meaning(WITHIN, fields, word in words.vietnamese)
    return best


def fields_headed(cells: Sequence[str]) -> int:
    """How many different fields a row of headers would name for certain; 0 for a row of data."""
    found = set()
    for cell in cells:
        if cell and (known := meaning(cell)) and known.certainty > WITHIN:
            found.add(known.fields)
    return len(found - {(IGNORED,)})


def is_header_line(cells: Sequence[str]) -> bool:
    """Whether every cell that is not empty is a known header, and there are two of them."""
    full = [cell for cell in cells if cell.strip()]
    return len(full) > 1 and all(
        (known := meaning(cell)) and known.certainty > WITHIN for cell in full
    )


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or A B C."""
    full = [cell.strip() for cell in cells if cell.strip()]
    if len(full) < 3 or not all(map(_NUMBERING.fullmatch, full)):
        return False
    bare = [cell.strip("()") for cell in full]
    if bare[0] == "A":
        return bare == [chr(ord("A") + n) for n in range(len(bare))]
    numbers = [int(cell) for cell in bare if cell.isdigit()]
    return (
        len(numbers) >= 3
        and numbers[0] < 2
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )
