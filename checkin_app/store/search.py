"""Owns the answer to a typed text: who it may mean, best first, complete, at every keystroke."""

from __future__ import annotations

import secrets
import sqlite3
from array import array
from collections.abc import Collection, Iterable
from itertools import chain, islice
from typing import NamedTuple

from pyroaring import BitMap

from checkin_app.domain.folding import words
from checkin_app.store import search_build
from checkin_app.store.search_changes import Changes
from checkin_app.store.search_gather import Postings, gather
from checkin_app.store.search_now import READ_CHANGES, Now
from checkin_app.store.search_ranks import Ranks, Tier
from checkin_app.store.search_words import MAX_QUERY, SearchText, keys_of, parse
from checkin_app.store.uncollected import uncollected

__all__ = ["Hit", "SearchIndex", "SearchText", "Tier"]

#: So many docs are corrected one by one; more are written into the base, all at once.
FEW = 256
#: A merge is due with more changes than this, and than this part of the base; with some times as
#: many it does not wait.
MANY_CHANGES = 1024
PART_OF_BASE = 64
TOO_MANY = 4

INSERT_CHANGE = "INSERT INTO search_changes (doc, keys) VALUES (?, ?)"
WRITE_STATE = "UPDATE search_state SET base = ?, docs = ?"
#: The changes are numbered from 1 since the base was written.
COUNT_BOTH = "SELECT docs, (SELECT max(change) FROM search_changes) FROM search_state"


class Hit(NamedTuple):
    """One person found."""

    doc: int
    tier: Tier


class SearchIndex:
    """The index in one event file, as one connection sees it.

    Writes belong to the caller's transaction. Other connections see them once committed.
    """

    def __init__(
        self, connection: sqlite3.Connection, honorifics: Collection[str] = frozenset()
    ) -> None:
        """`honorifics` are passed over in front of a query, with and without their marks."""
        self._connection = connection
        self._honorifics = frozenset(" ".join(words(honorific)) for honorific in honorifics)
        self._now = Now(connection)
        self._ranks = Ranks(self._now)

    # -- asking

    def search(self, text: str, limit: int, arrived: BitMap) -> list[Hit]:
        """The best hits: tier by tier, in each those not in `arrived` first, then by doc."""
        query = parse(text, self._honorifics)
        hits: list[Hit] = []
        if not query.parts or limit <= 0:
            return hits
        with self._now.snapshot():
            seen = BitMap()
            for tier, docs in self._ranks.tiers(query):
                fresh = docs - seen
                if not fresh:
                    continue
                hits += [Hit(doc, tier) for doc in islice(fresh - arrived, limit - len(hits))]
                if len(hits) < limit:
                    hits += [Hit(doc, tier) for doc in islice(fresh & arrived, limit - len(hits))]
                if len(hits) >= limit:
                    break
                seen |= fresh
        return hits

    def ids(self, text: str) -> BitMap:
        """All docs that a text finds; none for a text without words."""
        query = parse(text, self._honorifics)
        if not query.parts:
            return BitMap()
        with self._now.snapshot():
            return self._ranks.anywhere(query).copy()

    def count(self, text: str) -> int:
        """How many people a text finds."""
        return len(self.ids(text))

    def alike(self, name: str) -> BitMap:
        """Docs of names like this one: all that `names.alike` means, of its first six words."""
        with self._now.snapshot():
            return self._ranks.alike(parse(name, ()), words(name[:MAX_QUERY])).copy()

    # -- writing

    def build(self, docs: Iterable[tuple[int, SearchText]]) -> None:
        """Takes in many people at once, new or changed; each doc at most once."""
        rows = iter(docs)
        head = list(islice(rows, FEW))
        base, changed = self._connection.execute(COUNT_BOTH).fetchone()
        if len(head) < FEW and (base or changed):
            for doc, text in head:
                self.add(doc, text)
            return
        with uncollected():
            postings, taken = gather(chain(head, rows))
            self._write(postings, BitMap(taken))

    def add(self, doc: int, text: SearchText) -> None:
        """Takes in one person, new or changed."""
        self._record(doc, " ".join(sorted(keys_of(text))))

    change = add

    def remove(self, doc: int) -> None:
        """Finds this doc no more. Its words leave the file with the next `merge`."""
        self._record(doc, "")

    def clear(self) -> None:
        """Forgets everybody."""
        self._connection.execute("DELETE FROM search_changes")
        search_build.write(self._connection, Postings())
        self._connection.execute(WRITE_STATE, (secrets.randbits(62), 0))

    def merge(self) -> None:
        """Writes the changes into the base, 5 µs a person; when somebody was erased, or if due."""
        with uncollected():
            self._write(Postings(), BitMap())

    @property
    def is_due(self) -> bool:
        """Whether there are so many changes that a merge is worth it, when nobody waits."""
        return self._pressure() > 1

    def _pressure(self) -> float:
        base, changed = self._connection.execute(COUNT_BOTH).fetchone()
        pressure: float = (changed or 0) / max(MANY_CHANGES, base / PART_OF_BASE)
        return pressure

    def _record(self, doc: int, keys: str) -> None:
        self._connection.execute(INSERT_CHANGE, (doc, keys))
        if self._pressure() > TOO_MANY:
            self.merge()

    def _write(self, postings: Postings, taken: BitMap) -> None:
        """Writes base, changes and these postings into one base; `taken` are theirs alone."""
        changes = Changes()
        changes.learn(self._connection.execute(READ_CHANGES, (0,)).fetchall())
        search_build.read_back(self._connection, postings, taken | changes.docs)
        for doc, keys in changes.items():
            if doc not in taken:
                for key in keys:
                    postings.take(key[0], key[1:], array("I", (doc,)))
        docs = search_build.write(self._connection, postings)
        self._connection.execute("DELETE FROM search_changes")
        self._connection.execute(WRITE_STATE, (secrets.randbits(62), docs))
