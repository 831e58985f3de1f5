"""Owns the word lists of the sample event as they are read from resources/sample/."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from checkin_app.assets import resource

#: A word in Latin letters, in its owner's script, and as it stands in an e-mail address.
Word = tuple[str, str, str]

_BARE = str.maketrans(
    {
        "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe",
        "þ": "th", "ı": "i", "ə": "e", "’": "", "'": "",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """One way to build a name: the word lists to draw from, and which word people are called by."""

    slots: tuple[tuple[Word, ...], ...]
    given: int
    other: int


@dataclass(frozen=True, slots=True)
class Culture:
    """How a people builds names. `joiner` is None where its own script is Latin.

    Orders come as often as they are likely.
    """

    language: str
    joiner: str | None
    male: tuple[Order, ...]
    female: tuple[Order, ...]


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file of resources/sample/, NFC throughout."""
    text = resource("sample", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(unicodedata.normalize("NFC", text))


@cache
def famous() -> frozenset[int]:
    """CRC-32 of the full names that must not be made."""
    text = resource("sample", "famous.txt").read_text(encoding="ascii")
    return frozenset(int(line, 16) for line in text.split())


def slug(text: str) -> str:
    """The ASCII letters and digits of a text, lower case, marks dropped."""
    bare = unicodedata.normalize("NFD", text.lower().translate(_BARE))
    return "".join(c for c in bare if c.isascii() and c.isalnum())


@cache
def choices(text: str) -> tuple[str, ...]:
    """The entries of "one:3, two", each as often as its weight says."""
    chosen: list[str] = []
    for entry in text.replace("\n", " ").split(","):
        word, _, weight = entry.strip().rpartition(":")
        if word and weight.isdigit():
            chosen += [word] * int(weight)
        elif entry.strip():
            chosen.append(entry.strip())
    return tuple(chosen)


def _words(text: str) -> tuple[Word, ...]:
    made: dict[str, Word] = {}
    chosen = choices(text)
    for entry in chosen:
        latin, _, own = entry.partition("=")
        made.setdefault(entry, (latin, own, slug(latin)))
    return tuple(made[entry] for entry in chosen)


@cache
def culture(name: str) -> Culture:
    """The culture of that name in names.toml."""
    lists = table("names")[name]
    slots = {
        key: _words(value)
        for key, value in lists.items()
        if key not in {"language", "joiner", "male", "female"}
    }
    return Culture(
        language=lists["language"],
        joiner=lists.get("joiner"),
        male=_orders(lists["male"], slots),
        female=_orders(lists["female"], slots),
    )


def _orders(patterns: list[str], slots: dict[str, tuple[Word, ...]]) -> tuple[Order, ...]:
    orders: list[Order] = []
    for pattern in patterns:
        names = pattern.split()
        times = int(names.pop(0)) if names[0].isdigit() else 1
        given = next((i for i, name in enumerate(names) if name.startswith("*")), 0)
        order = Order(
            slots=tuple(slots[name.removeprefix("*")] for name in names),
            given=given,
            other=0 if given else len(names) - 1,
        )
        orders += [order] * times
    return tuple(orders)
