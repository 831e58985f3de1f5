"""Owns the names of a batch of rows: whole or in parts, with what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from checkin_app.importing.people import (
    OTHER_SCRIPT,
    full_name,
    may_be_addressed,
    split_honorific,
    split_scripts,
)
from checkin_app.importing.texts import Report, Texts

MAX_NAME = 300
PARTS = frozenset({"name", "family_name", "middle_name", "given_name"})

_HEADING = re.compile(
    r"(?:[IVXLC]+|\d+|[A-Z])[.)/:]|đoàn|nhóm|khối|phần|tổng|cộng|delegation|total|group|part",
    re.IGNORECASE,
)


class _Whole(Texts):
    """A text that is not cut: a name that is too long is refused instead."""

    def __init__(self) -> None:
        super().__init__("name")
        self.limit = 1 << 20


class Names:
    """Makes names out of the columns that hold them or their parts."""

    def __init__(self, fields: dict[str, int], vietnamese: bool) -> None:
        self._columns = {field: fields[field] for field in PARTS if field in fields}
        self._texts = {field: _Whole() for field in self._columns}
        self._vietnamese = vietnamese
        self._plain: set[str] = set()

    def clean(
        self, cells: Sequence[Sequence[str]], values: dict[str, Sequence[Any]], report: Report
    ) -> dict[int, dict[str, str]]:
        """Puts the names of `cells` into `values`.

        Returns what stood beside some of them, by row: the form of address, the name in its own
        script, and under “heading” a name that may be a heading.
        """
        parts = {
            field: self._texts[field].clean(cells[column], report)
            for field, column in self._columns.items()
        }
        names = list(parts["name"]) if "name" in parts else []
        if len(parts) > 1 or not names:
            names = self._joined(names, parts, values)
        beside: dict[int, dict[str, str]] = {}
        self._part_scripts(names, beside)
        plain = self._plain
        for n, name in enumerate(names):
            if name.partition(" ")[0] not in plain:
                names[n] = self._look_at(n, name, beside, report)
        if max(map(len, names)) > MAX_NAME:
            for n, name in enumerate(names):
                if len(name) > MAX_NAME:
                    report(n, "name", "name_too_long", str(len(name)))
        values["name"] = names
        if "given_name" in parts:
            values["given_name"] = parts["given_name"]
        return beside

    def _joined(
        self,
        names: list[str],
        parts: dict[str, Sequence[str]],
        values: dict[str, Sequence[Any]],
    ) -> list[str]:
        none = [""] * len(next(iter(parts.values())))
        family, middle, given = (
            parts.get(field, none) for field in ("family_name", "middle_name", "given_name")
        )
        countries = values.get("country", none)
        return [
            whole or full_name(first, second, last, country, self._vietnamese)
            for whole, country, first, second, last in zip(
                names or none, countries, family, middle, given, strict=True
            )
        ]

    def _part_scripts(self, names: list[str], beside: dict[int, dict[str, str]]) -> None:
        if OTHER_SCRIPT.search("|".join(names)) is None:
            return
        for n, name in enumerate(names):
            if not name.isascii():
                names[n], own = split_scripts(name)
                if own:
                    beside[n] = {"own_name": own}

    def _look_at(
        self, index: int, name: str, beside: dict[int, dict[str, str]], report: Report
    ) -> str:
        """A name whose first word was not met before, or may be more than a name."""
        head = name.partition(" ")[0]
        heading = _HEADING.match(head) is not None
        if any(map(str.isalpha, head)) and not heading and not may_be_addressed(head):
            if len(self._plain) > 100_000:
                self._plain.clear()
            self._plain.add(head)
            return name
        if heading:
            beside.setdefault(index, {})["heading"] = name
        elif name and not any(map(str.isalpha, name)):
            report(index, "name", "not_a_name", name)
        honorific, name = split_honorific(name)
        if honorific:
            beside.setdefault(index, {})["honorific"] = honorific
        return name
