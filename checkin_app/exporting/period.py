"""Owns what an export is limited to, and the clock its times are written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

_EVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Limits:
    """Which facts are wanted: of one checkpoint, from `since` on and before `until`.

    Empty and None mean all. `zone` is the event's, `lang` (`vi` or `en`) chooses between names.
    """

    zone: tzinfo = UTC
    lang: str = "en"
    checkpoint: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def first_ms(self) -> int:
        return -_EVER if self.since is None else milliseconds(self.since)

    @property
    def end_ms(self) -> int:
        return _EVER if self.until is None else milliseconds(self.until)

    def moment(self, ms: int | None) -> datetime | None:
        """Milliseconds since 1970 UTC as a time of the event."""
        return None if ms is None else datetime.fromtimestamp(ms / 1000, self.zone)


def milliseconds(at: datetime) -> int:
    return round(at.timestamp() * 1000)
