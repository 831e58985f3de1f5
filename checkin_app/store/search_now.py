"""Owns what the search index holds now: the base, the changes since, in one state of the file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from pyroaring import BitMap

from checkin_app.store.search_base import Base
from checkin_app.store.search_changes import Changes

READ_STATE = "SELECT base, (SELECT max(change) FROM search_changes) FROM search_state"
READ_CHANGES = "SELECT change, doc, keys FROM search_changes WHERE change > ? ORDER BY change"


class Now:
    """Who has a key, as one connection sees it. Answers must not be changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._base = Base(connection)
        self._base_id = -1
        self._changes = Changes()
        self._tentative = False

    def beginning(self, key: str) -> BitMap:
        """All docs with a key that begins so."""
        docs, changes = self._base.beginning(key), self._changes
        return (docs - changes.docs) | changes.beginning(key) if changes.docs else docs

    def whole(self, key: str) -> BitMap:
        """All docs with exactly this key."""
        docs, changes = self._base.whole(key), self._changes
        return (docs - changes.docs) | changes.whole(key) if changes.docs else docs

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state of the file inside the block, whatever others commit meanwhile."""
        inside = self.connection.in_transaction
        if not inside:
            self.connection.execute("BEGIN")
        try:
            self._refresh(inside)
            yield
        finally:
            if not inside and self.connection.in_transaction:
                self.connection.execute("COMMIT")

    def _refresh(self, inside: bool) -> None:
        """Catches up with the file. What a transaction that may yet be rolled back has said is
        learnt again afterwards.
        """
        base, last = self.connection.execute(READ_STATE).fetchone()
        last = last or 0
        if base != self._base_id:
            self._base.forget()
        if base != self._base_id or self._tentative:
            self._changes = Changes()
            self._tentative = False
        self._base_id = base
        if last > self._changes.last:
            rows = self.connection.execute(READ_CHANGES, (self._changes.last,)).fetchall()
            self._changes.learn(rows)
            self._tentative = inside
