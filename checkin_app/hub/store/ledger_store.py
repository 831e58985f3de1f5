"""Owns the hub's store over either database: what is known, taking, sending, telling of changes."""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from checkin_app.hub.health import Health
from checkin_app.hub.store.engine import Engine, Erasure, StreamRow
from checkin_app.hub.store.lane import Lane
from checkin_app.hub.store.own import Fact, Own, record
from checkin_app.hub.store.sending import Sending, within
from checkin_app.hub.store.taking import Taking
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.branches import is_line, origin_of
from checkin_app.ledger.clock import HybridClock, now_ms
from checkin_app.ledger.pages import Page, Vector
from checkin_app.logs import crashed
from checkin_app.sync.protocol import Given, Refused

#: How often a process looks for what other processes committed, seconds.
LOOK_EVERY = 0.15
LOOKING = "looking at the database"


@dataclass(frozen=True, slots=True)
class _Push:
    pages: Sequence[Page]
    source: str


@dataclass(frozen=True, slots=True)
class _Erasing:
    parts: Sequence[Erasure]


_Work = _Push | Fact | _Erasing


class LedgerStore:
    """See `HubStore`. `own` says who the hub is, for facts of its own."""

    def __init__(self, engine: Engine, own: Own, health: Health | None = None) -> None:
        self._engine = engine
        self._health = health or Health()
        self._own = own
        self._event = engine.event()
        self._clock = HybridClock()
        self._changed = threading.Condition()
        self._version = 0
        self._listeners: list[Callable[[], None]] = []
        self._counts: Counter[str] = Counter()
        self._stamp = engine.stamp()
        self._rows = {row.id: row for row in engine.rows()}
        self._vector = _heads(self._rows)
        self._recent: dict[str, StreamRow] = {}
        self._lane: Lane[_Work] = Lane("hub ledger", self._commit, engine.writers)
        self._stopped = threading.Event()
        self._looker: threading.Thread | None = None
        if engine.shared:
            self._looker = threading.Thread(target=self._look, name="hub changes", daemon=True)
            self._looker.start()

    @property
    def event(self) -> str:
        return self._event

    @property
    def counters(self) -> Mapping[str, int]:
        return self._counts | Counter(retries=self._lane.retries)

    @property
    def waiting(self) -> int:
        """How many pushes wait for a commit."""
        return self._lane.waiting

    # -- what is known -----------------------------------------------------

    def vector(self) -> Vector:
        with self._changed:
            return self._vector.copy()

    def version(self) -> int:
        return self._version

    def wait_change(self, version: int, seconds: float) -> int:
        with self._changed:
            self._changed.wait_for(
                lambda: self._version != version or self._stopped.is_set(), seconds
            )
            return self._version

    def on_change(self, call: Callable[[], None]) -> Callable[[], None]:
        with self._changed:
            self._listeners.append(call)

        def stop() -> None:
            with self._changed, contextlib.suppress(ValueError):
                self._listeners.remove(call)

        return stop

    def streams_of(self, public_key: bytes) -> Vector:
        with self._changed:
            return {
                name: (row.head, row.chain)
                for name, row in self._rows.items()
                if row.public_key == public_key
            }

    def entry_count(self) -> int:
        with self._changed:
            return sum(row.head - row.base for row in self._rows.values())

    def aside(self) -> list[Aside]:
        return self._engine.aside()

    def ping(self) -> None:
        self._engine.ping()

    # -- sending -----------------------------------------------------------

    def lacking(self, theirs: Vector, most_bytes: int) -> tuple[list[Page], bool]:
        return within(self._sending().pages(theirs), most_bytes)

    def every_page(self) -> Iterator[Page]:
        return self._sending().pages({})

    def _sending(self) -> Sending:
        with self._changed:
            return Sending(self._engine, self._rows.copy(), self._vector.copy())

    # -- taking ------------------------------------------------------------

    def take(self, pages: Sequence[Page], source: str) -> Given:
        return self.submit(pages, source).result()

    def submit(self, pages: Sequence[Page], source: str) -> Future[Given]:
        return self._lane.submit(_Push(pages, source))

    def append(
        self, kind: str, subject: str, data: dict[str, Any], private: Sequence[dict[str, Any]] = ()
    ) -> str:
        entry: str = self._lane.submit(Fact(kind, subject, data, private)).result()
        return entry

    def erase(self, parts: Sequence[Erasure]) -> None:
        self._lane.submit(_Erasing(parts)).result()

    def _commit(self, works: Sequence[_Work]) -> Sequence[Any]:
        """One transaction of all that waited; in a thread of the lane."""
        origins = {origin for work in works for origin in _origins(work)}
        answers: list[Any] = []
        with self._engine.writing() as writing:
            taking = Taking(writing, sorted(origins))
            for work in works:
                if isinstance(work, Fact):
                    answers.append(record(taking, writing, self._own, self._clock, work))
                    continue
                if isinstance(work, _Erasing):
                    taking.erase(work.parts)
                    answers.append(None)
                    continue
                refused = []
                for page in work.pages:
                    if why := taking.take(page, work.source):
                        refused.append(Refused(page.stream[:120], page.first, why))
                answers.append(refused)
            taking.finish()
        self._clock.witness(taking.latest, now_ms())
        self._count(works, taking, sum(len(a) for a in answers if isinstance(a, list)))
        self._know(taking.fresh.rows.values())
        if not any(isinstance(work, _Push) for work in works):
            return answers
        vector = self.vector()
        return [Given(vector, one) if isinstance(one, list) else one for one in answers]

    def _count(self, works: Sequence[_Work], taking: Taking, refused: int) -> None:
        self._counts.update(
            pushes=sum(isinstance(work, _Push) for work in works),
            commits=1,
            entries_taken=taking.taken,
            entries_known=taking.known,
            pages_refused=refused,
            forks=len(taking.forked),
        )

    def _know(self, rows: Iterable[StreamRow]) -> None:
        """Committed here: known at once."""
        copies = {row.id: replace(row) for row in rows}
        if not copies:
            return
        with self._changed:
            for name, row in copies.items():
                known = self._rows.get(name)
                if known is None or known.version < row.version:
                    self._rows[name] = self._recent[name] = row
                    self._vector[name] = (row.head, row.chain)
            self._tell()

    def _tell(self) -> None:
        """What is told was committed: a listener's fault is none of the ledger's."""
        self._version += 1
        self._changed.notify_all()
        for call in list(self._listeners):
            try:
                call()
            except Exception as error:
                crashed(__name__, "a listener of the hub's ledger", error)

    # -- other processes ---------------------------------------------------

    def _look(self) -> None:
        """Sees what other processes committed. What is seen here alone is what the database shows:
        also after it was put back to a backup under us."""
        pause = LOOK_EVERY
        while not self._stopped.wait(pause):
            try:
                self._look_once()
            except Exception as error:
                pause = self._health.failed(LOOKING, error)
            else:
                self._health.well(LOOKING)
                pause = LOOK_EVERY

    def _look_once(self) -> None:
        with self._changed:
            self._recent = {}
        stamp = self._engine.stamp()
        if stamp == self._stamp:
            return
        rows = {row.id: row for row in self._engine.rows()}
        with self._changed:
            for name, row in self._recent.items():
                if name not in rows or rows[name].version < row.version:
                    rows[name] = row
            self._stamp = stamp
            if rows != self._rows:
                self._rows = rows
                self._vector = _heads(rows)
                self._tell()

    def close(self) -> None:
        """What was submitted is done first."""
        self._lane.stop()
        self._stopped.set()
        with self._changed:
            self._changed.notify_all()
        if self._looker is not None:
            self._looker.join()
        self._engine.close()


def _heads(rows: Mapping[str, StreamRow]) -> Vector:
    return {name: (row.head, row.chain) for name, row in rows.items()}


def _origins(work: _Work) -> Iterator[str]:
    """The streams whose rows are locked for it."""
    if isinstance(work, _Push):
        yield from (origin_of(page.stream) for page in work.pages if is_line(page.stream))
    elif isinstance(work, _Erasing):
        yield from (stream for stream, _, _ in work.parts)
