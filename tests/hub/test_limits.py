"""How much anybody may ask, and that what strangers send counts against nobody else."""

from __future__ import annotations

import asyncio
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.hub.gate import STRANGERS_BURST
from checkin_app.hub.settings import Settings
from checkin_app.hub.tokens import new_token
from checkin_app.sync import wire
from checkin_app.sync.limits import Limit, neighbourhood
from tests.hub.hub_support import (
    SETTINGS,
    Desk,
    Served,
    founded,
    problem,
    served,
    speak,
)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Served]:
    with served(founded(tmp_path)) as running:
        # However slow the machine is, nothing is given back while a test runs.
        running.app.hub.gate._strangers = Limit(1e-6, STRANGERS_BURST)
        yield running


def test_a_bucket_empties_and_fills() -> None:
    clock = Clock()
    limit = Limit(rate=2, burst=3, clock=clock)
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]
    assert limit.take("b")
    assert limit.wait("a") == 1
    assert limit.wait("a", 3) == 2
    clock.now += 0.5
    assert [limit.take("a") for _ in range(2)] == [True, False]
    clock.now += 1000
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]


def test_a_refused_attempt_costs_nothing() -> None:
    clock = Clock()
    limit = Limit(rate=1, burst=2, clock=clock)
    assert limit.take("a", 2)
    assert not any(limit.take("a") for _ in range(100))
    clock.now += 1
    assert limit.take("a")


def test_a_million_askers_take_bounded_memory() -> None:
    limit = Limit(rate=1, burst=1, most_kept=100)
    for asker in range(10_000):
        assert limit.take(asker)
    assert len(limit._levels) == 100


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", neighbourhood("2001:db8::ffff")),
        ("fe80::1%eth0", neighbourhood("fe80::2")),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_neighbours_are_counted_together(address: str, counted: str) -> None:
    assert neighbourhood(address) == counted
    assert neighbourhood("2001:db8::1") != neighbourhood("2001:db8:0:1::1")


def test_who_tries_tokens_is_stopped_and_the_desks_beside_are_not(hub: Served) -> None:
    desk = hub.enrolled()
    seen = [problem(hub.post("take", wire.Take({}), Desk(token=new_token()))) for _ in range(100)]
    assert seen[0] == (401, "unauthorized")
    assert seen[-1] == (429, "rate_limited")
    refused = hub.post("enrol", Desk().ask_in(hub.enrolment()))
    assert problem(refused) == (429, "rate_limited")
    assert int(refused.headers["retry-after"]) >= 1
    for _ in range(20):
        assert hub.post("take", wire.Take({}), desk).status_code == 200
    assert hub.app.hub.metrics.value("refusals_total", error="rate_limited") > 0


def test_a_desk_not_seen_before_is_let_in_though_its_neighbour_was_stopped(hub: Served) -> None:
    desk = hub.enrolled()
    hub.app.hub.gate._let_in.clear()
    while problem(hub.post("take", wire.Take({}), Desk(token=new_token())))[0] != 429:
        pass
    assert hub.post("take", wire.Take({}), desk).status_code == 200


def test_an_address_that_a_stranger_claims_is_not_believed(hub: Served) -> None:
    for number in range(100):
        claimed = f"198.51.100.{number}"
        answer = hub.post("take", wire.Take({}), X_Forwarded_For=claimed, Forwarded=claimed)
    assert problem(answer) == (429, "rate_limited")


def test_one_desk_cannot_ask_without_end(hub: Served) -> None:
    desk = hub.enrolled()
    gate = hub.app.hub.gate
    gate._asking = Limit(rate=0.01, burst=5)
    answers = [hub.post("take", wire.Take({}), desk).status_code for _ in range(8)]
    assert answers == [200] * 5 + [429] * 3
    assert hub.post("take", wire.Take({}), hub.enrolled("d2")).status_code == 200


def test_a_body_has_a_bound_whatever_its_length_says(hub: Served) -> None:
    desk = hub.enrolled()
    large = bytes(wire.MOST_BODY + 1)
    assert problem(hub.post("give", large, desk)) == (413, "too_large")
    assert problem(hub.post("greet", bytes(70_000), desk)) == (413, "too_large")
    assert problem(hub.post("enrol", bytes(70_000))) == (413, "too_large")

    def pieces() -> Iterator[bytes]:
        for _ in range(20):
            yield bytes(4096)

    answer = hub.client.post("/v1/enrol", content=pieces(), headers={"Content-Type": wire.MSGPACK})
    assert problem(answer) == (413, "too_large")
    assert hub.client.get("/healthz").status_code == 200


def bomb(inflated: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(inflated >> 20)) + packer.flush()


def test_a_bomb_is_not_inflated(hub: Served) -> None:
    desk = hub.enrolled()
    packed = bomb(256 << 20)
    assert len(packed) < 300_000
    answer = hub.post("give", packed, desk, Content_Encoding="deflate")
    assert problem(answer) == (413, "too_large")
    twice = hub.post("give", zlib.compress(packed), desk, Content_Encoding="deflate")
    assert twice.status_code in (400, 413)


def test_inflating_stops_at_its_bound() -> None:
    packed = bomb(64 << 20)
    tracemalloc.start()
    try:
        with pytest.raises(wire.Malformed):
            wire.inflate(packed, 1 << 20)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert wire.inflate(zlib.compress(b"x" * 1000), 1000) == b"x" * 1000
    with pytest.raises(wire.Malformed) as refused:
        wire.inflate(zlib.compress(b"x" * 1001), 1000)
    assert refused.value.too_large
    for wrong in (b"", b"x", zlib.compress(b"x")[:-1], zlib.compress(b"x") + b"y"):
        with pytest.raises(wire.Malformed):
            wire.inflate(wrong)


def test_a_body_that_does_not_come_and_a_head_that_does_not_end_are_given_up(
    tmp_path: Path,
) -> None:
    settings = Settings(threads=2, body_seconds=0.2, idle_seconds=0.2)
    with served(founded(tmp_path), settings) as hub:
        desk = hub.enrolled()
        head = (
            "POST /v1/take HTTP/1.1\r\nHost: x\r\nContent-Type: application/msgpack\r\n"
            f"Authorization: Bearer {desk.token}\r\nContent-Length: 10\r\n"
            "Connection: close\r\n\r\nx"
        )
        assert b" 400 " in speak(hub.address, head.encode())
        assert speak(hub.address, b"GET /healthz HT") == b""
        assert speak(hub.address, b"") == b""
        assert hub.client.get("/healthz").status_code == 200
        assert hub.app.hub.metrics.value("garbage_total") == 2


def test_a_desk_cannot_keep_many_waits(hub: Served) -> None:
    desk = hub.enrolled()
    known = {name: (n + 10**6, b"") for name, (n, _) in hub.store.vector().items()}
    known |= {"hubs": (1, b"")}

    async def many() -> list[int]:
        import httpx

        async with httpx.AsyncClient(base_url=hub.address, timeout=40) as client:
            headers = {"Content-Type": wire.MSGPACK, "Authorization": f"Bearer {desk.token}"}
            body = wire.encode(wire.Wait(known, 1))
            asks = [client.post("/v1/wait", content=body, headers=headers) for _ in range(20)]
            return [answer.status_code for answer in await asyncio.gather(*asks)]

    answers = asyncio.run(many())
    assert answers.count(429) == 12
    assert SETTINGS.threads < 8
