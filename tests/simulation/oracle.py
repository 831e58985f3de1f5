"""Owns the rules of the fold written a second time, slowly and plainly, from DESIGN alone.

Everything is worked out anew from the bodies of entries, in one pass that knows all of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

#: id, delegate, checkpoint, direction, door, decision, reason
ScanRow = tuple[str, str | None, str, str, int, str, str]
#: delegate, checkpoint, first scan, first at, last at, inside, passages
AttendanceRow = tuple[str, str, str, int, int, int, int]


class Oracle:
    """What must hold where exactly these entries are known: (body, private part) of each."""

    def __init__(self, known: Iterable[tuple[bytes, bytes | None]]) -> None:
        self.entries: list[dict[str, Any]] = []
        for body, private in known:
            entry = json.loads(body)
            parts = json.loads(private) if private else []
            entry["said"] = [part[1] if part else {} for part in parts]
            self.entries.append(entry)
        self._by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in self.entries:
            self._by_kind[entry["kind"]].append(entry)

    def scans(self) -> set[ScanRow]:
        return {
            (
                entry["id"],
                entry["subject"] or None,
                entry["data"]["checkpoint"],
                entry["data"]["direction"],
                entry["door"],
                entry["data"]["decision"],
                entry["data"]["reason"],
            )
            for entry in self._by_kind["scan.made"]
        }

    def taken_back(self, fact: str) -> bool:
        """Whether an undo that is not itself taken back names this fact."""
        return any(
            not self.taken_back(undo["id"])
            for undo in self._by_kind["fact.undone"]
            if undo["subject"] == fact
        )

    def let_in_anyway(self, scan: str) -> bool:
        return any(
            not self.taken_back(override["id"])
            for override in self._by_kind["scan.overridden"]
            if override["subject"] == scan
        )

    def attendance(self) -> set[AttendanceRow]:
        passed: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
        for scan, delegate, checkpoint, direction, door, decision, _ in self.scans():
            if delegate is None or self.taken_back(scan):
                continue
            if decision == "admit" or self.let_in_anyway(scan):
                passed[self.person(delegate), checkpoint].append((door, scan, direction))
        rows = set()
        for (delegate, checkpoint), times in passed.items():
            times.sort()
            entered = [(door, scan) for door, scan, direction in times if direction == "in"]
            if entered:
                first_at, first = entered[0]
                inside = int(times[-1][2] == "in")
                rows.add(
                    (delegate, checkpoint, first, first_at, times[-1][0], inside, len(entered))
                )
        return rows

    def person(self, delegate: str) -> str:
        """Who an id stands for after merges."""
        return delegate

    def seats(self) -> dict[str, str]:
        """The shown seat of everybody: of the values that nobody replaced, the latest."""
        said: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in self._by_kind["record.created"] + self._by_kind["record.amended"]:
            if entry["data"]["type"] == "delegate":
                said[entry["subject"]].append(entry)
        seats = {}
        for person, entries in said.items():
            setting = [
                (entry["at"], entry["id"], fields["seat"])
                for entry in entries
                if "seat" in (fields := entry["data"].get("fields", {}) | _first(entry["said"]))
            ]
            replaced = {
                old
                for entry in entries
                for old in entry["data"].get("replaces", {}).get("seat", ())
            }
            left = [one for one in setting if one[1] not in replaced]
            if left:
                seats[person] = max(left)[2]
        return seats


def _first(parts: list[dict[str, Any]]) -> dict[str, Any]:
    return parts[0] if parts else {}
