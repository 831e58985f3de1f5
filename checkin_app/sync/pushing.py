"""Owns one way of the exchange: what is new here goes out, whatever becomes of the other way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from checkin_app.domain.errors import HubRefused
from checkin_app.ledger.pages import Page, Vector
from checkin_app.sync.exchange import MOST_BYTES, push
from checkin_app.sync.protocol import Given, Peer, Refused
from checkin_app.sync.shown import Shown

#: Answers after which less is given at a time; what cannot be given alone is passed over.
_SMALLER = ("too_large", "bad_request")


class Pushing:
    """Gives one side what it lacks. Streams that it refuses are passed over until it is met anew.

    Nothing is taken for given but what the side itself shows.
    """

    def __init__(
        self,
        peer: Peer,
        shown: Shown,
        pages_for: Callable[[Vector, int], tuple[list[Page], bool]],
        ours: Callable[[], Vector],
    ) -> None:
        self._peer = peer
        self._shown = shown
        self._pages_for = pages_for
        self._ours = ours
        self._passed_over: Vector = {}
        self._most = MOST_BYTES
        self.pushed = 0
        self.refused: list[Refused] = []

    def forget(self) -> None:
        """The side is met anew: what it refused is offered again."""
        self._passed_over.clear()
        self._most = MOST_BYTES

    def run(self) -> None:
        """Gives until nothing is lacking but what is refused. Raises HubError."""
        while True:
            before = dict(self._passed_over)
            given = push(
                cast(Peer, _Giving(self)),
                self._shown.vector(),
                self._lacking,
                most_bytes=self._most,
            )
            self._shown.hear("push", given.vector)
            if self._passed_over == before:
                return

    def give(self, pages: Sequence[Page]) -> Given:
        """Gives some pages, fewer at a time where so many are refused. Raises HubError."""
        try:
            given = self._peer.give(pages)
        except HubRefused as error:
            if error.details.get("code") not in _SMALLER:
                raise
            return self._give_apart(pages, error)
        self._shown.hear("push", given.vector)
        self.pushed += sum(
            len(page.bodies)
            for page in pages
            if given.vector.get(page.stream, (0, b""))[0] >= page.last
        )
        for refusal in given.refused:
            self._pass_over(refusal)
        return given

    def _give_apart(self, pages: Sequence[Page], error: HubRefused) -> Given:
        self._most = max(1, self._most // 2)
        if len(pages) == 1:
            self._pass_over(Refused(pages[0].stream, pages[0].first, error.details["code"]))
            return Given(self._shown.vector())
        half = len(pages) // 2
        first = self.give(pages[:half])
        second = self.give(pages[half:])
        return Given(second.vector, first.refused + second.refused)

    def _pass_over(self, refusal: Refused) -> None:
        self.refused.append(refusal)
        ours = self._ours()
        if refusal.stream in ours:
            self._passed_over[refusal.stream] = ours[refusal.stream]

    def _lacking(self, theirs: Vector, most_bytes: int) -> tuple[list[Page], bool]:
        return self._pages_for({**theirs, **self._shown.vector(), **self._passed_over}, most_bytes)


class _Giving:
    """The side as `exchange.push` sees it: only what it is given."""

    def __init__(self, pushing: Pushing) -> None:
        self._pushing = pushing
        self.give = pushing.give
