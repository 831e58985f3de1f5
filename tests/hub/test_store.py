"""The hub's store takes, keeps and gives the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.desk import Desk
from checkin_app.domain.errors import StoreError, StoreLocked
from checkin_app.hub.store import Admin, HubStore, found, open_admin, open_store
from checkin_app.hub.store.engine import StreamRow
from checkin_app.ledger import kinds
from checkin_app.ledger.aside import MOST_PAGES
from checkin_app.ledger.branches import origin_of
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store.event_file import EventFile
from tests.desk_support import new_desk, walk_in
from tests.hub.scribe import Scribe

Opened = Callable[[], HubStore]


@pytest.fixture
def url(store_url: str, tmp_path: Path) -> str:
    """A founded hub of a small event, not served."""
    desk = new_desk(tmp_path)
    walk_in(desk, "Mai Thị Hoa")
    desk.close()
    with closing(EventFile.open(tmp_path / "forum.checkin", write=True)) as file:
        store, admin = found(store_url, file)
        store.close()
        admin.close()
    return store_url


@pytest.fixture
def store(url: str) -> Iterator[HubStore]:
    store, admin = open_store(url)
    yield store
    store.close()
    admin.close()


def told(store: HubStore, theirs: Vector | None = None) -> list[Page]:
    pages, more = store.lacking(theirs or {}, 1 << 30)
    assert not more
    return pages


def bodies_of(store: HubStore, stream: str) -> list[bytes]:
    """The entries of one line without branches, as they are given out."""
    return [body for page in told(store) if page.stream == stream for body in page.bodies]


def test_an_event_is_founded_into_an_empty_store(store_url: str, tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Mai Thị Hoa")
    desk.close()
    with closing(EventFile.open(tmp_path / "forum.checkin", write=True)) as file:
        store, admin = found(store_url, file)
        assert store.event == file.event.id
        assert store.vector() == file.vector()
        public = admin.keys().hub_public
        stated = file.connection.execute("SELECT profile FROM streams").fetchall()
        assert ("",) not in stated
        assert store.streams_of(public)
        store.close()
        admin.close()
    with closing(Desk.open(tmp_path / "forum.checkin")) as desk:
        walk_in(desk, "Trần Văn Nam")
        assert desk.aside() == []
        assert desk.delegate(person.id).delegate.name == person.name


def test_a_store_that_holds_an_event_is_not_founded_again(url: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    new_desk(other).close()
    with closing(EventFile.open(other / "forum.checkin", write=True)) as file:
        before = file.vector()
        with pytest.raises(StoreError, match="holds an event already"):
            found(url, file)
        assert file.vector() == before
    store, admin = open_store(url)
    assert store.event == admin.setting("event")
    store.close()
    admin.close()


def test_an_event_that_has_a_hub_is_not_given_a_second(store_url: str, tmp_path: Path) -> None:
    new_desk(tmp_path).close()
    first = f"sqlite:///{tmp_path}/first.hub"
    with closing(EventFile.open(tmp_path / "forum.checkin", write=True)) as file:
        for part in found(first, file):
            part.close()
        before, there = file.vector(), sorted(tmp_path.iterdir())
        with pytest.raises(StoreError, match="has a hub already"):
            found(store_url, file)
        assert (file.vector(), sorted(tmp_path.iterdir())) == (before, there)
        with pytest.raises(StoreError, match="holds an event already"):
            found(first, file)
        (tmp_path / "first.hub").unlink()  # Its keys are beside it, and nothing replaces them.
        with pytest.raises(StoreError, match="has a hub already"):
            found(first, file)


def test_an_event_that_is_not_whole_is_not_founded_and_changes_nothing(
    store_url: str, tmp_path: Path
) -> None:
    new_desk(tmp_path).close()
    path = tmp_path / "forum.checkin"
    with closing(EventFile.open(path, write=True)) as file:
        before = file.vector()
        spoilt = file.connection.execute("SELECT body FROM entries WHERE n = 2").fetchone()[0]
        file.connection.execute("UPDATE entries SET body = ? WHERE n = 2", (b"{}",))
        with pytest.raises(StoreError, match="did not take all"):
            found(store_url, file)
        file.connection.execute("UPDATE entries SET body = ? WHERE n = 2", (spoilt,))
        assert file.vector() == before
        store, admin = found(store_url, file)
        assert store.vector() == file.vector()
        store.close()
        admin.close()


def test_pages_are_taken_once_and_given_byte_for_byte(store: HubStore) -> None:
    desk = Scribe().scan(450)
    for page in desk.pages():
        assert store.take([page], "d1").refused == []
    given = store.take(desk.pages(), "d1")
    assert given.refused == []
    assert given.vector[desk.stream] == desk.head
    assert bodies_of(store, desk.stream) == desk.bodies
    assert store.counters["entries_taken"] == 451
    assert store.counters["entries_known"] == 451


def test_a_gap_is_left_out_and_filled_later(store: HubStore) -> None:
    desk = Scribe().scan(30)
    given = store.take([desk.page(11, 20)], "d1")
    assert given.refused == []
    assert desk.stream not in given.vector
    store.take([desk.page(1, 10), desk.page(21, 31)], "d1")
    assert store.vector()[desk.stream] == (10, desk.chains[9])
    store.take([desk.page(5, 31)], "d1")
    assert store.vector()[desk.stream] == desk.head


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda page: setattr_(page, bodies=[*page.bodies[:-1], b"{}"]), "seal"),
        (lambda page: setattr_(page, seals=[(page.last, b"x" * 64)]), "seal"),
        (lambda page: setattr_(page, seals=[]), "size"),
        (lambda page: setattr_(page, privates=[]), "size"),
        (lambda page: setattr_(page, bodies=[], privates=[]), "size"),
        (lambda page: setattr_(page, stream="../x"), "stream"),
        (lambda page: setattr_(page, stream="f" * 32), "stream"),
    ],
)
def test_what_is_wrong_is_refused_kept_aside_and_stops_nothing(
    store: HubStore, spoil: Callable[[Page], Page], why: str
) -> None:
    desk, other = Scribe().scan(5), Scribe("d2").scan(5)
    given = store.take([spoil(desk.page()), other.page()], "d1")
    assert [refused.why for refused in given.refused] == [why]
    assert desk.stream not in given.vector
    assert given.vector[other.stream] == other.head
    assert [(one.why, one.source) for one in store.aside()] == [(why, "d1")]
    assert store.take([desk.page()], "d1").vector[desk.stream] == desk.head


def test_a_page_of_any_name_stops_nothing(store: HubStore) -> None:
    desk = Scribe()
    named = [setattr_(desk.page(), stream=name) for name in ("x\0y", "", "x" * 5000, "é\ud7ff")]
    given = store.take([*named, desk.page()], "d1\0")
    assert [refused.why for refused in given.refused] == ["stream"] * len(named)
    assert {one.source for one in store.aside()} == {"d1"}
    assert given.vector[desk.stream] == desk.head


def test_of_what_is_refused_the_newest_is_kept_each_once(
    store: HubStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkin_app.ledger.aside.now_ms", itertools.count(1).__next__)
    page = Scribe().page()
    for n in range(MOST_PAGES + 3):
        spoilt = setattr_(page, seals=[(1, n.to_bytes(64))])
        store.take([spoilt, spoilt], f"peer {n}")
    kept = [one.source for one in store.aside()]
    assert kept == [f"peer {n}" for n in range(MOST_PAGES + 2, 2, -1)]


def setattr_(page: Page, **changed: object) -> Page:
    values = {name: getattr(page, name) for name in Page.__struct_fields__}
    return Page(**(values | changed))  # type: ignore[arg-type]


def test_private_parts_come_back_and_wrong_ones_are_refused(store: HubStore) -> None:
    desk = Scribe()
    data = {"type": "delegate", "fields": {}}
    desk.write(kinds.CREATED, "p1", data, {"name": "Hoa"})
    page = desk.page()
    wrong = setattr_(page, privates=[None, page.privates[1].replace(b"Hoa", b"Nam")])
    assert [r.why for r in store.take([wrong], "d1").refused] == ["shape"]
    store.take([page], "d1")
    [given] = [one for one in told(store) if one.stream == desk.stream]
    assert given.privates == page.privates


def test_an_opening_that_is_about_anything_stops_nothing(store: HubStore) -> None:
    """What an entry is about is a text like any other: no column of a database need hold it."""
    odd, other = Scribe("d\0" + "x" * 5000).scan(2), Scribe("d2").scan(2)
    given = store.take([odd.page(), other.page()], "d2")
    assert given.refused == []
    assert bodies_of(store, odd.stream) == odd.bodies
    assert bodies_of(store, other.stream) == other.bodies


def test_seals_inside_a_page_are_kept_where_they_hold(store: HubStore) -> None:
    """So that who knows half of it is given the other half whatever became of the stream."""
    desk = Scribe().scan(199)
    marks = [page.seals[0] for page in desk.pages(size=60)]
    [false, *true] = marks
    store.take([setattr_(desk.page(), seals=[(false[0], bytes(64)), *true])], "d1")
    [page] = [page for page in told(store) if page.stream == desk.stream]
    assert page.seals == true


@given(chance=st.randoms(use_true_random=False))
@settings(
    max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_a_hub_and_a_desk_take_and_refuse_the_same(
    store: HubStore, tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    first, second = Scribe().scan(20), Scribe("d2").scan(9)
    copy = first.cloned().scan(15)
    first.scan(15)
    first.write(kinds.CREATED, "p1", {"type": "delegate", "fields": {}}, {"name": "Hoa"})
    pages = [page for desk in (first, copy, second) for page in desk.pages(size=8)]
    other = {page.stream for page in pages} | {f"{pages[0].stream}/0123456789abcdef", "a.b", ""}
    for page in chance.sample(pages, 8):
        pages += [
            setattr_(page, stream=chance.choice(sorted(other))),
            setattr_(page, first=page.first + chance.choice([-1, 1])),
            setattr_(page, bodies=[*page.bodies[:-1], b"{}"]),
            setattr_(page, privates=[b"[]"] * len(page.privates)),
            setattr_(page, seals=[(page.last, bytes(64)), *page.seals]),
            setattr_(page, seals=[(page.first, bytes(64)), *page.seals]),
        ]
    with closing(new_desk(tmp_path_factory.mktemp("desk"))) as desk:
        for _ in range(4):
            chance.shuffle(pages)
            for page in pages:
                hubs = [refused.why for refused in store.take([page], "d1").refused]
                assert hubs == [refused.why for refused in desk.receive([page], "d1").refused]
        for line in {*store.vector(), *desk.vector()}:
            if origin_of(line) in (first.stream, second.stream):
                assert store.vector()[line] == desk.vector()[line]
        assert {first.head, copy.head, second.head} <= set(desk.vector().values())


def forks() -> list[Scribe]:
    """Three copies of one file that went on apart, sealed at different places."""
    first = Scribe().scan(40)
    second = first.cloned()
    third = second.scan(10).cloned()
    return [first.scan(60), second.scan(70), third.scan(30)]


@given(order=st.randoms(use_true_random=False))
@settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_forks_are_kept_and_named_alike_in_any_order(
    store: HubStore, tmp_path_factory: pytest.TempPathFactory, order: random.Random
) -> None:
    clones = forks()
    pages = [page for clone in clones for page in clone.pages(size=order.choice([7, 23, 90]))]
    while pages:  # Gaps are not kept, so pages are offered until all are known.
        order.shuffle(pages)
        before = store.vector()
        store.take(pages, "someone")
        if store.vector() == before:
            break
    stream = clones[0].stream
    lines = {line: head for line, head in store.vector().items() if line.startswith(stream)}
    assert len(lines) == 3
    assert set(lines.values()) == {clone.head for clone in clones}
    with closing(new_desk(tmp_path_factory.mktemp("desk"))) as desk:
        for page in [page for page in store.every_page() if page.stream.startswith(stream)]:
            assert not desk.receive([page], "hub").refused
        known = {line: head for line, head in desk.vector().items() if line in lines}
        assert known == lines


def test_a_fork_in_the_middle_of_what_was_sealed_together_can_be_given_on(
    store: HubStore, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The shared entries have no seal near enough but one in the branch, whichever side that is."""
    kept: set[bool] = set()
    while len(kept) < 2:
        first = Scribe().scan(150)
        second = first.cloned()
        first.scan(49)
        second.scan(199)
        store.take([first.page()], "a")
        store.take([second.page(152, 350)], "b")
        wanted = {first.head, second.head}
        lines = {line: head for line, head in store.vector().items() if first.stream in line}
        assert set(lines.values()) == wanted
        kept.add(lines[first.stream] == first.head)
        with closing(new_desk(tmp_path_factory.mktemp("desk"))) as desk:
            for page in store.every_page():
                if first.stream in page.stream:
                    assert not desk.receive([page], "hub").refused
            assert wanted <= set(desk.vector().values())


