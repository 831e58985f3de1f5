"""Owns the ASGI application of the hub: routes for desks, for operators, for the control room."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from checkin_app.hub import edge
from checkin_app.hub.health import Health
from checkin_app.hub.hub import Hub
from checkin_app.hub.operators import Operators
from checkin_app.hub.pages import Pages
from checkin_app.hub.pages.context import Reading
from checkin_app.hub.routes import Routes
from checkin_app.hub.settings import Settings

if TYPE_CHECKING:
    from checkin_app.hub.store import Admin, HubStore


class App:
    """The application, and what must be ended before a server may wait for its connections."""

    def __init__(self, hub: Hub, *, pages: bool = True) -> None:
        self.hub = hub
        self._pages = Pages(hub, hub.health) if pages else None
        self.routes = [
            *Routes(hub).all(),
            *Operators(hub).routes,
        ]
        pages_routes = self._pages.routes if self._pages else []
        starlette = Starlette(routes=[*self.routes, *pages_routes], lifespan=self._life)
        # Failures are answered by the edge, not by Starlette's layers inside of it.
        starlette.router.redirect_slashes = False
        self._edge = edge.Edge(starlette.router, hub.metrics, hub.settings.send_seconds)
        self._answer: ASGIApp = self._edge

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = self
        await self._answer(scope, receive, send)

    def release(self) -> None:
        """Answers whoever waits for news, so that nobody is waited for. In the event loop."""
        self.hub.watch.release()
        if self._pages is not None:
            self._pages.stop()

    @asynccontextmanager
    async def _life(self, _: Any) -> AsyncIterator[None]:
        self.hub.watch.start()
        keeping = asyncio.create_task(self.hub.presence.keep())
        try:
            yield
        finally:
            keeping.cancel()
            self.release()
            await self.hub.watch.stop()
            await asyncio.to_thread(self.hub.finish)
            self._edge.refusals.flush()


def make_app(
    store: HubStore,
    admin: Admin,
    projection: Reading | None,
    settings: Settings | None = None,
    health: Health | None = None,
) -> App:
    """The hub of `store`. Without a projection it serves desks only, no pages."""
    hub = Hub(store, admin, projection, settings or Settings(), health or Health())
    return App(hub, pages=projection is not None)
