"""Owns what a desk does with other ledgers: say what it knows, give, take, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from checkin_app.desk.station import Station, verb
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.attaching import chained
from checkin_app.ledger.authority import ALL
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store import aside, peers
from checkin_app.store.alarms import Alarm, all_alarms, brought_back
from checkin_app.store.brought_back import BroughtBack
from checkin_app.store.giving_way import go_on, unless
from checkin_app.store.peers import Met
from checkin_app.store.receiving import Taken
from checkin_app.store.writers import Writer, writers

#: Of pages that are made on the way, so much is made at a time.
_AT_ONCE = 4 << 20


class Exchange(Station):
    """The desk's side of every exchange, in the desk lane."""

    @verb
    def vector(self) -> Vector:
        """How far each stream is known here."""
        return self._file.vector()

    @verb
    def lacking(self, theirs: Vector, most_bytes: int) -> tuple[list[Page], bool]:
        """Pages that the other side lacks, and whether there are more."""
        return self._file.lacking(theirs, most_bytes)

    @verb
    def every_page(self) -> Iterator[Page]:
        """All that is known here, this desk's own stream sealed on the way."""
        known: Vector = {}
        more = True
        while more:
            pages, more = self._file.lacking(known, _AT_ONCE)
            yield from pages
            for page in pages:
                known[page.stream] = (page.last, self._chain(page))

    def _chain(self, page: Page) -> bytes:
        """The chain value at its end, which may lie in a branch; its beginning is in the line."""
        row = self._file.connection.execute(
            "SELECT e.chain FROM entries e JOIN streams s ON s.no = e.stream"
            " WHERE s.id = ? AND e.n = ?",
            (page.stream, page.first),
        ).fetchone()
        first = bytes(row[0])
        return [first, *chained(first, page.bodies[1:])][-1]

    @verb
    def lacks(self, theirs: Vector) -> int:
        """How many entries the other side has that are not known here, by the vectors."""
        ours = self._file.vector()
        return sum(max(0, n - ours.get(line, (0, b""))[0]) for line, (n, _) in theirs.items())

    @verb
    def receive(
        self,
        pages: Sequence[Page],
        source: str,
        *,
        budget_ms: float | None = None,
        patient: bool = False,
    ) -> Taken:
        """Takes pages of others; what is wrong with one stops nothing else.

        With `patient` it gives way to whatever waits for this desk meanwhile.
        """
        step = unless(self.waiting) if patient else go_on
        try:
            return self._file.receive(pages, source, budget_ms=budget_ms, step=step)
        finally:
            self._corrected()

    @verb
    def shorten_log(self) -> None:
        """Moves the log into the file where nothing waits for this desk."""
        if not self.waiting():
            self._file.tidy()

    @verb
    def met(self, peer: Met) -> None:
        """Keeps that another side was met, and what it knew."""
        with self._file.transaction():
            peers.keep(self._file.connection, peer)

    @verb
    def peers(self) -> list[Met]:
        """Everybody who was met, the latest first."""
        return peers.everyone(self._file.connection)

    @verb
    def writers(self) -> list[Writer]:
        """Every desk whose facts are known here, the latest first."""
        return writers(self._file.connection)

    @verb
    def outbox(self) -> int | None:
        """How many entries the hub's last vector does not cover; None before it was met."""
        from checkin_app.sync.outbox import outbox

        return outbox(self._file)

    @verb
    def alarms(self) -> list[Alarm]:
        """What somebody should look at; empty nearly always."""
        found = all_alarms(self._file.connection)
        if self._file.profile == ALL:
            found += brought_back(self._brought_back.people(self._file.connection))
        return found

    @cached_property
    def _brought_back(self) -> BroughtBack:
        return BroughtBack()

    @property
    def profile(self) -> str:
        """What this desk may record: a name of authority.PROFILES, or empty for nothing."""
        profile = self._file.profile
        return "registration" if profile == ALL else profile

    def clock_offset(self, offset: int, bound: int) -> None:
        """Kept with each later fact: the hub's clock less this one and its error, milliseconds."""
        self._file.own.clock_offset = (offset, bound)

    @verb
    def aside(self) -> list[Aside]:
        """Pages that were not taken, newest first."""
        return aside.all_kept(self._file.connection)
