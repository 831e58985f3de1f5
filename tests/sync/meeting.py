"""Owns what tests of the exchange share: desks of one event, and meetings of two of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from checkin_app.desk import Desk
from checkin_app.ledger.pages import Page
from checkin_app.sync.exchange import FilePeer, hello, pull, push


def another(desk: Desk, name: str) -> Desk:
    """A further desk of the event, which knows what this one knows and writes its own stream."""
    path = desk.path.with_name(f"{name}.checkin")
    desk.backup(path)
    return Desk.open(path)


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
