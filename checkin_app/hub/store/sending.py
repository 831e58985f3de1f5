"""Owns what others lack of the hub's ledger, cut into pages that verify by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from checkin_app.hub.store.engine import Engine, Lines, RunRow, StreamRow, line_map
from checkin_app.ledger import branches
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, Page, Vector, grouped

#: So many streams are asked for in one trip to the database.
_TOGETHER = 64
#: A line and the first entry that is wanted of it.
_Span = tuple[StreamRow, int]


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
            wanted = [(row.no, first) for row, first in some]
            for (row, first), run in zip(
                some, self._engine.runs(wanted, MOST_ENTRIES), strict=True
            ):
                yield from self._line_pages(row, first, run)

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
            for origin, known in related.items()
            for n, _ in known.values()
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

            found = branches.spans(line_map(lines), related[origin], chain_at)
            by_origin.append([(lines[name], first) for name, first in found])
        by_origin.sort(key=_entries)
        return [span for spans in by_origin for span in spans]

    def _line_pages(self, row: StreamRow, first: int, run: list[RunRow]) -> Iterator[Page]:
        while run:
            taken = sealed_run(run)
            end = taken[-1][0] if taken else 0
            if not taken:
                taken, end = self._across(row, run)
                if not taken:
                    return
            yield page_of(row.id, taken)
            if end >= row.head:
                return
            run = [one for one in run if one[0] > end]
            if not sealed_run(run):
                run = self._engine.run(row.no, end + 1, MOST_ENTRIES)

    def _across(self, row: StreamRow, run: list[RunRow]) -> tuple[list[RunRow], int]:
        """A page that ends in a branch's first seal, where the line has none near enough; and
        which entry of the line is the last in it.

        A fork may begin in the middle of what was once sealed together: that seal is in a branch.
        """
        for child in self._known.values():
            if child.parent != row.id or not run[0][0] <= child.base <= run[-1][0]:
                continue
            start = [one for one in run if one[0] <= child.base]
            rest = self._engine.run(child.no, child.base + 1, MOST_ENTRIES - len(start))
            found = sealed_run(start + rest, shortest=True)
            if not found and rest:
                found, _ = self._across(child, start + rest)
            if found:
                return found, child.base
        return [], 0


def _entries(spans: Sequence[_Span]) -> int:
    return sum(row.head - first + 1 for row, first in spans)


def sealed_run(run: Sequence[RunRow], *, shortest: bool = False) -> list[RunRow]:
    """The longest (or shortest) beginning of a run that is sealed and no more than a page."""
    size = end = 0
    for at, (_, body, _, private, seal) in enumerate(run[:MOST_ENTRIES], 1):
        size += len(body) + len(private or b"")
        if size > MOST_BYTES and at > 1:
            break
        if seal is not None:
            end = at
            if shortest:
                break
    return list(run[:end])


def page_of(line: str, run: Sequence[RunRow]) -> Page:
    """A run, sealed at its end, as a page."""
    return Page(
        line,
        run[0][0],
        [row[1] for row in run],
        [row[3] for row in run],
        [(row[0], row[4]) for row in run if row[4] is not None],
    )


def within(pages: Iterator[Page], most_bytes: int) -> tuple[list[Page], bool]:
    """The first pages, about `most_bytes` of them but one at least; whether there are others."""
    return next(grouped(pages, most_bytes), ([], False))
