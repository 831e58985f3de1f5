"""What the hub's pages read is what any desk would show of the same entries."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.hub.health import Health
from checkin_app.hub.projection import Projection
from checkin_app.hub.store import found, open_admin, open_store, settle_unserved
from checkin_app.hub.store.desks import Settling
from checkin_app.hub.store.ledger_store import LedgerStore
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import decode
from checkin_app.ledger.pages import Page
from checkin_app.store import derive, receiving
from checkin_app.store.event_file import EventFile
from tests.desk_support import new_desk, walk_in
from tests.hub.scribe import Scribe

LIMIT = 60

#: What is the same whichever database is under it is tried on one.
on_sqlite = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def url(store_url: str, tmp_path: Path) -> str:
    desk = new_desk(tmp_path)
    for number in range(5):
        walk_in(desk, f"Guest {number}")
    desk.close()
    with closing(EventFile.open(tmp_path / "forum.checkin", write=True)) as file:
        for part in found(store_url, file):
            part.close()
    return store_url


@pytest.fixture
def store(url: str, stack: ExitStack) -> LedgerStore:
    store, admin = open_store(url)
    stack.callback(admin.close)
    stack.callback(store.close)
    return store


@pytest.fixture
def desk(url: str, tmp_path: Path, stack: ExitStack) -> Desk:
    return stack.enter_context(closing(Desk.open(tmp_path / "forum.checkin")))


def projected(store: LedgerStore, folder: Path, stack: ExitStack) -> Projection:
    folder.mkdir(exist_ok=True)
    projection = Projection(store, folder)
    stack.callback(projection.close)
    return projection


def give(desk: Desk, store: LedgerStore) -> None:
    pages, more = desk.lacking(store.vector(), 1 << 20)
    assert not more
    assert store.take(pages, "desk").refused == []


def until_it_knows(projection: Projection, store: LedgerStore) -> None:
    version = projection.version
    while projection.read(lambda file: file.vector()) != store.vector():
        version = projection.wait(version, LIMIT)


def until(holds: Callable[[], bool]) -> None:
    pause = threading.Event()
    while not holds():
        pause.wait(0.01)


def digest(file: EventFile) -> str:
    return derive.digest(file.connection)


def people(file: EventFile) -> int:
    count: int = file.connection.execute("SELECT count(*) FROM delegates").fetchone()[0]
    return count


def test_it_shows_what_the_desks_show(
    store: LedgerStore, desk: Desk, tmp_path: Path, stack: ExitStack
) -> None:
    projection = projected(store, tmp_path / "p", stack)
    for _, credential in list(desk.all_credentials())[:3]:
        desk.scan(credential.code)
    give(desk, store)
    until_it_knows(projection, store)
    with closing(EventFile.open(desk.path, write=False)) as file:
        assert projection.read(digest) == digest(file)
    assert projection.read(people) == 5


@on_sqlite
def test_it_goes_on_with_what_it_had(
    store: LedgerStore, desk: Desk, tmp_path: Path, stack: ExitStack
) -> None:
    first = projected(store, tmp_path / "p", stack)
    until_it_knows(first, store)
    first.close()
    inode = first.path.stat().st_ino
    walk_in(desk, "Late")
    give(desk, store)
    again = projected(store, tmp_path / "p", stack)
    until_it_knows(again, store)
    assert again.path.stat().st_ino == inode


@on_sqlite
def test_a_file_that_cannot_be_gone_on_with_is_made_anew(
    store: LedgerStore, tmp_path: Path, stack: ExitStack
) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "projection.checkin").write_bytes(b"something else" * 100)
    projection = projected(store, tmp_path / "p", stack)
    assert projection.read(lambda file: file.event.id) == store.event


@on_sqlite
def test_one_poisonous_entry_stops_nothing(
    store: LedgerStore, desk: Desk, tmp_path: Path, stack: ExitStack
) -> None:
    projection = projected(store, tmp_path / "p", stack)
    until_it_knows(projection, store)
    bad = Scribe("d9")
    bad.add(b"\xff no JSON")
    bad.add(b"[" * 100_000)
    bad.add(bad.bodies[0].replace(b'"at":', b'"at":-'))
    bad.scan(2)
    assert store.take([bad.page()], "d9").refused == []
    walk_in(desk, "Late")
    give(desk, store)
    until_it_knows(projection, store)
    with closing(EventFile.open(desk.path, write=False)) as file:
        assert projection.read(digest) == digest(file)


@on_sqlite
def test_a_fault_in_folding_one_stream_stops_only_that_one(
    store: LedgerStore,
    desk: Desk,
    tmp_path: Path,
    stack: ExitStack,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad = Scribe("d9").scan(3)
    place = receiving.place

    def planted(connection: object, page: Page, *rest: object) -> object:
        if page.stream == bad.stream:
            raise ZeroDivisionError
        return place(connection, page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(receiving, "place", planted)
    projection = projected(store, tmp_path / "p", stack)
    until_it_knows(projection, store)
    walk_in(desk, "Late")
    store.take([bad.page()], "d9")
    give(desk, store)
    version = projection.version
    while projection.read(people) != 6:
        version = projection.wait(version, LIMIT)
    while bad.stream not in caplog.text:
        version = projection.wait(version, 1)
    monkeypatch.setattr(receiving, "place", place)
    bad.scan()
    store.take([bad.page()], "d9")
    until_it_knows(projection, store)


def parts_of(store: LedgerStore, stream: str, n: int) -> bytes | None:
    for page in store.every_page():
        if page.stream == stream and page.first <= n <= page.last:
            return page.privates[n - page.first]
    return None


def test_what_was_erased_is_erased_in_the_store_and_stays_so(
    store: LedgerStore, desk: Desk, tmp_path: Path, stack: ExitStack
) -> None:
    """An old stick, read after the erasure, brings nothing back."""
    projection = projected(store, tmp_path / "p", stack)
    old_stick = Scribe("d9")
    data = {"type": "delegate", "fields": {}, "codes": []}
    old_stick.write(kinds.CREATED, "p9", data, {"name": "Somebody"})
    own = next(
        (page.stream, n)
        for page in store.every_page()
        for n, private in enumerate(page.privates, page.first)
        if private and b"Guest 1" in private
    )
    founding = next(
        (page.stream, n)
        for page in store.every_page()
        for n, body in enumerate(page.bodies, page.first)
        if decode(body).kind == kinds.FOUNDED
    )
    desk.close()
    with closing(EventFile.open(desk.path, write=True)) as file:
        with file.transaction():
            for stream, n in (own, (old_stick.stream, 2), founding):
                said = {"stream": stream, "n": n, "indexes": [0]}
                file.record(kinds.PRIVATE_ERASED, "p", said)
        pages, _ = file.lacking(store.vector(), 1 << 20)
    store.take(pages, "desk")
    version = store.version()
    while parts_of(store, *own) != b"[null]":
        version = projection.wait(version, 1)
    store.take([old_stick.page()], "stick")
    assert parts_of(store, old_stick.stream, 2) == b"[null]"
    assert b"secret" in (parts_of(store, *founding) or b"")


def told_of_desks(store: LedgerStore, stream: str) -> list[tuple[str, str]]:
    return [
        (entry.kind, entry.subject)
        for page in store.every_page()
        if page.stream == stream
        for entry in map(decode, page.bodies)
        if entry.subject == "d1"
    ]


def test_desks_that_a_command_enrols_or_revokes_are_recorded_by_who_serves(
    url: str, stack: ExitStack
) -> None:
    store, admin = open_store(url)
    stream = admin.keys().stream
    settling = Settling(store, admin)
    beside = open_admin(url)
    desk = Scribe("d1").scan(2)
    version = store.version()
    beside.add_desk("d1", "Desk 1", "door", desk.public.hex(), "ab" * 32)
    while told_of_desks(store, stream) != [(kinds.ENROLLED, "d1")]:
        version = store.wait_change(version, LIMIT)
    store.take([desk.page()], "d1")
    assert beside.revoke("d1")
    assert not beside.revoke("d1")
    while len(told_of_desks(store, stream)) < 2:
        version = store.wait_change(version, LIMIT)
    settling.stop()
    last = next(
        decode(page.bodies[-1]) for page in reversed(list(store.every_page()))
        if page.stream == stream
    )  # fmt: skip
    assert last.data == {"desk": "d1", "cuts": {desk.stream: 3}}
    for part in (beside, store, admin):
        part.close()


def test_a_command_records_by_itself_where_nobody_serves(url: str) -> None:
    beside = open_admin(url)
    beside.add_desk("d1", "Desk 1", "door", Scribe("d1").public.hex(), "ab" * 32)
    assert settle_unserved(url)
    assert beside.unrecorded() == []
    store, admin = open_store(url)
    assert told_of_desks(store, admin.keys().stream) == [(kinds.ENROLLED, "d1")]
    for part in (beside, store, admin):
        part.close()
    beside = open_admin(url)
    assert beside.by_token("ab" * 32) is not None
    assert beside.by_token("") is None
    beside.close()


def test_an_enrolment_is_good_once_and_not_when_it_has_expired(url: str) -> None:
    beside, other = open_admin(url), open_admin(url)
    beside.enrolments.add("a" * 64, "Desk 1", "door", 1 << 52)
    beside.enrolments.add("b" * 64, "Desk 2", "door", 1)
    assert other.enrolments.take("a" * 64) == ("Desk 1", "door")
    assert beside.enrolments.take("a" * 64) is None
    assert beside.enrolments.take("b" * 64) is None
    assert beside.enrolments.take("c" * 64) is None
    beside.close()
    other.close()


@on_sqlite
def test_what_a_desk_does_not_say_of_itself_stays(url: str) -> None:
    admin = open_admin(url)
    admin.add_desk("d1", "Desk 1", "door", "00" * 32, "ab" * 32)
    admin.touch("d1", met_at=5, release="1.0", outbox=3, clock=(-2, 1))
    admin.touch("d1", met_at=6)
    desk = admin.desk("d1")
    assert desk is not None
    assert (desk.met_at, desk.release, desk.outbox, desk.offset, desk.bound) == (6, "1.0", 3, -2, 1)
    admin.close()


@on_sqlite
def test_what_nobody_foresaw_is_logged_tried_again_and_told(
    store: LedgerStore,
    desk: Desk,
    tmp_path: Path,
    stack: ExitStack,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    health = Health()
    (tmp_path / "p").mkdir()
    projection = Projection(store, tmp_path / "p", health=health)
    stack.callback(projection.close)
    until_it_knows(projection, store)
    failed = threading.Event()
    lacking, whose = store.lacking, "L" + "an"

    def broken(*_: object) -> object:
        if health.failing:
            failed.set()
        raise ZeroDivisionError(whose)

    monkeypatch.setattr(store, "lacking", broken)
    walk_in(desk, "Late")
    desk.seal()
    pages, _ = desk.lacking(store.vector(), 1 << 20)
    store.take(pages, "desk")
    assert failed.wait(LIMIT)
    assert health.failing == ["the projection"]
    monkeypatch.setattr(store, "lacking", lacking)
    until_it_knows(projection, store)
    until(lambda: not health.failing)
    assert projection.read(people) == 6
    assert "ZeroDivisionError" in caplog.text and "Lan" not in caplog.text


@on_sqlite
def test_desks_are_recorded_after_what_nobody_foresaw(
    url: str, store: LedgerStore, stack: ExitStack, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    admin = open_admin(url)
    stack.callback(admin.close)
    failed = threading.Event()
    unrecorded = admin.unrecorded

    def broken() -> object:
        failed.set()
        raise ZeroDivisionError

    monkeypatch.setattr(admin, "unrecorded", broken)
    health = Health()
    settling = Settling(store, admin, health)
    stack.callback(settling.stop)
    assert failed.wait(LIMIT)
    until(lambda: bool(health.failing))
    admin.add_desk("d1", "Desk", "door", "ab" * 32, "cd" * 32)
    monkeypatch.setattr(admin, "unrecorded", unrecorded)
    seen = store.version()
    while admin.unrecorded():
        seen = store.wait_change(seen, 1)
    until(lambda: not health.failing)
    assert "ZeroDivisionError" in caplog.text
