"""Owns one open event file: its ledger, its derived tables, and what is kept of them in memory."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from checkin_app.domain import names
from checkin_app.domain.credentials import Mint
from checkin_app.domain.delegates import DEFAULT_CATEGORIES, Category, Delegate, Delegation
from checkin_app.domain.errors import StoreDamaged
from checkin_app.domain.programme import Checkpoint
from checkin_app.ledger import kinds
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store import (
    authority,
    counting,
    derive,
    folding,
    identity,
    jobs,
    receiving,
    records,
    sending,
)
from checkin_app.store.database import Database, create, discard, open_database
from checkin_app.store.giving_way import GaveWay, Step, go_on
from checkin_app.store.honorifics import honorifics
from checkin_app.store.identity import Identity
from checkin_app.store.in_step import RECORDS, keep_in_step
from checkin_app.store.ledger import OwnStream, Stored
from checkin_app.store.own import OwnDesk
from checkin_app.store.programme import Programme, fields_of, read_event
from checkin_app.store.search import SearchIndex, SearchText
from checkin_app.store.tally import Tally

#: Left by a migration after which the tables must be folded anew.
SELECT_REFOLD = "SELECT 1 FROM station WHERE name = 'refold'"


class EventFile:
    """Reads and, if it was opened so, writes one event file; used from one thread."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.connection: sqlite3.Connection = database.connection
        self.own = OwnDesk(database)
        found = read_event(self.connection)
        if found is not None:
            self.event, self.secret = found

    @classmethod
    def found(
        cls,
        path: Path,
        founding: dict[str, Any],
        event: str,
        secret: bytes,
        checkpoint: Checkpoint,
    ) -> EventFile:
        """A new event file whose first entries found the event; nothing is left if that fails."""
        database = create(path)
        try:
            file = cls(database)
            with file.transaction():
                file.record(kinds.FOUNDED, event, founding, {"secret": secret.hex()})
                authority.keep_founder(file.connection)
                data = {"type": "checkpoint", "fields": fields_of(checkpoint)}
                file.record(kinds.CREATED, checkpoint.id, data)
            loaded = read_event(file.connection)
            assert loaded is not None
            file.event, file.secret = loaded
        except BaseException:
            database.close()
            discard(path)
            raise
        return file

    @classmethod
    def open(cls, path: Path, *, write: bool) -> EventFile:
        """Raises StoreMissing, StoreDamaged, StoreTooNew, StoreLocked, StoreReadOnly."""
        database = open_database(path, write=write)
        try:
            file = cls(database)
            if not hasattr(file, "event"):
                raise StoreDamaged(file=path)
            if write:
                file._settle_in()
        except BaseException:
            database.close()
            raise
        return file

    def _settle_in(self) -> None:
        """What is done once: for a copy from another machine, and after a newer release came."""
        if identity.present_identity(self.connection) is None:
            with self.transaction():
                jobs.disown(self.connection)
        if not authority.is_founder_kept(self.connection):
            with self.transaction():
                authority.keep_founder(self.connection)
        refold = self.connection.execute(SELECT_REFOLD).fetchone()
        if refold or counting.has_learned(self.connection):
            with self.transaction():
                self.rebuild_inside()
                self.connection.execute("DELETE FROM station WHERE name = 'refold'")

    @property
    def path(self) -> Path:
        return self.database.path

    # -- memory ------------------------------------------------------------

    @cached_property
    def programme(self) -> Programme:
        return Programme(self.connection)

    @cached_property
    def mint(self) -> Mint:
        """Makes the codes of this event."""
        return Mint(self.event.tag, self.secret)

    @cached_property
    def search(self) -> SearchIndex:
        return SearchIndex(self.connection, honorifics())

    @cached_property
    def tally(self) -> Tally:
        return Tally(self.connection)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever another program writes."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def forget(self) -> None:
        """Drops what is kept in memory, to be read again; after a rollback or an import."""
        self.__dict__.pop("programme", None)
        self.__dict__.pop("tally", None)

    # -- writing -----------------------------------------------------------

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything recorded inside is durable when the block ends, or not there at all."""
        try:
            with self.database.transaction():
                yield
        except GaveWay:
            raise  # What is in memory was not touched yet.
        except BaseException:
            self.own.forget()
            self.forget()
            raise

    @property
    def stream(self) -> OwnStream:
        """This desk's own stream, opened with its first entry; inside a transaction."""
        return self.own.stream

    @property
    def own_stream(self) -> str:
        """The id of the stream that this desk writes now, or empty."""
        return self.own.stream_id

    @property
    def desk(self) -> Identity | None:
        """Which desk writes here; None before it wrote for the first time."""
        return self.own.desk

    @property
    def profile(self) -> str:
        """What this desk may record: a profile's name, all: “*”, nothing: empty."""
        return self.own.profile

    def append(
        self,
        kind: str,
        subject: str,
        data: dict[str, Any],
        privates: Sequence[dict[str, Any]] = (),
        *,
        door: int | None = None,
    ) -> Stored:
        """Appends one fact that the caller folds in itself, inside a transaction.

        Raises NotPossible when this desk may not record it.
        """
        return self.own.append(kind, subject, data, privates, door=door)

    def record(
        self,
        kind: str,
        subject: str,
        data: dict[str, Any],
        private: dict[str, Any] | None = None,
        *,
        door: int | None = None,
    ) -> Stored:
        """Appends one fact and folds it in, inside a transaction."""
        stored = self.append(kind, subject, data, [private] if private else (), door=door)
        if kind in authority.KINDS:
            place = (stored.stream, stored.entry.n)
            folding.fold(self, list(counting.rows(self.connection, [place])))
            return stored
        touched = derive.apply(self.connection, stored)
        if kind in RECORDS or touched.people:
            keep_in_step(self, [stored], touched)
        return stored

    def search_text(self, delegate: Delegate) -> SearchText:
        """What of a delegate can be searched."""
        delegation = self.programme.delegations.get(delegate.delegation)
        return SearchText(
            name=delegate.name,
            own_name=delegate.own_name,
            others=(
                delegate.organization,
                delegate.department,
                delegate.position,
                delegation.name if delegation else "",
            ),
            email=delegate.email,
            phone=delegate.phone,
            external_id=delegate.external_id,
        )

    def new_delegation(self, name: str, country: str) -> str:
        """Records a delegation; desks that make the same one apart give it the same id."""
        key = "g" + hashlib.sha256(names.fold(name).encode()).hexdigest()[:12]
        if key in self.programme.delegations:  # It was renamed since; the name at the desk stays.
            return key
        fields = fields_of(Delegation(key, name, country))
        self.record(kinds.CREATED, key, {"type": "delegation", "fields": fields})
        return key

    def category(self, wanted: str) -> str:
        """The id of a category by id or name in either language; unknown ones are recorded."""
        folded = names.fold(wanted)
        known = [*self.programme.categories.values(), *DEFAULT_CATEGORIES]
        for category in known:
            if folded in map(names.fold, (category.id, category.name_en, category.name_vi)):
                break
        else:
            category = Category(
                "c" + hashlib.sha256(folded.encode()).hexdigest()[:8], wanted, wanted
            )
        if category.id not in self.programme.categories:
            data = {"type": "category", "fields": fields_of(category)}
            self.record(kinds.CREATED, category.id, data)
        return category.id

    def rebuild(self) -> None:
        """Folds every derived table anew from the ledger."""
        with self.transaction():
            self.rebuild_inside()
        self.forget()

    def rebuild_inside(self) -> None:
        """The same inside the caller's transaction."""
        derive.rebuild(self.connection)
        self.forget()
        self.search.clear()
        self.search.build(
            (doc, self.search_text(delegate))
            for doc, delegate in records.delegates(self.connection)
        )

    # -- exchange ----------------------------------------------------------

    def vector(self) -> Vector:
        """How far each stream is known here."""
        return sending.vector(self.connection)

    def lacking(self, theirs: Vector, most_bytes: int) -> tuple[list[Page], bool]:
        """Pages that the other side lacks, and whether there are more."""
        with self.snapshot():
            return sending.lacking(self.connection, theirs, most_bytes, self.own.sign)

    def outbox(self, theirs: Vector) -> int:
        """How many entries the other side lacks."""
        with self.snapshot():
            return sending.outbox(self.connection, theirs)

    def receive(
        self,
        pages: Sequence[Page],
        source: str,
        *,
        budget_ms: float | None = None,
        step: Step = go_on,
    ) -> receiving.Taken:
        """Takes pages of others; see `receiving.receive`."""
        return receiving.receive(self, pages, source, budget_ms=budget_ms, step=step)

    def seal(self) -> None:
        """Signs all that this desk has recorded so far, if anything is new."""
        self.own.seal()

    def tidy(self) -> None:
        """Moves the write-ahead log into the file; for idle moments, off the scan path."""
        self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        try:
            if self.database.writable:
                self.seal()
                if self.search.is_due:
                    with self.transaction():
                        self.search.merge()
        finally:
            self.database.close()
