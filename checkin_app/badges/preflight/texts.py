"""Owns what of a text is not set: characters that are taken out before fonts are asked."""

from __future__ import annotations

import unicodedata
from collections import Counter

from checkin_app.badges.text.words import clean, composed


def removed(raw: str) -> list[str]:
    """The characters of a text that are not set: controls, empty letters, marks beyond three."""
    cleaned = clean(raw)
    if cleaned == raw:
        return []
    before = Counter(unicodedata.normalize("NFD", composed(raw)))
    before.subtract(unicodedata.normalize("NFD", cleaned))
    return [c for c, times in before.items() if times > 0 and not c.isspace()]


def told(letters: list[str]) -> str:
    """Up to five characters, those that can be seen, with their code points."""
    shown = [f"{c} U+{ord(c):04X}" if c.isprintable() else f"U+{ord(c):04X}" for c in letters[:5]]
    return ", ".join(shown) + (" …" if len(letters) > len(shown) else "")