def test_what_theirs_covers_is_not_given(store: HubStore) -> None:
    desk = Scribe().scan(249)
    store.take(desk.pages(), "d1")
    ours = store.vector()
    assert store.lacking(ours, 1 << 20) == ([], False)
    known = ours | {desk.stream: (100, desk.chains[99])}
    assert [(p.first, p.last) for p in told(store, known)] == [(101, 250)]
    some, more = store.lacking({}, 1)
    assert len(some) == 1
    assert more
    ahead = ours | {desk.stream: (999, b"?" * 32)}
    assert told(store, ahead) == []


def test_what_is_short_is_given_before_what_is_long(store: HubStore) -> None:
    """Who may write stands in a short stream: it comes before what they wrote."""
    for count in (240, 3, 90):
        store.take(Scribe(f"d{count}").scan(count).pages(), f"d{count}")
    entries: dict[str, int] = {}
    for page in told(store):
        entries[page.stream] = entries.get(page.stream, 0) + len(page.bodies)
    assert list(entries.values()) == sorted(entries.values())


def test_an_entry_of_the_hub_itself_is_sealed_and_survives(url: str) -> None:
    store, admin = open_store(url)
    store.append(kinds.REVOKED, "d9", {"desk": "d9", "cuts": {}})
    stream = admin.keys().stream
    head = store.vector()[stream]
    store.close()
    admin.close()
    store, admin = open_store(url)
    assert store.vector()[stream] == head
    store.append(kinds.REVOKED, "d8", {"desk": "d8", "cuts": {}})
    assert store.vector()[stream][0] == head[0] + 1
    store.close()
    admin.close()


