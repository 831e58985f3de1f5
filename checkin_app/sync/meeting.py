"""Owns the exchange with the hub: two loops that know nothing of each other's troubles."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec

from checkin_app import __version__
from checkin_app.domain.errors import CheckinError, HubRevoked, WrongEvent
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store.event_file import EventFile
from checkin_app.store.peers import Met
from checkin_app.store.receiving import Taken
from checkin_app.sync.client import MOST_WAIT, HubClient
from checkin_app.sync.clock import Offset, measure
from checkin_app.sync.exchange import BEYOND, hello
from checkin_app.sync.intake import Ask, Intake
from checkin_app.sync.loops import Loop
from checkin_app.sync.outbox import beyond, outbox
from checkin_app.sync.protocol import Welcome
from checkin_app.sync.pulling import Pulling
from checkin_app.sync.pushing import Pushing
from checkin_app.sync.reporting import Report
from checkin_app.sync.shown import Shown

#: The hub is greeted again after so many quiet seconds, and after so many in any case.
QUIET_SECONDS = 30.0
GREET_SECONDS = 300.0
MEASURE_SECONDS = 600.0
#: What the hub knows is written down no more often than this, seconds.
MET_SECONDS = 5.0
#: An answer to a wait that came sooner than this came at once, seconds.
AT_ONCE = 0.2
#: From so many entries on, what is being taken in is shown as progress.
MUCH = 1000


class Meeting:
    """One hub, one event file: `start`, `stop`, and two signals in between."""

    def __init__(
        self, ask: Ask, path: Path, client: HubClient, intake: Intake, report: Report
    ) -> None:
        self._ask = ask
        self._path = path
        self._client = client
        self._intake = intake
        self._report = report
        self._shown = Shown()
        self._clock: Offset | None = None
        self._measured_at = self._kept_at = float("-inf")
        self._welcome: Welcome | None = None
        self._unkept = False
        self._anew = threading.Event()
        #: Loops that were told that the hub is there, and have not met it since.
        self._hurried: set[str] = set()
        self._files: dict[str, EventFile] = {}
        self.loops = [
            Loop(f"sync-{name}", turn, self._failure(name), partial(self._close, name))
            for name, turn in (("push", self._push), ("pull", self._pull))
        ]

    def start(self) -> None:
        for loop in self.loops:
            loop.start()

    def stop(self, seconds: float) -> bool:
        """Ends both loops, whatever they wait for; whether they did within the time."""
        for loop in self.loops:
            loop.signal.end()
        self._client.end()
        ended = [loop.join(seconds) for loop in self.loops]
        self._client.close()
        return all(ended)

    def wake(self) -> None:
        self.loops[0].signal.wake()

    def now(self) -> None:
        self._greet_anew()
        for loop in self.loops:
            loop.signal.now()

    def once(self) -> None:
        """One exchange both ways in the caller's thread; an error of one way stops not the other.

        Raises CheckinError, the first of them.
        """
        failed: list[CheckinError] = []
        for name, part in (("push", self._push_once), ("pull", self._pull_once)):
            try:
                part()
            except CheckinError as error:
                failed.append(error)
            finally:
                self._close(name)
        if failed:
            raise failed[0]
        self._keep_met()

    def _push_once(self) -> None:
        file = self._file("push")
        self._greet(file)
        pushing = Pushing(self._client, self._shown, file.lacking, file.vector)
        pushing.run()
        self._said_out(file, pushing.pushed, len(pushing.refused))
        self._measure()

    def _pull_once(self) -> None:
        file = self._file("pull")
        pulling = Pulling(self._client, self._shown, file.vector, self._take_in)
        pulling.run()
        self._said_in(file, pulling.pulled, pulling.rejected)

    # -- out ---------------------------------------------------------------

    def _push(self) -> None:
        file = self._file("push")
        self._greet(file)
        pushing = Pushing(self._client, self._shown, file.lacking, file.vector)
        greeted = time.monotonic()
        sent = 0
        while not self.loops[0].signal.ended:
            pushing.run()
            self._said_out(file, pushing.pushed - sent, len(pushing.refused))
            if pushing.pushed != sent:
                self._unkept = True
            if self._unkept and time.monotonic() - self._kept_at > MET_SECONDS:
                self._keep_met()
            sent = pushing.pushed
            pushing.refused.clear()
            self._measure()
            quiet = not self.loops[0].signal.wait(MET_SECONDS if self._unkept else QUIET_SECONDS)
            if (
                (quiet and not self._unkept)
                or self._anew.is_set()
                or time.monotonic() - greeted > GREET_SECONDS
            ):
                return

    def _greet(self, file: EventFile) -> None:
        self._anew.clear()
        waiting = beyond(file, self._shown.vector()) if self._welcome else outbox(file)
        clock = (self._clock.offset, self._clock.bound) if self._clock else None
        said = msgspec.structs.replace(hello(file, __version__, outbox=waiting or 0), clock=clock)
        welcome = self._client.greet(said)
        if welcome.event != file.event.id:
            raise WrongEvent(address=self._client.address)
        self._shown.hear("push", welcome.vector)
        self._welcome = welcome
        self._keep_met()
        self._recovered("push", "pull")
        if self._report.state.link == "revoked":
            self._ask(lambda desk: desk.revoked_by_hub(False))
        self._report.well(
            "push",
            name=welcome.name,
            address=self._client.address,
            unknown_kinds=len(welcome.unknown_kinds),
            met_at=self._shown.at,
            outbox=beyond(file, welcome.vector),
        )

    def _keep_met(self) -> None:
        """The desk remembers what the hub knows, for when the hub cannot be asked."""
        met = self.last_met()
        if met is not None:
            self._kept_at = time.monotonic()
            self._unkept = False
            self._ask(lambda desk: desk.met(met))

    def last_met(self) -> Met | None:
        """How the hub was met last."""
        welcome, clock = self._welcome, self._clock
        if welcome is None:
            return None
        return Met(
            welcome.peer,
            "hub",
            welcome.name,
            self._shown.vector(),
            self._shown.at,
            clock.offset if clock else None,
            clock.bound if clock else None,
            welcome.release,
        )

    def _said_out(self, file: EventFile, pushed: int, refused: int) -> None:
        state = self._report.state
        self._report.well(
            "push",
            met_at=self._shown.at,
            outbox=beyond(file, self._shown.vector()),
            pushed=state.pushed + pushed,
            rejected=state.rejected + refused,
        )

    def _measure(self) -> None:
        if time.monotonic() - self._measured_at < MEASURE_SECONDS:
            return
        clock = measure(self._client.time)
        self._measured_at = time.monotonic()
        if clock is not None:
            self._clock = clock
            self._ask(lambda desk: desk.clock_offset(clock.offset, clock.bound))
            self._keep_met()
            self._report.tell(offset=clock.offset, bound=clock.bound)

    # -- in ----------------------------------------------------------------

    def _pull(self) -> None:
        file = self._file("pull")
        pulling = Pulling(self._client, self._shown, file.vector, self._take_in)
        began = time.monotonic()
        pulled = rejected = 0
        fruitless = 0
        while not self.loops[1].signal.ended:
            pulling.run()
            self._said_in(file, pulling.pulled - pulled, pulling.rejected - rejected)
            fruitless = fruitless + 1 if pulling.pulled == pulled else 0
            pulled, rejected = pulling.pulled, pulling.rejected
            asked = time.monotonic()
            if asked - began > GREET_SECONDS:
                return
            self._client.wait(self._expected(file, pulling), MOST_WAIT)
            if time.monotonic() - asked < AT_ONCE and fruitless > 2:
                # It answers before there is anything: it is stopping, or knows what we cannot take.
                self.loops[1].signal.rest(min(5.0, 0.05 * 2.0 ** min(fruitless, 10)))

    def _said_in(self, file: EventFile, pulled: int, rejected: int) -> None:
        self._recovered("pull", "push")
        state = self._report.state
        self._report.well(
            "pull",
            met_at=self._shown.at,
            progress=None,
            conflicts=conflicts_in(file),
            pulled=state.pulled + pulled,
            rejected=state.rejected + rejected,
        )

    def _expected(self, file: EventFile, pulling: Pulling) -> Vector:
        """What is no news: what we know, and whatever we push meanwhile ourselves."""
        known = pulling.asked()
        own = file.own_stream
        if own:
            known[own] = BEYOND
        return known

    def _take_in(self, pages: Sequence[Page]) -> Taken:
        taken = self._intake.take(pages, "hub")
        self._progress(taken.taken)
        return taken

    def _progress(self, taken: int) -> None:
        ours, theirs = self._files["pull"].vector(), self._shown.vector()
        left = sum(max(0, n - ours.get(line, (0, b""))[0]) for line, (n, _) in theirs.items())
        before = self._report.state.progress
        done = (before[0] if before else 0) + taken
        self._report.tell(progress=(done, done + left) if before or left > MUCH else None)

    def _recovered(self, loop: str, other: str) -> None:
        """The hub is there: the other loop need not rest until it finds that out itself.

        Once: what it cannot do although the hub is there is not tried without a rest.
        """
        self._hurried.discard(loop)
        there_again = self._report.failing(loop) or other not in self._hurried
        if there_again and self._report.failing(other):
            self._hurried.add(other)
            self.loops[("push", "pull").index(other)].signal.now()

    def _greet_anew(self) -> None:
        """What the hub showed before may not hold: it is asked again before it is given more."""
        self._anew.set()
        self.loops[0].signal.wake()

    # -- both --------------------------------------------------------------

    def _failure(self, name: str) -> Callable[[CheckinError], None]:
        def failed(error: CheckinError) -> None:
            if name == "push" and self._unkept:
                # What it took before it went is not counted as waiting.
                with contextlib.suppress(CheckinError):
                    self._keep_met()
            self._report.failed(name, error)
            if isinstance(error, HubRevoked):
                with contextlib.suppress(CheckinError):
                    self._ask(lambda desk: desk.revoked_by_hub(True))
            if name == "pull":
                self._greet_anew()

        return failed

    def _file(self, loop: str) -> EventFile:
        """The event file, opened for reading in the loop's own thread."""
        if loop not in self._files:
            self._files[loop] = EventFile.open(self._path, write=False)
        return self._files[loop]

    def _close(self, loop: str) -> None:
        file = self._files.pop(loop, None)
        if file is not None:
            file.database.close()


def conflicts_in(file: EventFile) -> int:
    """How many things wait for a person."""
    from checkin_app.store import conflicts

    return conflicts.open_count(file.connection)
