"""Owns what the page shows now: counted once for everybody, and the hints that it changed."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import threading
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import msgspec

from checkin_app.domain.errors import CheckinError
from checkin_app.hub import figures
from checkin_app.hub.health import Health
from checkin_app.hub.pages.context import Context, EnrolledDesk
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.clock import now_ms

#: Counting takes at most a quarter of the time, so that a large event stays served; and the more
#: browsers look, the rarer they are told.
SHARE_OF_TIME = 4
LEAST_SECONDS, LEAST_SECONDS_A_STREAM = 0.2, 0.01
#: What changes with time alone is looked at so often.
STALE_SECONDS = 10.0
AGAIN_SECONDS = 5.0
MOST_STREAMS = 200
COUNTING = "counting for the control room"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything shown, of one moment; `digests` change where a part of the page does."""

    version: int
    board: figures.Board
    desks: tuple[EnrolledDesk, ...]
    aside: tuple[Aside, ...]
    digests: dict[str, str]


class Live:
    """One for each process that serves the page."""

    def __init__(self, context: Context, health: Health | None = None) -> None:
        self._context = context
        self._health = health or Health()
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._not_before = 0.0
        self._good_until = 0.0
        self._streams: set[asyncio.Event] = set()
        self._watching: asyncio.Task[None] | None = None
        self._stopped = False

    def snapshot(self) -> Snapshot:
        """What holds now, as new as counting allows; from any thread."""
        with self._lock:
            began = time.monotonic()
            kept, version = self._snapshot, self._context.projection.version
            if kept is not None and (
                began < self._not_before or (kept.version == version and began < self._good_until)
            ):
                return kept
            at = now_ms()
            board = self._context.projection.read(lambda file: figures.board(file, at))
            desks = tuple(self._context.desks())
            aside = tuple(self._context.aside())
            digests = _digests(version, board, desks, aside)
            self._snapshot = Snapshot(version, board, desks, aside, digests)
            ended = time.monotonic()
            least = LEAST_SECONDS + LEAST_SECONDS_A_STREAM * len(self._streams)
            self._not_before = ended + max(least, (ended - began) * (SHARE_OF_TIME - 1))
            self._good_until = ended + STALE_SECONDS
            return self._snapshot

    def forget(self) -> None:
        """Something changed that the projection does not know of, as when a desk is revoked."""
        with self._lock:
            self._not_before = self._good_until = 0.0

    def stop(self) -> None:
        """Ends all streams, so that the server can stop. From the event loop's thread."""
        self._stopped = True
        for changed in self._streams:
            changed.set()

    @property
    def is_full(self) -> bool:
        return len(self._streams) >= MOST_STREAMS

    async def hints(self) -> AsyncIterator[str]:
        """Server-sent events: the digests, at once and whenever one is another.

        A browser fetches the parts whose digest it does not show. Losing a hint is harmless.
        """
        changed = asyncio.Event()
        self._streams.add(changed)
        try:
            if self._watching is None or self._watching.done():
                self._watching = asyncio.create_task(self._watch())
            yield "retry: 2000\n\n"
            told: dict[str, str] = {}
            while not self._stopped:
                changed.clear()
                shown = self._snapshot
                if shown is not None and shown.digests != told:
                    told = shown.digests
                    yield f"event: digests\ndata: {msgspec.json.encode(told).decode()}\n\n"
                await changed.wait()
        finally:
            self._streams.discard(changed)

    async def _watch(self) -> None:
        """Wakes the streams when there is something to look at, for as long as there are any."""
        shown: Snapshot | None = None
        while self._streams and not self._stopped:
            try:
                latest = await asyncio.to_thread(self.snapshot)
            except CheckinError as error:  # As while the hub reads its store at first.
                logger.warning("the control room cannot be counted: %s", error)
                await asyncio.sleep(AGAIN_SECONDS)
                continue
            except Exception as error:
                await asyncio.sleep(self._health.failed(COUNTING, error))
                continue
            self._health.well(COUNTING)
            if latest is not shown:
                shown = latest
                for changed in self._streams:
                    changed.set()
            await asyncio.to_thread(self._context.projection.wait, shown.version, 1.0)
            await asyncio.sleep(max(0.0, self._not_before - time.monotonic()))
        self._health.well(COUNTING)  # Nobody looks any more.


def _digests(
    version: int, board: figures.Board, desks: tuple[EnrolledDesk, ...], aside: tuple[Aside, ...]
) -> dict[str, str]:
    names = board.programme
    parts: dict[str, object] = {
        "numbers": (
            board.expected,
            board.arrived,
            board.inside,
            board.delegations_expected,
            board.delegations_present,
            board.per_minute,
            board.open_conflicts,
        ),
        "guests": (board.guests, names.categories, names.delegations),
        "arrivals": (board.minutes, board.at // figures.MINUTE_MS),
        "delegations": (board.delegations, names.delegations),
        "categories": (board.categories, names.categories),
        "countries": board.countries,
        "places": board.places,
        "inside": version,
        "desks": (
            [_by_the_minute(desk) for desk in desks],
            [page.id for page in aside],
            board.at // figures.MINUTE_MS,
        ),
        "conflicts": (board.open_conflicts, board.conflicts, [d.name for d in desks]),
        "updated": board.at,
    }
    return {
        name: hashlib.sha256(repr(value).encode()).hexdigest()[:12] for name, value in parts.items()
    }


def _by_the_minute(desk: EnrolledDesk) -> EnrolledDesk:
    """As exact as it is shown: desks meet the hub all the time."""
    met_at = desk.met_at and desk.met_at // figures.MINUTE_MS
    return replace(desk, met_at=met_at, offset=desk.offset and desk.offset // 100, bound=None)
