"""One stream as somebody knows it, kept in memory: the rules of the ledger without a database."""

from __future__ import annotations

from collections.abc import Iterator

from checkin_app.ledger import branches, cutting
from checkin_app.ledger.attaching import Attached, attach, fault
from checkin_app.ledger.branches import Line
from checkin_app.ledger.cutting import RunRow
from checkin_app.ledger.pages import Page, Vector


class Book:
    """Takes pages and gives them."""

    def __init__(self) -> None:
        self.lines: dict[str, Line] = {}
        self.public = b""
        self.chains: dict[tuple[str, int], bytes] = {}
        self.bodies: dict[bytes, bytes] = {}
        self.seals: dict[bytes, tuple[int, bytes]] = {}

    def chain_at(self, line: str, n: int) -> bytes:
        return self.chains[line, n]

    def attach(self, page: Page, earlier: Attached | None = None) -> Attached | str:
        return fault(page) or attach(page, self.lines, self.public, self.chain_at, earlier)

    def take(self, page: Page) -> str:
        found = self.attach(page)
        if not isinstance(found, Attached):
            return found
        plan, count = found.plan, len(page.bodies)
        if plan.known == count:
            return ""
        if found.privates(count) is None:
            return "shape"
        if plan.moved:
            self._move(plan.line, plan.moved, plan.base)
        line = self.lines.get(plan.line) or Line(plan.line, plan.parent, plan.base, plan.base)
        self.lines[line.id] = Line(line.id, line.parent, line.base, page.last)
        self.public = found.public
        for at in range(plan.known, count):
            self.chains[line.id, page.first + at] = found.chains[at]
            self.bodies[found.chains[at]] = page.bodies[at]
        for n, signature in found.seals(count):
            self.seals[found.chains[n - page.first]] = (n, signature)
        return ""

    def _move(self, name: str, branch: str, base: int) -> None:
        line = self.lines[name]
        for child in branches.moved_children(self.lines.values(), name, base):
            old = self.lines[child]
            self.lines[child] = Line(child, branch, old.base, old.head)
        for n in range(base + 1, line.head + 1):
            self.chains[branch, n] = self.chains.pop((name, n))
        self.lines[branch] = Line(branch, name, base, line.head)
        self.lines[name] = Line(name, line.parent, line.base, base)

    def vector(self) -> Vector:
        return {
            line.id: (line.head, self.chain_at(line.id, line.head)) for line in self.lines.values()
        }

    def read(self, line: str, first: int, most: int) -> list[RunRow]:
        head = self.lines[line].head
        rows = []
        for n in range(first, min(head, first + most - 1) + 1):
            chain = self.chains[line, n]
            rows.append((n, self.bodies[chain], chain, None, self.seals.get(chain, (n, None))[1]))
        return rows

    def lacking(self, theirs: Vector) -> Iterator[Page]:
        for line, first in branches.spans(self.lines, theirs, self.chain_at):
            run = self.read(line, first, cutting.MOST_ENTRIES)
            yield from cutting.pages(self.lines[line], run, self.lines, self.read)
