"""Owns the other way of the exchange: what another side knows comes in, in slices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.pages import Head, Page, Vector
from checkin_app.store.receiving import Taken
from checkin_app.sync.exchange import MOST_BYTES, pull
from checkin_app.sync.protocol import Batch, Peer
from checkin_app.sync.shown import Shown

Receive = Callable[[Sequence[Page]], Taken]


class Pulling:
    """Takes what one side has and we lack. Streams of which we took nothing are passed over.

    Those are asked for again when the side is met anew, or knows more of them, or somebody else
    brought us some of them.
    """

    def __init__(
        self, peer: Peer, shown: Shown, ours: Callable[[], Vector], receive: Receive
    ) -> None:
        self._peer = peer
        self._shown = shown
        self._ours = ours
        self._receive = receive
        #: Their head of a line that cannot be taken, and ours when that was found out.
        self._passed_over: dict[str, tuple[Head, Head | None]] = {}
        self._knew: Vector = {}
        self._theirs: Vector = {}
        self.pulled = 0
        self.rejected = 0

    def forget(self) -> None:
        """The side is met anew: what could not be taken is asked for again."""
        self._passed_over.clear()

    def run(self) -> None:
        """Takes until nothing is lacking but what cannot be taken. Raises HubError, StoreError."""
        while True:
            before = dict(self._passed_over)
            pull(cast(Peer, _Taking(self)), self.asked, self._take_in, most_bytes=MOST_BYTES)
            if self._passed_over == before:
                return

    def asked(self) -> Vector:
        """What we say that we know: more than we do where the rest cannot be taken anyway."""
        self._knew = ours = self._ours()
        rest = {
            line: head for line, (head, then) in self._passed_over.items() if ours.get(line) == then
        }
        return ours | rest

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        batch = self._peer.take(vector, most_bytes)
        self._theirs = batch.vector
        self._shown.hear("pull", batch.vector)
        return batch

    def _take_in(self, pages: Sequence[Page]) -> Taken:
        taken = self._receive(pages)
        self.pulled += taken.taken
        self.rejected += len(taken.refused)
        after = self._ours()
        # Since it was asked: the LAN or a stick may have brought the same pages meanwhile.
        moved = {origin_of(line) for line, head in after.items() if self._knew.get(line) != head}
        stuck = {page.stream for page in pages if origin_of(page.stream) not in moved}
        for line in stuck | {refusal.stream for refusal in taken.refused}:
            if line in self._theirs:
                self._passed_over[line] = (self._theirs[line], after.get(line))
        return taken


class _Taking:
    """The side as `exchange.pull` sees it: only what is taken of it."""

    def __init__(self, pulling: Pulling) -> None:
        self.take = pulling.take
