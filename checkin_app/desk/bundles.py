"""Owns what a desk does with bundles: write one for a stick, look into one, read one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.desk.exchange import Exchange
from checkin_app.desk.station import verb
from checkin_app.ledger.clock import MAX_AHEAD_MS, now_ms
from checkin_app.store.peers import Met

if TYPE_CHECKING:
    from checkin_app.ledger.pages import Page
    from checkin_app.sync.bundle import Summary, Writer

COUNTS = """
    SELECT (SELECT count(*) FROM delegates), (SELECT count(*) FROM scans),
           (SELECT count(DISTINCT desk) FROM streams WHERE desk <> ''),
           (SELECT count(*) FROM entries)
"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle before it is read. `fresh` entries are not known here.

    `ahead` says that it was written later than this computer's clock shows: one of the two
    clocks is wrong.
    """

    summary: Summary
    fresh: int
    ahead: bool


@dataclass(frozen=True, slots=True)
class BundleRead:
    """What came of reading one: entries new here, known before, and pages refused."""

    summary: Summary
    taken: int
    known: int
    refused: int


class Bundles(Exchange):
    """The log as a file, whole, for whoever has the same event."""

    @verb
    def write_bundle(self, path: Path) -> Summary:
        """Writes all this desk knows; its own seals are made on the way. Raises BundleError."""
        from checkin_app import __version__
        from checkin_app.sync import bundle

        file = self._file
        with file.snapshot():
            counts = bundle.Counts(*file.connection.execute(COUNTS).fetchone())
            summary = bundle.Summary(self.desk_name, __version__, now_ms(), self.vector(), counts)
            return bundle.write(
                path,
                summary,
                self.every_page(),
                event=self.event.id,
                secret=file.secret,
                by=self._writer(),
            )

    def _writer(self) -> Writer:
        """This desk's key, or one made for the moment by a desk that never wrote."""
        from checkin_app.ledger import seal
        from checkin_app.store import identity
        from checkin_app.sync.bundle import Writer

        who = self._file.desk
        private = identity.load_key(who.desk) if who else seal.new_key()
        return Writer(
            seal.public_key(private),
            lambda stream, n, chain: seal.sign(private, stream, n, chain),
        )

    @verb
    def bundle(self, path: Path) -> Bundle:
        """What a bundle holds, before it is read. Raises BundleError."""
        from checkin_app.sync import bundle

        said = bundle.summary(path, event=self.event.id, secret=self._file.secret)
        return Bundle(
            said,
            fresh=self.lacks(said.vector),
            ahead=said.written_at > now_ms() + MAX_AHEAD_MS,
        )

    @verb
    def read_bundle(
        self, path: Path, *, progress: Callable[[int, int], None] | None = None
    ) -> BundleRead:
        """Takes in what is new; the file is checked whole before. Raises BundleError."""
        said = self.bundle(path).summary
        taken = known = refused = 0
        for pages in self.bundle_pages(path, progress=progress):
            came = self.receive(pages, _source(said))
            taken, known, refused = (
                taken + came.taken,
                known + came.known,
                refused + len(came.refused),
            )
        self.met(
            Met(_source(said), "bundle", said.desk, said.vector, now_ms(), release=said.release)
        )
        return BundleRead(said, taken, known, refused)

    def bundle_pages(
        self, path: Path, *, progress: Callable[[int, int], None] | None = None
    ) -> Iterator[list[Page]]:
        """Its pages, for `receive` a few at a time; may be walked in any thread."""
        from checkin_app.sync import bundle

        return bundle.pages(path, event=self.event.id, secret=self._file.secret, progress=progress)


def _source(summary: Summary) -> str:
    return f"bundle {summary.desk}"
