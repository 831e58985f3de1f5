"""The conflicts that some entries make, said in the plainest way: every pair held against every
other, nothing kept, nothing incremental. What the product folds is held against this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checkin_app.domain.names import words
from checkin_app.store.ledger import Stored

WALK = 60_000


class Naive(NamedTuple):
    """A conflict without its id: what kind, of which entries, and whether it waits."""

    kind: str
    entries: frozenset[str]
    waits: bool


@dataclass
class _Fact:
    id: str
    at: int
    stream: str
    subject: str
    data: dict[str, Any]
    said: tuple[int, str]
    private: dict[str, Any] = field(default_factory=dict)
    listed: list[dict[str, Any]] = field(default_factory=list)


class Everything:
    """All that was ever said, in no order."""

    def __init__(self, known: Iterable[Stored]) -> None:
        self.by_kind: dict[str, list[_Fact]] = defaultdict(list)
        self.undos: dict[str, list[str]] = defaultdict(list)
        for stored in known:
            entry = stored.entry
            offset = entry.offset[0] if entry.offset else 0
            fact = _Fact(
                entry.id,
                entry.door + offset,
                entry.stream,
                entry.subject,
                entry.data,
                (entry.at, entry.id),
                stored.private,
            )
            self.by_kind[entry.kind].append(fact)
            if entry.kind == "fact.undone":
                self.undos[entry.subject].append(entry.id)
        self.person = {key: self._root(key) for key in self._named_in_merges()}

    def stands(self, fact: str, path: tuple[str, ...] = ()) -> bool:
        return not any(
            undo not in (*path, fact) and self.stands(undo, (*path, fact))
            for undo in self.undos.get(fact, ())
        )

    # -- who is one person

    def _named_in_merges(self) -> set[str]:
        return {
            key for m in self.by_kind["delegate.merged"] for key in (m.data["keep"], m.data["drop"])
        }

    def _arrows(self) -> dict[str, _Fact]:
        arrows: dict[str, _Fact] = {}
        for merge in sorted(self.by_kind["delegate.merged"], key=lambda m: m.said):
            if self.stands(merge.id) and merge.data["keep"] != merge.data["drop"]:
                arrows[merge.data["drop"]] = merge
        while ring := _ring({drop: merge.data["keep"] for drop, merge in arrows.items()}):
            del arrows[min(ring, key=lambda drop: arrows[drop].said)]
        return arrows

    def _root(self, key: str) -> str:
        arrows = self._arrows()
        while key in arrows:
            key = arrows[key].data["keep"]
        return key

    def who(self, key: str) -> str:
        return self.person.get(key, key)

    # -- what is asked

    def conflicts(self) -> set[Naive]:
        found = [
            *self._scans(),
            *self._twins(),
            *self._crossed(),
            *self._temporaries(),
        ]
        decided = {
            frozenset(facts[0].data["entries"]): [d.data["decision"] for d in _live(facts)]
            for facts in self._decisions().values()
            if _live(facts)
        }
        crossed = {
            Naive("crossed_decisions", frozenset(d.id for d in _live(facts)), True)
            for facts in self._decisions().values()
            if len({d.data["decision"] for d in _live(facts)}) > 1
        }
        return {
            Naive(kind, entries, waits and entries not in decided) for kind, entries, waits in found
        } | crossed

    def _decisions(self) -> dict[str, list[_Fact]]:
        of: dict[str, list[_Fact]] = defaultdict(list)
        for decision in self.by_kind["conflict.resolved"]:
            if self.stands(decision.id):
                of[decision.data["conflict"]].append(decision)
        return of

    def _scans(self) -> list[Naive]:
        ins, outs = [], []
        overridden = {o.subject for o in self.by_kind["scan.overridden"] if self.stands(o.id)}
        for scan in self.by_kind["scan.made"]:
            if not scan.subject or not self.stands(scan.id):
                continue
            admitted = scan.data["decision"] == "admit"
            if scan.data["direction"] == "in" and admitted:
                ins.append(scan)
            elif scan.data["direction"] == "out" and (admitted or scan.id in overridden):
                outs.append(scan)
        return [*self._twice(ins, outs), *self._doors(ins), *self._replaced(ins)]

    def _twice(self, ins: Sequence[_Fact], outs: Sequence[_Fact]) -> list[Naive]:
        free = {
            record.subject
            for kind in ("record.created", "record.amended")
            for record in self.by_kind[kind]
            if record.data["fields"].get("passage") == "free"
        }
        pairs = []
        for one in ins:
            for other in ins:
                if (
                    one.stream != other.stream
                    and one.subject == other.subject
                    and one.data["checkpoint"] == other.data["checkpoint"]
                    and one.data["checkpoint"] not in free
                    and (one.at, one.id) < (other.at, other.id)
                    and not any(
                        self.who(out.subject) == self.who(one.subject)
                        and out.data["checkpoint"] == one.data["checkpoint"]
                        and (one.at, one.id) < (out.at, out.id) < (other.at, other.id)
                        for out in outs
                    )
                ):
                    pairs.append((one.id, other.id))
        return [Naive("admitted_twice", group, True) for group in _joined(pairs)]

    def _doors(self, ins: Sequence[_Fact]) -> list[Naive]:
        def same(one: _Fact, other: _Fact) -> bool:
            return (
                _code(one) == _code(other) != ""
                and self.who(one.subject) == self.who(other.subject)
                and abs(one.at - other.at) < WALK
            )

        near = [
            one
            for one in ins
            if any(
                same(one, other)
                and one.stream != other.stream
                and one.data["checkpoint"] != other.data["checkpoint"]
                for other in ins
            )
        ]
        pairs = [(one.id, other.id) for one in near for other in near if same(one, other)]
        return [Naive("two_doors", group, True) for group in _joined(pairs)]

    def _replaced(self, ins: Sequence[_Fact]) -> list[Naive]:
        changes: dict[str, list[_Fact]] = defaultdict(list)
        for change in self.by_kind["credential.changed"]:
            if change.data["status"] in ("replaced", "revoked"):
                changes[change.data["code"]].append(change)
        groups: dict[tuple[str, str], set[str]] = defaultdict(set)
        for scan in ins:
            code = _code(scan)
            before = [c for c in changes[code] if c.stream != scan.stream and c.at < scan.at]
            if before and self.who(self._owner(code)) == self.who(scan.subject):
                first = min(before, key=lambda c: (c.at, c.id))
                groups[code, self.who(scan.subject)] |= {scan.id, first.id}
        return [Naive("replaced_code_used", frozenset(g), True) for g in groups.values()]

    def _owner(self, code: str) -> str:
        if bound := self._bound(code):
            return str(bound[0].data["delegate"])
        claims = [i.subject for i in self.by_kind["credential.issued"] if i.data["code"] == code]
        claims += [
            c.subject for c in self.by_kind["record.created"] if code in c.data.get("codes", ())
        ]
        claims += [
            person["id"]
            for listed in self.by_kind["roster.listed"]
            for person in listed.data["people"]
            if code in person["codes"]
        ]
        return min(claims, default="")

    def _fields(self, key: str) -> dict[str, Any]:
        edits = [f for f in self._edits() if f.subject == key]
        names = {name for edit in edits for name in _said(edit)}
        return {name: _said(_live_edits(edits, name)[-1])[name] for name in names}

    def _edits(self) -> list[_Fact]:
        return [*self.by_kind["record.created"], *self.by_kind["record.amended"]]

    def _twins(self) -> list[Naive]:
        walk_ins = [
            (created, self._fields(created.subject))
            for created in self.by_kind["record.created"]
            if created.data.get("by") == "walk-in"
        ]
        found = []
        for one, first in walk_ins:
            for other, second in walk_ins:
                if one.said >= other.said or one.stream == other.stream:
                    continue
                alike = sorted(words(first["name"])) == sorted(words(second["name"]))
                unlike = {*one.data.get("unlike", ()), *other.data.get("unlike", ())}
                told_apart = unlike & {one.subject, other.subject} or any(
                    first.get(name) and second.get(name) and first[name] != second[name]
                    for name in ("organization", "delegation", "birth_year")
                )
                if alike and not told_apart:
                    waits = self.who(one.subject) != self.who(other.subject)
                    found.append(Naive("walk_in_twins", frozenset({one.id, other.id}), waits))
        return found

    def _crossed(self) -> list[Naive]:
        found = []
        for key in {edit.subject for edit in self._edits()}:
            if self.who(key) != key:
                continue
            edits = [f for f in self._edits() if f.subject == key]
            for name in {name for edit in edits for name in _said(edit)}:
                latest = {edit.stream: edit for edit in _live_edits(edits, name)}
                if len({str(_said(edit)[name]) for edit in latest.values()}) > 1:
                    group = frozenset(edit.id for edit in latest.values())
                    found.append(Naive("crossed_edits", group, True))
        return found

    def _bound(self, code: str) -> list[_Fact]:
        bound = [b for b in self.by_kind["temporary.bound"] if b.data["code"] == code]
        aside = {old for b in bound for old in b.data.get("replaces", ()) if old != b.id}
        return sorted((b for b in bound if b.id not in aside), key=lambda b: b.said)

    def _temporaries(self) -> list[Naive]:
        found = []
        for code in {b.data["code"] for b in self.by_kind["temporary.bound"]}:
            live = self._bound(code)
            if len({self.who(b.data["delegate"]) for b in live}) > 1:
                found.append(Naive("temporary_twice", frozenset(b.id for b in live), True))
        return found


def _ring(arrows: dict[str, str]) -> list[str]:
    for start in arrows:
        path = [start]
        while arrows.get(path[-1]) and arrows[path[-1]] not in path:
            path.append(arrows[path[-1]])
        if arrows.get(path[-1]) == start:
            return path
    return []


def _joined(pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Pairs that share an entry are one group."""
    groups: list[set[str]] = []
    for one, other in pairs:
        group = {one, other}
        for old in [g for g in groups if g & group]:
            groups.remove(old)
            group |= old
        groups.append(group)
    return {frozenset(group) for group in groups if len(group) > 1}


def _code(scan: _Fact) -> str:
    return str(scan.data.get("code") or scan.private.get("code", ""))


def _said(edit: _Fact) -> dict[str, Any]:
    return {**edit.data.get("fields", {}), **edit.private}


def _live_edits(edits: Sequence[_Fact], name: str) -> list[_Fact]:
    setting = [edit for edit in edits if name in _said(edit)]
    aside = {old for edit in setting for old in edit.data.get("replaces", {}).get(name, ())}
    return sorted((edit for edit in setting if edit.id not in aside), key=lambda e: e.said)


def _live(decisions: Sequence[_Fact]) -> list[_Fact]:
    aside = {old for d in decisions for old in d.data.get("replaces", ()) if old != d.id}
    return sorted((d for d in decisions if d.id not in aside), key=lambda d: d.said)
