"""Owns the fields a layout may name: each is a text made from a badge subject."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter

from checkin_app.badges.subject import BadgeSubject


def _own_name(subject: BadgeSubject) -> str:
    return "" if subject.own_name == subject.name else subject.own_name


def _organization(subject: BadgeSubject) -> str:
    """The organisation, unless it is the delegation, which has a line of its own."""
    same = subject.organization.casefold() == subject.delegation.casefold()
    return "" if same else subject.organization


def _country_both(subject: BadgeSubject) -> str:
    names = dict.fromkeys(
        name
        for name in (subject.country_vi, subject.country_en)
        if name and name != subject.delegation
    )
    return " · ".join(names) or (subject.country if not subject.delegation else "")


def _first(subject: BadgeSubject, what: str) -> str:
    """The Vietnamese text, the English one where there is none."""
    first: str = getattr(subject, f"{what}_vi") or getattr(subject, f"{what}_en")
    return first


def _second(subject: BadgeSubject, what: str) -> str:
    """The English text where it says something else than the one above it."""
    second: str = getattr(subject, f"{what}_en")
    return "" if second == _first(subject, what) else second


FIELDS: dict[str, Callable[[BadgeSubject], str]] = {
    **{
        name: attrgetter(name)
        for name in (
            "honorific",
            "name",
            "position",
            "delegation",
            "dates",
            "number",
        )
    },
    "own_name": _own_name,
    "organization": _organization,
    "country_both": _country_both,
    "category_vi": partial(_first, what="category"),
    "category_en": partial(_second, what="category"),
    "event_vi": partial(_first, what="event"),
    "event_en": partial(_second, what="event"),
}
