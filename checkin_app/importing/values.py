"""Owns how a value of a spreadsheet or of JSON reads as text: as people see it in its cell."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta


def as_seen(value: object) -> str:
    """`value` as text: whole numbers without “.0”, dates in ISO 8601, midnight left off."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            return _number(value)
        case datetime():
            if value.time() == time.min:
                return value.date().isoformat()
            return value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("seconds" if value.second else "minutes")
        case timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.15g}"
