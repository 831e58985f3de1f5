"""Whom a desk exchanges with on the LAN once the event trusts a hub: whoever is enrolled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import HubRefused, HubRevoked
from checkin_app.hub.enrolling import revoke
from checkin_app.store import authority
from checkin_app.store.event_file import EventFile
from checkin_app.sync import lan_client
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_admission import refusal
from checkin_app.sync.lan_answers import SMALL
from checkin_app.sync.lan_client import DeskClient
from checkin_app.sync.lan_keys import DeskKey
from checkin_app.sync.lan_server import LanServer
from tests.desk_support import new_desk, walk_in
from tests.sync.lan_strangers import said, secured, silent
from tests.sync.sync_support import Hub, Post, exchanging, hub_of, posted


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    desk = new_desk(tmp_path)
    walk_in(desk, "Nguyễn Thị Lan")
    desk.close()
    with hub_of(tmp_path / "forum.checkin") as hub:
        yield hub


@pytest.fixture
def server(desk: Post) -> Iterator[LanServer]:
    server = LanServer(desk.path, Intake(desk.ask, lambda: False), host="127.0.0.1")
    server.start()
    yield server
    server.stop()


def own_key(path: Path) -> DeskKey:
    file = EventFile.open(path, write=False)
    found = file.own.signing_key()
    file.database.close()
    assert found is not None
    return DeskKey(found[0])


def meets(server: LanServer, path: Path, key: DeskKey | None = None) -> DeskClient:
    """As the desk of that file meets the server's, by what its own file says of others."""
    file = EventFile.open(path, write=False)
    try:
        return lan_client.meet(
            f"127.0.0.1:{server.port}", server.key, key or own_key(path), partial(refusal, file)
        )
    finally:
        file.database.close()


def hears(post: Post, key: bytes, *, enrolled: bool) -> None:
    """Waits until the hub has told that desk what holds of another's key."""

    def known(desk: Desk) -> bool:
        right = authority.right_of_key(desk._file.connection, key.hex())
        return bool(right.profile) and (right.cut is None) == enrolled

    with exchanging(post) as (_, heard):
        heard.until(lambda _: bool(post.ask(known)))


def test_a_revoked_desk_gets_nothing_more_on_the_lan(
    hub: Hub, desk: Post, server: LanServer
) -> None:
    path = hub.joined("Quầy 2")
    other = own_key(path).public
    hears(desk, other, enrolled=True)
    client = meets(server, path)
    try:
        assert client.take({}, 1 << 20).pages
        revoke(hub.admin, "Quầy 2")
        hears(desk, other, enrolled=False)
        with pytest.raises(HubRevoked):  # The token that it had is good no more.
            client.take({}, 1 << 20)
        with pytest.raises(HubRevoked):
            client.give([])
    finally:
        client.close()
    with pytest.raises(HubRevoked):
        meets(server, path)


def test_a_revoked_desk_is_a_stranger_whatever_token_it_has(
    hub: Hub, desk: Post, server: LanServer
) -> None:
    other = own_key(hub.joined("Quầy 2")).public
    token = server.sessions.admit(other)
    revoke(hub.admin, "Quầy 2")
    hears(desk, other, enrolled=False)
    head = f"POST /v1/give HTTP/1.1\r\nAuthorization: Bearer {token}\r\n"
    with silent(server, 1) as (sock,), secured(sock) as tls:  # Its body is not waited for.
        assert b" 413 " in said(tls, f"{head}Content-Length: {SMALL + 1}\r\n\r\n".encode())


def test_a_revoked_desk_is_told_so_and_told_nothing_else(hub: Hub, desk: Post) -> None:
    path = hub.joined("Quầy 2")
    revoke(hub.admin, "Quầy 2")
    hears(desk, own_key(path).public, enrolled=False)
    desk.ask(lambda desk: walk_in(desk, "Tarō Tanaka"))
    with posted(path) as revoked:
        people = revoked.ask(lambda desk: desk.figures()).expected
        with exchanging(desk, addresses=["127.0.0.1:9"]) as (lane, heard):
            assert lane._lan is not None
            typed = f"127.0.0.1:{lane._lan.server.port}"
            with exchanging(revoked, addresses=[typed]) as (its, other):
                state = other.until(lambda state: any(desk.problem for desk in state.desks))
                assert its._lan is not None
                lane._lan._typed[:] = [f"127.0.0.1:{its._lan.server.port}"]
                lane.now()
                heard.until(
                    lambda state: any(
                        isinstance(each.problem, HubRefused)
                        and each.problem.sentence == lan_client.REVOKED_THERE
                        for each in state.desks
                    )
                )
        assert [type(each.problem) for each in state.desks] == [HubRevoked]
        assert revoked.ask(lambda desk: desk.figures()).expected == people


def test_who_has_a_copy_of_the_event_but_is_not_enrolled_gets_nothing(
    desk: Post, server: LanServer
) -> None:
    with pytest.raises(HubRefused) as caught:
        meets(server, desk.path, DeskKey())
    assert caught.value.sentence == lan_client.UNKNOWN_HERE


def test_a_desk_that_is_not_known_as_enrolled_is_shown_nothing(
    desk: Post, server: LanServer
) -> None:
    with pytest.raises(HubRefused) as caught:
        lan_client.meet(
            f"127.0.0.1:{server.port}", server.key, DeskKey(), lambda key: "unauthorized"
        )
    assert caught.value.sentence == lan_client.UNKNOWN_THERE


def test_the_desk_that_founded_the_event_is_one_of_it(hub: Hub, server: LanServer) -> None:
    meets(server, hub.folder / "forum.checkin").close()


def test_enrolled_desks_go_on_without_the_hub(hub: Hub, desk: Post) -> None:
    path = hub.joined("Quầy 2")
    with posted(path) as other:
        hears(desk, own_key(path).public, enrolled=True)
        hears(other, own_key(desk.path).public, enrolled=True)
        hub.stop()
        try:
            other.ask(lambda desk: walk_in(desk, "Tarō Tanaka"))
            with exchanging(other, addresses=["127.0.0.1:9"]) as (lane, _):
                assert lane._lan is not None
                typed = [f"127.0.0.1:{lane._lan.server.port}"]
                with exchanging(desk, addresses=typed) as (_, heard):
                    state = heard.until(lambda state: any(each.met_at for each in state.desks))
            assert state.link != "met" and [each.name for each in state.desks] == ["Quầy 2"]
            assert desk.ask(lambda desk: desk.figures()).expected == 2
        finally:
            hub.start()
