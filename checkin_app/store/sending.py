"""Owns what others lack: how far this file knows each stream, cut into pages that verify."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from checkin_app.ledger import branches, cutting
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.cutting import RunRow
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, Page, Vector
from checkin_app.store import lines
from checkin_app.store.runs import run, to_the_end

#: (stream, n, chain) to a seal by this desk's key, or None where the stream is another's.
Sign = Callable[[str, int, bytes], bytes | None]

#: CROSS keeps the order: left to itself SQLite reads every entry.
SELECT_HEADS = """
    SELECT s.id, e.n, e.chain FROM streams s
    CROSS JOIN entries e ON e.stream = s.no
    AND e.n = (SELECT max(n) FROM entries WHERE stream = s.no)
"""
#: A stream with its lines, and of each line that is lacking from which entry on.
_Lacking = tuple[lines.Lines, list[tuple[str, int]]]


def vector(connection: sqlite3.Connection) -> Vector:
    """How far each stream and branch is known here."""
    return {line: (n, chain) for line, n, chain in connection.execute(SELECT_HEADS)}


def outbox(connection: sqlite3.Connection, theirs: Vector) -> int:
    """How many entries the other side lacks."""
    return sum(map(_entries, _lacking_lines(connection, theirs)))


def lacking(
    connection: sqlite3.Connection, theirs: Vector, most_bytes: int, sign: Sign | None = None
) -> tuple[list[Page], bool]:
    """Pages that the other side lacks, `most_bytes` or a little more; whether there are others.

    Where entries after a line's last seal are another desk's, they wait until that desk seals. The
    shortest streams come first: who may write stands in a short one, and what is known of a desk
    comes before what it wrote.
    """
    found: list[Page] = []
    size = 0
    for known, spans in sorted(_lacking_lines(connection, theirs), key=_entries):
        for line, first in spans:
            for page in pages(connection, known.numbers[line], line, first, sign, known):
                if size >= most_bytes:
                    return found, True
                found.append(page)
                size += page.size
    return found, False


def _entries(lacking: _Lacking) -> int:
    known, spans = lacking
    return sum(known.lines[line].head - first + 1 for line, first in spans)


def _lacking_lines(connection: sqlite3.Connection, theirs: Vector) -> Iterator[_Lacking]:
    """Each stream of which something is lacking, and the lines with where that begins."""
    ours = vector(connection)
    differing = {origin_of(line) for line, head in ours.items() if theirs.get(line) != head}
    related: dict[str, Vector] = {origin: {} for origin in differing}
    for line, head in theirs.items():
        if (origin := origin_of(line)) in related:
            related[origin][line] = head
    for origin in sorted(differing):
        known = lines.read(connection, origin)
        spans = branches.spans(known.lines, related[origin], known.chain_at)
        if spans:
            yield known, spans


def pages(
    connection: sqlite3.Connection,
    number: int,
    line: str,
    first: int,
    sign: Sign | None,
    known: lines.Lines | None = None,
) -> Iterator[Page]:
    """A line's entries from `first` on, as far as they are sealed or `sign` can seal them.

    `known` are the lines of its stream: where this one has no seal near enough, a branch may.
    """
    part: list[RunRow] = []
    size = 0
    for row in to_the_end(connection, number, first):
        grown = len(row[1]) + len(row[3] or b"")
        while part and (len(part) == MOST_ENTRIES or size + grown > MOST_BYTES):
            page, rest = _cut(line, part, sign)
            if page is None:
                yield from _across(connection, line, part, sign, known)
                return
            yield page
            part = rest
            size = sum(len(body) + len(private or b"") for _, body, _, private, _ in part)
        part.append(row)
        size += grown
    while part:
        page, rest = _cut(line, part, sign)
        if page is None:
            yield from _across(connection, line, part, sign, known)
            return
        yield page
        part = rest


def _across(
    connection: sqlite3.Connection,
    line: str,
    part: list[RunRow],
    sign: Sign | None,
    known: lines.Lines | None,
) -> Iterator[Page]:
    """A page that ends in a branch, and what of the line comes after the fork."""
    if known is None:
        return

    def read(name: str, first: int, most: int) -> list[RunRow]:
        return run(connection, known.numbers[name], first, most)

    taken, end = cutting.across(line, part, known.lines, read)
    if not taken:
        return
    yield cutting.page_of(line, taken)
    if end < known.lines[line].head:
        yield from pages(connection, known.numbers[line], line, end + 1, sign, known)


def _cut(line: str, run: list[RunRow], sign: Sign | None) -> tuple[Page | None, list[RunRow]]:
    """The longest sealed beginning of a run as a page, and what is left of the run."""
    n, _, chain, _, seal = run[-1]
    end = len(run)
    if seal is None:
        seal = sign(origin_of(line), n, chain) if sign else None
        if seal is None:
            while end and run[end - 1][4] is None:
                end -= 1
            if not end:
                return None, []
            seal = run[end - 1][4]
    taken = run[:end]
    seals = [(row[0], row[4]) for row in taken[:-1] if row[4] is not None]
    assert seal is not None
    page = Page(
        line,
        taken[0][0],
        [row[1] for row in taken],
        [row[3] for row in taken],
        [*seals, (taken[-1][0], seal)],
    )
    return page, run[end:]
