"""Owns what cannot be so in a field typed at the desk, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Container

from checkin_app.ui.language import translate

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def problem(field: str, value: str, countries: Container[str]) -> str:
    """Why `value` cannot stand in `field`; empty when it can."""
    if field == "name":
        if not value:
            return translate("Roster", "A delegate needs a name.")
        if not any(map(str.isalpha, value)):
            return translate("Roster", "A name has letters.")
    if not value:
        return ""
    if field == "birth_year" and not (value.isdecimal() and 1900 <= int(value) <= 2100):
        return translate("Roster", "A year of birth has four digits, such as 1985.")
    if field == "email" and not _EMAIL.fullmatch(value):
        return translate("Roster", "An e-mail address looks like name@example.org.")
    if field == "phone" and sum(map(str.isdigit, value)) < 4:
        return translate("Roster", "A phone number has more digits.")
    if field == "country" and countries and value not in countries:
        return translate("Roster", "Choose a country or territory from the list.")
    return ""
