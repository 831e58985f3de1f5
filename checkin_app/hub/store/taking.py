"""Owns taking pages into the hub's ledger: verified, compared, put in their lines, not folded.

The rules are those of `store.placing`, so that a hub and a desk take and refuse the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

import msgspec

from checkin_app.hub.store.engine import (
    Erasure,
    Fresh,
    Lines,
    Place,
    StreamRow,
    Writing,
    line_map,
)
from checkin_app.ledger import branches, kinds
from checkin_app.ledger.branches import Plan, Unplaceable, origin_of
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.entry import Entry, chain_start, decoded, privates_match
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, MOST_ENTRY_BYTES, Page
from checkin_app.ledger.seal import holds
from checkin_app.store.erasing import blanked

_LINE_ID = re.compile(r"[0-9A-Za-z_-]{1,64}(/[0-9a-f]{16})?\Z")
_KEY = re.compile(r"[0-9a-f]{64}\Z")
_sha256 = hashlib.sha256
#: No more of a refused page is kept.
MOST_EVIDENCE = 512 << 10
_EMPTY = bytes(32)


class Taking:
    """What one transaction takes; rows are gathered and written by `finish`."""

    def __init__(self, writing: Writing, origins: Sequence[str]) -> None:
        self._writing = writing
        self.lines: dict[str, Lines] = writing.lock(origins)
        self.fresh = Fresh()
        self._chains: dict[Place, bytes] = {}
        self.taken = self.known = 0
        #: The latest hybrid time among the entries.
        self.latest = 0
        self.forked: list[str] = []

    def take(self, page: Page, source: str) -> str:
        """Takes one page; the reason when it is refused. A page beyond a gap is left out."""
        why = self._take(page) if _LINE_ID.match(page.stream) else "stream"
        if why:
            self._keep_aside(page, why, source)
        return why

    def finish(self) -> None:
        for row in self.fresh.rows.values():
            row.version += 1
        self._drop_erased()
        self._writing.write(self.fresh)

    def erase(self, parts: Iterable[Erasure]) -> None:
        """Private parts are gone for good, here and whenever they arrive again.

        Who may say so was judged where entries are folded (`hub.projection`).
        """
        together: dict[tuple[str, int], set[int]] = {}
        for stream, n, part in parts:
            together.setdefault((stream, n), set()).add(part)
        self._flush()
        for (stream, n), some in together.items():
            rows = [row for row in self.lines[stream].values() if row.base < n <= row.head]
            held = {row.no: self._writing.private((row.no, n)) for row in rows}
            if any(self._founds((no, n)) for no, private in held.items() if private):
                continue  # The event's secret is no person's.
            self.fresh.erasures += [(stream, n, part) for part in sorted(some)]
            for no, private in held.items():
                if private is not None:
                    self._writing.replace_private((no, n), blanked(private, some))

    def _founds(self, place: Place) -> bool:
        entry = decoded(self._writing.body(place))
        return entry is not None and entry.kind == kinds.FOUNDED

    def _drop_erased(self) -> None:
        """Of private parts that arrive, those that were erased before."""
        if not self.fresh.privates:
            return
        origins = {row.no: row.origin for lines in self.lines.values() for row in lines.values()}
        places = [(origins[no], n) for no, n, _ in self.fresh.privates]
        gone: dict[tuple[str, int], set[int]] = {}
        for stream, n, part in self._writing.erased(places):
            gone.setdefault((stream, n), set()).add(part)
        if gone:
            self.fresh.privates = [
                (no, n, blanked(body, gone.get(place, ())))
                for place, (no, n, body) in zip(places, self.fresh.privates, strict=True)
            ]

    def chain_at(self, lines: Lines, name: str, n: int) -> bytes:
        row = lines[name]
        if n == row.head:
            return row.chain
        place = (row.no, n)
        found = self._chains.get(place)
        if found is None:
            self._flush()
            found = self._chains[place] = self._writing.chains([place])[place]
        return found

    def _flush(self) -> None:
        """Entries gathered so far can be read from the database."""
        if self.fresh.entries:
            rows, self.fresh.rows = self.fresh.rows, {}
            self._drop_erased()
            self._writing.write(self.fresh)
            self.fresh = Fresh(rows=rows)

    def _take(self, page: Page) -> str:
        if not within_size(page):
            return "size"
        origin = origin_of(page.stream)
        lines = self.lines[origin]
        trunk = lines.get(origin)
        if trunk is None:
            if page.first != 1:
                return ""
            opening = _opening(page, origin)
            if opening is None:
                return "stream"
            public = bytes.fromhex(opening.data["public_key"])
        else:
            public = trunk.public_key
        known = line_map(lines)
        after = branches.attachments(known, page.stream, page.first)
        chains: list[bytes] = []
        for name in after:
            start = self.chain_at(lines, name, page.first - 1) if name else chain_start(origin)
            chains = linked(start, page.bodies)
            if not holds(public, page.seals[-1][1], origin, page.last, chains[-1]):
                continue
            try:
                plan = branches.plan(
                    origin, known, name, page.first, chains,
                    lambda line, n: self.chain_at(lines, line, n),
                )  # fmt: skip
            except Unplaceable:
                return "stream" if page.first == 1 else "fork"
            return self._insert(page, lines, plan, chains, public)
        return self._why(page, lines, chains) if after else ""

    def _why(self, page: Page, lines: Lines, chains: Sequence[bytes]) -> str:
        """Either the page does not continue ours, or it is not its desk's."""
        row = lines.get(page.stream)
        if row is None:
            return "seal"
        contradicts = any(
            row.base < n <= row.head and self.chain_at(lines, row.id, n) != chain
            for n, chain in enumerate(chains, page.first)
        )
        return "chain" if contradicts else "seal"

    def _insert(
        self, page: Page, lines: Lines, plan: Plan, chains: Sequence[bytes], public: bytes
    ) -> str:
        count = len(page.bodies)
        if plan.known == count:
            self.known += count
            return ""
        privates: list[tuple[int, bytes]] = []
        for at in range(plan.known, count):
            body = page.bodies[at]
            if _is_plain(body):
                continue
            entry = decoded(body)
            if entry is None:
                continue
            if entry.private is not None:
                private = page.privates[at]
                if private is None or not privates_match(private, entry.private):
                    return "shape"
                privates.append((page.first + at, private))
        last = decoded(page.bodies[-1])
        self.latest = max(self.latest, last.at if last is not None else 0)
        row = self._row(page, lines, plan, chains, public)
        no, first = row.no, page.first
        self.fresh.entries += [
            (no, first + at, page.bodies[at], chains[at]) for at in range(plan.known, count)
        ]
        self.fresh.privates += [(no, n, private) for n, private in privates]
        self.fresh.seals.append((no, page.last, page.seals[-1][1]))
        row.head, row.chain = page.last, chains[-1]
        self.fresh.rows[no] = row
        self.known += plan.known
        self.taken += count - plan.known
        return ""

    def _row(
        self, page: Page, lines: Lines, plan: Plan, chains: Sequence[bytes], public: bytes
    ) -> StreamRow:
        """The row that the new entries go to; a fork is made first where there is one."""
        row = lines.get(plan.line)
        if plan.moved:
            assert row is not None
            self._move(lines, row, plan.moved, plan.base)
            return row
        if row is not None:
            return row
        origin = origin_of(page.stream)
        desk = ""
        if plan.born:
            self.forked.append(origin)
            desk = lines[plan.parent].desk
        else:
            opening = decoded(page.bodies[0])
            desk = opening.subject if opening is not None else ""
        new = StreamRow(0, plan.line, origin, plan.parent, plan.base, plan.base, _EMPTY, public)
        new.desk = desk
        opened = self._writing.open_stream(new)
        lines[opened.id] = opened
        return opened

    def _move(self, lines: Lines, row: StreamRow, name: str, base: int) -> None:
        """The entries after `base` become a branch; the branches that left there go along."""
        self._flush()
        at_base = self.chain_at(lines, row.id, base)
        branch = StreamRow(
            0, name, row.origin, row.id, base, row.head, row.chain, row.public_key, row.desk
        )
        opened = self._writing.open_stream(branch)
        self._writing.move_tail(row, opened)
        self._chains.clear()
        children = [
            lines[child]
            for child in branches.moved_children(line_map(lines).values(), row.id, base)
        ]
        for child in children:
            child.parent = name
            self.fresh.rows[child.no] = child
        self._writing.adopt(children, name)
        row.head, row.chain = base, at_base
        lines[name] = opened
        self.fresh.rows[opened.no] = opened
        self.fresh.rows[row.no] = row
        self.forked.append(row.origin)

    def _keep_aside(self, page: Page, why: str, source: str) -> None:
        body = msgspec.msgpack.encode(page)
        key = hashlib.sha256(body).hexdigest()
        n = min(max(page.first, 0), 2**62)
        stream = page.stream[:120].replace("\0", "")
        self.fresh.aside.append((key, stream, n, why, source[:120], now_ms(), body[:MOST_EVIDENCE]))