def test_the_hub_leaves_its_stream_when_a_backup_of_it_went_on(url: str) -> None:
    store, admin = open_store(url)
    keys = admin.keys()
    twin = Scribe(key=keys.hub)
    twin.stream = keys.stream
    twin.bodies, twin.chains, twin.privates = [], [], []
    for body in bodies_of(store, keys.stream):
        twin.add(body)
    store.append(kinds.REVOKED, "d8", {"desk": "d8", "cuts": {}})
    twin.write(kinds.REVOKED, "d7", {"desk": "d7", "cuts": {}})
    store.take([twin.page()], "desk")
    assert store.counters["forks"] == 1
    store.append(kinds.REVOKED, "d6", {"desk": "d6", "cuts": {}})
    assert admin.keys().stream != keys.stream
    assert store.vector()[admin.keys().stream][0] == 2
    store.close()
    admin.close()


def test_many_push_at_once_and_share_commits(store: HubStore) -> None:
    desks = [Scribe(f"d{number}").scan(60) for number in range(12)]
    start = threading.Barrier(len(desks))

    def push(desk: Scribe) -> None:
        start.wait()
        for page in desk.pages(size=10):
            given = store.take([page], desk.stream)
            assert given.vector[desk.stream][0] >= page.last

    threads = [threading.Thread(target=push, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(store.vector()[desk.stream] == desk.head for desk in desks)
    assert all(bodies_of(store, desk.stream) == desk.bodies for desk in desks)


def test_who_waits_is_told_of_a_change(store: HubStore) -> None:
    heard = threading.Event()
    stop = store.on_change(heard.set)
    version = store.version()
    waiting: list[int] = []
    thread = threading.Thread(target=lambda: waiting.append(store.wait_change(version, 60)))
    thread.start()
    store.take([Scribe().page()], "d1")
    thread.join(60)
    assert waiting == [store.version()]
    assert heard.is_set()
    stop()
    assert store.wait_change(store.version(), 0) == store.version()


def test_a_listener_that_fails_is_no_fault_of_the_ledger(
    store: HubStore, caplog: pytest.LogCaptureFixture
) -> None:
    """What was committed was committed: nobody is told otherwise, and nothing is done again."""

    def fail() -> None:
        raise ZeroDivisionError

    heard = threading.Event()
    store.on_change(fail)
    store.on_change(heard.set)
    before = store.counters["commits"]
    desk = Scribe().scan(3)
    given = store.take([desk.page()], "d1")
    assert given.vector[desk.stream] == desk.head
    assert heard.is_set()
    assert store.counters["commits"] == before + 1
    assert "listener" in caplog.text and "ZeroDivisionError" in caplog.text


def test_only_one_process_serves_a_file_but_commands_go_on(tmp_path: Path) -> None:
    new_desk(tmp_path).close()
    url = f"sqlite:///{tmp_path}/event.hub"
    with closing(EventFile.open(tmp_path / "forum.checkin", write=True)) as file:
        store, admin = found(url, file)
    with pytest.raises(StoreLocked):
        open_store(url)
    beside: Admin = open_admin(url)
    beside.keep_setting("x", "y")
    assert admin.setting("x") == "y"
    beside.close()
    store.close()
    admin.close()


def test_rows_of_the_store_are_those_of_the_protocol(store: HubStore) -> None:
    """A version of a row never goes back, so the sum of all changes whenever one does."""
    engine = store._engine  # type: ignore[attr-defined]
    desk = Scribe().scan(2)
    store.take([desk.page(1, 1)], "a")
    before: dict[str, StreamRow] = {row.id: row for row in engine.rows()}
    stamp = engine.stamp()
    store.take([desk.page()], "a")
    after = {row.id: row for row in engine.rows()}
    assert after[desk.stream].version > before[desk.stream].version
    assert engine.stamp() != stamp or not engine.shared
