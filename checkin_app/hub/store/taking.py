"""Owns writing pages into the hub's ledger: what came together in one go, and not folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from checkin_app.ledger.aside import evidence
from checkin_app.ledger.attaching import Attached, attach, fault
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.entry import decoded
from checkin_app.ledger.pages import Page
from checkin_app.store.erasing import blanked

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
        why = fault(page) or self._take(page)
        if why:
            self.fresh.aside.append(evidence(page, why, source))
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
        lines = self.lines[origin_of(page.stream)]
        known = line_map(lines)
        public = next((row.public_key for row in lines.values()), b"")
        found = attach(page, known, public, lambda line, n: self.chain_at(lines, line, n))
        if not isinstance(found, Attached):
            return found
        count, plan = len(page.bodies), found.plan
        if plan.known == count:
            self.known += count
            return ""
        privates = found.privates(count)
        if privates is None:
            return "shape"
        last = decoded(page.bodies[-1])
        self.latest = max(self.latest, last.at if last is not None else 0)
        row = self._row(lines, found)
        no, first, chains = row.no, page.first, found.chains
        self.fresh.entries += [
            (no, first + at, page.bodies[at], chains[at]) for at in range(plan.known, count)
        ]
        self.fresh.privates += [(no, n, private) for n, _, private in privates]
        self.fresh.seals += [(no, n, signature) for n, signature in found.seals(count)]
        row.head, row.chain = page.last, chains[-1]
        self.fresh.rows[no] = row
        self.known += plan.known
        self.taken += count - plan.known
        return ""

    def _row(self, lines: Lines, found: Attached) -> StreamRow:
        """The row that the new entries go to; a fork is made first where there is one."""
        plan = found.plan
        row = lines.get(plan.line)
        if plan.moved:
            assert row is not None
            self._move(lines, row, plan.moved, plan.base)
            return row
        if row is not None:
            return row
        if plan.born:
            self.forked.append(found.origin)
        opened = self._writing.open_stream(
            StreamRow(
                0, plan.line, found.origin, plan.parent, plan.base, plan.base, _EMPTY, found.public
            )
        )
        lines[opened.id] = opened
        return opened

    def _move(self, lines: Lines, row: StreamRow, name: str, base: int) -> None:
        """The entries after `base` become a branch; the branches that left there go along."""
        self._flush()
        at_base = self.chain_at(lines, row.id, base)
        branch = StreamRow(0, name, row.origin, row.id, base, row.head, row.chain, row.public_key)
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
