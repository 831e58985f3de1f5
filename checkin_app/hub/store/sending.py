"""Owns what others lack of the hub's ledger, cut into pages that verify by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from checkin_app.hub.store.engine import Engine, Lines, StreamRow, line_map
from checkin_app.ledger import branches, cutting
from checkin_app.ledger.branches import Line, origin_of
from checkin_app.ledger.cutting import RunRow
from checkin_app.ledger.pages import MOST_ENTRIES, Page, Vector, grouped

#: So many streams are asked for in one trip to the database.
_TOGETHER = 64
#: A line, the first entry that is wanted of it, and the lines of its stream.
_Span = tuple[StreamRow, int, dict[str, Line]]


class Sending:
    """Reads what `theirs` lacks, from the rows as they were when it began."""

    def __init__(self, engine: Engine, known: Mapping[str, StreamRow], vector: Vector) -> None:
        self._engine = engine
        self._known = known
        self._vector = vector

    def pages(self, theirs: Vector) -> Iterator[Page]:
        """Every page that is lacking; of a stream its parents first, and short streams first.

        Who may write stands in a short one: what is known of a desk comes before what it wrote.
        """
        spans = iter(self.spans(theirs))
        while some := list(islice(spans, _TOGETHER)):
            wanted = [(row.no, first) for row, first, _ in some]
            runs = self._engine.runs(wanted, MOST_ENTRIES)
            for (row, _, lines), run in zip(some, runs, strict=True):
                yield from cutting.pages(lines[row.id], run, lines, self._read)

    def spans(self, theirs: Vector) -> list[_Span]:
        """From which entry on each line is lacking."""
        heads = self._vector
        differing = {origin_of(name) for name, head in heads.items() if theirs.get(name) != head}
        if not differing:
            return []
        families: dict[str, Lines] = {origin: {} for origin in differing}
        related: dict[str, Vector] = {origin: {} for origin in differing}
        for name in [*differing, *(name for name in heads if "/" in name)]:
            if name in self._known and (origin := origin_of(name)) in families:
                families[origin][name] = self._known[name]
        for name in [*differing, *(name for name in theirs if "/" in name)]:
            if name in theirs and (origin := origin_of(name)) in related:
                related[origin][name] = theirs[name]
        asked = [
            (row.no, n)
            for origin, heads_there in related.items()
            for n, _ in heads_there.values()
            for row in families[origin].values()
            if row.base < n < row.head
        ]
        chains = self._engine.chains(asked) if asked else {}
        by_origin: list[list[_Span]] = []
        for origin in sorted(families):
            lines = families[origin]

            def chain_at(name: str, n: int, lines: Lines = lines) -> bytes:
                row = lines[name]
                if n == row.head:
                    return row.chain
                # Entries may have moved to a branch since the rows were read: then it is another.
                return chains.get((row.no, n), b"")

            known = line_map(lines)
            found = branches.spans(known, related[origin], chain_at)
            by_origin.append([(lines[name], first, known) for name, first in found])
        by_origin.sort(key=_entries)
        return [span for spans in by_origin for span in spans]

    def _read(self, name: str, first: int, most: int) -> list[RunRow]:
        return self._engine.run(self._known[name].no, first, most)


def _entries(spans: Sequence[_Span]) -> int:
    return sum(row.head - first + 1 for row, first, _ in spans)


def within(pages: Iterator[Page], most_bytes: int) -> tuple[list[Page], bool]:
    """The first pages, about `most_bytes` of them but one at least; whether there are others."""
    return next(grouped(pages, most_bytes), ([], False))
