"""Owns how one value stands in a cell: times, yes and no, and texts that look like formulas."""

from __future__ import annotations

import re
from datetime import datetime

Value = str | int | bool | datetime | None

#: What a spreadsheet may take for the beginning of a formula, full-width forms included.
_FORMULA = frozenset("=+-@\t\r\n|%＝＋－＠")
#: Digits and spaces after a plus can only be a number: a telephone number stays as it is.
_TELEPHONE = re.compile(r"\+\d[\d ]*\Z", re.ASCII)
#: Excel holds no longer text in a cell.
_LONGEST = 32_767

_YES_NO = {"en": ("no", "yes"), "vi": ("không", "có")}


def defused(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet could run it as a formula.

    A spreadsheet skips blanks before it looks, and so does this. Telephone numbers (`+84 28 …`)
    and lone dashes come back unchanged.
    """
    first = text.lstrip(" \u00a0\u200b\ufeff")[:1]
    if first not in _FORMULA or not first:
        return text
    if len(text) == 1 or _TELEPHONE.match(text):
        return text
    return "'" + text


def plain(value: Value, lang: str) -> str | int:
    """`value` as text or number: ISO 8601 with its offset, yes or no in `lang`, nothing as empty.

    Formulas are not defused here.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES_NO[lang][value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value


def csv_cell(value: Value, lang: str) -> str | int:
    """`value` for a CSV cell, formulas defused, no NUL."""
    cell = plain(value, lang)
    if isinstance(cell, int):
        return cell
    return defused(cell.replace("\0", ""))


def xlsx_cell(value: Value, lang: str) -> str | int:
    """`value` for an XLSX cell that is written as text or as a number, never as a formula."""
    cell = plain(value, lang)
    if isinstance(cell, str) and len(cell) > _LONGEST:
        return cell[: _LONGEST - 1] + "…"
    return cell


def json_value(value: Value) -> str | int | bool | None:
    """`value` for JSON; only times change."""
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
