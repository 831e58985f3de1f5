"""Owns writing a page into the desk's ledger: in its line, whole or a slice at a time."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from checkin_app.ledger.attaching import Attached, attach, fault
from checkin_app.ledger.pages import MOST_ENTRIES, Page
from checkin_app.store import erasing, lines
from checkin_app.store.counting import Row
from checkin_app.store.ledger import INSERT_ENTRY, INSERT_PRIVATE, add_stream

INSERT_SEAL = "INSERT OR IGNORE INTO seals (stream, n, signature) VALUES (?, ?, ?)"
SET_KEY = "UPDATE streams SET public_key = ? WHERE no = ?"


@dataclass(slots=True)
class Placed:
    """What became of a page.

    `rows` are the entries new here. `refused` is one of aside.REASONS
    or empty, `moved` says that entries that were here lie elsewhere now, `forked` is the stream's
    id when a branch of it began, `rest` how many entries of the page are still to be taken.
    `line` is where they went, whatever line the page names; `branch` the number of a new one.
    """

    known: int = 0
    rows: list[Row] = field(default_factory=list)
    refused: str = ""
    moved: bool = False
    forked: str = ""
    rest: int = 0
    line: str = ""
    branch: int = 0


#: The page looked at last: one that is taken in slices is verified once.
_latest: Attached | None = None


def place(connection: sqlite3.Connection, page: Page, most: int = MOST_ENTRIES) -> Placed:
    """Takes a page, of entries not known here no more than `most`; inside a transaction."""
    global _latest
    if why := fault(page):
        return Placed(refused=why)
    known = lines.read(connection, page.stream)
    found = attach(page, known.lines, known.public, known.chain_at, _latest)
    if not isinstance(found, Attached):
        return Placed(refused=found)
    _latest = found
    plan = found.plan
    if plan.known == len(page.bodies):
        return Placed(known=plan.known)
    stop = min(len(page.bodies), plan.known + most)
    privates = found.privates(stop)
    if privates is None:
        return Placed(refused="shape")
    placed = Placed(known=plan.known, rest=len(page.bodies) - stop, line=plan.line)
    number = _line_number(connection, known, found, placed)
    if found.opens:
        # Before any entry is folded: the rest of the stream is verified with it.
        connection.execute(SET_KEY, (found.public.hex(), number))
    _insert(connection, found, number, stop, placed, privates)
    return placed


def _insert(
    connection: sqlite3.Connection,
    found: Attached,
    number: int,
    stop: int,
    placed: Placed,
    privates: list[tuple[int, str, bytes]],
) -> None:
    page, chains = found.page, found.chains
    parts = {
        n: erasing.on_arrival(connection, found.origin, n, kind, private)
        for n, kind, private in privates
    }
    added = range(found.plan.known, stop)
    connection.executemany(
        INSERT_ENTRY, [(number, page.first + at, page.bodies[at], chains[at]) for at in added]
    )
    placed.rows = [(number, n := page.first + at, page.bodies[at], parts.get(n)) for at in added]
    connection.executemany(INSERT_PRIVATE, [(number, n, part) for n, part in parts.items()])
    connection.executemany(INSERT_SEAL, [(number, *seal) for seal in found.seals(stop)])


def _line_number(
    connection: sqlite3.Connection, known: lines.Lines, found: Attached, placed: Placed
) -> int:
    """The row that the new entries go to; a fork is made first where there is one."""
    plan = found.plan
    if plan.moved:
        placed.moved = True
        placed.forked = found.origin
        number = known.numbers[plan.line]
        lines.move_tail(connection, number, plan.moved, plan.base)
        return number
    if plan.born:
        placed.forked = found.origin
        parent = known.numbers[plan.parent]
        placed.branch = lines.add_branch(connection, plan.line, parent, plan.base)
        return placed.branch
    present = known.numbers.get(plan.line)
    return present if present is not None else add_stream(connection, plan.line)
