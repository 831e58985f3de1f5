"""Owns what tests of the exchange share: desks of one event, their meetings, a desk by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from typing import Any

from checkin_app.desk import Desk
from checkin_app.ledger import kinds, seal
from checkin_app.ledger.entry import Entry, chain_start, encode, link, lock_privates, new_id
from checkin_app.ledger.pages import Page
from checkin_app.sync.exchange import FilePeer, hello, pull, push
from tests.meeting_support import copy_of


def another(desk: Desk, name: str) -> Desk:
    """A further desk of the event, which knows what this one knows and writes its own stream."""
    return copy_of(desk, desk.path.parent, name)


def clone(desk: Desk, name: str) -> tuple[Desk, Desk]:
    """The desk and a copy of its disk, as somebody makes who does not know better."""
    path = desk.path.with_name(f"{name}.checkin")
    desk.close()
    shutil.copyfile(desk.path, path)
    return Desk.open(desk.path), Desk.open(path)


def meet(one: Desk, other: Desk) -> None:
    """What two desks do when there is a link: one gives, and takes."""
    peer = FilePeer(other._file)
    welcome = peer.greet(hello(one._file, "test"))
    push(peer, welcome.vector, one.lacking)
    pull(peer, one.vector, lambda pages: one.receive(pages, "peer"))
    other._corrected()


def meet_all(desks: Iterable[Desk], rounds: int = 3) -> None:
    """Everybody meets everybody, often enough that forks are known to all."""
    desks = list(desks)
    for _ in range(rounds):
        for at, one in enumerate(desks):
            for other in desks[at + 1 :]:
                meet(one, other)


def pages_of(desk: Desk) -> list[Page]:
    return list(desk.every_page())


def close_all(*desks: Desk) -> None:
    for desk in desks:
        desk.close()


class Forger:
    """A desk made by hand: a stream of its own key that says whatever it is told to."""

    def __init__(self, stream: str = "f0" * 16, key: bytes | None = None) -> None:
        self.stream = stream
        self.key = key or seal.new_key()
        self.public = seal.public_key(self.key).hex()
        self.bodies: list[bytes] = []
        self.privates: list[bytes | None] = []
        self._sent = 0
        self.add(kinds.STREAM_OPENED, "forger", {"name": "Forger", "public_key": self.public})

    def add(
        self,
        kind: str,
        subject: str,
        data: dict[str, Any],
        private: Sequence[dict[str, Any]] = (),
        *,
        at: int = 0,
        door: int = 1_790_000_000_000,
    ) -> str:
        """Another entry, a second after the one before unless `at` says otherwise; its id."""
        n = len(self.bodies) + 1
        body, hashes = lock_privates(private) if private else (None, None)
        key = new_id(door + n)
        made = Entry(
            at=at or ((1_790_000_000_000 + 1000 * n) << 16), data=data, door=door, id=key,
            kind=kind, n=n, offset=None, private=hashes, stream=self.stream, subject=subject,
        )  # fmt: skip
        self.add_bytes(encode(made), body)
        return key

    def add_bytes(self, body: bytes, private: bytes | None = None) -> None:
        self.bodies.append(body)
        self.privates.append(private)

    def page(self, first: int | None = None) -> Page:
        """Everything from `first` on, else everything since the last page."""
        first = self._sent + 1 if first is None else first
        chain = chain_start(self.stream)
        for body in self.bodies:
            chain = link(chain, body)
        self._sent = last = len(self.bodies)
        return Page(
            self.stream, first, self.bodies[first - 1 :], self.privates[first - 1 :],
            [(last, seal.sign(self.key, self.stream, last, chain))],
        )  # fmt: skip
