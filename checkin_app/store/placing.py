"""Owns taking one page into the ledger: verified, compared with what is known, put in its line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin_app.ledger import branches, kinds
from checkin_app.ledger.branches import Plan, Unplaceable, origin_of
from checkin_app.ledger.entry import (
    chain_start,
    decoded,
    link,
    privates_match,
)
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, MOST_ENTRY_BYTES, Page
from checkin_app.ledger.seal import holds
from checkin_app.store import erasing, lines
from checkin_app.store.counting import Row
from checkin_app.store.ledger import INSERT_ENTRY, INSERT_PRIVATE, add_stream

INSERT_SEAL = "INSERT OR IGNORE INTO seals (stream, n, signature) VALUES (?, ?, ?)"
SET_KEY = "UPDATE streams SET public_key = ? WHERE no = ?"
_LINE_ID = re.compile(r"[0-9A-Za-z_-]{1,64}(/[0-9a-f]{16})?\Z")
MOST_SEALS = MOST_ENTRIES


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
    gap: bool = False
    line: str = ""
    branch: int = 0


def place(connection: sqlite3.Connection, page: Page, most: int = MOST_ENTRIES) -> Placed:
    """Takes a page, of entries not known here no more than `most`; inside a transaction."""
    if not _LINE_ID.match(page.stream):
        return Placed(refused="stream")
    if not _within_size(page):
        return Placed(refused="size")
    known = lines.read(connection, page.stream)
    origin = origin_of(page.stream)
    public = known.public
    if page.first == 1 and not public:
        public = _opening_key(page)
        if not public:
            return Placed(refused="stream")
    if not public:
        return Placed(gap=True)
    after = branches.attachments(known.lines, page.stream, page.first)
    if not after:
        return Placed(gap=True)
    for name in after:
        before = known.chain_at(name, page.first - 1) if name else chain_start(origin)
        chains, sealed = _verified(page, before, origin, public)
        if not sealed:
            continue
        try:
            plan = branches.plan(origin, known.lines, name, page.first, chains, known.chain_at)
        except Unplaceable:
            return Placed(refused="stream" if page.first == 1 else "fork")
        return _insert(connection, page, known, plan, chains, public, most)
    return Placed(refused=_why(page, known, chains))


#: The page looked at last: one that is taken in slices is verified once.
_latest: tuple[Page, bytes, bytes, list[bytes]] | None = None


def _verified(page: Page, before: bytes, origin: str, public: bytes) -> tuple[list[bytes], bool]:
    """The chain values of a page that follows `before`, and whether its seal holds."""
    global _latest
    seen = _latest
    if seen is not None and seen[0] is page and (seen[1], seen[2]) == (before, public):
        return seen[3], True
    chain, chains = before, []
    for body in page.bodies:
        chain = link(chain, body)
        chains.append(chain)
    sealed = holds(public, dict(page.seals)[page.last], origin, page.last, chain)
    if sealed:
        _latest = (page, before, public, chains)
    return chains, sealed


def _within_size(page: Page) -> bool:
    count = len(page.bodies)
    if not 0 < count <= MOST_ENTRIES or len(page.privates) != count:
        return False
    if not 0 < page.first <= 2**53 or not 0 < len(page.seals) <= MOST_SEALS:
        return False
    if page.seals[-1][0] != page.last or any(len(seal) != 64 for _, seal in page.seals):
        return False
    size = sum(map(len, page.bodies)) + sum(len(body) for body in page.privates if body)
    return size <= (MOST_BYTES if count > 1 else MOST_ENTRY_BYTES)


def _why(page: Page, known: lines.Lines, chains: Sequence[bytes]) -> str:
    """Why a seal does not hold: the page contradicts what is known, or another key made it."""
    line = known.lines.get(page.stream)
    contradicts = line is not None and any(
        line.owns(n) and known.chain_at(line.id, n) != chain
        for n, chain in enumerate(chains, page.first)
    )
    return "chain" if contradicts else "seal"


def _opening_key(page: Page) -> bytes:
    """The public key that a stream's first entry names, or nothing."""
    entry = decoded(page.bodies[0])
    if (
        entry is None
        or entry.kind != kinds.STREAM_OPENED
        or (entry.n, entry.stream)
        != (
            1,
            page.stream,
        )
    ):
        return b""
    text = entry.data.get("public_key")
    if not isinstance(text, str) or not re.fullmatch(r"[0-9a-f]{64}", text):
        return b""
    return bytes.fromhex(text)


def _insert(
    connection: sqlite3.Connection,
    page: Page,
    known: lines.Lines,
    plan: Plan,
    chains: Sequence[bytes],
    public: bytes,
    most: int,
) -> Placed:
    if plan.known == len(page.bodies):
        return Placed(known=plan.known)
    stop = min(len(page.bodies), plan.known + most)
    privates: dict[int, bytes] = {}
    for at in range(plan.known, stop):
        entry = decoded(page.bodies[at])
        if entry is None or entry.private is None:
            continue
        kind, private = entry.kind, page.privates[at]
        if private is None or not privates_match(private, entry.private):
            return Placed(refused="shape")
        n = page.first + at
        privates[n] = erasing.on_arrival(connection, page.stream, n, kind, private)
    placed = Placed(known=plan.known, rest=len(page.bodies) - stop, line=plan.line)
    number = _line_number(connection, page, known, plan, placed)
    if page.first == 1 and plan.known == 0:
        # Before any entry is folded: the rest of the stream is verified with it.
        connection.execute(SET_KEY, (public.hex(), number))
    added = range(plan.known, stop)
    connection.executemany(
        INSERT_ENTRY, [(number, page.first + at, page.bodies[at], chains[at]) for at in added]
    )
    placed.rows = [(number, n := page.first + at, page.bodies[at], privates.get(n)) for at in added]
    connection.executemany(
        INSERT_PRIVATE, [(number, n, private) for n, private in privates.items()]
    )
    origin = origin_of(page.stream)
    connection.executemany(
        INSERT_SEAL,
        [
            (number, n, signature)
            for n, signature in page.seals
            if plan.known <= n - page.first < stop
            and (n == page.last or holds(public, signature, origin, n, chains[n - page.first]))
        ],
    )
    return placed


def _line_number(
    connection: sqlite3.Connection, page: Page, known: lines.Lines, plan: Plan, placed: Placed
) -> int:
    if plan.moved:
        placed.moved = True
        placed.forked = origin_of(page.stream)
        number = known.numbers[plan.line]
        lines.move_tail(connection, number, plan.moved, plan.base)
        return number
    if plan.born:
        placed.forked = origin_of(page.stream)
        parent = known.numbers[plan.parent]
        placed.branch = lines.add_branch(connection, plan.line, parent, plan.base)
        return placed.branch
    found = known.numbers.get(plan.line)
    return found if found is not None else add_stream(connection, plan.line)
