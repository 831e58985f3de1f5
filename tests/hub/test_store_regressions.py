"""What went wrong in the stores of others, one test each, and what a crash leaves."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from checkin_app.bench.postgresql import PostgresServer
from checkin_app.desk import Desk
from checkin_app.domain.errors import StoreError
from checkin_app.hub.store import HubStore, found, open_store
from checkin_app.hub.store.ledger_store import LedgerStore
from checkin_app.hub.store.taking import Taking
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store import derive
from checkin_app.store.event_file import EventFile
from checkin_app.sync.exchange import pull, push
from checkin_app.sync.protocol import Batch, Given, Hello, Welcome
from tests.desk_support import new_desk, walk_in
from tests.hub.scribe import Scribe

LIMIT = 60


class StorePeer:
    """A store as the other side of an exchange."""

    def __init__(self, store: HubStore) -> None:
        self._store = store

    def greet(self, hello: Hello) -> Welcome:
        raise NotImplementedError

    def give(self, pages: Sequence[Page]) -> Given:
        return self._store.take(pages, "desk")

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        pages, more = self._store.lacking(vector, most_bytes)
        return Batch(pages, self._store.vector(), more)

    def wait(self, vector: Vector, seconds: float) -> Vector:
        raise NotImplementedError

    def time(self) -> int:
        raise NotImplementedError


def meet(desk: Desk, store: HubStore) -> None:
    peer = StorePeer(store)
    push(peer, store.vector(), desk.lacking)
    pull(peer, desk.vector, lambda pages: desk.receive(pages, "hub"))


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def founded(url: str, folder: Path) -> str:
    """The address of a hub that holds a small event; its event file is folder/forum.checkin."""
    desk = new_desk(folder)
    for number in range(6):
        walk_in(desk, f"Guest {number}")
    desk.close()
    with closing(EventFile.open(folder / "forum.checkin", write=True)) as file:
        for part in found(url, file):
            part.close()
    return url


def opened(url: str, stack: ExitStack) -> LedgerStore:
    store, admin = open_store(url)
    stack.callback(admin.close)
    stack.callback(store.close)
    return store


@pytest.mark.serial
def test_numbers_handed_out_before_they_are_visible_are_missed_by_no_reader(
    postgres: PostgresServer, tmp_path: Path, stack: ExitStack
) -> None:
    """One process took its place first and commits last; whoever reads between sees it later."""
    url = founded(postgres.new_database(), tmp_path)
    early, late, reader = (opened(url, stack) for _ in range(3))
    first, second = Scribe("d1").scan(20), Scribe("d2").scan(20)
    known: Vector = {}
    with early._engine.writing() as writing:
        taking = Taking(writing, [first.stream])
        assert taking.take(first.page(), "d1") == ""
        taking.finish()
        late.take([second.page()], "d2")
        version = reader.version()
        while second.stream not in reader.vector():
            version = reader.wait_change(version, LIMIT)
        known = reader.vector()
        assert first.stream not in known
        seen = version
    while first.stream not in reader.vector():
        assert reader.wait_change(seen, LIMIT) != seen
        seen = reader.version()
    pages, _ = reader.lacking(known, 1 << 20)
    assert [(page.stream, page.bodies) for page in pages] == [(first.stream, first.bodies)]


@pytest.mark.serial
def test_two_processes_that_commit_at_once_give_a_reader_everything_once(
    postgres: PostgresServer, tmp_path: Path, stack: ExitStack
) -> None:
    url = founded(postgres.new_database(), tmp_path)
    stores = [opened(url, stack) for _ in range(2)]
    reader = opened(url, stack)
    desks = [Scribe(f"d{number}").scan(59) for number in range(6)]

    def send(number: int, desk: Scribe) -> None:
        pages = desk.pages(size=5)
        for page in pages:  # Each page at both, as after an answer that was lost.
            stores[number % 2].take([page], desk.stream)
            stores[1 - number % 2].take([page], desk.stream)

    threads = [threading.Thread(target=send, args=pair) for pair in enumerate(desks)]
    for thread in threads:
        thread.start()
    known: Vector = {}
    read: dict[str, list[bytes]] = {desk.stream: [] for desk in desks}
    wanted = {desk.stream: desk.head for desk in desks}
    version = -1
    while not wanted.items() <= known.items():
        version = reader.wait_change(version, LIMIT)
        vector = reader.vector()
        for page in reader.lacking(known, 1 << 30)[0]:
            if page.stream in read:
                kept = read[page.stream]
                assert page.first == len(kept) + 1
                kept += page.bodies
                n = len(kept)
                chains = next(desk.chains for desk in desks if desk.stream == page.stream)
                known[page.stream] = (n, chains[n - 1])
            else:
                known[page.stream] = vector[page.stream]
    for thread in threads:
        thread.join()
    assert read == {desk.stream: desk.bodies for desk in desks}
    assert reader.aside() == []


def test_acknowledged_and_then_the_hub_was_rolled_back_to_a_backup(tmp_path: Path) -> None:
    """Whoever is left sends what the hub lost, also what others had recorded."""
    url = founded(f"sqlite:///{tmp_path}/event.hub", tmp_path)
    files = [path for path in tmp_path.glob("event.hub*") if not path.name.endswith(".lock")]
    backup = {path: path.read_bytes() for path in files}
    copies = [tmp_path / name for name in ("a.checkin", "b.checkin")]
    with ExitStack() as stack:
        store = opened(url, stack)
        first, second = (joined(store, copy, stack) for copy in copies)
        codes = [credential.code for _, credential in first.all_credentials()]
        for code in codes[:3]:
            first.scan(code)
        meet(first, store)
        meet(second, store)
        second.scan(codes[4])
        meet(second, store)
        acknowledged = store.vector()
    for path in tmp_path.glob("event.hub*"):
        path.unlink()
    for path, content in backup.items():
        path.write_bytes(content)
    with ExitStack() as stack:
        store = opened(url, stack)
        assert store.vector() != acknowledged
        second = stack.enter_context(closing(Desk.open(copies[1])))
        meet(second, store)  # The first desk is gone for good.
        assert store.vector() == acknowledged == second.vector()
        assert store.aside() == []


def joined(store: HubStore, path: Path, stack: ExitStack) -> Desk:
    from checkin_app.store.bootstrap import bootstrap

    bootstrap(path, store.every_page()).close()
    desk = stack.enter_context(closing(Desk.open(path)))
    asking = desk.applicant()
    said = {
        "desk": asking.desk,
        "public_key": asking.public_key.hex(),
        "profile": "registration",
        "name": path.stem,
    }
    store.append("desk.enrolled", asking.desk, said)
    meet(desk, store)
    return desk


@pytest.mark.serial
def test_dump_and_restore_of_the_hubs_postgresql(
    postgres: PostgresServer, tmp_path: Path, stack: ExitStack
) -> None:
    url = founded(postgres.new_database(), tmp_path)
    store = opened(url, stack)
    desk = joined(store, tmp_path / "a.checkin", stack)
    codes = [credential.code for _, credential in desk.all_credentials()]
    desk.scan(codes[0])
    meet(desk, store)
    name = urlsplit(url).path.lstrip("/")
    dump = str(postgres.folder / f"{name}.sql")
    server = ("-h", str(postgres.folder), "-U", "postgres")
    postgres.run("pg_dump", *server, "-f", dump, name)
    desk.scan(codes[1])
    meet(desk, store)
    restored = postgres.new_database()
    target = urlsplit(restored).path.lstrip("/")
    postgres.run("psql", *server, "-q", "-v", "ON_ERROR_STOP=1", "-f", dump, target)
    again = opened(restored, stack)
    assert again.vector() != store.vector()
    desk.scan(codes[2])
    meet(desk, again)
    assert again.vector() == desk.vector()
    other = joined(again, tmp_path / "b.checkin", stack)
    assert digest_of(other) == digest_of(desk)
    new = Scribe("d9").scan(3)
    again.take([new.page()], "d9")
    again.append("desk.enrolled", "d9", {
        "desk": "d9", "public_key": new.public.hex(), "profile": "door", "name": "D9",
    })  # fmt: skip
    assert again.aside() == []


def digest_of(desk: Desk) -> str:
    with closing(EventFile.open(desk.path, write=False)) as file:
        return derive.digest(file.connection)


@pytest.mark.serial
def test_nothing_acknowledged_is_lost_when_postgresql_stops_at_once(
    tmp_path: Path, stack: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    """Stopped in the middle of pushes, again and again; the processes that serve it go on."""
    postgres = PostgresServer()
    stack.callback(postgres.end)
    url = founded(postgres.new_database(), tmp_path)
    stores = [opened(url, stack) for _ in range(2)]
    desks = [Scribe(f"d{number}").scan(400) for number in range(4)]
    shown: dict[str, int] = {}
    done, pushed = threading.Event(), threading.Semaphore(0)

    def send(number: int, desk: Scribe) -> None:
        order = random.Random(number)
        while not done.is_set():
            first = shown.get(desk.stream, 0) + 1
            if first > len(desk.bodies):
                return
            page = desk.page(first, min(first + 3, len(desk.bodies)))
            try:
                vector = order.choice(stores).take([page], desk.stream).vector
            except StoreError:
                done.wait(0.02)  # Not known whether it was taken; it is offered again.
                continue
            if desk.stream in vector:
                shown[desk.stream] = max(shown.get(desk.stream, 0), vector[desk.stream][0])
            pushed.release()

    threads = [threading.Thread(target=send, args=pair) for pair in enumerate(desks)]
    for thread in threads:
        thread.start()
    for _ in range(2):
        for _ in range(12):
            assert pushed.acquire(timeout=LIMIT)
        postgres.stop("immediate")
        postgres.start()
    for _ in range(12):
        assert pushed.acquire(timeout=LIMIT)
    postgres.stop("immediate")
    done.set()
    for thread in threads:
        thread.join()
    postgres.start()
    store = opened(url, stack)
    vector = store.vector()
    for desk in desks:
        assert vector[desk.stream][0] >= shown[desk.stream]
        store.take(desk.pages(), desk.stream)
    assert all(store.vector()[desk.stream] == desk.head for desk in desks)
    kept: dict[str, list[bytes]] = {}
    for page in store.every_page():
        kept.setdefault(page.stream, []).extend(page.bodies)
    assert all(kept[desk.stream] == desk.bodies for desk in desks)
    assert store.aside() == []


def test_the_password_of_the_database_is_shown_to_nobody(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for url in (
        "postgresql://hub:s3cret@127.0.0.1:1/event",
        "postgresql://hub:s3cret@127.0.0.1:s3cret/event",
        "postgresql://hub:s3@cret@127.0.0.1:1/event?connect_timeout=s3cret",
        "postgresql://127.0.0.1:1/event?password=s3cret",
    ):
        monkeypatch.setenv("CHECKIN_STORE", url)
        with pytest.raises(StoreError) as raised:
            open_store()
        assert "cret" not in str(raised.value)
    assert "cret" not in caplog.text


@pytest.mark.serial
def test_a_database_that_refuses_is_told_in_its_own_words(postgres: PostgresServer) -> None:
    url = postgres.url("nobody_s")
    with pytest.raises(StoreError) as raised:
        open_store(url)
    assert "nobody_s does not let the hub in" in str(raised.value)
    assert "does not exist”." in str(raised.value)


def test_what_is_no_address_of_a_store_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for url in ("", "sqlite:///", "mysql://x/y", "hub.db", f"sqlite:///{tmp_path}/not there.hub"):
        with pytest.raises(StoreError):
            open_store(url)
    assert list(tmp_path.iterdir()) == []
