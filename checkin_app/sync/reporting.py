"""Owns the sync lane's account of itself: what each loop says becomes one state, told when new."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from checkin_app.domain.errors import (
    CheckinError,
    HubError,
    HubRefused,
    HubRevoked,
    HubTooOld,
)
from checkin_app.sync.state import Link, Seen, SyncState

#: What the hub said holds whatever the loops find out, until one of them meets it.
_REVOKED = "revoked"
Said = Callable[[SyncState], None]


class Report:
    """The state as it is now; any thread may add to it, and `said` hears every change in order."""

    def __init__(self, said: Said, state: SyncState) -> None:
        self._said = said
        self._lock = threading.Lock()
        self._problems: dict[str, CheckinError] = {}
        self.state = state

    def tell(self, **changes: Any) -> None:
        """Changes some fields of the state."""
        with self._lock:
            self._become(replace(self.state, **changes))

    def well(self, loop: str, **changes: Any) -> None:
        """A loop met the hub."""
        with self._lock:
            self._problems.pop(loop, None)
            self._problems.pop(_REVOKED, None)
            self._become(replace(self.state, **changes, **self._outcome()))

    def failed(self, loop: str, error: CheckinError) -> None:
        """A loop could not do its work, and says why."""
        with self._lock:
            self._problems[loop] = error
            if isinstance(error, HubRevoked):
                self._problems[_REVOKED] = error
            self._become(replace(self.state, progress=None, **self._outcome()))

    def revoked(self) -> None:
        """The hub said so when it was asked last, however long ago: that holds until it is met."""
        with self._lock:
            self._problems[_REVOKED] = HubRevoked()
            self._become(replace(self.state, **self._outcome()))

    def failing(self, loop: str) -> bool:
        """Whether that loop could not do its work when it tried last."""
        with self._lock:
            return loop in self._problems

    def seen(self, desk: Seen) -> None:
        """Another desk of the LAN was met, or could not be.

        While it is met at one address it is no news that it is not at another.
        """
        with self._lock:
            others = [other for other in self.state.desks if other.address != desk.address]
            same = [other for other in others if desk.desk and other.desk == desk.desk]
            if desk.problem is None:
                others = [each for each in others if each not in same or each.problem is None]
            told = [desk] if desk.problem is None or all(each.problem for each in same) else []
            desks = tuple(sorted([*others, *told], key=lambda d: (d.name, d.address)))
            self._become(replace(self.state, desks=desks))

    def _outcome(self) -> dict[str, Any]:
        problems = sorted(self._problems.values(), key=_severity)
        problem = problems[-1] if problems else None
        return {"problem": problem, "link": _link(problem)}

    def _become(self, state: SyncState) -> None:
        if state != self.state:
            self.state = state
            self._said(state)


def _severity(error: CheckinError) -> int:
    order = ("met", "offline", "refused", "too_old", "revoked")
    return order.index(_link(error))


def _link(error: CheckinError | None) -> Link:
    match error:
        case HubRevoked():
            return "revoked"
        case HubTooOld():
            return "too_old"
        case HubRefused():
            return "refused"
        case HubError():
            return "offline"
    return "met"  # What is wrong, if anything, is on this side: a full disk, say.
