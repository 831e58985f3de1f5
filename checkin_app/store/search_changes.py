"""Owns what changed in the search index since it was built: few docs, kept sorted in memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from pyroaring import BitMap

from checkin_app.store.search_base import LAST, WHOLE

SORT_AGAIN_FROM = 64


class Changes:
    """Keys of changed docs. `docs` are those for which the base is out of date."""

    def __init__(self) -> None:
        self.docs = BitMap()
        self.last = 0
        self._keys: list[str] = []
        self._owners = array("I")
        self._of: dict[int, list[str]] = {}

    def learn(self, rows: list[tuple[int, int, str]]) -> None:
        """Takes rows (change, doc, keys) in their order; the latest of a doc counts."""
        if not rows:
            return
        self.last = rows[-1][0]
        latest = {doc: keys.split() for _, doc, keys in rows}
        self.docs.update(latest)
        if len(latest) < SORT_AGAIN_FROM:
            for doc, keys in latest.items():
                self._drop(doc)
                self._of[doc] = keys
                for key in keys:
                    at = bisect_left(self._keys, key)
                    self._keys.insert(at, key)
                    self._owners.insert(at, doc)
            return
        self._of |= latest
        pairs = [(key, doc) for doc, keys in self._of.items() for key in keys]
        pairs.sort(key=itemgetter(0))
        self._keys = [key for key, _ in pairs]
        self._owners = array("I", [doc for _, doc in pairs])

    def beginning(self, key: str) -> BitMap:
        return self._between(key, key + LAST)

    def whole(self, key: str) -> BitMap:
        return self._between(key, key + WHOLE)

    def items(self) -> Iterable[tuple[int, list[str]]]:
        return self._of.items()

    def _between(self, start: str, stop: str) -> BitMap:
        return BitMap(self._owners[bisect_left(self._keys, start) : bisect_left(self._keys, stop)])

    def _drop(self, doc: int) -> None:
        for key in self._of.get(doc, ()):
            low, high = bisect_left(self._keys, key), bisect_left(self._keys, key + WHOLE)
            at = self._owners.index(doc, low, high)
            del self._keys[at], self._owners[at]
