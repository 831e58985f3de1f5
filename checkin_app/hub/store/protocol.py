"""Owns what the rest of the hub may ask of its store, whichever database is under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, Protocol

from checkin_app.ledger.aside import Aside
from checkin_app.ledger.pages import Page, Vector
from checkin_app.sync.protocol import Given


class HubStore(Protocol):
    """All that was ever said in one event. Every method may be called from any thread.

    Each may raise StoreError when the database does not do its work; what was acknowledged is
    kept, anything else is not there.
    """

    @property
    def event(self) -> str:
        """The id of the event."""

    @property
    def counters(self) -> Mapping[str, int]:
        """What was done since the store was opened, by name."""

    @property
    def waiting(self) -> int:
        """How many pushes wait for a commit."""

    def vector(self) -> Vector:
        """How far each stream and branch is known, no older than 200 ms."""

    def take(self, pages: Sequence[Page], source: str) -> Given:
        """Takes pages, durable when it returns; each alone is refused or not.

        The vector that is returned covers what was taken.
        """

    def submit(self, pages: Sequence[Page], source: str) -> Future[Given]:
        """`take` without waiting; pages that wait together share a commit."""

    def lacking(self, theirs: Vector, most_bytes: int) -> tuple[list[Page], bool]:
        """Pages that `theirs` does not cover, about `most_bytes`; whether there are others."""

    def every_page(self) -> Iterator[Page]:
        """All there is; what comes meanwhile may be in it or not."""

    def version(self) -> int:
        """A number that is another one when the vector is."""

    def wait_change(self, version: int, seconds: float) -> int:
        """The version, as soon as it is another one or time is up."""

    def on_change(self, call: Callable[[], None]) -> Callable[[], None]:
        """`call` is made at each change, in a thread of the store; returns what ends that."""

    def append(
        self, kind: str, subject: str, data: dict[str, Any], private: Sequence[dict[str, Any]] = ()
    ) -> str:
        """Records a fact of the hub itself, sealed; the id of its entry."""

    def erase(self, parts: Sequence[tuple[str, int, int]]) -> None:
        """Private parts (stream, n, part) are gone for good, also when they arrive again."""

    def streams_of(self, public_key: bytes) -> Vector:
        """How far the streams and branches of one key are known."""

    def entry_count(self) -> int:
        """How many entries there are, about."""

    def aside(self) -> list[Aside]:
        """Newest first."""

    def ping(self) -> None:
        """Raises StoreError when the database does not answer."""

    def close(self) -> None: ...
