"""What desks ask of the hub and what they are answered, over a socket."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_app.domain.errors import StoreError
from checkin_app.hub.waiting import Watch
from checkin_app.ledger.pages import Vector
from checkin_app.sync import wire
from checkin_app.sync.protocol import Batch, Given, Welcome
from tests.hub.hub_support import SETTINGS, Served, founded, page_of, problem, served


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Served]:
    with served(founded(tmp_path)) as running:
        yield running


def test_a_desk_greets_gives_and_another_takes(hub: Served) -> None:
    one, two = hub.enrolled("d1"), hub.enrolled("d2")
    before = hub.greeted(one).vector
    page = page_of(one)
    given = hub.asked("give", wire.Give([page]), Given, one)
    assert given.refused == []
    assert given.vector[page.stream][0] == 3
    again = hub.asked("give", wire.Give([page]), Given, one)
    assert (again.vector[page.stream], again.refused) == (given.vector[page.stream], [])
    taken = hub.asked("take", wire.Take(before), Batch, two)
    assert [b for p in taken.pages if p.stream == page.stream for b in p.bodies] == page.bodies
    nothing = hub.asked("take", wire.Take(taken.vector), Batch, two)
    assert (nothing.pages, nothing.more) == ([], False)


def test_a_page_nobody_can_look_at_stops_no_other(hub: Served) -> None:
    desk = hub.enrolled()
    good = page_of(desk)
    bad = [
        wire.Page("no stream at all", 1, [b"x"], [None], []),
        wire.Page(good.stream, 0, [b"x"], [None], []),
        wire.Page(good.stream, 1, [b"x"], [], []),
        wire.Page(good.stream, 1, [b"x"] * 201, [None] * 201, []),
        wire.Page(good.stream, 4, [b"x"], [None], [(9, bytes(64))]),
        wire.Page("f" * 32, 1, [b"\xff"], [None], [(1, bytes(64))]),
    ]
    given = hub.asked("give", wire.Give([*bad, good]), Given, desk)
    assert given.vector[good.stream][0] == 3
    assert len(given.refused) == len(bad)
    assert hub.app.hub.metrics.value("pages_refused_total") == len(bad)


def test_waiting_ends_with_news_and_not_before(hub: Served) -> None:
    one, two = hub.enrolled("d1"), hub.enrolled("d2")
    known = settled(hub)
    heard: list[Vector] = []

    def wait() -> None:
        heard.append(hub.asked("wait", wire.Wait(known, 25), wire.Waited, two).vector)

    waiting = threading.Thread(target=wait)
    waiting.start()
    await_that(lambda: hub.app.hub.watch.count == 1)
    page = page_of(one)
    hub.asked("give", wire.Give([page]), Given, one)
    waiting.join(30)
    assert heard[0][page.stream][0] == 3
    began = time.monotonic()
    hub.asked("wait", wire.Wait({}, 25), wire.Waited, two)
    assert time.monotonic() - began < 20
    same = hub.asked("wait", wire.Wait(heard[0], 0), wire.Waited, two)
    assert same.vector == heard[0]


def test_a_desk_that_is_ahead_is_not_woken_by_what_it_gave(hub: Served) -> None:
    desk = hub.enrolled()
    known = settled(hub)
    page = page_of(desk)
    ahead = {**known, page.stream: (3, b"")}
    done = threading.Event()

    def wait() -> None:
        hub.asked("wait", wire.Wait(ahead, 25), wire.Waited, desk)
        done.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    await_that(lambda: hub.app.hub.watch.count == 1)
    hub.asked("give", wire.Give([page]), Given, desk)
    await_that(lambda: page.stream in hub.app.hub.watch.vector)
    for _ in range(3):  # What the hub would have woken has gone on by then.
        hub.asked("take", wire.Take({}, 1), Batch, desk)
    assert hub.app.hub.watch.count == 1
    assert not done.is_set()
    other = hub.enrolled("d2")
    hub.asked("give", wire.Give([page_of(other)]), Given, other)
    assert done.wait(30)
    waiting.join(30)


def test_a_thousand_waiters_hold_no_thread_and_all_hear(hub: Served) -> None:
    class Store:
        def __init__(self) -> None:
            self.known: Vector = {"a": (1, b"")}

        def vector(self) -> Vector:
            return dict(self.known)

        def on_change(self, call):
            self.call = call
            return lambda: None

    async def thousand() -> tuple[int, list[Vector]]:
        store = Store()
        watch = Watch(store)
        watch.start()
        while not watch.vector:
            await asyncio.sleep(0)
        waits = [asyncio.create_task(watch.wait(dict(store.known), 25)) for _ in range(1000)]
        while watch.count < 1000:
            await asyncio.sleep(0)
        threads = threading.active_count()
        store.known = {"a": (1, b""), "b": (1, b"")}
        await asyncio.to_thread(store.call)
        heard = await asyncio.gather(*waits)
        await watch.stop()
        return threads, heard

    before = threading.active_count()
    threads, heard = asyncio.run(thousand())
    assert threads - before < 40
    assert all("b" in vector for vector in heard) and len(heard) == 1000


def test_the_snapshot_is_all_pages_and_says_how_far_it_is(hub: Served) -> None:
    desk = hub.enrolled()
    hub.asked("give", wire.Give([page_of(desk, 150)]), Given, desk)
    with hub.client.stream(
        "GET", "/v1/snapshot", headers={"Authorization": f"Bearer {desk.token}"}
    ) as answer:
        raw = answer.read()
    frames = []
    while length := int.from_bytes(raw[:4]):
        frames.append(wire.read_frame(raw[4 : 4 + length]))
        raw = raw[4 + length :]
    assert raw == wire.END_OF_SNAPSHOT
    entries = sum(len(page.bodies) for frame in frames for page in frame.pages)
    assert frames[-1].done == entries == frames[-1].total
    assert entries == sum(n for n, _ in hub.store.vector().values())


def test_an_older_desk_is_told_what_to_do_and_newer_words_are_passed_over(hub: Served) -> None:
    desk = hub.enrolled()
    assert problem(hub.post("greet", hub.hello(desk, speaks=(0, 0)), desk)) == (409, "too_old")
    assert problem(hub.post("greet", hub.hello(desk, speaks=(9, 9)), desk)) == (409, "too_old")
    newer = hub.hello(desk, speaks=(1, 9), kinds=["scan.made", "moon.landed"])
    welcome = hub.asked("greet", newer, Welcome, desk)
    assert (welcome.version, welcome.unknown_kinds) == (1, ["moon.landed"])
    raw = wire.encode(hub.hello(desk), wire.JSON)[:-1] + b',"mood":{"of":"tomorrow"}}'
    assert hub.post("greet", raw, desk, wire.JSON).status_code == 200


def test_a_body_may_be_json_or_deflated_and_so_may_the_answer(hub: Served) -> None:
    desk = hub.enrolled()
    hub.asked("give", wire.Give([page_of(desk, 100)]), Given, desk)
    for media in (wire.MSGPACK, wire.JSON):
        plain = wire.encode(wire.Take({}), media)
        answer = hub.post(
            "take",
            wire.deflate(plain),
            desk,
            media,
            Content_Encoding="deflate",
            Accept_Encoding="deflate",
        )
        assert answer.headers["content-encoding"] == "deflate"
        assert answer.headers["content-type"] == media
        assert wire.decode(answer.content, Batch, media).pages


def test_what_the_desks_said_of_themselves_is_known(hub: Served) -> None:
    desk = hub.enrolled()
    hub.asked("greet", hub.hello(desk, outbox=7, clock=(2500, 40)), Welcome, desk)
    [row] = [row for row in hub.app.hub.desks() if row.id == "d1"]
    assert (row.release, row.outbox, row.offset, row.bound) == ("1.0", 7, 2500, 40)
    assert row.met_at is not None
    hub.asked("greet", hub.hello(desk, outbox=-(2**63), clock=(2**64 - 1, 0)), Welcome, desk)


def test_operators_see_counts_and_no_names(hub: Served) -> None:
    desk = hub.enrolled()
    hub.asked("give", wire.Give([page_of(desk)]), Given, desk)
    assert hub.client.get("/healthz").json() == {"status": "ok"}
    text = hub.client.get("/metrics").text
    assert 'checkin_hub_requests_total{route="give",status="200"} 1' in text
    assert "checkin_hub_entries_given_total 3" in text
    assert "checkin_hub_store_entries_taken_total" in text
    assert desk.token not in text and '"d1"' not in text and "Desk d1" not in text


def test_health_names_the_part_that_fails_and_no_process_is_taken_out_for_it(
    hub: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    vector = hub.store.vector

    def broken() -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(hub.store, "vector", broken)
    hub.store.append("test.told", "x", {})
    await_that(lambda: hub.client.get("/healthz").json()["status"] == "failing")
    health = hub.client.get("/healthz")
    assert health.status_code == 200
    assert health.json() == {"status": "failing", "failing": ["looking for news"]}
    assert "checkin_hub_failing 1" in hub.client.get("/metrics").text
    monkeypatch.setattr(hub.store, "vector", vector)
    await_that(lambda: hub.client.get("/healthz").json() == {"status": "ok"})
    settled(hub)
    assert "ZeroDivisionError" in caplog.text


def test_health_is_503_while_the_store_does_not_answer(
    hub: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise StoreError("The disk is gone.")

    monkeypatch.setattr(hub.store, "ping", broken)
    health = hub.client.get("/healthz")
    assert (health.status_code, health.json()) == (503, {"status": "unavailable"})


def test_figures_are_for_this_computer_and_for_who_has_the_token(tmp_path: Path) -> None:
    token = "t" * 40
    elsewhere = {"X-Forwarded-For": "192.0.2.7"}
    with served(founded(tmp_path), replace(SETTINGS, metrics_token=token)) as hub:
        assert hub.client.get("/metrics").status_code == 200
        for wrong in ({}, {"Authorization": "Bearer"}, {"Authorization": f"Bearer {token}x"}):
            refused = hub.client.get("/metrics", headers=elsewhere | wrong)
            assert problem(refused) == (401, "unauthorized")
        shown = {"Authorization": f"Bearer {token}"}
        assert hub.client.get("/metrics", headers=elsewhere | shown).status_code == 200


def test_without_a_token_nobody_elsewhere_reads_the_figures(hub: Served) -> None:
    for shown in ({}, {"Authorization": ""}, {"Authorization": "Bearer"}):
        refused = hub.client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"} | shown)
        assert refused.status_code == 401
        assert "checkin_hub" not in refused.text
    assert hub.client.get("/healthz", headers={"X-Forwarded-For": "192.0.2.7"}).is_success


def test_every_answer_carries_the_headers_of_safety(hub: Served) -> None:
    for path in ("/healthz", "/v1/time", "/v1/nothing", "/metrics", "/openapi.json"):
        headers = hub.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "server" not in headers


def test_a_failing_store_is_a_sentence_and_no_trace(
    hub: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = hub.enrolled()

    def broken(*_: object) -> object:
        raise StoreError("Lan’s file is broken.")

    monkeypatch.setattr(hub.store, "lacking", broken)
    caplog.set_level("INFO")
    answer = hub.post("take", wire.Take({}), desk)
    assert problem(answer) == (503, "unavailable")
    assert b"Lan" not in answer.content
    assert "Lan" not in caplog.text
    assert hub.client.get("/healthz").status_code == 200


def settled(hub: Served) -> Vector:
    """What the hub knows when it has recorded all that was enrolled."""
    await_that(lambda: not hub.admin.unrecorded())
    await_that(lambda: hub.app.hub.watch.vector == hub.store.vector())
    return hub.store.vector()


def await_that(holds, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.002)
