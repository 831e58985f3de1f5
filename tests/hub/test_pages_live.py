"""The hints of the control-room page: told at once and at each change, few for many, ended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import StoreError
from checkin_app.hub import figures
from checkin_app.hub.health import Health
from checkin_app.hub.pages import live
from checkin_app.hub.pages.live import Live
from checkin_app.hub.projection import NOT_YET
from tests.desk_support import new_desk, walk_in
from tests.hub.page_support import Browser, Room, browsing

LONG = 60


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def room(desk: Desk) -> Iterator[Room]:
    made = Room(desk.path)
    yield made
    made.projection.close()


async def digests(hints: AsyncIterator[str]) -> dict[str, str]:
    async with asyncio.timeout(LONG):
        async for said in hints:
            if said.startswith("event: digests\n"):
                told: dict[str, str] = json.loads(said.split("data: ", 1)[1])
                return told
    raise AssertionError("the stream ended")


def test_whatever_a_desk_records_changes_the_digests_of_its_parts(desk: Desk, room: Room) -> None:
    guest = walk_in(desk, "Đặng Thị Khánh Vân", category="vip")

    async def listen() -> None:
        counted = Live(room)
        one, other = counted.hints(), counted.hints()
        before = await digests(one)
        assert await digests(other) == before
        desk.admit(guest.id)
        seen: set[str] = set()
        while not {"numbers", "guests", "arrivals", "categories", "places", "inside"} <= seen:
            after = await digests(one)
            seen |= {name for name in after if after[name] != before[name]}
        assert "conflicts" not in seen
        counted.stop()
        for stream in (one, other):
            async with asyncio.timeout(LONG):
                assert [said async for said in stream if "digests" in said][1:] == []

    asyncio.run(listen())


def test_streams_are_few_and_those_that_end_make_room(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "MOST_STREAMS", 2)

    async def listen() -> None:
        counted = Live(room)
        streams = [counted.hints() for _ in range(2)]
        for stream in streams:
            await digests(stream)
        assert counted.is_full
        await streams[0].aclose()  # type: ignore[attr-defined]
        assert not counted.is_full
        counted.stop()
        await streams[1].aclose()  # type: ignore[attr-defined]

    asyncio.run(listen())


def test_hints_go_on_after_what_nobody_foresaw(
    desk: Desk, room: Room, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    health, board = Health(), figures.board

    def broken(*_: object) -> object:
        raise ZeroDivisionError

    async def listen() -> None:
        counted = Live(room, health)
        hints = counted.hints()
        before = await digests(hints)
        monkeypatch.setattr(figures, "board", broken)
        walk_in(desk, "Đặng Thị Khánh Vân")
        async with asyncio.timeout(LONG):
            while not health.failing:
                await asyncio.sleep(0.01)
        monkeypatch.setattr(figures, "board", board)
        assert await digests(hints) != before
        assert health.failing == []
        counted.stop()

    asyncio.run(listen())
    assert "ZeroDivisionError" in caplog.text


def test_many_lookers_are_counted_for_once(room: Room) -> None:
    counted = Live(room)
    first = counted.snapshot()
    assert all(counted.snapshot() is first for _ in range(50))
    counted.forget()
    assert counted.snapshot() is not first


def test_a_hub_that_cannot_be_read_yet_says_so_and_asks_for_patience(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(NOT_YET)

    with browsing(room) as browser:
        monkeypatch.setattr(room.projection, "read", refuse)
        with browsing(room, signed_in=False) as stranger:
            for asked in (stranger, browser):
                _says_wait(asked)


def _says_wait(browser: Browser) -> None:
    browser.cookies.set("lang", "vi")
    answer = browser.get("/sign-in")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert 'http-equiv="refresh"' in answer.text
    assert "Máy chủ" in answer.text
