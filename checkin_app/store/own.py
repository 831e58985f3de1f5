"""Owns what this desk writes in an event file: its stream and key, its rights, its seals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from checkin_app.domain.errors import NotPossible, StoreError
from checkin_app.ledger import kinds
from checkin_app.ledger.authority import NONE, Right
from checkin_app.store import authority, derive, identity, sending
from checkin_app.store.database import Database
from checkin_app.store.ledger import OwnStream, Stored, add_stream

#: Why this desk may not record a fact.
REVOKED = "This desk was revoked, so nothing more is recorded here. Ask for a new enrolment."
NOT_ENROLLED = (
    "This desk is not enrolled for the event, so others would not count what it records. Join it"
    " with an enrolment first."
)
NOT_IN_PROFILE = "This desk was enrolled for other work and may not do that. Do it at another desk."
SELECT_SEALED = "SELECT coalesce(max(n), 0) FROM seals WHERE stream = ?"
INSERT_SEAL = "INSERT OR IGNORE INTO seals (stream, n, signature) VALUES (?, ?, ?)"


class OwnDesk:
    """This machine's desk as it writes one event file; used from one thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: sqlite3.Connection = database.connection
        self._stream: OwnStream | None = None
        self._right: Right | None = None
        self._identity: identity.Identity | None = None
        self._key: tuple[str, bytes, str] | None = None
        self._unsealed = False
        #: The hub's clock less this one and its error bound, in milliseconds, where measured.
        self.clock_offset: tuple[int, int] | None = None

    def forget(self) -> None:
        """Drops what is kept in memory, to be read again; after a rollback."""
        self._stream = None
        self._right = None
        self._identity = None

    @property
    def desk(self) -> identity.Identity | None:
        """Which desk writes here; None before it wrote for the first time."""
        return self._identity or identity.present_identity(self._connection)

    # -- the stream

    @property
    def stream(self) -> OwnStream:
        """The stream that is written now, opened with its first entry; inside a transaction."""
        if self._stream is None:
            self._stream = self._open_stream()
        return self._stream

    def _open_stream(self) -> OwnStream:
        if not self._database.writable:
            raise StoreError("{file} was opened only for reading.", file=self._database.path)
        present = identity.present_identity(self._connection)
        if present is not None:
            self._identity = present
            number = add_stream(self._connection, present.stream)
            return OwnStream(self._connection, number, present.stream)
        self._identity, public = identity.renew_identity(self._connection)
        number = add_stream(self._connection, self._identity.stream)
        stream = OwnStream(self._connection, number, self._identity.stream)
        stored = stream.append(
            kinds.STREAM_OPENED,
            self._identity.desk,
            {"name": self._identity.name, "public_key": public.hex()},
        )
        derive.apply(self._connection, stored)
        authority.settle(self._connection)
        self._right = None
        return stream

    @property
    def stream_id(self) -> str:
        """The id of the stream that is written now, or empty."""
        present = identity.present_identity(self._connection)
        return present.stream if present else ""

    def leave_stream(self) -> None:
        """The next entry opens a new stream; inside a transaction."""
        identity.forget_stream(self._connection)
        self.forget()

    def append(
        self,
        kind: str,
        subject: str,
        data: dict[str, Any],
        privates: Sequence[dict[str, Any]] = (),
        *,
        door: int | None = None,
    ) -> Stored:
        """Appends one fact, inside a transaction. Raises NotPossible when it may not."""
        if self._is_stranger():
            raise NotPossible(why=NOT_ENROLLED)
        stream = self.stream
        if not self._may(stream).allows(kind, stream.n + 1):
            raise NotPossible(why=self._refusal(stream))
        self._unsealed = True
        return stream.append(kind, subject, data, privates, door=door, offset=self.clock_offset)

    def witness(self, times: Iterable[int]) -> None:
        """What is recorded here from now on is later than hybrid times that were seen."""
        if self._stream is not None:
            self._stream.witness(times)

    # -- rights

    def _may(self, stream: OwnStream) -> Right:
        if self._right is None:
            self._right = authority.right_of(self._connection, stream.number)
        return self._right

    def _is_stranger(self) -> bool:
        """Whether this machine has no key here yet, and a fresh one would count for nothing."""
        if self._stream is not None or identity.present_desk(self._connection):
            return False
        return bool(authority.named(self._connection))

    def _refusal(self, stream: OwnStream) -> str:
        right = self._may(stream)
        if right.cut is not None:
            return REVOKED
        return NOT_ENROLLED if right.profile == NONE else NOT_IN_PROFILE

    @property
    def profile(self) -> str:
        """What this desk may record: a profile's name, all: “*”, nothing: empty."""
        number = self._connection.execute(
            "SELECT no FROM streams WHERE id = ?", (self.stream_id,)
        ).fetchone()
        if number is None:
            key = self.signing_key()
            return authority.profile_of(self._connection, key[1] if key else "")
        right = authority.right_of(self._connection, number[0])
        return right.profile if right.cut is None else NONE

    def right_changed(self) -> None:
        """Who may do what has changed; a stream that was cut is not written any more."""
        self._right = None
        row = self._connection.execute(
            "SELECT cut FROM streams WHERE id = ?", (self.stream_id,)
        ).fetchone()
        if row is not None and row[0] is not None:
            self.leave_stream()

    # -- seals

    def sign(self, stream: str, n: int, chain: bytes) -> bytes | None:
        """A seal by this desk's key, or None where the stream is another desk's."""
        key = self.signing_key()
        row = self._connection.execute(
            "SELECT public_key FROM streams WHERE id = ?", (stream,)
        ).fetchone()
        if key is None or row is None or row[0] != key[1]:
            return None
        from checkin_app.ledger.seal import sign

        return sign(key[0], stream, n, chain)

    def signing_key(self) -> tuple[bytes, str] | None:
        """This desk's private key and, in hex, its public one; None where it cannot be had."""
        desk = identity.present_desk(self._connection)
        if not desk:
            return None
        if self._key is None or self._key[0] != desk:
            from checkin_app.ledger.seal import public_key

            try:
                private = identity.load_key(desk)
                self._key = (desk, private, public_key(private).hex())
            except (OSError, ValueError):
                return None  # Unsealed entries stay visible to `check`; the next pause tries again.
        return self._key[1:]

    def seal(self) -> None:
        """Signs all that was recorded here so far, at every end of a page, if anything is new.

        So whoever holds the entries can hand them on in pages that verify.
        """
        who = identity.present_identity(self._connection)
        if not self._unsealed or who is None:
            return
        number = self.stream.number
        (sealed,) = self._connection.execute(SELECT_SEALED, (number,)).fetchone()
        seals = [
            (number, *page.seals[-1])
            for page in sending.pages(self._connection, number, who.stream, sealed + 1, self.sign)
        ]
        if not seals:
            return
        with self._database.transaction():
            self._connection.executemany(INSERT_SEAL, seals)
        self._unsealed = False
