"""Owns taking pages of others: into the ledger, into the tables, into what is kept in memory."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from checkin_app.ledger.pages import MOST_ENTRIES, Page
from checkin_app.store import alarms, aside, folding
from checkin_app.store.counting import Row
from checkin_app.store.giving_way import GaveWay, Step, go_on
from checkin_app.store.placing import place

if TYPE_CHECKING:
    from checkin_app.store.event_file import EventFile

#: A transaction begins no page beyond so many entries. Those of one desk are about the same
#: people, so two pages write hardly more of the file than one does.
AT_ONCE = 2 * MOST_ENTRIES
#: So many entries are taken between two looks at the clock when time is limited.
SLICE = 10


class Refusal(NamedTuple):
    """A page not taken; `why` is one of aside.REASONS."""

    stream: str
    n: int
    why: str


@dataclass(slots=True)
class Taken:
    """What became of pages: entries new here, known before, pages refused, streams forked.

    `left` pages at the end of those given were not done within the time; giving those again
    goes on. `gave_way` says that somebody waited. `kinds` are those of the new entries.
    """

    taken: int = 0
    known: int = 0
    refused: list[Refusal] = field(default_factory=list)
    forked: list[str] = field(default_factory=list)
    left: int = 0
    gave_way: bool = False
    kinds: frozenset[str] = frozenset()


def receive(
    file: EventFile,
    pages: Sequence[Page],
    source: str,
    *,
    budget_ms: float | None = None,
    step: Step = go_on,
) -> Taken:
    """Takes pages in order, about AT_ONCE entries a transaction, few where time is limited.

    `step` may give way, as long as nothing of a transaction is kept in memory.

    Taking a page twice is harmless; one that does not continue what is known is left out, one
    that is wrong is kept aside. Raises StoreError; what was taken until then stays.
    """
    taken = Taken()
    end = None if budget_ms is None else time.perf_counter() + budget_ms / 1000
    done = 0
    while done < len(pages):
        try:
            done = _take_some(file, pages, done, source, end, step, taken)
        except GaveWay:
            taken.gave_way = True
            break
        if end is not None and time.perf_counter() >= end:
            break
    taken.left = len(pages) - done
    return taken


def _take_some(
    file: EventFile,
    pages: Sequence[Page],
    done: int,
    source: str,
    end: float | None,
    step: Step,
    taken: Taken,
) -> int:
    """One transaction of pages from `done` on; how many pages are done then."""
    fresh: list[Row] = []
    moved = False
    forked: list[str] = []
    branches: set[int] = set()
    grown: set[str] = set()
    refused: list[Refusal] = []
    known = 0
    with file.transaction():
        connection = file.connection
        while done < len(pages) and len(fresh) < AT_ONCE:
            step()
            page = pages[done]
            most = MOST_ENTRIES if end is None else SLICE
            placed = place(connection, page, most)
            if placed.refused:
                aside.keep(connection, page, placed.refused, source)
                refused.append(Refusal(page.stream[:120], page.first, placed.refused))
            moved |= placed.moved
            forked += [placed.forked] if placed.forked else []
            branches |= {placed.branch} if placed.branch else set()
            fresh += placed.rows
            if placed.rows:
                grown.add(placed.line)
            if not placed.rest:
                known += placed.known
                done += 1
            if placed.moved or (end is not None and (fresh or time.perf_counter() >= end)):
                break
        kinds = folding.fold(file, fresh, moved=moved, branches=branches, step=step)
        own = file.own_stream
        if own and (own in forked or own in grown):
            alarms.keep_own_fork(connection, own)
            file.own.leave_stream()  # Somebody else wrote it too: a clone of this file.
    taken.taken += len(fresh)
    taken.known += known
    taken.refused += refused
    taken.forked += forked
    taken.kinds |= kinds
    return done
