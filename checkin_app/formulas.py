"""Owns which texts a spreadsheet could run as a formula, and how they are defused."""

from __future__ import annotations

import re

#: What a spreadsheet may take for the beginning of a formula, full-width forms included.
OPENERS = frozenset("=+-@\t\r\n|%＝＋－＠")
#: Digits and spaces after a plus can only be a number: a telephone number stays as it is.
_TELEPHONE = re.compile(r"\+\d[\d ]*\Z", re.ASCII)


def defused(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet could run it as a formula.

    A spreadsheet skips blanks before it looks, and so does this. Telephone numbers (`+84 28 …`)
    and lone dashes come back unchanged.
    """
    first = text.lstrip(" \u00a0\u200b\ufeff")[:1]
    if first not in OPENERS or not first:
        return text
    if len(text) == 1 or _TELEPHONE.match(text):
        return text
    return "'" + text
