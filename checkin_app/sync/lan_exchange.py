"""Owns the exchange among desks without a hub: each asks each that it knows of, again and again."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from checkin_app import __version__, logs
from checkin_app.domain.errors import (
    CheckinError,
    HubError,
    HubUnreachable,
    ProgramFault,
    WrongEvent,
)
from checkin_app.ledger.clock import now_ms
from checkin_app.store.event_file import EventFile
from checkin_app.sync.discovery import Discovery
from checkin_app.sync.exchange import hello
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_admission import refusal
from checkin_app.sync.lan_client import STRANGER, DeskClient, check, meet
from checkin_app.sync.lan_server import LanServer
from checkin_app.sync.loops import Backoff, Loop
from checkin_app.sync.meeting import conflicts_in
from checkin_app.sync.pulling import Pulling
from checkin_app.sync.pushing import Pushing
from checkin_app.sync.reporting import Report
from checkin_app.sync.shown import Shown
from checkin_app.sync.state import Seen

#: Seconds between two rounds when nothing happens here.
ROUND_SECONDS = 3.0
#: Facts that come close together are told together.
_BREATH = 0.1


class _Neighbour:
    """Another desk: how it is reached, and when to try it again."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.client: DeskClient | None = None
        self.shown = Shown()
        self.backoff = Backoff()
        self.not_before = 0.0
        self.seen = Seen("", "", address, 0)

    def drop(self) -> None:
        if self.client is not None:
            self.client.close()
            self.client = None
        self.shown.forget()


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
        self._path = path
        self._intake = intake
        self._report = report
        self._typed = list(addresses)
        self._interfaces = interfaces
        self.server = LanServer(path, intake, host=host)
        self._discover = discover
        self._discovery: Discovery | None = None
        self._neighbours: dict[str, _Neighbour] = {}
        self._file: EventFile | None = None
        self._loop = Loop("sync-lan", self._turn, self._failed, self._done)

    def start(self) -> None:
        self.server.start()
        self._loop.start()

    def stop(self, seconds: float) -> bool:
        self._loop.signal.end()
        for neighbour in list(self._neighbours.values()):
            if neighbour.client is not None:
                neighbour.client.end()
        ended = self._loop.join(seconds)
        self.server.stop()
        return ended

    def wake(self) -> None:
        self._loop.signal.wake()

    def now(self) -> None:
        for neighbour in list(self._neighbours.values()):
            neighbour.not_before = 0.0
        self._loop.signal.now()

    # -- the loop's own thread -----------------------------------------------

    def _turn(self) -> None:
        """One round of all neighbours, and the rest after it."""
        if self._discover and self._discovery is None:
            self._look_around()
        for address in self._known():
            neighbour = self._neighbours.setdefault(address, _Neighbour(address))
            if self._loop.signal.ended:
                return
            if time.monotonic() >= neighbour.not_before:
                self._exchange(neighbour)
        if self._loop.signal.wait(ROUND_SECONDS):
            self._loop.signal.rest(_BREATH)

    def _look_around(self) -> None:
        """Many networks do not let desks find each other: then typed addresses must do."""
        try:
            self._discovery = Discovery(
                self.server.key.tag, self.server.port, self.wake, interfaces=self._interfaces
            )
        except (OSError, ValueError):
            self._discover = False

    def _known(self) -> list[str]:
        found = self._discovery.addresses if self._discovery else []
        return list(dict.fromkeys([*self._typed, *found]))

    def _exchange(self, neighbour: _Neighbour) -> None:
        file = self._ledger()
        try:
            name, desk = self._met(neighbour, file)
        except CheckinError as error:
            self._leave(neighbour, error)
            return
        except Exception as crash:  # What one of them says keeps nobody from the others.
            if not self._loop.signal.ended:
                logs.crashed(__name__, "an exchange with a desk", crash)
            self._leave(neighbour, ProgramFault())
            return
        neighbour.backoff.reset()
        neighbour.seen = Seen(desk, name, neighbour.address, now_ms())
        self._report.seen(neighbour.seen)
        self._report.tell(conflicts=conflicts_in(file))

    def _leave(self, neighbour: _Neighbour, problem: CheckinError) -> None:
        """It is tried again after a rest; until then it keeps nobody waiting."""
        neighbour.drop()
        neighbour.not_before = time.monotonic() + neighbour.backoff.rest()
        seen = neighbour.seen
        # Who does not answer, or is a stranger, is told only where somebody expects a desk there.
        nobody = type(problem) is HubUnreachable or problem.sentence == STRANGER
        if not nobody or neighbour.address in self._typed or seen.met_at:
            self._report.seen(Seen(seen.desk, seen.name, seen.address, seen.met_at, problem))

    def _met(self, neighbour: _Neighbour, file: EventFile) -> tuple[str, str]:
        """Both ways; an error of one does not stop the other. Raises HubError."""
        if neighbour.client is None:
            server = self.server
            neighbour.client = meet(
                neighbour.address, server.key, server.own, partial(refusal, file)
            )
        client = neighbour.client
        check(partial(refusal, file), client.key, neighbour.address)  # Revoked since it was met.
        welcome = client.greet(hello(file, __version__))
        if welcome.event != file.event.id:
            raise WrongEvent(address=neighbour.address)
        neighbour.shown.hear("push", welcome.vector)
        failed: HubError | None = None
        pulling = Pulling(
            client, neighbour.shown, file.vector, lambda pages: self._intake.take(pages, "lan")
        )
        try:
            pulling.run()
        except HubError as error:
            failed = error
        Pushing(client, neighbour.shown, file.lacking, file.vector).run()
        if failed is not None:
            raise failed
        return welcome.name, welcome.peer

    def _ledger(self) -> EventFile:
        if self._file is None:
            self._file = EventFile.open(self._path, write=False)
        return self._file

    def _failed(self, error: CheckinError) -> None:
        self._report.tell(problem=error)

    def _done(self) -> None:
        for neighbour in self._neighbours.values():
            neighbour.drop()
        if self._discovery is not None:
            self._discovery.close()
        if self._file is not None:
            self._file.database.close()
