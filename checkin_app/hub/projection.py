"""Owns the hub's own reading of its store: an ordinary event file, folded apart from the taking.

Desks wait for the store alone. What people look at (the control room, figures, conflicts) is read
from this file, which a thread keeps up, and which can be thrown away and made again at any time.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from checkin_app.domain.errors import CheckinError, StoreError
from checkin_app.hub.health import Health
from checkin_app.hub.store.protocol import HubStore
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.pages import Page, Vector
from checkin_app.logs import crashed
from checkin_app.store.authority import founder as founder_of
from checkin_app.store.bootstrap import bootstrap
from checkin_app.store.database import discard
from checkin_app.store.event_file import EventFile

logger = logging.getLogger(__name__)

T = TypeVar("T")

NAME = "projection.checkin"
SOURCE = "hub"
KEEPING_UP = "the projection"
#: What is asked of the store at once, and how long the thread folds without a look at the others.
_BYTES, _SLICE_MS = 1 << 20, 20
#: How long folding stands back at most while desks wait for the store, seconds.
_STAND_BACK = 0.2
#: A head beyond all: of this stream nothing is wanted.
_ENOUGH = (1 << 62, b"")
NOT_YET = "The hub is still reading its store. Wait a moment, then look again."


class Projection:
    """Kept up from `store` in `folder`, which is this process's own. Used from any thread.

    What was left there by an earlier process is gone on with, if it can be.
    """

    def __init__(
        self, store: HubStore, folder: Path, *, founder: str = "", health: Health | None = None
    ) -> None:
        """`founder`: the public key, in hex, of the desk whose founding counts, where known."""
        self._store = store
        self._health = health or Health()
        self._founder = founder
        self.path = folder / NAME
        self._changed = threading.Condition()
        self._version = 0
        self._ready = threading.Event()
        self._stopped = threading.Event()
        #: Streams that could not be folded, and how far they were known then.
        self._stuck: dict[str, int] = {}
        self._erased = 0
        self._asked: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._keep_up, name="hub projection", daemon=True),
            threading.Thread(target=self._answer, name="hub reading", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def version(self) -> int:
        """Grows with everything that is folded in; 0 before there is anything to be read."""
        return self._version

    def wait(self, version: int, seconds: float) -> int:
        """Returns when the version is another one, or time is up."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._version != version or self._stopped.is_set(), seconds
            )
            return self._version

    def read(self, ask: Callable[[EventFile], T], *, seconds: float = 30) -> T:
        """What `ask` reads, all of one moment. Raises StoreError while nothing can be read yet."""
        if not self._ready.wait(seconds) or self._stopped.is_set():
            raise StoreError(NOT_YET)
        question = _Question(ask)
        self._asked.put(question)
        answer: T = question.answer.result()
        return answer

    def close(self) -> None:
        self._stopped.set()
        self._ready.set()
        self._asked.put(None)
        with self._changed:
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    # -- keeping up --------------------------------------------------------

    def _keep_up(self) -> None:
        file: EventFile | None = None
        try:
            while not self._stopped.is_set():
                try:
                    seen = self._store.version()
                    file = file or self._open()
                    self._follow(file)
                    self._erase(file)
                    self._health.well(KEEPING_UP)
                    self._wait_for_more(seen)
                except _Stopped:
                    return
                except Exception as error:
                    if not isinstance(error, CheckinError):
                        _leave(file)  # Who knows what was done to it: it is opened anew.
                        file = None
                    self._stopped.wait(self._health.failed(KEEPING_UP, error))
        finally:
            _leave(file)

    def _erase(self, file: EventFile) -> None:
        """What was erased by who may is erased in the store too, which judges nobody."""
        (count,) = file.connection.execute("SELECT count(*) FROM erasures").fetchone()
        if count != self._erased:
            parts = file.connection.execute("SELECT stream, n, part FROM erasures").fetchall()
            self._store.erase([part for part in parts if _can_be(*part)])
            self._erased = count

    def _wait_for_more(self, seen: int) -> None:
        """In pieces, so that an end is seen although the store tells of changes only."""
        while self._store.version() == seen and not self._stopped.is_set():
            self._store.wait_change(seen, 0.5)

    def _open(self) -> EventFile:
        try:
            file = EventFile.open(self.path, write=True)
            trusted = self._founder in ("", founder_of(file.connection))
            if file.event.id == self._store.event and trusted:
                self._folded()
                return file
            file.close()
        except StoreError:
            pass
        discard(self.path)
        file = bootstrap(
            self.path, self._unhurried(self._store.every_page()), founder=self._founder
        )
        self._folded()
        return file

    def _unhurried(self, pages: Iterator[Page]) -> Iterator[Page]:
        for page in pages:
            self._stand_back()
            yield page

    def _follow(self, file: EventFile) -> None:
        """Folds until nothing is left that can be."""
        more = True
        while more:
            known = file.vector()
            pages, more = self._store.lacking(known | self._unwanted(), _BYTES)
            if not pages:
                return
            while pages:
                self._stand_back()
                pages = pages[len(pages) - self._fold(file, pages) :]
                self._folded()
            now = file.vector()
            if now == known:
                return

    def _fold(self, file: EventFile, pages: list[Page]) -> int:
        """Folds some pages; how many are left. One that cannot be folded stops its stream only."""
        try:
            return file.receive(pages, SOURCE, budget_ms=_SLICE_MS).left
        except StoreError:
            raise
        except Exception:
            page = pages[0]
            try:
                file.receive([page], SOURCE)
            except StoreError:
                raise
            except Exception as error:
                logger.error(
                    "stream %s cannot be folded at %s: %s",
                    page.stream, page.first, type(error).__name__,
                )  # fmt: skip
                self._stuck[page.stream] = page.last
                rest = [one for one in pages if origin_of(one.stream) != origin_of(page.stream)]
                pages[len(pages) - len(rest) :] = rest
                return len(rest)
            return len(pages) - 1

    def _unwanted(self) -> Vector:
        """Streams that are left out until more of them is known."""
        if not self._stuck:
            return {}
        heads = self._store.vector()
        self._stuck = {
            stream: n for stream, n in self._stuck.items() if heads.get(stream, (0, b""))[0] <= n
        }
        return dict.fromkeys(self._stuck, _ENOUGH)

    def _stand_back(self) -> None:
        """Lets those go first who wait for the store."""
        end = time.monotonic() + _STAND_BACK
        while self._store.waiting and time.monotonic() < end:
            self._stopped.wait(0.005)
        if self._stopped.is_set():
            raise _Stopped

    def _folded(self) -> None:
        with self._changed:
            self._version += 1
            self._ready.set()
            self._changed.notify_all()

    # -- reading -----------------------------------------------------------

    def _answer(self) -> None:
        file: EventFile | None = None
        seen = -1
        try:
            while (question := self._asked.get()) is not None:
                try:
                    if file is None:
                        file = EventFile.open(self.path, write=False)
                    if seen != self._version:
                        seen = self._version
                        file.forget()
                    with file.snapshot():
                        found = question.ask(file)
                except BaseException as error:
                    question.answer.set_exception(error)
                else:
                    question.answer.set_result(found)
        finally:
            if file is not None:
                file.close()
            self._refuse_rest()

    def _refuse_rest(self) -> None:
        while not self._asked.empty():
            question = self._asked.get()
            if question is not None:
                question.answer.set_exception(StoreError(NOT_YET))


def _can_be(stream: str, n: int, part: int) -> bool:
    """Whether a database can hold such a place: what none can name is nobody's."""
    return "\0" not in stream and 0 <= part < 1 << 31 and 0 < n < 1 << 53


def _leave(file: EventFile | None) -> None:
    """Closes a file as well as it can be."""
    if file is not None:
        try:
            file.close()
        except Exception as error:
            crashed(__name__, "the projection could not be closed", error)


class _Question:
    __slots__ = ("answer", "ask")

    def __init__(self, ask: Callable[[EventFile], Any]) -> None:
        self.ask = ask
        self.answer: Future[Any] = Future()


class _Stopped(Exception):
    """The hub is stopping."""