def within_size(page: Page) -> bool:
    """Whether a page is one at all, and none too large."""
    count = len(page.bodies)
    if not 0 < count <= MOST_ENTRIES or len(page.privates) != count:
        return False
    if not 0 < page.first <= 2**53 or not 0 < len(page.seals) <= MOST_ENTRIES:
        return False
    if page.seals[-1][0] != page.last or any(len(seal) != 64 for _, seal in page.seals):
        return False
    size = sum(map(len, page.bodies)) + sum(len(body) for body in page.privates if body)
    return size <= (MOST_BYTES if count > 1 else MOST_ENTRY_BYTES)


def linked(chain: bytes, bodies: Sequence[bytes]) -> list[bytes]:
    """The chain value after each of the bodies (`ledger.entry.link`)."""
    return [chain := _sha256(chain + body).digest() for body in bodies]


def _is_plain(body: bytes) -> bool:
    """Whether an entry surely has no private part, seen without decoding it."""
    return body.count(b'"private"') == 1 and b'"private":null' in body and b"\\" not in body


def _opening(page: Page, origin: str) -> Entry | None:
    """A stream's first entry, if it is one that opens it and names a key."""
    entry = decoded(page.bodies[0])
    if entry is None or entry.kind != kinds.STREAM_OPENED or page.stream != origin:
        return None
    key = entry.data.get("public_key")
    if (entry.n, entry.stream) != (1, origin) or not isinstance(key, str) or not _KEY.match(key):
        return None
    return entry
