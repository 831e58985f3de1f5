"""Owns what becomes of a stream that was forked: which side keeps its name, where pages attach.

The entries that were ever made under one stream id form a tree: each has the entry before it, known
by its chain value, and seldom more than one after it. A line is a path through the tree: at every
fork the side with the least chain value goes on as the line, each other side begins a branch, named
`stream/` and the first 16 hex digits of its first chain value. So all who know the same entries
name them alike, whatever order they came in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkin_app.ledger.pages import Vector

#: More lines than this of one stream are not kept.
MOST_LINES = 64

_LINE = re.compile(r"[0-9A-Za-z_-]{1,64}(/[0-9a-f]{16})?\Z")

#: (line id, n) to the chain value there, for an n of the line's own entries.
ChainAt = Callable[[str, int], bytes]


def is_line(name: str) -> bool:
    """Whether a stream or a branch may have this id."""
    return _LINE.match(name) is not None


def origin_of(line: str) -> str:
    """The stream that a line is of; seals are over its id."""
    return line.partition("/")[0]


def branch_id(origin: str, chain: bytes) -> str:
    """The id of the branch whose first entry has this chain value."""
    return f"{origin}/{chain.hex()[:16]}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line's own entries are base + 1 … head; those before are its parent's."""

    id: str
    parent: str
    base: int
    head: int

    def owns(self, n: int) -> bool:
        return self.base < n <= self.head


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do with a run of entries.

    The first `known` are there already. The others continue `line`, from `base` + 1 on. `moved`
    names the branch to which that line's present entries after `base` go first, `born` says that
    the line is a new branch of `parent`.
    """

    line: str
    known: int
    base: int
    moved: str = ""
    born: bool = False
    parent: str = ""


class Unplaceable(Exception):
    """Two different entries whose branch would have one name, or too many branches."""


def attachments(lines: Mapping[str, Line], line: str, first: int) -> list[str]:
    """Lines that have the entry before `first`, the one that the page names before others.

    For entry 1, which has none before it, the empty name.
    """
    if first == 1:
        return [""]
    found = [one.id for one in lines.values() if one.owns(first - 1)]
    return sorted(found, key=lambda name: (name != line, name))


def plan(
    origin: str,
    lines: Mapping[str, Line],
    after: str,
    first: int,
    chains: Sequence[bytes],
    chain_at: ChainAt,
) -> Plan:
    """Where entries `first`, `first` + 1, … with these chain values belong.

    `after` is the line that has the entry before them, empty for entry 1. Raises Unplaceable.
    """
    last = first + len(chains) - 1
    if not after:
        if origin not in lines:
            return Plan(origin, 0, 0)
        if chain_at(origin, 1) != chains[0]:
            raise Unplaceable
        after = origin
    line = lines[after]
    at = first
    reach = min(line.head, last)
    if line.owns(reach) and reach >= first and chain_at(line.id, reach) == chains[reach - first]:
        at = reach + 1
    while at <= last:
        chain = chains[at - first]
        if at == line.head + 1:
            return Plan(line.id, at - first, line.head)
        present = chain_at(line.id, at)
        if present != chain:
            other = branch_id(origin, chain)
            child = lines.get(other)
            if child is None:
                return _fork(origin, lines, line, at, present, chain, at - first)
            if (child.parent, child.base) != (line.id, at - 1) or chain_at(other, at) != chain:
                raise Unplaceable
            line = child
        at += 1
    return Plan(line.id, len(chains), line.head)


def _fork(
    origin: str,
    lines: Mapping[str, Line],
    line: Line,
    at: int,
    present: bytes,
    chain: bytes,
    known: int,
) -> Plan:
    moved = branch_id(origin, present)
    if len(lines) >= MOST_LINES or at == 1:
        raise Unplaceable
    if chain < present:
        if moved in lines:
            raise Unplaceable
        return Plan(line.id, known, at - 1, moved=moved)
    return Plan(branch_id(origin, chain), known, at - 1, born=True, parent=line.id)


def moved_children(lines: Iterable[Line], line: str, base: int) -> list[str]:
    """Branches that go along when a line's entries after `base` move to another."""
    return [one.id for one in lines if one.parent == line and one.base > base]


def spans(lines: Mapping[str, Line], theirs: Vector, chain_at: ChainAt) -> list[tuple[str, int]]:
    """Of the lines of one stream: from which entry on the other side lacks each; parents first.

    A head of theirs that we know says that they have all before it. One beyond ours in a line of
    the same name is taken to have ours: if it does not, they see our head and know of the fork.
    """
    has = {name: line.base for name, line in lines.items()}

    def covers(line: Line, n: int) -> None:
        has[line.id] = max(has[line.id], min(n, line.head))
        if line.parent:
            covers(lines[line.parent], line.base)

    for name, (n, chain) in theirs.items():
        known = next(
            (one for one in lines.values() if one.owns(n) and chain_at(one.id, n) == chain), None
        )
        if known is not None:
            covers(known, n)
        elif (line := lines.get(name)) is not None and n > line.head:
            covers(line, line.head)
    ordered = sorted(lines.values(), key=lambda line: (line.base, line.id))
    return [(line.id, has[line.id] + 1) for line in ordered if has[line.id] < line.head]
