"""Owns what the sync lane says of itself: whom it met, when, and what is still to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkin_app.domain.errors import CheckinError

Link = Literal["none", "connecting", "met", "offline", "refused", "revoked", "too_old"]

#: A clock this far from the hub's, in milliseconds, is told to staff.
CLOCK_WARNING_MS = 2000


@dataclass(frozen=True, slots=True)
class Seen:
    """Another desk of this event that answers on the LAN, or did; `met_at` in ms, 0: never."""

    desk: str
    name: str
    address: str
    met_at: int
    problem: CheckinError | None = None


@dataclass(frozen=True, slots=True)
class SyncState:
    """All that staff may know of the exchange; told whenever something of it is new.

    `link`: none (no hub joined), connecting, met, offline (tried again by itself), refused,
    revoked, too_old. `met_at` is when the hub last answered, ms since 1970 UTC on this desk's
    clock, 0 for never. `outbox` is how many entries the hub does not have yet, None until it has
    said what it has. `offset` is the hub's clock minus this one's and `bound` its error, both ms,
    None until measured. `problem` is
    what to tell (`i18n.sentence(problem, lang)`). `progress` is (done, total) entries while much
    is being taken in. `unknown_kinds` is how many kinds of facts here the hub's release only keeps.
    """

    link: Link = "none"
    name: str = ""
    address: str = ""
    met_at: int = 0
    outbox: int | None = 0
    conflicts: int = 0
    offset: int | None = None
    bound: int | None = None
    problem: CheckinError | None = None
    desks: tuple[Seen, ...] = ()
    progress: tuple[int, int] | None = None
    unknown_kinds: int = 0
    pushed: int = 0
    pulled: int = 0
    rejected: int = 0

    @property
    def sentence(self) -> str:
        """The problem in English, or nothing."""
        return str(self.problem) if self.problem else ""

    @property
    def clock_wrong(self) -> bool:
        """Whether this clock is surely more than two seconds away from the hub's."""
        if self.offset is None or self.bound is None:
            return False
        return abs(self.offset) - self.bound > CLOCK_WARNING_MS
