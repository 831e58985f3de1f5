"""What is said of the hub while it is away: how much waits for it, and when it was met last."""

from __future__ import annotations

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import HubUnreachable
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Vector
from checkin_app.sync import client, loops
from checkin_app.sync.joining import attach
from checkin_app.sync.lane import SyncLane
from checkin_app.sync.protocol import Hello, Welcome
from tests.sync.sync_support import LIMIT, Hub, exchanging, posted


class Link(client.HubClient):
    """A link to the hub that can be cut, for both ways or for one question."""

    down = False
    cut_once = False
    outboxes: list[int]

    def greet(self, hello: Hello) -> Welcome:
        self._there()
        Link.outboxes.append(hello.outbox)
        return super().greet(hello)

    def wait(self, vector: Vector, seconds: float) -> Vector:
        while True:
            self._there()
            if Link.cut_once:
                Link.cut_once = False
                raise HubUnreachable(address="x")
            known = super().wait(vector, 0.05)
            if any(n > vector.get(line, (0, b""))[0] for line, (n, _) in known.items()):
                return known

    def _there(self) -> None:
        if Link.down:
            raise HubUnreachable(address="x")


@pytest.fixture
def link(monkeypatch: pytest.MonkeyPatch) -> type[Link]:
    Link.down = Link.cut_once = False
    Link.outboxes = []
    monkeypatch.setattr(client, "HubClient", Link)
    # Nothing comes back because some time went by.
    monkeypatch.setattr(loops, "SHORTEST", 10 * LIMIT)
    monkeypatch.setattr(loops, "LONGEST", 10 * LIMIT)
    return Link


def test_at_a_desk_that_has_joined_waits_what_was_recorded_there(
    hub: Hub, codes: list[str]
) -> None:
    desk = Desk.open(hub.joined("Quầy 1"))
    try:
        assert desk.outbox() == 0  # That it opened its stream is nothing that anybody did.
        for code in codes[:2]:
            desk.scan(code)
        assert desk.outbox() == desk.figures().outbox == 2
    finally:
        desk.close()


def test_nobody_knows_what_waits_until_the_hub_has_said_what_it_has(
    hub: Hub, codes: list[str]
) -> None:
    desk = Desk.open(hub.folder / "forum.checkin")
    try:
        assert desk.outbox() == 0  # There is no hub to wait for.
        attach(hub.enrolment("Founder"), lambda verb: verb(desk))
        assert desk.outbox() is desk.figures().outbox is None
        SyncLane(lambda verb: verb(desk), desk.path).once()
        assert desk.outbox() == 0
        desk.scan(codes[0])
        assert desk.outbox() == 1
    finally:
        desk.close()


def test_the_hub_hears_with_the_first_greeting_what_waits(
    hub: Hub, codes: list[str], link: type[Link]
) -> None:
    with posted(hub.joined("Quầy 1")) as desk:
        for code in codes[:2]:
            desk.ask(lambda desk, code=code: desk.scan(code))
        with exchanging(desk) as (_, heard):
            heard.until(lambda state: state.outbox == 0 and state.pushed > 0)
    assert link.outboxes[0] == 2
    assert heard.states[1].outbox == 2  # Before it has answered.


def test_what_the_hub_took_before_it_went_does_not_wait(
    hub: Hub, codes: list[str], link: type[Link]
) -> None:
    with posted(hub.joined("Quầy 1")) as desk, exchanging(desk) as (lane, heard):
        heard.until(lambda state: state.outbox == 0 and state.offset is not None)
        desk.ask(lambda desk: desk.scan(codes[0]))
        lane.wake()
        heard.until(lambda state: state.pushed >= 2 and state.outbox == 0)
        link.down = True
        heard.until(
            lambda state: state.link == "offline" and desk.ask(lambda desk: desk.outbox()) == 0
        )


def test_last_met_is_when_the_hub_answered_last(hub: Hub, link: type[Link]) -> None:
    with posted(hub.joined("Quầy 1")) as desk, exchanging(desk) as (lane, heard):
        heard.until(lambda state: state.link == "met" and state.outbox == 0)
        link.down = True
        heard.until(lambda state: state.link == "offline")
        gone = now_ms()
        while now_ms() == gone:
            pass
        met = lane.last_met()
        assert met is not None and met.met_at <= gone


def test_one_way_that_failed_goes_on_as_soon_as_the_other_met_the_hub(
    hub: Hub, link: type[Link]
) -> None:
    """The hub was started anew while nothing was to be sent: only the other way had noticed."""
    with posted(hub.joined("Quầy 1")) as desk, exchanging(desk) as (_, heard):
        heard.until(lambda state: state.link == "met" and state.outbox == 0 and state.pushed > 0)
        link.cut_once = True
        heard.until(
            lambda state: state.link == "met" and "offline" in [s.link for s in heard.states]
        )
