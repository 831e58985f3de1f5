"""Measures a hub: how fast it takes what desks send, and what an exchange costs as it grows."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from checkin_app.bench.hub_floor import Floor, InPostgres, InSqlite
from checkin_app.bench.measure import Figure, in_turn, spread
from checkin_app.bench.postgresql import PostgresServer, programs
from checkin_app.bench.rosters import new_event
from checkin_app.bench.streams import Writer
from checkin_app.hub.app import make_app
from checkin_app.hub.store import Admin, HubStore, found
from checkin_app.hub.tokens import hashed, new_token
from checkin_app.ledger.seal import public_key
from checkin_app.store.event_file import EventFile
from checkin_app.sync import wire
from checkin_app.sync.protocol import Batch, Given

#: Entries of one request; requests of one desk in a round; desks that push at once; rounds.
BATCH, REQUESTS, DESKS, ROUNDS = 100, 5, 16, 3
#: (desks, entries) in the store when the cost of an exchange is measured.
CURVE = ((20, 2_000), (200, 100_000), (1_000, 1_000_000))
EXCHANGES, NEW = 150, 10

Request = tuple[bytes, list[tuple[bytes, bytes]]]


def figures(
    folder: Path, most_entries: int, told: Callable[[str], None] = lambda text: None
) -> Iterator[Figure]:
    """On SQLite, and on PostgreSQL where one is installed; `folder` is for the files."""
    event = folder / "hub-event.checkin"
    new_event(event, 200).close()
    told("pushing into a hub")
    yield from _ingest("SQLite", event, f"sqlite:///{folder}/ingest.hub",
                       InSqlite(folder / "ingest-floor.db"))  # fmt: skip
    if programs() is not None:
        server = PostgresServer()
        try:
            bare = InPostgres(server.new_database())
            yield from _ingest("PostgreSQL", event, server.new_database(), bare)
        finally:
            server.end()
    told("exchanging with a hub as it grows")
    yield from _curve(event, folder, [point for point in CURVE if point[1] <= most_entries])


def _ingest(engine: str, event: Path, url: str, bare: InSqlite | InPostgres) -> Iterator[Figure]:
    ours, floor = asyncio.run(_pushed(event, url, Floor(bare)))
    name = f"hub takes batches of {BATCH}, {engine}"
    yield Figure(f"{name} (floor: bare ASGI and insert)", "entries/s", ours, floor, 0.5, True)
    yield Figure(name, "entries/s", ours, bound=10_000, at_least=True)


async def _pushed(event: Path, url: str, floor: Floor) -> tuple[float, float]:
    """Entries a second, ours and the floor's, round by round in turn; the best of each."""
    with contextlib.closing(floor), _founded(event, url) as (store, admin):
        app = make_app(store, admin, None)
        desks = [Writer(f"desk{number}") for number in range(DESKS)]
        tokens = [_enrolled(admin, desk) for desk in desks]
        rates: dict[str, list[float]] = {"ours": [], "floor": []}
        for number in range(ROUNDS):
            bodies = [
                [wire.encode(wire.Give([page])) for page in desk.pages(BATCH * REQUESTS, BATCH)]
                for desk in desks
            ]
            turns: list[tuple[str, ASGIApp, str]] = [
                ("ours", app, "/v1/give"),
                ("floor", floor.app, Floor.path),
            ]
            for which, answering, path in turns if number % 2 else turns[::-1]:
                start = time.perf_counter()
                async with asyncio.TaskGroup() as group:
                    for token, requests in zip(tokens, bodies, strict=True):
                        group.create_task(_push(answering, path, token, requests))
                seconds = time.perf_counter() - start
                rates[which].append(BATCH * REQUESTS * DESKS / seconds)
        await asyncio.to_thread(app.hub.finish)
        known = store.vector()
        assert all(known[desk.stream] == (desk.n, desk.chain) for desk in desks)
        return max(rates["ours"]), max(rates["floor"])


async def _push(app: ASGIApp, path: str, token: str, bodies: Sequence[bytes]) -> None:
    for body in bodies:
        await post(app, path, token, body)


async def post(app: ASGIApp, path: str, token: str, body: bytes) -> bytes:
    """One request to an ASGI app in this process (asgi.readthedocs.io, HTTP connection scope)."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "https",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "headers": [
            (b"content-type", wire.MSGPACK.encode()),
            (b"content-length", str(len(body)).encode()),
            (b"authorization", b"Bearer " + token.encode()),
        ],
    }
    answer = bytearray()
    status = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status
        status = message.get("status", status)
        answer.extend(message.get("body", b""))

    await app(scope, receive, send)
    if status != 200:
        raise RuntimeError(f"{path} was answered with {status}")
    return bytes(answer)


def _enrolled(admin: Admin, desk: Writer) -> str:
    token = new_token()
    key = public_key(desk.key).hex()
    admin.add_desk(desk.desk, desk.desk, "registration", key, hashed(token))
    return token


@contextlib.contextmanager
def _founded(event: Path, url: str) -> Iterator[tuple[HubStore, Admin]]:
    with contextlib.closing(EventFile.open(event, write=False)) as file:
        store, admin = found(url, file)
    try:
        yield store, admin
    finally:
        store.close()
        admin.close()


def _curve(event: Path, folder: Path, points: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """An exchange: a desk gives ten new entries, another one takes them; bodies made and read."""
    first: tuple[int, int, float] | None = None
    for desks, entries in points:
        url = f"sqlite:///{folder}/curve-{entries}.hub"
        with _founded(event, url) as (store, _):
            writers = _filled(store, desks, entries)
            median = _exchanged(store, writers)
        name = f"exchange at a hub with {desks:,} desks and {entries:,} entries"
        if first is None:
            first = (desks, entries, median)
            yield Figure(name, "ms", median)
        else:
            floor = f"(floor: {first[0]:,} and {first[1]:,})"
            yield Figure(f"{name} {floor}", "ms", median, first[2], desks / first[0])


def _filled(store: HubStore, desks: int, entries: int) -> list[Writer]:
    writers = [Writer(f"desk{number}") for number in range(desks)]
    each = entries // desks
    for writer in writers:
        pages = list(writer.pages(each, 200))
        for start in range(0, len(pages), 32):
            store.take(pages[start : start + 32], writer.desk)
    return writers


def _exchanged(store: HubStore, writers: Sequence[Writer]) -> float:
    """Milliseconds of one exchange, the median."""
    known = store.vector()
    pages = [writers[number % len(writers)].page(NEW) for number in range(EXCHANGES)]

    def exchange(number: int) -> None:
        given = store.take(_sent([pages[number]]), "a")
        wire.decode(wire.encode(given), Given)
        asked = wire.decode(wire.encode(wire.Take(known)), wire.Take)
        lacking, more = store.lacking(asked.vector, 1 << 20)
        taken = wire.decode(wire.encode(Batch(lacking, store.vector(), more)), Batch)
        known.update(taken.vector)

    mine, _ = in_turn(EXCHANGES, exchange, lambda number: None)
    return spread(mine).p50


def _sent(pages: list[Any]) -> list[Any]:
    return wire.decode(wire.encode(wire.Give(pages)), wire.Give).pages
