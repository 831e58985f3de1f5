"""Owns the rules of the fold written a second time, slowly and plainly, from DESIGN alone.

Everything is worked out anew from the bodies of entries, in one pass that knows all of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from checkin_app.ledger.entry import Entry
from checkin_app.store.ledger import Stored
from tests.conflicts_naive import Everything, Naive

#: id, delegate, checkpoint, direction, door, decision, reason
ScanRow = tuple[str, str | None, str, str, int, str, str]
#: delegate, checkpoint, first scan, first at, last at, inside, passages
AttendanceRow = tuple[str, str, str, int, int, int, int]


DOOR = {"stream.opened", "scan.made", "scan.overridden", "fact.undone"}
#: Of these kinds, those that a desk of a profile may record.
PROFILES: dict[str, Callable[[Iterable[str]], Collection[str]]] = {
    "": lambda kinds: {"stream.opened"},
    "door": lambda kinds: DOOR,
    "registration": lambda kinds: {k for k in kinds if not k.startswith(("authority.", "desk."))},
}


def _when(entry: dict[str, Any]) -> tuple[int, str]:
    return entry["at"], entry["id"]


class Oracle:
    """What must hold where exactly these entries are known: line, body, private part of each."""

    def __init__(self, known: Iterable[tuple[str, bytes, bytes | None]]) -> None:
        self.entries: list[dict[str, Any]] = []
        for line, body, private in known:
            entry = json.loads(body)
            parts = json.loads(private) if private else []
            entry["line"] = line
            entry["said"] = [part[1] if part else {} for part in parts]
            self.entries.append(entry)
        self._by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in self.entries:
            self._by_kind[entry["kind"]].append(entry)
        allowed = self._allowed()
        for kind, entries in self._by_kind.items():
            entries[:] = [e for e in entries if allowed is None or kind in allowed(e)]
        self._everything = Everything(
            Stored(0, self._as_read(entry), entry["said"])
            for entries in self._by_kind.values()
            for entry in entries
        )

    def _as_read(self, entry: dict[str, Any]) -> Entry:
        """An entry, the side of a fork that it lies on in place of its stream."""
        names = Entry.__struct_fields__
        return Entry(**{name: entry[name] for name in names} | {"stream": entry["line"]})

    def conflicts(self) -> set[Naive]:
        return self._everything.conflicts()

    def _allowed(self) -> Callable[[dict[str, Any]], Collection[str]] | None:
        """What kinds an entry's stream may hold; None where nobody has a say."""
        if not self._by_kind["authority.named"]:
            return None
        opened = self._by_kind["stream.opened"]
        keys = {entry["stream"]: entry["data"]["public_key"] for entry in opened}
        founder = keys[min(self._by_kind["event.founded"], key=_when)["stream"]]
        hub = min(self._by_kind["authority.named"], key=_when)["data"]["public_key"]
        profiles = {
            entry["data"]["public_key"]: entry["data"]["profile"]
            for entry in sorted(self._by_kind["desk.enrolled"], key=_when)
            if keys[entry["stream"]] == hub
        }

        cuts = self._cuts(keys, hub)

        def allowed(entry: dict[str, Any]) -> Collection[str]:
            key = keys[entry["stream"]]
            if key in (founder, hub):
                return self._by_kind
            if key in cuts and entry["n"] > cuts[key].get(entry["stream"], 0):
                return PROFILES[""](self._by_kind)
            return PROFILES[profiles.get(key, "")](self._by_kind)

        return allowed

    def _cuts(self, keys: dict[str, str], hub: str) -> dict[str, dict[str, int]]:
        """By key: how far the streams of a revoked desk count."""
        of_desk = {
            entry["data"]["desk"]: entry["data"]["public_key"]
            for entry in self._by_kind["desk.enrolled"]
            if keys[entry["stream"]] == hub
        }
        return {
            of_desk[entry["data"]["desk"]]: entry["data"]["cuts"]
            for entry in sorted(self._by_kind["desk.revoked"], key=_when)
            if keys[entry["stream"]] == hub
        }

    def scans(self) -> set[ScanRow]:
        return {
            (
                entry["id"],
                self.person(entry["subject"]) or None,
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

    def _corrected(self) -> dict[str, int]:
        """When each scan was, by the hub's clock as far as it was measured."""
        return {
            entry["id"]: entry["door"] + (entry["offset"][0] if entry["offset"] else 0)
            for entry in self._by_kind["scan.made"]
        }

    def attendance(self) -> set[AttendanceRow]:
        passed: dict[tuple[str, str], list[tuple[int, str, str, int]]] = defaultdict(list)
        corrected = self._corrected()
        for scan, delegate, checkpoint, direction, door, decision, _ in self.scans():
            if delegate is None or self.taken_back(scan):
                continue
            if decision == "admit" or self.let_in_anyway(scan):
                passed[self.person(delegate), checkpoint].append(
                    (corrected[scan], scan, direction, door)
                )
        rows = set()
        for (delegate, checkpoint), times in passed.items():
            times.sort()
            entered = [(door, scan) for _, scan, direction, door in times if direction == "in"]
            if entered:
                first_at, first = entered[0]
                inside = int(times[-1][2] == "in")
                rows.add(
                    (delegate, checkpoint, first, first_at, times[-1][3], inside, len(entered))
                )
        return rows

    def person(self, delegate: str) -> str:
        """Who an id stands for after merges."""
        return self._everything.who(delegate)

    def seats(self) -> dict[str, str]:
        """The shown seat of everybody: of the values that nobody replaced, the latest."""
        said: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in self._by_kind["record.created"] + self._by_kind["record.amended"]:
            if entry["data"]["type"] == "delegate":
                said[entry["subject"]].append(entry)
        seats = {}
        for person, entries in said.items():
            if self.person(person) != person:
                continue
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
