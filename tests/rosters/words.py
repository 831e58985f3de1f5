"""Reads words.toml: the words of the roster files, chosen apart from those of the sample event."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LISTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class People:
    """Names of one part of the world."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool
    countries: tuple[str, ...]


def entries(text: str) -> tuple[str, ...]:
    """The entries of "one | two"."""
    return tuple(entry.strip() for entry in text.split("|"))


LISTS = {key: entries(value) for key, value in _LISTS.items() if isinstance(value, str)}
HONORIFICS: dict[str, str] = _LISTS["honorifics"]
COUNTRIES: dict[str, list[str]] = _LISTS["countries"]
PEOPLES = tuple(
    People(
        entries(shape["given"]),
        entries(shape["family"]),
        shape["family_first"],
        tuple(shape["countries"].split()),
    )
    for shape in _LISTS["peoples"]
)
