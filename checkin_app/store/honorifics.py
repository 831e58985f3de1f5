"""Owns the forms of address passed over at the beginning of what is searched: `bà`, `gs ts`."""

from __future__ import annotations

import tomllib
from functools import cache

from checkin_app import assets
from checkin_app.domain.names import marked_words


@cache
def honorifics() -> frozenset[str]:
    """Words joined by single spaces, in lower case with their marks."""
    file = assets.resources() / "columns" / "honorifics.toml"
    lists = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(" ".join(marked_words(word)) for words in lists.values() for word in words) - {
        ""
    }
