"""Owns what of a text is not set: characters that are taken out before fonts are asked."""

from __future__ import annotations

import unicodedata
from collections import Counter

from checkin_app.badges.text.words import clean

_HYPHENS = str.maketrans("\u2010\u2011", "--")


def removed(raw: str) -> list[str]:
    """The characters of a text that are not set: controls, private ones, marks beyond three."""
    cleaned = clean(raw)
    if cleaned == raw:
        return []
    whole = unicodedata.normalize("NFC", raw).translate(_HYPHENS)
    before = Counter(whole)
    before.subtract(cleaned)
    return [c for c, times in before.items() if times > 0 and not c.isspace()]


def has_letters(detail: str) -> bool:
    """Whether a letter, digit or mark is among those told, as `x U+0078, …`."""
    return any(
        unicodedata.category(part.strip()[0])[0] in "LMN"
        for part in detail.split(",")
        if part.strip()
    )


def told(letters: list[str]) -> str:
    """Up to five characters, those that can be seen, with their code points."""
    shown = [f"{c} U+{ord(c):04X}" if c.isprintable() else f"U+{ord(c):04X}" for c in letters[:5]]
    return ", ".join(shown) + (" …" if len(letters) > len(shown) else "")
