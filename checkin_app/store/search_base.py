"""Owns the written part of the search index: who had a word or a beginning at the last build."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left

from pyroaring import BitMap

FIND_LIST = "SELECT key, docs FROM search_lists WHERE key >= ? AND key < ? ORDER BY key LIMIT 1"
FIND_BLOCKS = """
    SELECT first >= ?1, words, ends, docs FROM search_blocks
    WHERE first >= coalesce(
        (SELECT max(first) FROM search_blocks WHERE first < ?1 AND first >= ?3), ?1
    ) AND first < ?2 ORDER BY first, no
"""
CACHE_BYTES = 24 << 20
#: Above every letter, below nothing: ends the range of all keys that begin alike.
LAST = "\U0010ffff"
#: Below every letter: ends a whole word.
WHOLE = " "


class Base:
    """Reads lists and blocks, and remembers the latest answers. Answers must not be changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, BitMap] = {}
        self._bytes = 0

    def forget(self) -> None:
        self._known.clear()
        self._bytes = 0

    def beginning(self, key: str) -> BitMap:
        """All docs with a key that begins so."""
        known = self._known.get(key)
        return self._learn(key, (key, key + LAST), (key, key + LAST)) if known is None else known

    def whole(self, key: str) -> BitMap:
        """All docs with exactly this key."""
        listed = key + WHOLE
        known = self._known.get(listed)
        if known is None:
            return self._learn(listed, (listed, listed + WHOLE), (key, listed))
        return known

    def _learn(self, name: str, lists: tuple[str, str], blocks: tuple[str, str]) -> BitMap:
        row = self._connection.execute(FIND_LIST, lists).fetchone()
        docs = BitMap.deserialize(row[1]) if row is not None else self._from_blocks(*blocks)
        size = 256 + (len(row[1]) if row is not None else 2 * len(docs))
        if self._bytes + size > CACHE_BYTES:
            self.forget()
        self._known[name] = docs
        self._bytes += size
        return docs

    def _from_blocks(self, start: str, stop: str) -> BitMap:
        kind, first, after = start[0], start[1:], stop[1:]
        rows = self._connection.execute(FIND_BLOCKS, (start, stop, kind)).fetchall()
        docs = array("I")
        for at, (inside, text, ends, held) in enumerate(rows, 1):
            if inside and at < len(rows):
                docs.frombytes(held)
                continue
            keys = text.split("\n")
            low, high = bisect_left(keys, first), bisect_left(keys, after)
            if ends:
                until = array("I", ends)
                low, high = until[low - 1] if low else 0, until[high - 1] if high else 0
            docs.frombytes(held[4 * low : 4 * high])
        return BitMap(docs)
