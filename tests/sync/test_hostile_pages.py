"""Pages made to harm, branches of revoked desks, an own stream that somebody else grew."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.programme import REGISTRATION
from checkin_app.ledger import kinds, seal
from checkin_app.ledger.branches import branch_id
from checkin_app.ledger.entry import Entry, chain_start, encode, link, new_id, shallow
from checkin_app.ledger.pages import Page
from checkin_app.store import identity
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.sync.meeting import Forger, another, close_all, meet, meet_all

SCAN = {"checkpoint": REGISTRATION, "direction": "in", "decision": "admit", "reason": "welcome"}
DOOR_AT = 1_790_000_000_000


def with_private(forger: Forger, part: bytes, salt: str, hashed: str) -> Page:
    """A sealed scan whose private part was made by hand."""
    entry = Entry(
        at=DOOR_AT << 16,
        data=SCAN,
        door=DOOR_AT,
        id=new_id(DOOR_AT),
        kind=kinds.SCANNED,
        n=len(forger.bodies) + 1,
        offset=None,
        private=[hashed],
        stream=forger.stream,
        subject="d1",
    )
    forger.add_bytes(encode(entry), b'[["' + salt.encode() + b'",' + part + b"]]")
    return forger.page()


def test_a_salt_that_is_no_hex_is_refused_and_stops_nothing(tmp_path: Path) -> None:
    desk, good = new_desk(tmp_path), Forger("aa" * 16)
    good.add(kinds.SCANNED, "", SCAN)
    bad = with_private(Forger(), b"{}", "zz", "0" * 32)
    taken = desk.receive([bad, good.page()], "peer")
    assert [refusal.why for refusal in taken.refused] == ["shape"]
    assert good.stream in desk.vector()
    close_all(desk)


@pytest.mark.parametrize("depth", [70, 500, 984, 3000, 20000])
def test_a_private_part_nested_deep_is_refused_whatever_the_stack(
    tmp_path: Path, depth: int
) -> None:
    desk = new_desk(tmp_path)
    text = b'{"code":' + b"[" * depth + b"]" * depth + b"}"
    salt = b"\0" * 16
    hashed = hashlib.sha256(salt + text).hexdigest()[:32]
    taken = desk.receive([with_private(Forger(), text, salt.hex(), hashed)], "peer")
    assert [refusal.why for refusal in taken.refused] == ["shape"]
    close_all(desk)


def test_depth_is_counted_outside_texts() -> None:
    assert shallow(b'{"a":[[1],{"b":"]]]]{{{{\\"["}]}')
    assert shallow(b"[" * 64 + b"]" * 64)
    assert not shallow(b"[" * 65 + b"]" * 65)
    assert not shallow(b'["]",' + b"[" * 65 + b"]" * 65 + b"]")
    assert shallow(b'"' + b"[" * 500 + b'"')


def test_of_a_branch_counts_what_was_said_of_it_whenever_it_arrives(tmp_path: Path) -> None:
    """The cut of a branch is its own, not that of the line it left."""
    for attempt in itertools.count():
        folder = tmp_path / str(attempt)
        folder.mkdir()
        first, hub, door = new_desk(folder), Forger("aa" * 16), Forger("dd" * 16)
        people = [walk_in(first, name) for name in ("Lê An", "Vũ Bình", "Hồ Châu")]
        with first._file.transaction():
            first._file.record(kinds.AUTHORITY_NAMED, first.event.id, {"public_key": hub.public})
        desk = {"desk": "d1", "public_key": door.public, "profile": "door", "name": "d1"}
        hub.add(kinds.ENROLLED, "d1", desk)
        twin = Forger(door.stream, door.key)
        twin.bodies, twin.privates = list(door.bodies), list(door.privates)
        door.add(kinds.SCANNED, people[0].id, SCAN)
        twin.add(kinds.SCANNED, people[1].id, SCAN)
        twin.add(kinds.SCANNED, people[2].id, SCAN)
        shared = link(chain_start(door.stream), door.bodies[0])
        ours, others = (link(shared, forger.bodies[1]) for forger in (door, twin))
        if ours < others:
            break  # `door` keeps the name, `twin` is the branch.
        close_all(first)
    second = another(first, "second")
    cuts = {door.stream: 2, branch_id(door.stream, others): 3}
    hub.add(kinds.REVOKED, "d1", {"desk": "d1", "cuts": cuts})
    pages = [door.page(1), twin.page(1), hub.page(1)]
    for page in pages:
        first.receive([page], "x")
    for page in (pages[2], pages[0], pages[1]):
        second.receive([page], "x")
    assert first.figures().arrived == second.figures().arrived == 3
    assert first.digest() == second.digest()
    assert second.check().whole
    close_all(first, second)


def test_an_own_stream_grown_under_the_name_of_a_branch_is_left(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An")
    own = desk._file.own_stream
    assert own is not None
    key = identity.load_key(desk.desk_id)
    n, chain = desk.vector()[own]
    entry = Entry(
        at=DOOR_AT << 16,
        data=SCAN,
        door=DOOR_AT,
        id=new_id(1),
        kind=kinds.SCANNED,
        n=n + 1,
        offset=None,
        private=None,
        stream=own,
        subject=person.id,
    )
    body = encode(entry)
    signature = seal.sign(key, own, n + 1, link(chain, body))
    desk.receive([Page(f"{own}/{'0' * 16}", n + 1, [body], [None], [(n + 1, signature)])], "x")
    assert desk._file.own_stream != own
    assert desk.alarms()
    assert desk.scan(code_of(desk, person), at=later(0)).scan_id
    close_all(desk)


def test_a_false_seal_beside_the_true_one_is_handed_on_to_nobody(tmp_path: Path) -> None:
    first = new_desk(tmp_path)
    second, forger = another(first, "second"), Forger()
    forger.add(kinds.SCANNED, "", SCAN)
    page = forger.page(1)
    poisoned = Page(page.stream, 1, page.bodies, page.privates, [(2, bytes(64)), *page.seals])
    first.receive([poisoned, page], "peer")
    meet(first, second)
    assert second.aside() == []
    assert second.vector()[forger.stream] == first.vector()[forger.stream]
    close_all(first, second)


def test_an_erasure_by_who_may_be_cut_later_counts_nowhere(tmp_path: Path) -> None:
    """Else who heard the erasure first and who heard the revocation first never agree again."""
    first = new_desk(tmp_path)
    second = another(first, "second")
    hub, door = Forger("aa" * 16), Forger("dd" * 16)
    person = walk_in(first, "Lê An")
    with first._file.transaction():
        first._file.record(kinds.AUTHORITY_NAMED, first.event.id, {"public_key": hub.public})
    meet(first, second)
    desk = {"desk": "d1", "public_key": door.public, "profile": "registration", "name": "d1"}
    hub.add(kinds.ENROLLED, "d1", desk)
    stream, n = _place(first, person.id)
    door.add(kinds.PRIVATE_ERASED, "", {"stream": stream, "n": n, "indexes": [0]})
    for each in (first, second):
        each.receive([hub.page(1)], "x")
    first.receive([door.page(1)], "x")
    hub.add(kinds.REVOKED, "d1", {"desk": "d1", "cuts": {door.stream: 1}})
    second.receive([hub.page(1)], "x")
    first.receive([hub.page(1)], "x")
    second.receive([door.page(1)], "x")
    meet_all([first, second])
    assert first.vector() == second.vector()
    assert first.digest() == second.digest()
    close_all(first, second)


def _place(desk: Desk, subject: str) -> tuple[str, int]:
    found: tuple[str, int] = desk._file.connection.execute(
        "SELECT s.id, m.n FROM mentions m JOIN streams s ON s.no = m.stream"
        " WHERE subject = ? ORDER BY m.n",
        (subject,),
    ).fetchone()
    return found
