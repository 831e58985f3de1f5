"""Owns the hub of a run: its store served, stopped, put back, and asked to enrol and revoke."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import pytest

from checkin_app.domain.errors import HubUnreachable, StoreError
from checkin_app.hub.store import Admin, open_store
from checkin_app.hub.store.desks import settle
from checkin_app.hub.store.lane import Job, Lane
from checkin_app.hub.store.ledger_store import LedgerStore
from checkin_app.hub.store.sqlite import SqliteEngine
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Page, Vector
from checkin_app.sync.protocol import NEWEST, Batch, Given, Hello, Peer, Welcome
from tests.simulation.disk import Disk, Disks, copy_files
from tests.simulation.history import Chain, History, Made
from tests.simulation.nature import Machine, Nature

T = TypeVar("T")
SELECT_MADE = """
    SELECT e.chain, e.body, p.body FROM entries e JOIN streams s ON s.no = e.stream
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    WHERE s.origin = ?
"""
SELECT_ALL = """
    SELECT e.chain, e.body, p.body FROM entries e
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
"""


class HubStops(StoreError):
    """The hub's power fails; its writing thread lives on for one more sentence, unlike a desk's."""

    sentence = "The power failed."


class StorePeer:
    """What the hub's routes do with a request, without HTTP."""

    def __init__(self, store: LedgerStore) -> None:
        self._store = store

    def greet(self, hello: Hello) -> Welcome:
        return Welcome(self._store.event, "hub", "Hub", "", NEWEST, self._store.vector())

    def give(self, pages: Sequence[Page]) -> Given:
        return self._store.take(pages, "desk")

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        pages, more = self._store.lacking(vector, most_bytes)
        return Batch(pages, self._store.vector(), more)

    def wait(self, vector: Vector, seconds: float) -> Vector:
        return self._store.vector()

    def time(self) -> int:
        return now_ms()


class HubMachine(Machine):
    """The hub; a host that desks meet."""

    def __init__(self, name: str, folder: Path, nature: Nature, disks: Disks) -> None:
        super().__init__(name, folder)
        self.nature = nature
        self.disk = Disk()
        disks.mount(folder, self.disk)
        self.store: LedgerStore | None = None
        self.admin: Admin | None = None
        self.told: Callable[[str], None] = lambda text: None

    @property
    def path(self) -> Path:
        return self.folder / "forum.hub"

    def start(self) -> None:
        with self.nature.acting(self):
            self.store, self.admin = open_store(f"sqlite:///{self.path}")

    def stop(self, *, kindly: bool) -> None:
        assert self.store is not None and self.admin is not None
        self.store.close()
        self.admin.close()
        self.store = self.admin = None
        if not kindly:
            self.disk.power_lost()

    def serve(self, ask: Callable[[Peer], T]) -> T:
        if self.store is None:
            raise HubUnreachable(address=self.name)
        try:
            with self.nature.acting(self):
                return ask(StorePeer(self.store))
        except HubStops:
            self.told(f"  {self.name} stops in the middle")
            self.stop(kindly=False)
            raise HubUnreachable(address=self.name) from None

    def enrols(self, desk: str, name: str, profile: str, public_key: str) -> None:
        """As a person at the hub lets a desk in. Raises HubStops."""
        assert self.store is not None and self.admin is not None
        with self.nature.acting(self):
            if self.admin.desk(desk) is None:
                self.admin.add_desk(desk, name, profile, public_key, desk)
            settle(self.store, self.admin)

    def revokes(self, desk: str) -> None:
        """As a person at the hub shuts a desk out. Raises HubStops."""
        assert self.store is not None and self.admin is not None
        with self.nature.acting(self):
            self.admin.revoke(desk)
            settle(self.store, self.admin)

    def observe(self, history: History, *, told: bool) -> None:
        """Takes down what the hub has recorded itself."""
        assert self.admin is not None
        for chain, body, private in self._rows(SELECT_MADE, (self.admin.setting("stream"),)):
            history.observe(chain, Made(body, private, self.name), told=told)

    def known(self) -> dict[Chain, tuple[bytes, bytes | None]]:
        return {chain: (body, private) for chain, body, private in self._rows(SELECT_ALL)}

    def _rows(
        self, sql: str, values: tuple[str, ...] = ()
    ) -> list[tuple[bytes, bytes, bytes | None]]:
        from checkin_app.hub.store import sqlite_files

        connection = sqlite_files.open_reading(self.path)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def copy_to(self, path: Path) -> None:
        """A backup of both files."""
        copy_files(self.path, path)
        copy_files(
            self.path.with_name(self.path.name + "-admin"), path.with_name(path.name + "-admin")
        )

    def put_back(self, path: Path) -> None:
        copy_files(path, self.path)
        copy_files(
            path.with_name(path.name + "-admin"), self.path.with_name(self.path.name + "-admin")
        )


@contextlib.contextmanager
def governing(disks: Disks) -> Iterator[None]:
    """The hub's transactions end as its disk says."""
    original = SqliteEngine.writing

    @contextlib.contextmanager
    def writing(self: SqliteEngine) -> Iterator[object]:
        disk = disks.under(self.path)
        end = disk.begins(self._connection, self.path) if disk else ""
        with original(self) as inside:
            yield inside
            if end == "lost":
                raise HubStops
        if end == "kept":
            raise HubStops

    def submit(self: Lane[Any], work: Any) -> Future[Any]:
        """At once, in the thread that asks: the same every time."""
        job = Job(work)
        self._do([job])
        return job.future

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteEngine, "writing", writing)
        patch.setattr(Lane, "submit", submit)
        yield
