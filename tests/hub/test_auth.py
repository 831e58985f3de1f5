"""Who is let in, and who is not, whatever they bring."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.domain.errors import NotPossible
from checkin_app.hub import enrolling
from checkin_app.hub.tokens import hashed, new_token, token_in
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import decode
from checkin_app.ledger.seal import new_key
from checkin_app.sync import wire
from checkin_app.sync.protocol import Given
from tests.hub.hub_support import Desk, Served, founded, page_of, problem, served
from tests.hub.test_app import await_that


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Served]:
    with served(founded(tmp_path)) as running:
        yield running


DOORS = ("greet", "give", "take", "wait", "snapshot")


def knock(hub: Served, door: str, authorization: str | None) -> tuple[int, str]:
    headers = {} if authorization is None else {"Authorization": authorization}
    if door == "snapshot":
        return problem(hub.client.get("/v1/snapshot", headers=headers))
    body = {
        "greet": hub.hello(Desk()),
        "give": wire.Give([]),
        "take": wire.Take({}),
        "wait": wire.Wait({}, 0),
    }[door]
    return problem(hub.post(door, body, **headers))


@pytest.mark.parametrize("door", DOORS)
def test_no_door_opens_without_a_token_that_is_known(hub: Served, door: str) -> None:
    known = hub.enrolled()
    for authorization in (
        None,
        "",
        "Bearer",
        f"Bearer {new_token()}",
        f"Bearer {known.token[:-1]}",
        f"Bearer {known.token}x",
        f"Bearer  {known.token}",
        f"Basic {known.token}",
        f"Bearer {hashed(known.token)}",
        f"Bearer {known.token.swapcase()}",
    ):
        assert knock(hub, door, authorization) == (401, "unauthorized")


def test_a_token_in_an_address_is_none(hub: Served) -> None:
    desk = hub.enrolled()
    answer = hub.client.get(f"/v1/snapshot?token={desk.token}&access_token={desk.token}")
    assert problem(answer) == (401, "unauthorized")


def test_a_token_of_another_desk_is_refused(hub: Served) -> None:
    one, two = hub.enrolled("d1"), hub.enrolled("d2")
    answer = hub.post("greet", hub.hello(two), one)
    assert problem(answer) == (401, "unauthorized")
    assert hub.greeted(two).event == hub.store.event


def test_a_desk_of_another_event_is_told_so(hub: Served) -> None:
    desk = hub.enrolled()
    answer = hub.post("greet", hub.hello(desk, event="e" * 16), desk)
    assert problem(answer) == (403, "wrong_event")


def test_a_revoked_desk_is_told_so_at_every_door_and_may_come_back(hub: Served) -> None:
    desk = hub.enrolled()
    hub.asked("give", wire.Give([page_of(desk)]), Given, desk)
    enrolling.revoke(hub.admin, "Desk d1")
    for door in DOORS:
        assert knock(hub, door, f"Bearer {desk.token}") == (401, "revoked")
    answer = hub.client.get("/v1/time", headers={"Authorization": f"Bearer {desk.token}"})
    assert problem(answer) == (401, "revoked")
    again = Desk("d1", desk.key)
    asked = again.ask_in(hub.enrolment("Desk d1 again", "door"))
    enrolled = hub.asked("enrol", asked, wire.Enrolled)
    again.token = enrolled.token
    assert enrolled.profile == "door"
    hub.greeted(again)
    assert knock(hub, "take", f"Bearer {desk.token}") == (401, "unauthorized")


def test_a_desk_revoked_while_it_waits_learns_nothing_more(hub: Served) -> None:
    desk, other = hub.enrolled("d1"), hub.enrolled("d2")
    await_that(lambda: not hub.admin.unrecorded())
    await_that(lambda: hub.app.hub.watch.vector == hub.store.vector())
    said: list[tuple[int, str]] = []
    known = hub.store.vector()

    def wait() -> None:
        said.append(problem(hub.post("wait", wire.Wait(known, 25), desk)))

    waiting = threading.Thread(target=wait)
    waiting.start()
    await_that(lambda: hub.app.hub.watch.count == 1)
    hub.app.hub.revoke("d1")
    hub.asked("give", wire.Give([page_of(other)]), Given, other)
    waiting.join(30)
    assert said == [(401, "revoked")]


def test_enrolling_and_revoking_are_recorded_in_the_hubs_own_stream(hub: Served) -> None:
    desk = hub.enrolled(profile="kiosk")
    hub.asked("give", wire.Give([page_of(desk, 5)]), Given, desk)
    hub.app.hub.revoke("d1")
    await_that(lambda: not hub.admin.unrecorded())
    own = hub.admin.keys().stream
    entries = [decode(b) for p in hub.store.every_page() if p.stream == own for b in p.bodies]
    told = {entry.kind: entry.data for entry in entries if entry.subject == "d1"}
    assert told[kinds.ENROLLED]["profile"] == "kiosk"
    assert (
        bytes.fromhex(told[kinds.ENROLLED]["public_key"]) == desk.ask_in(hub.enrolment()).public_key
    )
    assert told[kinds.REVOKED]["cuts"] == {desk.id * 16: 5}


def test_secrets_and_tokens_are_kept_as_hashes_only(tmp_path: Path) -> None:
    with served(founded(tmp_path)) as hub:
        text = hub.enrolment()
        desk = Desk("d9")
        asked = desk.ask_in(text)
        desk.token = hub.asked("enrol", asked, wire.Enrolled).token
        hub.greeted(desk)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    for secret in (asked.secret, asked.secret.hex().encode(), desk.token.encode()):
        assert secret not in kept


def test_a_name_that_two_desks_have_names_neither(hub: Served) -> None:
    for desk in ("d1", "d2"):
        made = Desk(desk)
        hub.asked("enrol", made.ask_in(hub.enrolment("Door")), wire.Enrolled)
    with pytest.raises(NotPossible, match="d1, d2"):
        enrolling.revoke(hub.admin, "Door")
    assert enrolling.revoke(hub.admin, "d2") == "d2"
    assert enrolling.revoke(hub.admin, "Door") == "d1"
    with pytest.raises(NotPossible):
        enrolling.revoke(hub.admin, "d1")


def test_another_desk_cannot_take_the_place_of_one(hub: Served) -> None:
    first = hub.enrolled("d1")
    thief = Desk("d1", new_key())
    answer = hub.post("enrol", thief.ask_in(hub.enrolment()))
    assert problem(answer) == (400, "bad_request")
    hub.greeted(first)


@pytest.mark.parametrize(
    "header", ["bearer", "Bearer", "Bearer x", "Bearer " + "a" * 44, "a" * 43, "Bearer " + "/" * 43]
)
def test_what_is_no_token(header: str) -> None:
    assert token_in(header) is None


def test_a_token_is_read_from_its_header() -> None:
    token = new_token()
    assert token_in(f"Bearer {token}") == token_in(f"bearer {token}") == token
