"""Owns the word lists in resources/columns/ and how a word in a file is compared with them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checkin_app import assets
from checkin_app.domain import folding


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The words of `text` without case, marks and punctuation, one blank apart."""
    return " ".join(folding.words(text))


@cache
def load(name: str) -> dict[str, Any]:
    """A file of resources/columns/ as TOML."""
    with assets.resource("columns", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """What headers mean. `choices` has a field, or several where the contents must decide.

    `IGNORED` stands for a header that is known and holds nothing of ours.
    """

    choices: dict[str, tuple[str, ...]]
    vietnamese: frozenset[str]
    noise: re.Pattern[str]
    longest_first: tuple[str, ...]


IGNORED = "-"


@cache
def header_words() -> HeaderWords:
    choices: dict[str, tuple[str, ...]] = {}
    vietnamese: set[str] = set()
    tables = dict(load("fields"))
    noise = tables.pop("noise")
    for either in tables.pop("either").values():
        for word in either["words"]:
            choices[fold(word)] = tuple(either["fields"])
    for field, words in tables.items():
        target = IGNORED if field == "ignore" else field
        choices.setdefault(fold(field), (target,))
        for word in (*words["vi"], *words["en"]):
            choices[fold(word)] = (target,)
        vietnamese.update(map(fold, words["vi"]))
    vietnamese.add("ten")
    around = sorted({fold(word) for word in (*noise["vi"], *noise["en"])}, key=len, reverse=True)
    return HeaderWords(
        choices,
        frozenset(vietnamese),
        re.compile(rf"\b(?:{'|'.join(around)})\b"),
        tuple(sorted(choices, key=len, reverse=True)),
    )


@cache
def category_ids() -> dict[str, str]:
    """Folded words → ids of categories, the ids themselves too."""
    found = {}
    for category, words in load("categories").items():
        for word in (category, *words):
            found[fold(word)] = category
    return found


@cache
def answers(kind: str) -> frozenset[str]:
    """One list of answers.toml: words folded, signs as they are."""
    return frozenset(fold(word) or word for word in load("answers")[kind])


def is_nothing(text: str) -> bool:
    """Whether a cell says in words, or by dashes, that it holds nothing."""
    return not (folded := fold(text)) or folded in answers("nothing")
