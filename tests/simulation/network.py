"""Owns the simulated network: requests that are lost, late, twice, or answered to nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from checkin_app.domain.errors import HubUnreachable
from checkin_app.ledger.pages import Page, Vector
from checkin_app.sync import wire
from checkin_app.sync.protocol import Batch, Given, Hello, Peer, Welcome
from tests.simulation.disk import Stopped

if TYPE_CHECKING:
    from tests.simulation.machines import DeskMachine
    from tests.simulation.world import World

T = TypeVar("T")


class Host(Protocol):
    """A machine that answers others."""

    name: str

    def serve(self, ask: Callable[[Peer], T]) -> T:
        """Its answer. Raises HubUnreachable when it is not running; Stopped when it stops."""


class SimulatedPeer:
    """The other side as a desk sees it over this network; everything goes as bytes."""

    def __init__(self, world: World, client: DeskMachine, host: Host) -> None:
        self._world = world
        self._client = client
        self._host = host
        self._life = client.life

    def greet(self, hello: Hello) -> Welcome:
        return self._carried(wire.encode(hello), Hello, lambda p, h: p.greet(h), Welcome)

    def give(self, pages: Sequence[Page]) -> Given:
        body = wire.encode(wire.Give(list(pages)))
        self._world.may_come_again(self._host, body)
        return self._carried(body, wire.Give, lambda p, give: p.give(give.pages), Given)

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        body = wire.encode(wire.Take(vector, most_bytes))
        batch = self._carried(body, wire.Take, lambda p, t: p.take(t.vector, t.most_bytes), Batch)
        if batch.pages:
            self._world.may_come_again(self._client, wire.encode(wire.Give(batch.pages)))
        return batch

    def wait(self, vector: Vector, seconds: float) -> Vector:
        body = wire.encode(wire.Wait(vector, seconds))
        return self._carried(
            body, wire.Wait, lambda p, w: wire.Waited(p.wait(w.vector, w.seconds)), wire.Waited
        ).vector

    def time(self) -> int:
        return self._host.serve(lambda peer: peer.time())

    def _carried(
        self, body: bytes, question: type[T], ask: Callable[[Peer, T], object], answer: type[R]
    ) -> R:
        world = self._world
        world.carry(self._client, self._host, "request")
        world.meanwhile()
        self._alive()
        asked = wire.decode(body, question, wire.MSGPACK)
        try:
            said = wire.encode(self._host.serve(lambda peer: ask(peer, asked)))
        except Stopped:
            raise HubUnreachable(address=self._host.name) from None
        world.meanwhile()
        self._alive()
        world.carry(self._client, self._host, "answer")
        return wire.decode(said, answer, wire.MSGPACK)

    def _alive(self) -> None:
        """The asker may have stopped meanwhile; nobody waits for the answer then."""
        if self._client.life != self._life:
            raise Abandoned


class Abandoned(Exception):
    """Nobody is there any more to hear the answer."""


R = TypeVar("R")
