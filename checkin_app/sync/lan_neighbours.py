"""Owns another desk on the LAN: met in a thread of its own, so that a silent one delays nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from checkin_app import __version__, logs
from checkin_app.domain.errors import (
    CheckinError,
    HubError,
    HubRefused,
    HubUnreachable,
    ProgramFault,
    WrongEvent,
)
from checkin_app.ledger.clock import now_ms
from checkin_app.store.event_file import EventFile
from checkin_app.sync.client import HubClient
from checkin_app.sync.exchange import hello
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_admission import refusal
from checkin_app.sync.lan_client import SILENT, DeskClient, check, meet
from checkin_app.sync.lan_keys import DeskKey, EventKey
from checkin_app.sync.loops import Backoff, Signal
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
#: Desks take turns to be taken from, or all would bring the same; nobody waits longer, seconds.
_TURN = 1.0


class Ours:
    """What all neighbours share: the event as it is here, and how this desk proves itself."""

    def __init__(
        self, path: Path, event: EventKey, own: DeskKey, intake: Intake, report: Report
    ) -> None:
        self.path = path
        self.event = event
        self.own = own
        self.intake = intake
        self.report = report
        self.turns = threading.Lock()


class Neighbour:
    """How another desk is reached, and when to try it again; `start` until it fails, `end`."""

    def __init__(self, address: str, ours: Ours, told: Callable[[Seen], None]) -> None:
        """`told` hears how each meeting went."""
        self.address = address
        self.not_before = 0.0
        self.seen = Seen("", "", address, 0)
        self._ours = ours
        self._told = told
        self._client: HubClient | None = None
        self._signal = Signal()
        self._shown = Shown()
        self._backoff = Backoff()
        self._thread: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """Whether it is being met."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Meets it again and again until it fails."""
        self._thread = threading.Thread(
            target=self._run, name=f"sync-lan {self.address}", daemon=True
        )
        self._thread.start()

    def wake(self) -> None:
        """There is something to give."""
        self._signal.wake()

    def now(self) -> None:
        """Somebody does not want to wait for the next try."""
        self.not_before = 0.0
        self._signal.now()

    def end(self) -> None:
        """Breaks what is under way."""
        self._signal.end()
        if (client := self._client) is not None:
            client.end()

    def join(self, seconds: float) -> bool:
        """Whether its thread has ended."""
        if self._thread is not None:
            self._thread.join(seconds)
        return not self.alive

    # -- its own thread ----------------------------------------------------

    def _run(self) -> None:
        try:
            file = EventFile.open(self._ours.path, write=False)
            try:
                self._go_on(file)
            finally:
                file.database.close()
        except CheckinError as error:
            self._failed(error)
        except Exception as crash:
            if not self._signal.ended:
                logs.crashed(__name__, "an exchange with a desk", crash)
            self._failed(ProgramFault())
        finally:
            self._drop()

    def _go_on(self, file: EventFile) -> None:
        while not self._signal.ended:
            name, desk = self._meet(file)
            self._backoff.reset()
            self.seen = Seen(desk, name, self.address, now_ms())
            self._told(self.seen)
            self._ours.report.tell(conflicts=conflicts_in(file))
            if self._signal.wait(ROUND_SECONDS):
                self._signal.rest(_BREATH)

    def _failed(self, problem: CheckinError) -> None:
        """It is tried again after a rest."""
        if type(problem) is HubUnreachable:  # In the words of the client, which are of hubs.
            problem = HubUnreachable(SILENT, address=self.address)
        self.not_before = time.monotonic() + self._backoff.rest()
        if not self._signal.ended:
            seen = self.seen
            self._told(Seen(seen.desk, seen.name, seen.address, seen.met_at, problem))

    def _meet(self, file: EventFile) -> tuple[str, str]:
        """Its name and id, after an exchange both ways. Raises HubError."""
        known = isinstance(self._client, DeskClient)
        try:
            return self._exchange(file)
        except HubRefused as error:
            if not known or error.details.get("code") != "unauthorized":
                raise
            self._drop()  # It was started anew, or what it gave us has run out.
            return self._exchange(file)

    def _exchange(self, file: EventFile) -> tuple[str, str]:
        """Both ways; an error of one does not stop the other."""
        ours = self._ours
        client = self._client
        judge = partial(refusal, file)
        if not isinstance(client, DeskClient):
            client = meet(self.address, ours.event, ours.own, judge, self._under_way)
            self._under_way(client)
        check(judge, client.key, self.address)  # Revoked since it was met.
        welcome = client.greet(hello(file, __version__))
        if welcome.event != file.event.id:
            raise WrongEvent(address=self.address)
        self._shown.hear("push", welcome.vector)
        failed: HubError | None = None
        try:
            self._pull(client, file)
        except HubError as error:
            failed = error
        Pushing(client, self._shown, file.lacking, file.vector).run()
        if failed is not None:
            raise failed
        return welcome.name, welcome.peer

    def _pull(self, client: DeskClient, file: EventFile) -> None:
        turn = self._ours.turns.acquire(timeout=_TURN)
        try:
            intake = self._ours.intake
            Pulling(client, self._shown, file.vector, lambda p: intake.take(p, "lan")).run()
        finally:
            if turn:
                self._ours.turns.release()

    def _under_way(self, client: HubClient) -> None:
        self._client = client
        if self._signal.ended:
            client.end()

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()
        self._shown.forget()
