"""Owns what a database must do for the hub's ledger; all rules are above it, all SQL below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.ledger import aside
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.branches import Line
from checkin_app.ledger.cutting import RunRow


@dataclass(slots=True)
class StreamRow:
    """A stream or a branch: `chain` is the value at `head`, `no` its number in the database."""

    no: int
    id: str
    origin: str
    parent: str
    base: int
    head: int
    chain: bytes
    public_key: bytes
    version: int = field(default=0, compare=False)

    def line(self) -> Line:
        return Line(self.id, self.parent, self.base, self.head)


#: The stream and all its branches, by id; empty for one that is not known.
Lines = dict[str, StreamRow]
#: (number of the stream's row, n)
Place = tuple[int, int]
#: stream, n, body, chain
EntryRow = tuple[int, int, bytes, bytes]
#: stream id, n, part
Erasure = tuple[str, int, int]


@dataclass(slots=True)
class Fresh:
    """Rows to be written in one statement a table."""

    entries: list[EntryRow] = field(default_factory=list)
    privates: list[tuple[int, int, bytes]] = field(default_factory=list)
    seals: list[tuple[int, int, bytes]] = field(default_factory=list)
    aside: list[aside.Row] = field(default_factory=list)
    erasures: list[Erasure] = field(default_factory=list)
    rows: dict[int, StreamRow] = field(default_factory=dict)


class Writing(Protocol):
    """A transaction. Heads read in it are locked until it ends."""

    def lock(self, origins: Sequence[str]) -> dict[str, Lines]:
        """The lines of each stream, empty where unknown; nobody else appends to them meanwhile."""

    def open_stream(self, row: StreamRow) -> StreamRow:
        """A new stream or branch, with its number. Raises Again when somebody opened it first."""

    def chains(self, places: Sequence[Place]) -> dict[Place, bytes]: ...

    def body(self, place: Place) -> bytes: ...

    def move_tail(self, line: StreamRow, branch: StreamRow) -> None:
        """Entries of `line` after the branch's base become the branch's."""

    def adopt(self, branches: Sequence[StreamRow], parent: str) -> None:
        """Branches that have another parent now."""

    def erased(self, places: Sequence[tuple[str, int]]) -> list[Erasure]:
        """Which private parts at these places (stream id, n) were erased for good."""

    def private(self, place: Place) -> bytes | None: ...

    def replace_private(self, place: Place, body: bytes) -> None: ...

    def write(self, fresh: Fresh) -> None: ...


class Engine(Protocol):
    """One database. `writing` is used from `writers` threads, everything else from any."""

    writers: int

    #: Whether other processes may write too, so that heads are read again and changes looked for.
    shared: bool

    def event(self) -> str:
        """The event's id; empty before it was founded."""

    def found(self, event: str) -> None: ...

    def empty(self) -> None:
        """Takes back `found`, and whatever was written since."""

    def writing(self) -> AbstractContextManager[Writing]:
        """Committed and durable when the block ends. Raises Again when it should be tried anew."""

    def rows(self) -> list[StreamRow]:
        """Every stream and branch that has entries."""

    def stamp(self) -> tuple[int, int]:
        """Another one whenever `rows` may be."""

    def chains(self, places: Sequence[Place]) -> dict[Place, bytes]: ...

    def run(self, no: int, first: int, most: int) -> list[RunRow]:
        """A stream's entries from `first` on, at most `most`."""

    def runs(self, wanted: Sequence[Place], most: int) -> Iterator[list[RunRow]]:
        """`run` of many; one trip where that counts."""

    def aside(self) -> list[Aside]: ...

    def ping(self) -> None: ...

    def close(self) -> None: ...


class Again(Exception):
    """The transaction was not committed because of others at work; the same may succeed now."""


def by_origin(rows: Sequence[StreamRow], origins: Sequence[str]) -> dict[str, Lines]:
    found: dict[str, Lines] = {origin: {} for origin in origins}
    for row in rows:
        found[row.origin][row.id] = row
    return found


def line_map(lines: Mapping[str, StreamRow]) -> dict[str, Line]:
    return {name: row.line() for name, row in lines.items()}
