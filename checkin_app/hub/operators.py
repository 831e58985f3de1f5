"""Owns what the hub tells those who run it: whether it is well, its figures, what may be asked."""

from __future__ import annotations

import asyncio
import hmac
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.hub import edge
from checkin_app.hub.hub import Hub
from checkin_app.hub.metrics import MEDIA_TYPE
from checkin_app.hub.openapi import description
from checkin_app.hub.problems import Refusal
from checkin_app.sync.enrolment import is_loopback
from checkin_app.sync.limits import neighbourhood

LEAST_TOKEN, MOST_TOKEN = 20, 200
#: A proxy on this computer asks for somebody else.
_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")


class Operators:
    """The addresses beside those of desks and of the control room."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self.routes = [
            Route("/healthz", self._health),
            Route("/metrics", self._metrics),
            Route("/openapi.json", self._openapi),
        ]

    async def _health(self, request: Request) -> Response:
        request.scope[edge.ROUTE] = "healthz"
        try:
            async with asyncio.timeout(5):
                await self._hub.work(self._hub.store.ping)
        except (TimeoutError, CheckinError):
            return JSONResponse({"status": "unavailable"}, 503)
        if failing := self._hub.health.failing:
            # Processes share such a fault: a load balancer would take out all of them for it.
            return JSONResponse({"status": "failing", "failing": failing})
        return JSONResponse({"status": "ok"})

    async def _metrics(self, request: Request) -> Response:
        """How busy an event is concerns no stranger: this computer, or who has the token."""
        request.scope[edge.ROUTE] = "metrics"
        if not (_is_from_here(request) or self._has_token(request)):
            self._hub.gate.stranger(request)
            raise Refusal("unauthorized", "The figures are for those who run the hub.")
        return Response(await self._hub.work(self._hub.metrics.text), media_type=MEDIA_TYPE)

    def _has_token(self, request: Request) -> bool:
        known = self._hub.settings.metrics_token
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return bool(known) and hmac.compare_digest(given.encode(), known.encode())

    async def _openapi(self, request: Request) -> Response:
        request.scope[edge.ROUTE] = "openapi"
        return Response(description(), media_type="application/json")


def token_of(file: Path) -> str:
    """The token that stands in a file, which a Prometheus reads too. Raises NotPossible."""
    try:
        with file.open(encoding="ascii") as text:
            token = text.read(MOST_TOKEN + 2).strip()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise NotPossible("{file} cannot be read: {why}.", file=file, why=why) from error
    if not LEAST_TOKEN <= len(token) <= MOST_TOKEN or not token.isprintable() or " " in token:
        raise NotPossible(
            "{file} holds no token: one line of {least} to {most} letters without blanks.",
            file=file,
            least=LEAST_TOKEN,
            most=MOST_TOKEN,
        )
    return token


def _is_from_here(request: Request) -> bool:
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    host = request.client.host
    return is_loopback(host) or is_loopback(neighbourhood(host))
