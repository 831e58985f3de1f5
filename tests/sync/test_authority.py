"""Who may write, at desks that meet: enrolled late, cut off, of another profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import NotPossible
from checkin_app.domain.programme import REGISTRATION
from checkin_app.ledger import kinds
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.sync.meeting import Forger, another, close_all, meet, pages_of

SCAN = {"checkpoint": REGISTRATION, "direction": "in", "decision": "admit", "reason": "admitted"}


def name_authority(desk: Desk, hub: Forger) -> None:
    with desk._file.transaction():
        desk._file.record(kinds.AUTHORITY_NAMED, desk.event.id, {"public_key": hub.public})


def enrol(hub: Forger, desk: str, public: str, profile: str) -> None:
    said = {"desk": desk, "public_key": public, "profile": profile, "name": desk}
    hub.add(kinds.ENROLLED, desk, said)


def public_key(desk: Desk) -> str:
    row = desk._file.connection.execute(
        "SELECT public_key FROM streams WHERE id = ?", (desk._file.own_stream,)
    ).fetchone()
    return str(row[0])


def whole(*desks: Desk) -> None:
    """The tables are what the ledger says, grown or made anew."""
    for desk in desks:
        report = desk.check()
        assert report.whole, report.problems


def test_who_is_enrolled_late_counts_then_and_what_comes_after_a_cut_does_not(
    tmp_path: Path,
) -> None:
    a, hub, door = new_desk(tmp_path), Forger("aa" * 16), Forger("dd" * 16)
    people = [walk_in(a, name) for name in ("Lê An", "Vũ Bình", "Hồ Châu")]
    for person in people[:2]:
        door.add(kinds.SCANNED, person.id, SCAN)
    a.receive([door.page()], "door")
    assert a.figures().arrived == 2, "no authority: everybody counts"
    name_authority(a, hub)
    a.receive([hub.page()], "hub")
    assert a.figures().arrived == 0, "not enrolled"
    assert not a.find("le an")[0].checked_in
    whole(a)
    enrol(hub, "d1", door.public, "door")
    a.receive([hub.page()], "hub")
    assert a.figures().arrived == 2
    whole(a)
    door.add(kinds.SCANNED, people[2].id, SCAN)
    a.receive([door.page()], "door")
    assert a.figures().arrived == 3
    hub.add(kinds.REVOKED, "d1", {"desk": "d1", "cuts": {door.stream: 2}})
    a.receive([hub.page()], "hub")
    assert a.figures().arrived == 1
    whole(a)
    enrol(hub, "d1", door.public, "door")
    a.receive([hub.page()], "hub")
    assert a.figures().arrived == 3, "trusted again"
    whole(a)
    b = another(a, "b")
    assert b.digest() == a.digest()
    b.rebuild()
    assert b.digest() == a.digest()
    close_all(a, b)


def test_a_profile_says_what_of_a_stream_counts(tmp_path: Path) -> None:
    a, hub, kiosk = new_desk(tmp_path), Forger("aa" * 16), Forger("dd" * 16)
    person = walk_in(a, "Lê An")
    name_authority(a, hub)
    enrol(hub, "k1", kiosk.public, "kiosk")
    kiosk.add(kinds.SCANNED, person.id, SCAN)
    kiosk.add(kinds.AMENDED, person.id, {"type": "delegate", "fields": {"seat": "Z9"}})
    a.receive([hub.page(), kiosk.page()], "both")
    assert a.figures().arrived == 1
    assert a.delegate(person.id).delegate.seat == ""
    whole(a)
    close_all(a)


def test_only_the_authority_enrols(tmp_path: Path) -> None:
    a, hub, thief = new_desk(tmp_path), Forger("aa" * 16), Forger("dd" * 16)
    person = walk_in(a, "Lê An")
    name_authority(a, hub)
    thief.add(kinds.AUTHORITY_NAMED, a.event.id, {"public_key": thief.public}, at=1)
    enrol(thief, "t1", thief.public, "registration")
    thief.add(kinds.SCANNED, person.id, SCAN)
    a.receive([hub.page(), thief.page()], "both")
    assert a.figures().arrived == 0
    assert "2 hubs" in str(a.alarms()[0])
    whole(a)
    close_all(a)


def test_a_desk_is_refused_beforehand_what_others_would_not_count(tmp_path: Path) -> None:
    a, hub = new_desk(tmp_path, "a.checkin"), Forger("aa" * 16)
    person = walk_in(a, "Lê An")
    b = another(a, "b")
    walk_in(b, "Vũ Bình")
    assert (a.profile, b.profile) == ("registration", "registration")
    first = b._file.own_stream
    b.seal()
    elsewhere(b)
    walk_in(b, "Hồ Châu")
    name_authority(a, hub)
    a.receive([hub.page()], "hub")
    meet(a, b)
    assert (a.profile, b.profile) == ("registration", "")
    with pytest.raises(NotPossible, match="not enrolled"):
        b.scan(code_of(b, person), at=later(0))
    assert b.recent() == []
    enrol(hub, "b", public_key(b), "door")
    a.receive([hub.page()], "hub")
    meet(a, b)
    assert b.profile == "door"
    assert b.scan(code_of(b, person), at=later(0)).delegate == person
    with pytest.raises(NotPossible, match="other work"):
        b.amend(person.id, {"seat": "A1"})
    hub.add(kinds.REVOKED, "b", {"desk": "b", "cuts": {b._file.own_stream: 3}})
    b.receive([hub.page()], "hub")
    assert b.profile == ""
    with pytest.raises(NotPossible):
        b.scan(code_of(b, person), at=later(100))
    meet(a, b)
    assert a.digest() == b.digest()
    assert first in a.vector()
    whole(a, b)
    close_all(a, b)


def elsewhere(desk: Desk) -> None:
    """Makes this file another machine's: a desk and a key of its own from the next entry on."""
    with desk._file.transaction():
        desk._file.connection.execute("DELETE FROM station WHERE name IN ('desk', 'stream')")
        desk._file.own.forget()


def test_pages_of_enrolment_may_come_last(tmp_path: Path) -> None:
    a, hub = new_desk(tmp_path, "a.checkin"), Forger("aa" * 16)
    person = walk_in(a, "Lê An")
    door = Forger("dd" * 16)
    door.add(kinds.SCANNED, person.id, SCAN)
    enrol(hub, "d1", door.public, "door")
    b, c = another(a, "b"), another(a, "c")
    name_authority(a, hub)
    naming = [page for page in pages_of(a) if page.stream == a._file.own_stream]
    pages = [hub.page(), door.page(), *naming]
    b.receive(pages, "peer")
    c.receive(pages[::-1], "peer")
    a.receive(pages, "peer")
    assert a.digest() == b.digest() == c.digest()
    assert {desk.figures().arrived for desk in (a, b, c)} == {1}
    whole(a, b, c)
    close_all(a, b, c)
