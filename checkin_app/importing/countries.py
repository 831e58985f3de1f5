"""Owns which country or territory a text names: by CLDR's names, by codes, by other names."""

from __future__ import annotations

import re
from functools import cache

from checkin_app.importing.words import fold, load

_PARTS = re.compile(r"[()\[\]/;|–—]+|\s-\s")
_INVERTED = re.compile(r"(.+?), (.+ of(?: the)?)", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:and|va)\b ?")
_SAINT = re.compile(r"\bsaint\b")
#: Codes of CLDR that are no country or territory.
_NO_PLACES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})


def _key(text: str) -> str:
    return _SAINT.sub("st", _JOINING.sub("", fold(text)))


class _Places:
    """Names and codes → alpha-2 codes."""

    def __init__(self) -> None:
        from babel import Locale
        from babel.core import get_global

        self.folded: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        tables = dict(load("countries"))
        self.before = sorted(map(fold, tables.pop("before")["words"]), key=len, reverse=True)
        self.family_first = frozenset(tables.pop("order")["family_first"])
        for code, names in tables.items():
            for name in names:
                self._add(name, code)
        for language in ("vi", "en"):
            for code, name in Locale(language).territories.items():
                if len(code) == 2 and code.isalpha() and code not in _NO_PLACES:
                    self._add(name, code)
                    self.codes[code] = code
        for code, places in get_global("territory_aliases").items():
            if code.isalpha() and len(places) == 1 and places[0] in self.codes:
                self.codes.setdefault(code, places[0])

    def _add(self, name: str, code: str) -> None:
        self.folded.setdefault(_key(name), code)

    def find(self, text: str, vietnamese: bool) -> str:
        as_code = self.codes.get(text, "") if text.isupper() and text.isascii() else ""
        folded = _key(text)
        if as_code and not (vietnamese and len(text) > 2 and folded in self.folded):
            return as_code
        return (
            self.folded.get(folded)
            or self.codes.get(text.upper(), "")
            or self._without_form(folded)
        )

    def _without_form(self, folded: str) -> str:
        """“Cộng hòa Cuba” is Cuba: what states call themselves before their name is left off."""
        for words in self.before:
            if folded.startswith(f"{words} "):
                return self.folded.get(folded[len(words) + 1 :], "")
        return ""


@cache
def _places() -> _Places:
    return _Places()


def country_code(text: str, vietnamese: bool) -> str:
    """The ISO 3166-1 alpha-2 code of the country or territory that `text` names, or "".

    A code in capitals is a code (“MY” is Malaysia, “Mỹ” the United States); under Vietnamese
    headers a name in capitals that is also a code of three letters is the name (“NGA”).
    """
    places = _places()
    text = text.strip()
    for name in (text, _INVERTED.sub(r"\2 \1", text)):
        if found := places.find(name, vietnamese):
            return found
    parts = [part.rpartition(",")[2].strip() for part in _PARTS.split(text)]
    codes = {code for part in parts if part and (code := places.find(part, vietnamese))}
    return codes.pop() if len(codes) == 1 else ""


def family_name_first(country: str) -> bool:
    """Whether names are written family name first in the country of an alpha-2 code."""
    return country in _places().family_first
