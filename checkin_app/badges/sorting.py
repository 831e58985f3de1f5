"""Owns the order of badges, and the letter a name is kept under: Đ is a letter, marks are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from checkin_app.domain import names
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NotPossible
from checkin_app.store.programme import Programme

Key = Callable[[Delegate], Any]

SORTS = ("given-name", "name", "delegation", "category", "protocol")
HEAD = "head_of_delegation"
_D = re.compile("[Đđ]")
#: Behind every letter that may follow a D.
_AFTER = "\x7f"
_RANGE = re.compile(r"\s*(\S)\s*[-–]\s*(\S)\s*")
#: Behind every category and delegation there is.
_LAST = chr(0x10FFFF)


def folded(text: str) -> str:
    """`text` without marks, so that it sorts as Vietnamese does: Đ comes after all of D."""
    return " ".join(map(_folded, text.split()))


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    word = unicodedata.normalize("NFC", word)
    if "đ" not in word and "Đ" not in word:
        return names.fold(word)
    return f"d{_AFTER}".join(names.fold(part) if part else "" for part in _D.split(word))


def letter(name: str, given: str) -> str:
    """The capital under which somebody is looked for: of the given name, else of the name.

    Empty where there is no letter.
    """
    word = folded(given) or folded(name)
    if word.startswith(f"d{_AFTER}"):
        return "Đ"
    first = next((c for c in word if c.isalnum()), "")
    upper = first.upper()
    return upper if len(upper) == 1 else first


def letter_test(wanted: str) -> Callable[[str], bool]:
    """Whether letter() is what is `wanted`: one letter, or a range as `A-H`. Raises NotPossible."""
    bounds = _RANGE.fullmatch(wanted)
    first, last = bounds.groups() if bounds else (wanted.strip(), wanted.strip())
    low, high = letter(first, ""), letter(last, "")
    if not low or not high or len(first) != 1 or folded(low) > folded(high):
        raise NotPossible(
            "“{wanted}” is not a letter or a range of letters. Write A, or A-H.", wanted=wanted
        )
    return lambda found: bool(found) and folded(low) <= folded(found) <= folded(high)


def order(sort: str, programme: Programme) -> Key:
    """The key of a sort of SORTS. Raises NotPossible.

    `given-name` and `name` go by the name. `category` goes by the categories' ranks, then given
    name. `delegation` goes by the delegations' names, those of none last; in each the head comes
    first, then the order of protocol. `protocol` goes by the categories' ranks, the heads first
    among those of one rank, then by the country's English name, the delegation and the name.
    """
    if sort not in SORTS:
        raise NotPossible("Badges can be sorted by: {sorts}.", sorts=", ".join(SORTS))
    return {
        "given-name": _given,
        "name": lambda d: (folded(d.name), d.name, d.id),
        "category": lambda d: (_rank(programme, d), *_given(d)),
        "delegation": lambda d: (
            *_delegation(programme, d),
            d.category != HEAD,
            _rank(programme, d),
            *_given(d),
        ),
        "protocol": lambda d: (
            _rank(programme, d)[0],
            d.category != HEAD,
            folded(country_name("en", _country(programme, d))) or _LAST,
            *_delegation(programme, d),
            _rank(programme, d)[1],
            *_given(d),
        ),
    }[sort]


def country_name(language: str, code: str) -> str:
    """A country or territory's name as CLDR has it; an unknown code names itself."""
    return str(_territories(language).get(code, code)) if code else ""


@lru_cache(maxsize=4)
def _territories(language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale(language).territories)


def _given(delegate: Delegate) -> tuple[str, str, str, str]:
    name = folded(delegate.name)
    return folded(delegate.given_name) or name, name, delegate.name, delegate.id


def _rank(programme: Programme, delegate: Delegate) -> tuple[int, str]:
    category = programme.categories.get(delegate.category)
    return (category.rank, category.id) if category else (999, _LAST)


def _delegation(programme: Programme, delegate: Delegate) -> tuple[str, str]:
    delegation = programme.delegations.get(delegate.delegation)
    return (folded(delegation.name), delegation.id) if delegation else (_LAST, "")


def _country(programme: Programme, delegate: Delegate) -> str:
    delegation = programme.delegations.get(delegate.delegation)
    return delegate.country or (delegation.country if delegation else "")
