"""Owns scripts: which one a letter is of, where a text changes its script, whose Han it is."""

from __future__ import annotations

import re
from functools import lru_cache

import uharfbuzz as hb

#: What no script owns: digits, signs, marks that go with any letter.
COMMON = "Zyyy"
#: Scripts that are written with the letters of one and the same font.
CJK = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})
#: Scripts set letter by letter, where a letter is one glyph and nothing depends on its neighbours.
PLAIN = frozenset({COMMON, "Latn", "Cyrl", "Grek", *CJK})
#: What shapes other letters without being drawn: joiners, variation selectors.
UNSEEN = frozenset(
    [
        "\u200c",
        "\u200d",
        *map(chr, (*range(0x180B, 0x180F), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
    ]
)

_HAN = {"JP": "JP", "KR": "KR", "KP": "KR", "TW": "TC", "HK": "TC", "MO": "TC"}
_IDEOGRAPH = re.compile(
    r"[\u2e80-\u30ff\u3100-\u318f\u31a0-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    r"\uff00-\uffef\U00016fe0-\U0001b2ff\U00020000-\U0003ffff]"
)
_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff]")
_BOPOMOFO = re.compile(r"[\u3105-\u312f\u31a0-\u31bf]")


@lru_cache(maxsize=8192)
def script_of(letter: str) -> str:
    """The script of a letter as ISO 15924 names it; COMMON for what goes with any script."""
    if letter.isascii():
        return "Latn" if letter.isalpha() else COMMON
    buffer = hb.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return script or COMMON


def han_of(text: str, country: str) -> str:
    """Whose forms Chinese characters have in a text: SC, TC, JP or KR; empty if it has none.

    Kana and Hangul say it themselves, else the country (ISO 3166-1 alpha-2) does.
    """
    if text.isascii() or not _IDEOGRAPH.search(text):
        return ""
    if _KANA.search(text):
        return "JP"
    if _HANGUL.search(text):
        return "KR"
    if _BOPOMOFO.search(text):
        return "TC"
    return region(country)


def region(country: str) -> str:
    """Whose Chinese characters a country writes: SC, TC, JP or KR."""
    return _HAN.get(country, "SC")


def script_runs(text: str) -> list[tuple[str, str]]:
    """The stretches of one script in a text, each with its script.

    What no script owns goes with the letters before it, at the beginning with those after it.
    """
    runs: list[tuple[str, str]] = []
    for c in text:
        script = script_of(c)
        if runs and (script == COMMON or script == runs[-1][0]):
            runs[-1] = (runs[-1][0], runs[-1][1] + c)
        elif runs and runs[-1][0] == COMMON:
            runs[-1] = (script, runs[-1][1] + c)
        else:
            runs.append((script, c))
    return runs
