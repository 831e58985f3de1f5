"""Entries that share an id, written to harm: every desk counts the same one, in any order."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.desk import Desk
from checkin_app.domain.programme import REGISTRATION
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import Entry, decode, encode, new_id
from checkin_app.ledger.pages import Page
from tests.desk_support import code_of, new_desk, walk_in
from tests.sync.meeting import Forger, another, close_all, meet

DOOR_AT = 1_790_000_000_000
SCAN = {"checkpoint": REGISTRATION, "direction": "in", "decision": "admit", "reason": "welcome"}
SAID: dict[str, dict[str, Any]] = {
    kinds.SCANNED: SCAN,
    kinds.OVERRIDDEN: {"reason": "known"},
    kinds.UNDONE: {},
    kinds.PRINTED: {"code": "77", "outcome": "printed", "former": ["76"]},
    kinds.FOLLOWED: {"print": "{id}", "outcome": "failed"},
    kinds.HANDED: {"to": "aide"},
    kinds.AMENDED: {"type": "delegate", "fields": {"position": "{n}"}},
    kinds.CREDENTIAL_CHANGED: {"code": "76", "status": "lost"},
    kinds.TEMPORARY_BOUND: {"code": "9", "delegate": "{subject}", "day": "2026-11-20"},
    kinds.STOCK_COUNTED: {"printer": "P", "left": 3},
    kinds.MERGED: {"keep": "x1", "drop": "{subject}"},
    kinds.CONFLICT_RESOLVED: {"conflict": "c", "kind": "two_doors", "decision": "mistake"},
    kinds.CREATED: {"type": "delegate", "fields": {"position": "{n}"}},
    kinds.LISTED: {"people": [], "type": "delegate"},
    kinds.CREDENTIAL_ISSUED: {"code": "78", "replaces": "76"},
    kinds.STREAM_OPENED: {"name": "again", "public_key": "ab" * 32},
    kinds.AUTHORITY_NAMED: {"public_key": "{key}"},
    kinds.ENROLLED: {"desk": "d", "public_key": "ef" * 32, "profile": "door"},
    kinds.REVOKED: {"desk": "d", "cuts": {}},
    kinds.PRIVATE_ERASED: {"stream": "ab" * 16, "n": 1, "indexes": [0]},
}


def forge(forger: Forger, kind: str, key: str, subject: str) -> None:
    """One entry more, of an id that somebody else has too."""
    n = len(forger.bodies) + 1
    data = {
        name: value.format(id=key, n=forger.stream[:2], subject=subject, key=forger.stream[:2] * 32)
        if isinstance(value, str)
        else {"position": forger.stream[:2]}
        if name == "fields"
        else value
        for name, value in SAID[kind].items()
    }
    forger.add_bytes(
        encode(
            Entry(
                at=DOOR_AT << 16, data=data, door=DOOR_AT + n, id=key, kind=kind, n=n, offset=None,
                private=None, stream=forger.stream, subject=subject,
            )
        )
    )  # fmt: skip


def take(desk: Desk, pages: list[Page], order: list[int]) -> str:
    for at in order:
        desk.receive([pages[at]], "peer")
    return desk.digest()


def in_three_orders(folder: Path, forgers: list[Forger], chance: random.Random) -> None:
    """Any order of their pages gives the same state, and so does folding all anew."""
    first = new_desk(folder)
    desks = [first, another(first, "b"), another(first, "c")]
    pages = [forger.page() for forger in forgers]
    orders = [list(range(len(pages))) for _ in desks]
    for order in orders[1:]:
        chance.shuffle(order)
    digests = {take(desk, pages, order) for desk, order in zip(desks, orders, strict=True)}
    for desk in desks:
        desk._file.rebuild()
        digests.add(desk.digest())
    assert len(digests) == 1
    close_all(*desks)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(sorted(SAID)), st.integers(0, 2)), max_size=16
    ),
    st.randoms(use_true_random=False),
)
def test_twins_of_any_kind_fold_alike_in_any_order(
    said: list[tuple[int, str, int]], chance: random.Random
) -> None:
    forgers = [Forger(f"{number}f" * 16) for number in range(4)]
    keys = [new_id(DOOR_AT + number) for number in range(3)]
    for number, kind, which in said:
        subject = keys[which] if kind in (kinds.OVERRIDDEN, kinds.UNDONE) else f"x{which}"
        forge(forgers[number], kind, keys[which], subject)
    with tempfile.TemporaryDirectory() as folder:
        in_three_orders(Path(folder), forgers, chance)


@pytest.mark.parametrize("kind", sorted(SAID))
def test_the_first_by_stream_counts(tmp_path: Path, kind: str) -> None:
    forgers = [Forger("e0" * 16), Forger("f0" * 16)]
    key = new_id(DOOR_AT)
    for forger, subject in zip(forgers, ("x1", "x2"), strict=True):
        forge(forger, kind, key, subject)
    in_three_orders(tmp_path, forgers[::-1], random.Random(1))


def test_a_forged_scan_makes_no_scan_of_another_desk_vanish_for_good(tmp_path: Path) -> None:
    """Whoever hears the forgery first, all desks hold the same, and the forger can be cut off."""
    first = new_desk(tmp_path)
    person, other = walk_in(first, "Lê An"), walk_in(first, "Vũ Bình")
    second = another(first, "b")
    first.scan(code_of(first, person))
    scan = next(
        entry
        for page in first.lacking({}, 1 << 20)[0]
        for entry in map(decode, page.bodies)
        if entry.kind == kinds.SCANNED
    )
    forger = Forger("ff" * 16)
    forge(forger, kinds.SCANNED, scan.id, other.id)
    page = forger.page()
    second.receive([page], "peer")
    assert second.figures().arrived == 1
    meet(first, second)
    first.receive([page], "peer")
    assert first.digest() == second.digest()
    for desk in (first, second):
        rows = {row.delegate.id for row in desk.roster_rows(desk.roster_ids(status="arrived"))}
        assert rows == {person.id}  # Its stream is before the forger's.
    close_all(first, second)


def revoked_code(folder: Path) -> tuple[Desk, str, str]:
    """A desk where a badge was taken away; who had it, and the id of the entry that says so."""
    desk = new_desk(folder)
    person = walk_in(desk, "Lê An")
    desk.revoke(person.id, code_of(desk, person))
    [said] = [
        entry.id
        for page in desk.lacking({}, 1 << 20)[0]
        for entry in map(decode, page.bodies)
        if entry.kind == kinds.CREDENTIAL_CHANGED
    ]
    return desk, person.id, said


def named(desk: Desk) -> Forger:
    """A hub that is the authority from now on."""
    hub = Forger("9e" * 16)
    with desk._file.transaction():
        desk._file.record(kinds.AUTHORITY_NAMED, "hub", {"public_key": hub.public})
    return hub


def test_a_stranger_takes_no_fact_away_by_its_id(tmp_path: Path) -> None:
    desk, person, said = revoked_code(tmp_path)
    named(desk)
    stranger = Forger("00" * 16)
    stranger.bodies.clear()
    stranger.privates.clear()
    opened = {"name": "x", "public_key": stranger.public}
    entry = Entry(
        at=DOOR_AT << 16, data=opened, door=DOOR_AT, id=said, kind=kinds.STREAM_OPENED, n=1,
        offset=None, private=None, stream=stranger.stream, subject="x",
    )  # fmt: skip
    stranger.add_bytes(encode(entry))
    before = desk.digest()
    assert not desk.receive([stranger.page()], "peer").refused
    assert desk.digest() == before
    assert [c.status.value for c in desk.credentials(person)] == ["revoked"]
    close_all(desk)


def test_a_door_desk_takes_nothing_away_that_only_registration_may_say(tmp_path: Path) -> None:
    desk, person, said = revoked_code(tmp_path)
    hub, door = named(desk), Forger("00" * 16)
    enrolled = {"desk": "d", "name": "d", "public_key": door.public, "profile": "door"}
    hub.add(kinds.ENROLLED, "d", enrolled)
    desk.receive([hub.page()], "hub")
    forge(door, kinds.UNDONE, said, "nothing")
    desk.receive([door.page()], "hub")
    assert [c.status.value for c in desk.credentials(person)] == ["revoked"]
    close_all(desk)


def test_of_two_namings_alike_every_desk_believes_the_same(tmp_path: Path) -> None:
    first = new_desk(tmp_path)
    desks = [another(first, "b"), another(first, "c")]
    forgers = [Forger("11" * 16), Forger("22" * 16)]
    key = new_id(DOOR_AT)
    for forger in forgers:
        forge(forger, kinds.AUTHORITY_NAMED, key, "hub")
    pages = [forger.page() for forger in forgers]
    rights = []
    for desk, order in zip(desks, ([0, 1], [1, 0]), strict=True):
        take(desk, pages, order)
        rights.append(sorted(desk._file.connection.execute("SELECT id, profile FROM streams")))
    assert rights[0] == rights[1]
    close_all(first, *desks)
