"""Owns the word lists in resources/columns/ and how a word in a file is compared with them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checkin_app import assets

_WORDS = re.compile(r"[^\W_]+|[✓✔✗✘]")
_LETTERS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` in lower case without marks and punctuation, its words one blank apart."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    return " ".join(_WORDS.findall(plain))


@lru_cache(maxsize=4096)
def marked(text: str) -> str:
    """As fold, with the marks kept: what tells “Mỹ” from “MY”."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFC", text.casefold())))


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
        choices[fold(field)] = (target,)
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
    """The folded words of one list of answers.toml."""
    return frozenset(map(fold, load("answers")[kind]))


def is_nothing(text: str) -> bool:
    """Whether a cell says in words, or by dashes, that it holds nothing."""
    return not (folded := fold(text)) or folded in answers("nothing")
