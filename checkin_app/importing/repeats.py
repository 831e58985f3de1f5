"""Owns what comes twice in one file: an id, a code, a name within a delegation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from checkin_app.domain.folding import fold
from checkin_app.importing.texts import Report

_IDS = {"external_id": "same_external_id", "external_code": "same_external_code"}


class _FoldedWords(dict[str, str]):
    """Words of names and their folds: the same few make up most names."""

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        folded = self[word] = fold(word)
        return folded


class Repeats:
    """Remembers the ids, codes and names of a file, with the row each came in first.

    Where no column holds the delegation, a name is looked for within the organisation.
    """

    def __init__(self, fields: dict[str, int]) -> None:
        self._ids: dict[str, dict[str, int]] = {field: {} for field in _IDS if field in fields}
        groups = [field for field in ("delegation", "organization") if field in fields]
        self._group = groups[0] if groups else ""
        self._people: dict[str, int] = {}
        self._words = _FoldedWords()

    def find(
        self, values: dict[str, Sequence[Any]], first: int, rejected: set[int], report: Report
    ) -> None:
        """Reports what was met before; a second id or code is added to `rejected`.

        The values are those of the rows from `first` on; the `rejected` ones, all without a name
        among them, do not count.
        """
        for field, seen in self._ids.items():
            before = self._met(seen, values[field], first, rejected)
            for n, row in before.items():
                report(n, field, _IDS[field], str(row))
            rejected.update(before)
        word = self._words.__getitem__
        people = [" ".join(map(word, name.split(" "))) for name in values["name"]]
        if self._group:
            people = list(map("\x1f".join, zip(people, values[self._group], strict=True)))
        for n, row in self._met(self._people, people, first, rejected).items():
            report(n, "name", "same_name", str(row))

    @staticmethod
    def _met(
        seen: dict[str, int], keys: Sequence[str], first: int, without: set[int]
    ) -> dict[int, int]:
        """The indexes of keys that were there before, with the row of the first; remembers all."""
        if not without:
            fresh = dict(zip(keys, count(first), strict=False))
            if len(fresh) == len(keys) and "" not in fresh and seen.keys().isdisjoint(fresh):
                seen.update(fresh)
                return {}
        met = {}
        for n, key in enumerate(keys):
            if key and n not in without:
                row = seen.setdefault(key, first + n)
                if row != first + n:
                    met[n] = row
        return met
