"""Owns the sync lane: everything about networks happens in its threads, and scanning never waits.

It reads the event file through connections of its own and hands what it takes in to the desk lane.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.store.event_file import EventFile
from checkin_app.sync import links, tokens
from checkin_app.sync.intake import Ask, Intake
from checkin_app.sync.outbox import outbox
from checkin_app.sync.reporting import Report
from checkin_app.sync.state import Link, SyncState

if TYPE_CHECKING:
    from checkin_app.store.peers import Met
    from checkin_app.sync.lan_exchange import LanExchange
    from checkin_app.sync.meeting import Meeting

STOP_SECONDS = 5.0
GIVE_WAY = 0.0005


def _silent(state: SyncState) -> None:
    """Nobody wants to hear."""


class SyncLane:
    """The exchange of one open event file; made and stopped with it, by one thread.

    `ask` runs a verb at the desk as press.Ask does. `said` hears each new state, from any thread,
    and must not wait. A hub that was joined since is met after a new start.
    """

    def __init__(
        self,
        ask: Ask,
        path: Path,
        said: Callable[[SyncState], None] = _silent,
        *,
        lan: bool = False,
        addresses: Sequence[str] = (),
    ) -> None:
        """`lan`: look for other desks of the event; `addresses`: `host:port` of some, as typed."""
        self._ask = ask
        self._path = path
        self._lan_wanted = lan or bool(addresses)
        self._discover = lan
        self._addresses = tuple(addresses)
        self._report = Report(said, SyncState())
        self._ended = False
        self._intake = Intake(ask, lambda: self._ended)
        self._meeting: Meeting | None = None
        self._lan: LanExchange | None = None

    @property
    def state(self) -> SyncState:
        return self._report.state

    def once(self) -> bool:
        """One exchange with the hub in the caller's thread; False where no hub was joined.

        Raises CheckinError.
        """
        meeting = self._hub_meeting()
        if meeting is None:
            return False
        try:
            meeting.once()
        finally:
            meeting.stop(0.0)
        return True

    def start(self) -> None:
        """Meets the hub, if one was joined, and the desks of the LAN, if wanted.

        Raises StoreError where the event file cannot be read.
        """
        # A thread that computes gives way to the desk's within this time, not within 5 ms.
        sys.setswitchinterval(min(sys.getswitchinterval(), GIVE_WAY))
        self._meeting = self._hub_meeting()
        if self._meeting is not None:
            self._meeting.start()
        if self._lan_wanted:
            from checkin_app.sync.lan_exchange import LanExchange

            self._lan = LanExchange(
                self._path, self._intake, self._report, self._addresses, self._discover
            )
            self._lan.start()

    def _hub_meeting(self) -> Meeting | None:
        file = EventFile.open(self._path, write=False)
        try:
            link, desk, waiting = links.read(file.connection), file.desk, outbox(file)
        finally:
            file.database.close()
        if link is None:
            return None
        from checkin_app.sync.client import HubClient
        from checkin_app.sync.meeting import Meeting

        token = tokens.load(desk.desk) if desk else ""
        client = HubClient(link.addresses, bytes.fromhex(link.pin), token)
        began: Link = "revoked" if link.revoked else "connecting"
        self._report.tell(link=began, name=link.name, address=client.address, outbox=waiting)
        if link.revoked:
            self._report.revoked()
        return Meeting(self._ask, self._path, client, self._intake, self._report)

    def wake(self) -> None:
        """A fact was recorded here: it goes out at once."""
        self._intake.local_fact()
        if self._meeting is not None:
            self._meeting.wake()
        if self._lan is not None:
            self._lan.wake()

    def now(self) -> None:
        """Somebody does not want to wait for the next try."""
        if self._meeting is not None:
            self._meeting.now()
        if self._lan is not None:
            self._lan.now()

    def last_met(self) -> Met | None:
        """How the hub was met last, to be kept when the lane has stopped: `Desk.met`."""
        return self._meeting.last_met() if self._meeting is not None else None

    def stop(self) -> bool:
        """Ends every thread; not to be called in the desk's. Whether all ended in good time."""
        self._ended = True
        stopped = [
            part.stop(STOP_SECONDS) for part in (self._meeting, self._lan) if part is not None
        ]
        return all(stopped)
