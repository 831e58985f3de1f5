"""Owns the fields a layout may name: each is a text made from a badge subject."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from checkin_app.badges.subject import BadgeSubject


def _own_name(subject: BadgeSubject) -> str:
    return "" if subject.own_name == subject.name else subject.own_name


def _country_both(subject: BadgeSubject) -> str:
    names = dict.fromkeys(
        name
        for name in (subject.country_vi, subject.country_en)
        if name and name != subject.delegation
    )
    return " · ".join(names) or (subject.country if not subject.delegation else "")


def _second(english: str, vietnamese: str) -> Callable[[BadgeSubject], str]:
    """The English text where it says something else than the Vietnamese one above it."""

    def text(subject: BadgeSubject) -> str:
        second: str = getattr(subject, english)
        return "" if second == getattr(subject, vietnamese) else second

    return text


FIELDS: dict[str, Callable[[BadgeSubject], str]] = {
    **{
        name: attrgetter(name)
        for name in (
            "honorific",
            "name",
            "position",
            "organization",
            "delegation",
            "category_vi",
            "event_vi",
            "dates",
            "number",
        )
    },
    "own_name": _own_name,
    "country_both": _country_both,
    "category_en": _second("category_en", "category_vi"),
    "event_en": _second("event_en", "event_vi"),
}
