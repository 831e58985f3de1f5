"""Owns what desks may ask of the hub over HTTP; see sync/wire.py for the bodies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Generator
from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from checkin_app import __version__
from checkin_app.hub import bodies, edge
from checkin_app.hub.bodies import SMALL_BODY, Body
from checkin_app.hub.gate import Asker
from checkin_app.hub.hub import Hub
from checkin_app.hub.problems import Refusal, rate_limited, unauthorized, wrong_event
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Page, grouped
from checkin_app.sync import wire
from checkin_app.sync.protocol import NEWEST, OLDEST, Batch, Given, Hello, Welcome
from checkin_app.sync.protocol import Refused as PageRefused

PREFIX = "/v1"
OCTETS = "application/octet-stream"
#: How many waits of one desk may last at the same time.
MOST_WAITS = 8
#: What a snapshot holds in one frame, before it is deflated.
_FRAME_BYTES = 1 << 20
#: What an unauthenticated enrolment costs of what an address may do.
_ENROLMENT_COST = 4
_MOST_KINDS = 200

T = TypeVar("T")


class Routes:
    """The endpoints. Each lets in, reads, works in a thread, answers."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._waits: dict[str, int] = {}

    def all(self) -> list[Route]:
        return [
            Route(f"{PREFIX}/{name}", self._named(name, endpoint), methods=[method])
            for name, endpoint, method in (
                ("enrol", self._enrol, "POST"),
                ("greet", self._greet, "POST"),
                ("give", self._give, "POST"),
                ("take", self._take, "POST"),
                ("wait", self._wait, "POST"),
                ("time", self._time, "GET"),
                ("snapshot", self._snapshot, "GET"),
            )
        ]

    @staticmethod
    def _named(name: str, endpoint: Callable[..., object]) -> Callable[..., object]:
        async def named(request: Request) -> Response:
            request.scope[edge.ROUTE] = name
            return await endpoint(request)  # type: ignore[misc, no-any-return]

        return named

    # -- letting in --------------------------------------------------------

    async def _let_in(self, request: Request) -> Asker:
        """The desk that asks; `_hub.gate.look` has the last word in the thread that works."""
        gate = self._hub.gate
        token_hash = gate.token(request)
        asker = gate.remembered(token_hash)
        if asker is None:
            asker = await self._hub.work(lambda: gate.asker(request, token_hash))
        gate.charge(asker)
        request.scope[edge.DESK] = asker.desk
        return asker

    async def _asked(
        self,
        request: Request,
        shape: type[T],
        do: Callable[[Asker, T], msgspec.Struct],
        most: int = SMALL_BODY,
    ) -> Response:
        """What `do` answers to a desk's request, all of it done in a thread."""
        asker = await self._let_in(request)
        wanted = bodies.media_wanted(request)
        async with self._hub.reader.body(request, most) as body:

            def work() -> Response:
                return bodies.answer(do(asker, self._opened(asker, body, shape)), wanted)

            return await self._hub.work(work)

    def _opened(self, asker: Asker, body: Body, shape: type[T]) -> T:
        self._hub.gate.look(asker.token_hash)
        self._hub.presence.heard(asker.desk)
        return body.open(shape)

    # -- the endpoints -----------------------------------------------------

    async def _enrol(self, request: Request) -> Response:
        self._hub.gate.stranger(request, _ENROLMENT_COST)
        wanted = bodies.media_wanted(request)
        async with self._hub.reader.body(request, SMALL_BODY) as body:

            def work() -> Response:
                asked = body.open(wire.Enrol)
                _speak(asked.speaks)
                return bodies.answer(self._hub.accept(asked), wanted)

            return await self._hub.work(work)

    async def _greet(self, request: Request) -> Response:
        return await self._asked(request, Hello, self._welcome)

    def _welcome(self, asker: Asker, hello: Hello) -> Welcome:
        version = _speak(hello.speaks)
        if hello.event != self._hub.store.event:
            raise wrong_event()
        if hello.desk != asker.desk:
            raise unauthorized()
        self._hub.presence.greeted(asker.desk, hello)
        return Welcome(
            event=self._hub.store.event,
            peer=self._hub.admin.keys().stream,
            name=self._hub.settings.name,
            release=__version__,
            version=version,
            vector=self._hub.store.vector(),
            unknown_kinds=[k for k in hello.kinds if k not in kinds.KINDS][:_MOST_KINDS],
        )

    async def _give(self, request: Request) -> Response:
        asker = await self._let_in(request)
        wanted = bodies.media_wanted(request)
        async with self._hub.reader.body(request, wire.MOST_BODY) as body:
            pages, refused = await self._hub.work(lambda: self._judged(asker, body))
            given = await asyncio.wrap_future(self._hub.store.submit(pages, asker.desk))
        for page in given.refused + refused:
            self._hub.metrics.count("pages_refused_total", why=page.why)
        told = Given(given.vector, given.refused + refused)
        return await self._hub.work(lambda: bodies.answer(told, wanted))

    def _judged(self, asker: Asker, body: Body) -> tuple[list[Page], list[PageRefused]]:
        """The pages that the store can look at, and those that nobody can."""
        pages = self._opened(asker, body, wire.Give).pages
        faults = [(page, wire.fault(page)) for page in pages]
        good = [page for page, why in faults if not why]
        self._hub.metrics.count("entries_given_total", sum(len(page.bodies) for page in good))
        return good, [_refused(page, why) for page, why in faults if why]

    async def _take(self, request: Request) -> Response:
        return await self._asked(request, wire.Take, self._batch, wire.MOST_VECTOR_BODY)

    def _batch(self, asker: Asker, asked: wire.Take) -> Batch:
        most = min(asked.most_bytes, wire.MOST_GIVEN_BYTES)
        vector = self._hub.store.vector()
        pages, more = self._hub.store.lacking(asked.vector, most)
        self._hub.metrics.count("entries_sent_total", sum(len(page.bodies) for page in pages))
        return Batch(list(pages), vector, more)

    async def _wait(self, request: Request) -> Response:
        asker = await self._let_in(request)
        wanted = bodies.media_wanted(request)
        async with self._hub.reader.body(request, wire.MOST_VECTOR_BODY) as body:
            asked = await self._hub.work(lambda: self._opened(asker, body, wire.Wait))
        if self._waits.get(asker.desk, 0) >= MOST_WAITS:
            raise rate_limited(1)
        self._waits[asker.desk] = self._waits.get(asker.desk, 0) + 1
        try:
            vector = await self._hub.watch.wait(asked.vector, min(asked.seconds, wire.LONGEST_WAIT))
        finally:
            self._waits[asker.desk] -= 1
            if not self._waits[asker.desk]:
                del self._waits[asker.desk]

        def work() -> Response:
            self._hub.gate.look(asker.token_hash)
            return bodies.answer(wire.Waited(vector), wanted)

        return await self._hub.work(work)

    async def _time(self, request: Request) -> Response:
        # The time is read last: what comes before it would count as the way here.
        wanted = bodies.media_wanted(request)
        if "authorization" in request.headers:
            await self._let_in(request)
        else:
            self._hub.gate.stranger(request)
        return bodies.answer(wire.Now(now_ms()), wanted)

    async def _snapshot(self, request: Request) -> Response:
        asker = await self._let_in(request)
        frames = await self._hub.work(lambda: self._frames(asker))
        return StreamingResponse(self._streamed(frames), media_type=OCTETS)

    async def _streamed(self, frames: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
        try:
            while part := await self._hub.work(lambda: next(frames, b"")):
                yield part
        finally:
            await asyncio.to_thread(frames.close)

    def _frames(self, asker: Asker) -> Generator[bytes, None, None]:
        """All that the store knows at this moment, a frame at a time."""
        self._hub.gate.look(asker.token_hash)
        total = sum(n for n, _ in self._hub.store.vector().values())
        return self._each_frame(total)

    def _each_frame(self, total: int) -> Generator[bytes, None, None]:
        done = 0
        for pages, _ in grouped(self._hub.store.every_page(), _FRAME_BYTES):
            done += sum(len(page.bodies) for page in pages)
            yield wire.frame(pages, done, max(total, done))
        self._hub.metrics.count("entries_sent_total", done)
        yield wire.END_OF_SNAPSHOT


def _speak(speaks: tuple[int, int]) -> int:
    """The newest version of the protocol that both sides speak. Raises Refusal."""
    oldest, newest = speaks
    if newest < OLDEST:
        raise Refusal("too_old", "This desk is too old for the hub. Update its program.")
    if oldest > NEWEST:
        raise Refusal("too_old", "The hub is too old for this desk. Update the hub’s program.")
    return min(newest, NEWEST)


def _refused(page: Page, why: str) -> PageRefused:
    return PageRefused(page.stream[: wire.MOST_NAME], max(0, min(page.first, wire.MOST_N)), why)
