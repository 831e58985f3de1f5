"""Owns the addresses of the page: who may see which, and what answers there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from checkin_app.domain.errors import CheckinError
from checkin_app.domain.programme import REGISTRATION
from checkin_app.hub import figures
from checkin_app.hub.health import Health
from checkin_app.hub.pages import answers, charts, views
from checkin_app.hub.pages.context import Context
from checkin_app.hub.pages.enrolling import Enrolling
from checkin_app.hub.pages.live import Live
from checkin_app.hub.pages.looks import Look, look, remember
from checkin_app.hub.pages.sessions import Session
from checkin_app.hub.pages.signing_in import SigningIn
from checkin_app.hub.pages.static import static
from checkin_app.hub.pages.templates import Templates
from checkin_app.hub.pages.words import Words

#: The overview: across its width, then two columns.
HEAD = ("numbers", "guests")
LEFT = ("arrivals", "conflicts", "delegations", "desks")
RIGHT = ("places", "categories", "countries")
#: Path of each page and the parts it shows, in their order.
PAGES = {
    "/": (*HEAD, *LEFT, *RIGHT),
    "/delegations": ("delegations", "countries", "categories"),
    "/guests": ("guests",),
    "/inside": ("inside", "places"),
    "/conflicts": ("conflicts",),
    "/desks": ("desks",),
}  # fmt: skip

MOST_KEPT = 200

Endpoint = Callable[[Request], Awaitable[Response]]


class Pages:
    """All that a browser can ask of the control room. `routes` belong under “/”."""

    def __init__(self, context: Context, health: Health | None = None) -> None:
        self._context = context
        self._live = Live(context, health)
        self._templates = Templates()
        self._signing_in = SigningIn(context, self._templates)
        #: Parts as they were rendered: many look at the same.
        self._kept: dict[tuple[object, ...], str] = {}
        enrolling = Enrolling(context, self._live, self._templates, self._signing_in)
        self.routes: list[BaseRoute] = [
            *(Route(path, self._signed_in(self._page)) for path in PAGES),
            Route("/part/{name}", self._signed_in(self._part)),
            Route("/live", self._signed_in(self._hints)),
            Route("/desks/enrol", self._signed_in(enrolling.enrol), methods=["POST"]),
            Route("/desks/revoke", self._signed_in(enrolling.ask), methods=["GET"]),
            Route("/desks/revoke", self._signed_in(enrolling.revoke), methods=["POST"]),
            Route("/sign-in", self._signing_in.show, methods=["GET"]),
            Route("/sign-in", self._signing_in.enter, methods=["POST"]),
            Route("/sign-out", self._signed_in(self._signing_in.leave), methods=["POST"]),
            Route("/look", remember),
            Route("/static/{name:path}", static),
        ]

    def stop(self) -> None:
        """Ends the live streams, so that the server can stop. In the event loop's thread."""
        self._live.stop()

    def _signed_in(self, answer: Callable[[Request, Session], Awaitable[Response]]) -> Endpoint:
        """Pages send whoever is not signed in to the door; everything else refuses."""

        async def guarded(request: Request) -> Response:
            try:
                session = await run_in_threadpool(self._signing_in.session, request)
                if session is not None:
                    return await answer(request, session)
            except CheckinError as error:
                return self._signing_in.not_now(request, error)
            if request.method == "GET" and request.url.path in PAGES:
                return answers.go("/sign-in")
            return answers.refusal(401)

        return guarded

    async def _page(self, request: Request, session: Session) -> Response:
        chosen = look(request)
        return answers.page(await run_in_threadpool(self._whole, request, session, chosen))

    async def _part(self, request: Request, session: Session) -> Response:
        name = request.path_params["name"]
        if name not in views.PARTS:
            return answers.refusal(404)
        chosen = look(request)
        return answers.page(await run_in_threadpool(self._one, request, chosen, name))

    async def _hints(self, request: Request, session: Session) -> Response:
        if self._live.is_full:
            return answers.refusal(503)
        headers = {**answers.PRIVATE, "X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._live.hints(), media_type="text/event-stream", headers=headers
        )

    def _whole(self, request: Request, session: Session, chosen: Look) -> str:
        path = request.url.path
        view = self._view(request, chosen)
        parts = {name: self._rendered(name, view, path) for name in (*PAGES[path], "updated")}
        return self._templates.render(
            "page.html",
            view.words,
            event=view.board.event,
            now=view.now,
            look=chosen,
            path=path,
            parts=parts,
            columns=(HEAD, LEFT, RIGHT) if path == "/" else (PAGES[path],),
            token=self._signing_in.token(session),
        )

    def _one(self, request: Request, chosen: Look, name: str) -> str:
        asked = request.query_params.get("on", "/")
        path = asked if asked in PAGES else "/"
        return self._rendered(name, self._view(request, chosen), path)

    def _rendered(self, name: str, view: views.View, path: str) -> str:
        asked = {"on": path, "span": view.span, "checkpoint": view.checkpoint, "page": view.page}
        digest = view.snapshot.digests[name]
        key = (name, view.words.lang, digest, *asked.values())
        if (kept := self._kept.get(key)) is not None:
            return kept
        html = self._templates.render(
            f"parts/{name}.html",
            view.words,
            view=view,
            path=path,
            whole=path != "/",
            digest=digest,
            source=f"/part/{name}?{urlencode(asked)}",
            **views.PARTS[name](view),
        )
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[key] = html
        return html

    def _view(self, request: Request, chosen: Look) -> views.View:
        snapshot = self._live.snapshot()
        asked = request.query_params
        span = asked.get("span", "")
        page = asked.get("page", "")
        return views.View(
            words=Words(chosen.lang, snapshot.board.event.zone),
            snapshot=snapshot,
            people=self._people,
            span=span if span in charts.SPANS else charts.SPANS[0],
            checkpoint=asked.get("checkpoint", REGISTRATION)[:100],
            page=int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 6 else 1,
        )

    def _people(self, checkpoint: str, limit: int, offset: int) -> tuple[figures.Person, ...]:
        return self._context.projection.read(
            lambda file: figures.people_inside(file, checkpoint, limit, offset)
        )
