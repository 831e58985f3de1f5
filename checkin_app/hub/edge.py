"""Owns the outermost layer: every answer's headers, every failure's form, counts and the log."""

from __future__ import annotations

import asyncio
import logging
import time

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from checkin_app.domain.errors import CheckinError
from checkin_app.hub import records
from checkin_app.hub.bodies import answer, media_wanted
from checkin_app.hub.metrics import Metrics
from checkin_app.hub.problems import Refusal, out_of_order
from checkin_app.logs import crashed
from checkin_app.sync import wire

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ROUTE, DESK = "checkin.route", "checkin.desk"
_UNKNOWN = "other"
#: What desks ask again and again is not worth a line each time.
_FREQUENT = ("time", "wait")


class SlowReader(Exception):
    """Who asked does not take the answer."""


class Edge:
    """An ASGI layer; under it, `scope[ROUTE]` and `scope[DESK]` are set by whoever answers."""

    def __init__(self, app: ASGIApp, metrics: Metrics, send_seconds: float) -> None:
        self._app = app
        self._metrics = metrics
        self._send_seconds = send_seconds
        self.refusals = records.Refusals()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self._metrics, self._send_seconds)
        began = time.perf_counter()
        try:
            await self._app(scope, exchange.receive, exchange.send)
        except Refusal as refusal:
            await exchange.refuse(refusal)
        except HTTPException as error:
            await exchange.refuse(_no_such_thing(error))
        except SlowReader:
            raise  # The server cuts the connection.
        except CheckinError as error:
            exchange.because = type(error).__name__
            await exchange.refuse(out_of_order())
        except Exception as error:
            self._metrics.count("faults_total")
            crashed(__name__, "a request", error)
            await exchange.refuse(out_of_order(), status=500)
        finally:
            self._told(scope, exchange, time.perf_counter() - began)

    def _told(self, scope: Scope, exchange: _Exchange, seconds: float) -> None:
        route = scope.get(ROUTE, _UNKNOWN)
        self._metrics.count("requests_total", route=route, status=str(exchange.status))
        self._metrics.took(route, seconds)
        if exchange.refused is not None:
            self._metrics.count("refusals_total", error=exchange.refused)
            self.refusals.add(f"{exchange.refused} {exchange.because}".strip())
        elif route != _UNKNOWN:
            desk = scope.get(DESK, "")
            level = logging.INFO if desk and route not in _FREQUENT else logging.DEBUG
            records.answered(route, exchange.status, seconds, desk, level=level)


class _Exchange:
    """One request and its answer."""

    def __init__(
        self, scope: Scope, receive: Receive, send: Send, metrics: Metrics, seconds: float
    ) -> None:
        self.status = 0
        self.refused: str | None = None
        self.because = ""
        self._scope = scope
        self._receive = receive
        self._send = send
        self._metrics = metrics
        self._seconds = seconds

    async def receive(self) -> Message:
        message = await self._receive()
        if body := message.get("body"):
            self._metrics.count("bytes_received_total", len(body))
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        elif body := message.get("body"):
            self._metrics.count("bytes_sent_total", len(body))
        try:
            async with asyncio.timeout(self._seconds):
                await self._send(message)
        except TimeoutError:
            raise SlowReader from None

    async def refuse(self, refusal: Refusal, status: int = 0) -> None:
        """Answers, unless an answer is on its way: then the connection is cut in the middle."""
        self.refused = refusal.code
        if self.status:
            raise SlowReader
        request = Request(self._scope)
        status = status or refusal.status
        if "text/html" in request.headers.get("accept", ""):
            response: Response = PlainTextResponse(refusal.sentence, status)
        else:
            problem = wire.Problem(refusal.code, refusal.sentence)
            response = answer(problem, media_wanted(request), status)
        if refusal.code == "too_large":
            response.headers["Connection"] = "close"  # The rest of the body is not listened to.
        if refusal.wait:
            response.headers["Retry-After"] = str(refusal.wait)
        await response(self._scope, self.receive, self.send)


def _no_such_thing(error: HTTPException) -> Refusal:
    if error.status_code == 405:
        return Refusal("not_found", "This is asked in another way.")
    return Refusal("not_found", "There is nothing here under that name.")
