"""Owns how a name is written in rosters: forms of address before it, two scripts, parts to join."""

from __future__ import annotations

import re
from functools import cache

from checkin_app.importing.words import fold, load

_OTHER = r"\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff66-\uff9f\U00010000-\U0003ffff"
#: A letter of a script that is not Latin.
OTHER_SCRIPT = re.compile(f"[{_OTHER}]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_BRACKETED = re.compile(r"(.+?)\s*[(（\[]\s*([^()（）\[\]]+?)\s*[)）\]]")
_SLASHED = re.compile(r"(.+?)\s*/\s*(.+)")
_SIDE_BY_SIDE = re.compile(
    rf"(?P<a>[{_OTHER}][{_OTHER}\s·・]*)\s+(?P<b>[^{_OTHER}]+)"
    rf"|(?P<c>[^{_OTHER}]+)\s+(?P<d>[{_OTHER}][{_OTHER}\s·・]*)"
)
#: Family names first in these, whatever the country: Han, kana, Hangul.
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_VIETNAMESE = re.compile(r"[đơưăĐƠƯĂẠ-ỹ]")
_HEAD_END = re.compile(r"[.,/&-]")


@cache
def _forms() -> tuple[re.Pattern[str], frozenset[str]]:
    """What matches forms of address at the start of a name, and the first words they begin with."""
    table = load("honorifics")

    def any_of(names: list[str]) -> str:
        ordered = sorted(names, key=len, reverse=True)
        return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)

    one = (
        rf"(?:{any_of(table['words'])})(?:\.?\s*[,/&]\s*|\.\s*|\s+)"
        rf"|(?:{any_of(table['abbreviations'])})(?:\.?\s*[,/&-]\s*|\.\s*|\s+)"
        rf"|(?:{any_of(table['dotted'])})\.\s*[,/&]?\s*"
    )
    heads = {_head(name) for kind in ("words", "abbreviations", "dotted") for name in table[kind]}
    return re.compile(rf"(?:{one})+", re.IGNORECASE), frozenset(heads)


def _head(text: str) -> str:
    return _HEAD_END.split(text.partition(" ")[0].casefold(), maxsplit=1)[0]


def may_be_addressed(head: str) -> bool:
    """Whether a name whose first word is `head` can begin with a form of address."""
    return _head(head) in _forms()[1]


def split_honorific(name: str) -> tuple[str, str]:
    """The form of address before a name, perhaps empty, and the name itself."""
    found = _forms()[0].match(name)
    if found is None:
        return "", name
    rest = name[found.end() :]
    if not any(map(str.isalpha, rest)) or is_honorific(rest):
        return "", name
    return found.group().rstrip(" ,/&-"), rest


def is_honorific(text: str) -> bool:
    """Whether `text` is nothing but a form of address."""
    return _forms()[0].fullmatch(f"{text} ") is not None


def split_scripts(name: str) -> tuple[str, str]:
    """The name in Latin letters and the name in its own script, where both are written.

    “山田 太郎 (Taro Yamada)” is ("Taro Yamada", "山田 太郎"); a name in one script comes back
    as it is, with an empty second.
    """
    if OTHER_SCRIPT.search(name) is None or _LATIN.search(name) is None:
        return name, ""
    for pattern in (_BRACKETED, _SLASHED):
        if found := pattern.fullmatch(name):
            first, second = found.groups()
            break
    else:
        sides = _SIDE_BY_SIDE.fullmatch(name)
        if sides is None:
            return name, ""
        first, second = (part.strip() for part in sides.groups() if part is not None)
    one, other = OTHER_SCRIPT.search(first), OTHER_SCRIPT.search(second)
    if (one is None) == (other is None):
        return name, ""
    return (second, first) if one else (first, second)


def full_name(
    family: str, middle: str, given: str, country: str = "", vietnamese: bool = False
) -> str:
    """The parts of a name in the order that its owner writes them.

    Family name first for Vietnamese letters and family names, East Asian scripts and countries
    that write so; where the country is not known, under Vietnamese headers.
    """
    parts = f"{family} {middle} {given}"
    if (
        _VIETNAMESE.search(parts)
        or _EAST_ASIAN.search(parts)
        or fold(family) in _vietnamese_families()
    ):
        first = True
    elif country:
        from checkin_app.importing.countries import family_name_first

        first = family_name_first(country)
    else:
        first = vietnamese
    ordered = (family, middle, given) if first else (given, middle, family)
    return " ".join(part for part in ordered if part)


@cache
def _vietnamese_families() -> frozenset[str]:
    return frozenset(load("countries")["order"]["vietnamese_families"])
