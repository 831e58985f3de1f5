"""What went wrong for others in ledgers that meet, one test each: it does not happen here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import DiskFull
from checkin_app.domain.programme import REGISTRATION
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import COUNTER_BITS, now_ms
from checkin_app.ledger.pages import Page
from checkin_app.store import database
from checkin_app.store.event_file import EventFile
from checkin_app.store.receiving import Taken
from checkin_app.sync.exchange import FilePeer, pull, push
from checkin_app.sync.protocol import Given
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.sync.meeting import Forger, another, clone, close_all, meet, meet_all, pages_of

SCAN = {"checkpoint": REGISTRATION, "direction": "in", "decision": "admit", "reason": "admitted"}
IN_2030 = 1_893_456_000_000


def own_pages(desk: Desk) -> list[Page]:
    return [page for page in pages_of(desk) if page.stream == desk._file.own_stream]


def test_a_number_handed_out_before_it_is_visible_leaves_no_gap(tmp_path: Path) -> None:
    """Page 2 arrives first: it waits, and nothing says that page 1 was had."""
    a, forger = new_desk(tmp_path), Forger()
    first = forger.page()
    forger.add(kinds.SCANNED, "", SCAN)
    second = forger.page()
    for _ in range(2):
        taken = a.receive([second], "peer")
        assert (taken.taken, taken.refused) == (0, [])
        assert forger.stream not in a.vector()
    assert a.receive([second, first, second], "peer").taken == 2
    assert a.vector()[forger.stream][0] == 2
    assert a.check().whole
    close_all(a)


POISON: list[dict[str, object]] = [
    {},
    {"checkpoint": 7},
    SCAN | {"direction": "sideways"},
    SCAN | {"decision": None},
    SCAN | {"checkpoint": ["registration"]},
    SCAN | {"code": {"deep": [[[[]]]]}},
]


@pytest.mark.parametrize("data", POISON)
def test_one_poisonous_entry_stops_nothing(tmp_path: Path, data: dict[str, object]) -> None:
    a = new_desk(tmp_path)
    person = walk_in(a, "Lê An")
    forger = Forger()
    forger.add(kinds.SCANNED, person.id, data)
    forger.add("tomorrow.invented", person.id, {"whatever": 1})
    forger.add_bytes(b"no entry at all")
    forger.add(kinds.CREATED, "c9", {"type": "checkpoint", "fields": {"kind": "moon"}})
    forger.add(kinds.SCANNED, person.id, SCAN)
    taken = a.receive([forger.page()], "peer")
    assert (taken.taken, taken.refused) == (6, [])
    assert a.figures().arrived == 1, "what came after the poison counts"
    report = a.check()
    assert report.whole, report.problems
    digest = a.digest()
    a.rebuild()
    assert a.digest() == digest
    b = another(a, "b")
    assert [page for page in pages_of(b) if page.stream == forger.stream], "it is passed on"
    assert Desk.open(a.path, write=False).figures().arrived == 1
    close_all(a, b)


def test_much_poison_of_one_stream_blocks_no_other(tmp_path: Path) -> None:
    """More than one request of it, in front of what is true."""
    a = new_desk(tmp_path, "a.checkin")
    b = another(a, "b")
    forgers = [Forger(stream=f"{number:032x}") for number in range(8)]
    for forger in forgers:
        forger.add_bytes(b"x" * 200_000)
        b.receive([forger.page()], "peer")
    person = walk_in(b, "Lê An")
    refusing = _Refusing(a._file, {forger.stream for forger in forgers})
    given = push(refusing, a.vector(), b.lacking, most_bytes=1 << 18)
    assert len(given.refused) == len(forgers)
    assert a.delegate(person.id).delegate.name == "Lê An"
    close_all(a, b)


class _Refusing(FilePeer):
    """A side that finds the seals of some streams wrong."""

    def __init__(self, file: EventFile, streams: set[str]) -> None:
        super().__init__(file)
        self._streams = streams

    def give(self, pages: Sequence[Page]) -> Given:
        spoilt = [
            Page(page.stream, page.first, page.bodies, page.privates, [(page.last, bytes(64))])
            if page.stream in self._streams
            else page
            for page in pages
        ]
        return super().give(spoilt)


def test_a_cloned_laptop_loses_nothing_of_either(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    one, two = walk_in(a, "Lê An"), walk_in(a, "Vũ Bình")
    hub = another(a, "hub")
    a, copy = clone(a, "copy")
    before = a._file.own_stream
    assert copy._file.own_stream == before
    a.scan(code_of(a, one), at=later(0))
    copy.scan(code_of(copy, two), at=later(0))
    for desk in (a, copy, a):
        meet(desk, hub)
    for desk in (a, copy, hub):
        assert desk.figures().arrived == 2
    assert "Another computer" in str(a.alarms()[0]) or "Another computer" in str(copy.alarms()[0])
    assert "Two computers" in str(hub.alarms()[0])
    walk_in(a, "Hồ Châu")
    walk_in(copy, "Đỗ Dung")
    meet_all([a, copy, hub])
    assert a._file.own_stream != copy._file.own_stream
    assert len({desk.digest() for desk in (a, copy, hub)}) == 1
    assert hub.figures().expected == 4
    close_all(a, copy, hub)


def test_a_clone_that_only_went_on_is_found_too(tmp_path: Path) -> None:
    """The other copy wrote after our last entry: no fork yet, but there would be one."""
    a = new_desk(tmp_path, "a.checkin")
    a, copy = clone(a, "copy")
    person = walk_in(copy, "Lê An")
    meet(a, copy)
    assert a.delegate(person.id)
    assert a._file.own_stream == ""
    assert "Another computer" in str(a.alarms()[0])
    walk_in(a, "Vũ Bình")
    walk_in(copy, "Hồ Châu")
    meet(a, copy)
    assert a.digest() == copy.digest()
    assert not any("/" in line for line in a.vector())
    close_all(a, copy)


def test_a_page_delivered_twice_while_it_is_applied_counts_once(tmp_path: Path) -> None:
    """A slice of it is in, then it comes again whole, and again from the start."""
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Lê An")
    b = another(a, "b")
    for number in range(50):
        b.scan(code_of(b, person), at=later(10 * number))
    [page] = own_pages(b)
    assert a.receive([page], "one", budget_ms=0.0).left == 1
    assert 0 < a.vector()[page.stream][0] < page.last
    assert a.receive([page, page], "two").taken > 0
    assert a.receive([page], "one", budget_ms=0.0).known == len(page.bodies)
    assert a.digest() == b.digest()
    assert a.check().whole
    close_all(a, b)


def test_an_undo_under_a_fast_clock_is_undone_by_a_slow_one(tmp_path: Path) -> None:
    a = new_desk(tmp_path)
    person = walk_in(a, "Lê An")
    scan = a.scan(code_of(a, person), at=later(0)).scan_id
    forger = Forger()
    undo = forger.add(kinds.UNDONE, scan, {}, at=IN_2030 << COUNTER_BITS)
    a.receive([forger.page()], "peer")
    assert a.figures().arrived == 0
    forger.add(kinds.UNDONE, undo, {}, at=1)
    a.receive([forger.page()], "peer")
    assert a.figures().arrived == 1
    close_all(a)


def test_an_edit_after_a_clock_set_to_2030_wins(tmp_path: Path) -> None:
    a = new_desk(tmp_path)
    person = walk_in(a, "Lê An", seat="A1")
    forger = Forger()
    fields = {"type": "delegate", "fields": {}, "replaces": {"seat": []}}
    forger.add(kinds.AMENDED, person.id, fields | {"fields": {"seat": "Z9"}},
               at=IN_2030 << COUNTER_BITS)  # fmt: skip
    a.receive([forger.page()], "peer")
    assert a.delegate(person.id).delegate.seat == "Z9", "the latest of two that crossed"
    a.amend(person.id, {"seat": "B2"})
    assert a.delegate(person.id).delegate.seat == "B2"
    (last,) = a._file.connection.execute(
        "SELECT max(json_extract(CAST(body AS TEXT), '$.at')) FROM entries"
        " WHERE stream <> (SELECT no FROM streams WHERE id = ?)", (forger.stream,)
    ).fetchone()  # fmt: skip
    assert last >> COUNTER_BITS < now_ms() + 60_000, "our clock did not follow the wrong one"
    close_all(a)


def test_our_clock_follows_one_that_can_be_right(tmp_path: Path) -> None:
    a = new_desk(tmp_path)
    forger = Forger()
    ahead = now_ms() + 5 * 60 * 1000
    forger.add(kinds.SCANNED, "", SCAN, at=ahead << COUNTER_BITS)
    a.receive([forger.page()], "peer")
    person = walk_in(a, "Lê An")
    (at,) = a._file.connection.execute(
        "SELECT json_extract(CAST(body AS TEXT), '$.at') FROM entries"
        " WHERE instr(body, CAST(? AS BLOB))", (person.id,)
    ).fetchone()  # fmt: skip
    assert at > ahead << COUNTER_BITS
    close_all(a)


def test_an_old_stick_brought_in_after_an_erasure_brings_nothing_back(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Nguyễn Bí Mật", email="secret@example.com")
    stick = pages_of(a)
    stream = a._file.own_stream
    n = a.vector()[stream][0]
    late = another(a, "late")
    with a._file.transaction():
        a._file.record(kinds.PRIVATE_ERASED, "", {"stream": stream, "n": n, "indexes": [0]})
    assert a.delegate(person.id).delegate.name == ""
    assert a.find("bi mat") == []
    assert a.check().whole
    erased = pages_of(a)
    assert not any(b"secret@" in part for page in erased for part in page.privates if part)
    fresh = new_desk(tmp_path, "fresh.checkin")
    for order in ([*erased, *stick], [*stick, *erased], [*stick[:1], *erased, *stick]):
        fresh.receive(order, "stick")
        late.receive(order, "stick")
        a.receive(order, "stick")
    for desk in (a, late):
        assert desk.digest() == a.digest()
        assert desk.find("bi mat") == []
    for desk in (a, late, fresh):
        assert not any(b"secret@" in body for (body,) in privates(desk))
        report = desk.check()
        assert report.whole, report.problems
    for desk in (a, late, fresh):
        desk._file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert b"secret@example.com" not in desk.path.read_bytes()
        digest = desk.digest()
        desk.rebuild()
        assert desk.digest() == digest
    close_all(a, late, fresh)


def test_what_was_erased_by_another_desk_does_not_come_with_an_old_stick(tmp_path: Path) -> None:
    """The erasure is there before the entry that it names."""
    a = new_desk(tmp_path, "a.checkin")
    fresh = new_desk(tmp_path, "fresh.checkin")
    person = walk_in(a, "Nguyễn Bí Mật", email="secret@example.com")
    a.scan("secret@example.com", at=later(0))
    stick = own_pages(a)
    stream, (n, _) = a._file.own_stream, a.vector()[a._file.own_stream]
    forger = Forger()
    forger.add(kinds.PRIVATE_ERASED, "", {"stream": stream, "n": n - 1, "indexes": [0]})
    forger.add(kinds.PRIVATE_ERASED, "", {"stream": stream, "n": n, "indexes": [0]})
    erasure = forger.page()
    a.receive([erasure], "peer")
    fresh.receive([erasure], "peer")
    assert fresh.receive(stick, "stick").refused == []
    for desk in (a, fresh):
        assert not any(b"secret@" in body for (body,) in privates(desk))
        assert desk.delegate(person.id).delegate.name == ""
        assert not any(scan.code for scan in desk.recent(5))
        assert desk.check().whole
    close_all(a, fresh)


def privates(desk: Desk) -> list[tuple[bytes]]:
    rows: list[tuple[bytes]] = desk._file.connection.execute("SELECT body FROM privates").fetchall()
    return rows


def test_a_disk_that_is_full_while_pulling_loses_nothing(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Lê An")
    b = another(a, "b")
    for number in range(300):
        b.scan(code_of(b, person), at=later(10 * number))
    pages = own_pages(b)
    a.receive(pages[:1], "peer")
    held, digest = a.vector(), a.digest()
    connection = a._file.connection
    (used,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {used}")
    with pytest.raises(DiskFull):
        a.receive(pages, "peer")
    assert (a.vector(), a.digest()) == (held, digest)
    assert a.figures().arrived == 1
    assert not database._ballast(a.path).exists(), "the space held back is there to close with"
    connection.execute("PRAGMA max_page_count = 1073741823")
    a.receive(pages, "peer")
    assert a.digest() == b.digest()
    assert a.check().whole
    close_all(a, b)


def test_a_scan_keeps_the_time_at_the_door_whenever_it_arrives(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Lê An")
    b = another(a, "b")
    b.clock_offset(-3_000, 40)
    b.scan(code_of(b, person), at=later(-7200))
    meet(a, b)
    [row] = a._file.connection.execute("SELECT door, clock_offset, clock_bound FROM scans")
    assert row == (round((later(0) - timedelta(hours=2)).timestamp() * 1000), -3_000, 40)
    first, _ = a._admitted(
        a.delegate(person.id).delegate, a._file.programme.checkpoint(REGISTRATION)
    )
    assert first is not None
    close_all(a, b)


def test_a_second_attendee_of_one_name_is_not_taken_for_the_first(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    b = another(a, "b")
    one, two = walk_in(a, "Lê An"), walk_in(b, "Lê An")
    a.scan(code_of(a, one), at=later(0))
    b.scan(code_of(b, two), at=later(0))
    meet(a, b)
    for desk in (a, b):
        assert {hit.delegate.id for hit in desk.find("le an")} == {one.id, two.id}
        assert desk.figures().arrived == 2
    close_all(a, b)


def test_nobody_founds_the_event_before_its_founder(tmp_path: Path) -> None:
    """A stream that claims an earlier founding would otherwise say who may write."""
    a = new_desk(tmp_path)
    forger = Forger()
    founding = {
        "name": "Mine", "name_vi": "Mine", "first_day": "2026-11-25", "last_day": "2026-11-27",
        "timezone": "UTC", "tag": "666",
    }  # fmt: skip
    forger.add(kinds.FOUNDED, a.event.id, founding, [{"secret": "00" * 32}], at=1)
    a.receive([forger.page()], "peer")
    a.rebuild()
    path = a.path
    assert a.check().whole
    close_all(a)
    a = Desk.open(path)
    assert a.event.name == "Autumn Economic Forum"
    close_all(a)


def test_pull_ends_though_nothing_can_be_taken(tmp_path: Path) -> None:
    a, b = new_desk(tmp_path, "a.checkin"), new_desk(tmp_path, "b.checkin")
    walk_in(b, "Lê An")
    asked = []

    def refuse(pages: Sequence[Page]) -> Taken:
        asked.append(pages)
        return a.receive([], "peer")

    pull(FilePeer(b._file), a.vector, refuse)
    assert len(asked) == 1
    close_all(a, b)


def test_the_secret_of_the_codes_cannot_be_erased(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    fresh = new_desk(tmp_path, "fresh.checkin")
    person = walk_in(a, "Lê An")
    stream = a._file.own_stream
    for n in (1, 2):
        with a._file.transaction():
            said = {"stream": stream, "n": n, "indexes": [0]}
            a._file.record(kinds.PRIVATE_ERASED, "", said)
    pages = pages_of(a)
    fresh.receive(pages, "stick")
    fresh.receive(pages, "stick")
    secrets = [body for (body,) in privates(fresh) if b'"secret":"7373' in body]
    assert len(secrets) == 2, "its own event's, and that of the other"
    a.rebuild()
    path = a.path
    a.close()
    a = Desk.open(path)
    assert a.scan(code_of(a, person), at=later(0)).delegate == person
    assert a.check().whole
    close_all(a, fresh)
