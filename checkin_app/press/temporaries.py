"""Owns what a temporary badge says: its number, large, and the one day on which it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.badges import Temporary
from checkin_app.domain.programme import Event

#: Unlike any category's, so that a temporary badge is seen from afar.
COLOUR = "#7A4B00"


def temporary_subjects(badges: Iterable[Temporary], event: Event) -> Iterator[BadgeSubject]:
    """The subjects of temporary badges, for the renderer."""
    for badge in badges:
        day = f"{badge.day:%d/%m/%Y}"
        yield BadgeSubject(
            delegate_id=f"temporary-{badge.day:%Y%m%d}-{badge.number}",
            name=f"{badge.number:03d}",
            number=f"Nº {badge.number:03d}",
            code=badge.code,
            position=day,
            category_en="Temporary",
            category_vi="Tạm thời",
            colour=COLOUR,
            event_en=event.name,
            event_vi=event.name_vi,
            dates=day,
        )
