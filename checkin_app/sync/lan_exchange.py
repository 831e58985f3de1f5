"""Owns the exchange among desks without a hub: whom of those it has heard of it meets, and when."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from checkin_app.domain.errors import CheckinError, HubUnreachable
from checkin_app.sync.discovery import Discovery
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_client import STRANGER
from checkin_app.sync.lan_neighbours import Neighbour, Ours
from checkin_app.sync.lan_server import LanServer
from checkin_app.sync.loops import Loop
from checkin_app.sync.reporting import Report
from checkin_app.sync.state import Seen

#: Seconds between two looks at who is to be met.
_LOOK = 1.0
#: Anybody may say that a desk is to be found somewhere: so many such places are tried at once.
_GUESSES = 4


class LanExchange:
    """Answers others and asks them; `start`, `stop`."""

    def __init__(
        self,
        path: Path,
        intake: Intake,
        report: Report,
        addresses: Sequence[str] = (),
        discover: bool = True,
        *,
        host: str = "",
        interfaces: Sequence[str] = (),
    ) -> None:
        """`addresses` are `host:port`, as typed. Raises StoreError, OSError."""
        self._report = report
        self._typed = list(addresses)
        self._interfaces = interfaces
        self.server = LanServer(path, intake, host=host)
        self._ours = Ours(path, self.server.key, self.server.own, intake, report)
        self._discover = discover
        self._discovery: Discovery | None = None
        self._neighbours: dict[str, Neighbour] = {}
        self._loop = Loop("sync-lan", self._turn, self._failed, self._done)

    def start(self) -> None:
        self.server.start()
        self._loop.start()

    def stop(self, seconds: float) -> bool:
        """Ends everything; whether it has ended within the time."""
        until = time.monotonic() + seconds
        self._loop.signal.end()
        ended = [self._loop.join(seconds)]  # From here on nobody new is met.
        neighbours = list(self._neighbours.values())
        for neighbour in neighbours:
            neighbour.end()
        ended += [each.join(max(0.0, until - time.monotonic())) for each in neighbours]
        return all([*ended, self.server.stop(max(0.0, until - time.monotonic()))])

    def wake(self) -> None:
        for neighbour in list(self._neighbours.values()):
            neighbour.wake()

    def now(self) -> None:
        for neighbour in list(self._neighbours.values()):
            neighbour.now()
        self._loop.signal.now()

    # -- the loop's own thread -----------------------------------------------

    def _turn(self) -> None:
        for neighbour in self._due():
            neighbour.start()
        if self._discover and self._discovery is None:
            self._look_around()
        self._loop.signal.wait(_LOOK)

    def _due(self) -> list[Neighbour]:
        """Who is to be met now: all that are expected, and a few of the others.

        Those come first that were tried least lately.
        """
        known = dict.fromkeys(
            [*self._typed, *(self._discovery.addresses if self._discovery else ())]
        )
        for address in known:
            if address not in self._neighbours:
                self._neighbours[address] = Neighbour(address, self._ours, self._told)
        for address, neighbour in list(self._neighbours.items()):
            if address not in known and not neighbour.alive:
                del self._neighbours[address]
        everyone = self._neighbours.values()
        now = time.monotonic()
        idle = [each for each in everyone if not each.alive and each.not_before <= now]
        guesses = sorted(
            (each for each in idle if not self._expected(each)), key=lambda each: each.not_before
        )
        tried = sum(each.alive and not self._expected(each) for each in everyone)
        return [*filter(self._expected, idle), *guesses[: max(0, _GUESSES - tried)]]

    def _expected(self, neighbour: Neighbour) -> bool:
        """Whether somebody said that there is a desk, or one was met there."""
        return neighbour.address in self._typed or bool(neighbour.seen.met_at)

    def _look_around(self) -> None:
        """Many networks do not let desks find each other: then typed addresses must do."""
        try:
            self._discovery = Discovery(
                self.server.key.tag,
                self.server.port,
                self._loop.signal.wake,
                interfaces=self._interfaces,
            )
        except (OSError, ValueError):
            self._discover = False

    def _failed(self, error: CheckinError) -> None:
        self._report.tell(problem=error)

    def _done(self) -> None:
        if self._discovery is not None:
            self._discovery.close()

    # -- the neighbours' threads ----------------------------------------------

    def _told(self, seen: Seen) -> None:
        """Who does not answer, or is a stranger, is told only where a desk is expected."""
        nobody = type(seen.problem) is HubUnreachable or (
            seen.problem is not None and seen.problem.sentence == STRANGER
        )
        if not nobody or seen.address in self._typed or seen.met_at:
            self._report.seen(seen)
