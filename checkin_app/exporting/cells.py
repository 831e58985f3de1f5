"""Owns how one value stands in a cell: times, yes and no, texts that cannot run."""

from __future__ import annotations

from datetime import datetime

from checkin_app.formulas import defused

Value = str | int | bool | datetime | None

#: Excel holds no longer text in a cell.
_LONGEST = 32_767

_YES_NO = {"en": ("no", "yes"), "vi": ("không", "có")}


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
