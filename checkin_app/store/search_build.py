"""Owns how the search index is written: lists for what is frequent, blocks for the rest."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain, compress
from operator import itemgetter

from pyroaring import BitMap

from checkin_app.store.search_base import LAST, WHOLE
from checkin_app.store.search_gather import Postings
from checkin_app.store.search_words import COUNT

#: A key, or a beginning, that more than so many docs have gets a list of its own.
FREQUENT = 2048
BLOCK = 1024

INSERT_LIST = "INSERT INTO search_lists (key, docs) VALUES (?, ?)"
INSERT_BLOCK = "INSERT INTO search_blocks (first, no, words, ends, docs) VALUES (?, ?, ?, ?, ?)"


class _Kind:
    """All keys of one kind in order, and their docs one after the other.

    The docs of key i are `docs[ends[i - 1]:ends[i]]`; keys may repeat.
    """

    def __init__(self, keys: list[str], ends: array[int], docs: array[int]) -> None:
        self.keys = keys
        self.ends = ends
        self.docs = docs
        self.lists: list[tuple[str, bytes]] = []
        self.frequent: list[tuple[int, int]] = []

    def start(self, at: int) -> int:
        return self.ends[at - 1] if at else 0

    def size(self, low: int, high: int) -> int:
        return self.start(high) - self.start(low)

    def bitmap(self, low: int, high: int) -> BitMap:
        return BitMap(self.docs[self.start(low) : self.start(high)])

    def list_frequent(self, low: int, high: int) -> BitMap:
        """Lists the beginnings and words of this frequent stretch, and answers who has them."""
        keys = self.keys
        first, last = keys[low], keys[high - 1]
        if first == last:
            self.frequent.append((low, high))
            docs = self.bitmap(low, high)
            self._add(first + WHOLE, docs)
            return docs
        depth = _common(first, last)
        parts = []
        rare = at = low
        while at < high:
            key = keys[at]
            if len(key) == depth:
                after = bisect_right(keys, key, at, high)
            else:
                after = bisect_left(keys, key[: depth + 1] + LAST, at, high)
            if self.size(at, after) > FREQUENT:
                parts.append(self.bitmap(rare, at))
                parts.append(self.list_frequent(at, after))
                rare = after
            at = after
        parts.append(self.bitmap(rare, high))
        docs = BitMap.union(*parts)
        if depth:
            self._add(first[:depth], docs)
        return docs

    def _add(self, key: str, docs: BitMap) -> None:
        docs.run_optimize()
        self.lists.append((key, docs.serialize()))

    def without_frequent(self) -> _Kind:
        if not self.frequent:
            return self
        keys: list[str] = []
        ends, docs = array("I"), array("I")
        low = 0
        for stop, after in (*self.frequent, (len(self.keys), len(self.keys))):
            shift = len(docs) - self.start(low)
            keys += self.keys[low:stop]
            ends.extend([end + shift for end in self.ends[low:stop]])
            docs += self.docs[self.start(low) : self.start(stop)]
            low = after
        return _Kind(keys, ends, docs)

    def blocks(self, kind: str) -> Iterator[tuple[str, int, str, bytes, bytes]]:
        keys, ends = self.keys, self.ends
        low = no = 0
        while low < len(keys):
            start = self.start(low)
            high = max(low + 1, bisect_right(ends, start + BLOCK, low))
            stop = self.start(high)
            until = b""
            if stop - start != high - low:
                until = array("I", [end - start for end in ends[low:high]]).tobytes()
            text = "\n".join(keys[low:high])
            yield kind + keys[low], no, text, until, self.docs[start:stop].tobytes()
            low, no = high, no + 1


def _common(first: str, last: str) -> int:
    """How many letters two different keys in order begin with alike."""
    depth = 0
    while depth < len(first) and first[depth] == last[depth]:
        depth += 1
    return depth


def write(connection: sqlite3.Connection, postings: Postings) -> int:
    """Replaces lists and blocks by these postings, which are used up; how many docs have a name."""
    connection.execute("DELETE FROM search_lists")
    connection.execute("DELETE FROM search_blocks")
    named = BitMap(array("I", chain.from_iterable(postings.listed[COUNT].values())))
    for kind in sorted((*postings.listed, *postings.paired)):
        if kind in postings.listed:
            sorted_kind = _from_lists(postings.listed.pop(kind))
        else:
            sorted_kind = _from_pairs(*postings.paired.pop(kind))
        if sorted_kind.size(0, len(sorted_kind.keys)) > FREQUENT:
            sorted_kind.list_frequent(0, len(sorted_kind.keys))
            sorted_kind.lists.sort()
            connection.executemany(
                INSERT_LIST, ((kind + key, docs) for key, docs in sorted_kind.lists)
            )
        connection.executemany(INSERT_BLOCK, sorted_kind.without_frequent().blocks(kind))
    return len(named)


def _from_lists(lists: dict[str, array[int]]) -> _Kind:
    keys = sorted(lists)
    ends, docs = array("I"), array("I")
    for key in keys:
        docs += lists[key]
        ends.append(len(docs))
    return _Kind(keys, ends, docs)


def _from_pairs(keys: list[str], owners: array[int]) -> _Kind:
    if len(keys) < 2:
        return _Kind(keys, array("I", range(1, len(keys) + 1)), owners)
    in_order = itemgetter(*sorted(range(len(keys)), key=keys.__getitem__))
    return _Kind(
        list(in_order(keys)), array("I", range(1, len(keys) + 1)), array("I", in_order(owners))
    )


def read_back(connection: sqlite3.Connection, postings: Postings, gone: BitMap) -> None:
    """Adds to the postings all that is written, but for these docs."""
    for key, listed in connection.execute("SELECT key, docs FROM search_lists"):
        if key.endswith(WHOLE):
            docs = (BitMap.deserialize(listed) - gone).to_array()
            postings.take(key[0], key[1:-1], docs)
    blocks = connection.execute("SELECT first, words, ends, docs FROM search_blocks")
    for first, text, ends, held in blocks:
        kind, words, docs = first[0], text.split("\n"), array("I", held)
        stale = BitMap(docs) & gone
        if not ends and kind in postings.paired:
            if stale:
                kept = [doc not in stale for doc in docs]
                words, docs = list(compress(words, kept)), array("I", compress(docs, kept))
            postings.paired[kind][0].extend(words)
            postings.paired[kind][1].extend(docs)
            continue
        start = 0
        for word, end in zip(words, array("I", ends) or range(1, len(words) + 1), strict=True):
            owners = docs[start:end]
            if stale:
                owners = array("I", [doc for doc in owners if doc not in stale])
            postings.take(kind, word, owners)
            start = end
