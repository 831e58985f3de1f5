"""Owns what a delegate's badge says: the roster's values as the texts that are printed."""

from __future__ import annotations

from checkin_app.badges.sorting import country_name
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.credentials import CODE_LENGTH
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.programme import Event
from checkin_app.store.badge_life import current_code
from checkin_app.store.event_file import EventFile

NO_CATEGORY = "#54606E"
#: Digits of a badge's number: the last ones of the code's serial (see domain.credentials).
_NUMBER = slice(11, 17)


def active_code(file: EventFile, delegate: str) -> str:
    """The code that is printed on a delegate's badge; empty when all were revoked or replaced."""
    return current_code(file.connection, delegate)


def subject_of(file: EventFile, delegate: Delegate, code: str) -> BadgeSubject:
    """What a delegate's badge with this code says."""
    event = file.event
    delegation = file.programme.delegations.get(delegate.delegation)
    category = file.programme.categories.get(delegate.category)
    country = delegate.country or (delegation.country if delegation else "")
    return BadgeSubject(
        delegate_id=delegate.id,
        name=delegate.name,
        code=code,
        honorific=delegate.honorific,
        own_name=delegate.own_name,
        position=delegate.position,
        organization=delegate.organization,
        delegation=delegation.name if delegation else "",
        country=country,
        country_en=country_name("en", country),
        country_vi=country_name("vi", country),
        category=delegate.category,
        category_en=category.name_en if category else "",
        category_vi=category.name_vi if category else "",
        colour=category.colour if category else NO_CATEGORY,
        event_en=event.name,
        event_vi=event.name_vi,
        dates=dates_text(event),
        photo=delegate.photo,
        number=number_text(code),
        delegation_id=delegate.delegation if delegation else "",
    )


def number_text(code: str) -> str:
    """What tells a badge from the one printed before: `Nº 000427`, a part of its code.

    Of a code that is not the program's own the end counts.
    """
    own = len(code) == CODE_LENGTH and code.isdecimal()
    digits = code[_NUMBER] if own else code[-6:]
    return f"Nº {digits}" if digits else ""


def dates_text(event: Event) -> str:
    """The days of an event in figures that both languages read: `25–27/11/2026`."""
    first, last = event.first_day, event.last_day
    if first == last:
        return f"{first:%d/%m/%Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day:02d}–{last:%d/%m/%Y}"
    return f"{first:%d/%m}–{last:%d/%m/%Y}"
