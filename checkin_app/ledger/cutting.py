"""Owns where a line is cut into pages: at seals, and through a branch where the line has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from checkin_app.ledger.branches import Line
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, Page

#: n, body, chain value, private parts or None, seal or None
RunRow = tuple[int, bytes, bytes, bytes | None, bytes | None]
#: A line's own entries from a number on, so many.
Read = Callable[[str, int, int], list[RunRow]]


def pages(line: Line, run: list[RunRow], lines: Mapping[str, Line], read: Read) -> Iterator[Page]:
    """A line's entries from the first of `run` on, as far as they are sealed; `lines` are those of
    its stream."""
    while run:
        taken = sealed_run(run)
        end = taken[-1][0] if taken else 0
        if not taken:
            taken, end = across(line.id, run, lines, read)
        if not taken:
            return
        yield page_of(line.id, taken)
        if end >= line.head:
            return
        run = [row for row in run if row[0] > end]
        if not sealed_run(run):
            run = read(line.id, end + 1, MOST_ENTRIES)


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


def across(
    line: str, run: Sequence[RunRow], lines: Mapping[str, Line], read: Read
) -> tuple[list[RunRow], int]:
    """What of a line can be given as the beginning of a page that ends in a branch's first seal,
    for a run that has no seal near enough; and which entry of the line is the last in it.

    A fork may begin in the middle of what was once sealed together: that seal is in a branch.
    """
    for child in lines.values():
        if child.parent != line or not run[0][0] <= child.base <= run[-1][0]:
            continue
        start = [row for row in run if row[0] <= child.base]
        rest = read(child.id, child.base + 1, MOST_ENTRIES - len(start))
        found = sealed_run(start + rest, shortest=True)
        if not found and rest:
            found, _ = across(child.id, start + rest, lines, read)
        if found:
            return found, child.base
    return [], 0


def page_of(line: str, run: Sequence[RunRow]) -> Page:
    """A run, sealed at its end, as a page."""
    return Page(
        line,
        run[0][0],
        [row[1] for row in run],
        [row[3] for row in run],
        [(row[0], row[4]) for row in run if row[4] is not None],
    )
