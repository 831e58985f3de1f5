"""Owns the door of the page: the password asked for, tries slowed, sessions begun and ended."""

from __future__ import annotations

import asyncio
import math
from datetime import UTC

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from checkin_app.domain.errors import CheckinError
from checkin_app.hub.pages import answers, passwords
from checkin_app.hub.pages.context import Context
from checkin_app.hub.pages.looks import look
from checkin_app.hub.pages.sessions import COOKIE, LASTS_SECONDS, Session, Sessions
from checkin_app.hub.pages.slowdown import Slowdown
from checkin_app.hub.pages.templates import Templates
from checkin_app.hub.pages.words import Words
from checkin_app.i18n import sentence
from checkin_app.sync.limits import neighbourhood

#: scrypt takes 16 MiB and a core: one at a time, and few that wait.
MOST_WAITING = 8


class SigningIn:
    """Who may look: whoever knows the control room's password."""

    def __init__(self, context: Context, templates: Templates) -> None:
        self._context = context
        self._templates = templates
        self._sessions = Sessions(context.session_secret())
        self._slowdown = Slowdown()
        self._turn = asyncio.Lock()
        self._waiting = 0

    def session(self, request: Request) -> Session | None:
        """Whose request this is. Blocks: the kept password is read."""
        cookie = request.cookies.get(COOKIE, "")
        password = self._context.password() if cookie else ""
        return self._sessions.read(cookie, password) if password else None

    def token(self, session: Session) -> str:
        return self._sessions.token(session)

    def is_ours(self, request: Request, fields: dict[str, str] | None, session: Session) -> bool:
        """Whether a form was filled in on our own page, in this session."""
        return (
            fields is not None
            and answers.is_from_here(request)
            and self._sessions.is_ours(fields.get("token", ""), session)
        )

    async def show(self, request: Request) -> Response:
        return await run_in_threadpool(self._door, request)

    async def enter(self, request: Request) -> Response:
        fields = await answers.form(request)
        address = neighbourhood(request.client.host if request.client else "")
        if (
            fields is None
            or not answers.is_from_here(request)
            or not self._sessions.is_ours(fields.get("token", ""), None)
        ):
            return answers.refusal(403)
        left = self._slowdown.seconds_left(address)
        if left or self._waiting >= MOST_WAITING:
            return await run_in_threadpool(self._door, request, wait=max(1, math.ceil(left)))
        kept = await run_in_threadpool(self._context.password)
        self._waiting += 1
        try:
            async with self._turn:
                agrees = await run_in_threadpool(passwords.agrees, fields.get("password", ""), kept)
        finally:
            self._waiting -= 1
        if not agrees:
            self._slowdown.failed(address)
            return await run_in_threadpool(self._door, request, wrong=True)
        self._slowdown.passed(address)
        answer = answers.go("/")
        answers.set_cookie(answer, COOKIE, self._sessions.begin(kept), LASTS_SECONDS)
        return answer

    async def leave(self, request: Request, session: Session) -> Response:
        if not self.is_ours(request, await answers.form(request), session):
            return answers.refusal(403)
        self._sessions.end(session)
        answer = answers.go("/sign-in")
        answers.set_cookie(answer, COOKIE, "", 0)
        return answer

    def not_now(self, request: Request, error: CheckinError) -> Response:
        """What is shown while nothing can be read; the page asks again by itself."""
        chosen = look(request)
        html = self._templates.render(
            "not_now.html",
            Words(chosen.lang, UTC),
            look=chosen,
            sentence=sentence(error, chosen.lang),
        )
        return answers.page(html, 503, {"Retry-After": "5"})

    def _door(self, request: Request, *, wrong: bool = False, wait: int = 0) -> Response:
        chosen = look(request)
        try:
            event = self._context.projection.read(lambda file: file.event)
        except CheckinError as error:
            return self.not_now(request, error)
        html = self._templates.render(
            "sign_in.html",
            Words(chosen.lang, event.zone),
            event=event,
            look=chosen,
            path="/sign-in",
            wrong=wrong,
            wait=wait,
            token=self._sessions.token(None),
        )
        headers = {"Retry-After": str(wait)} if wait else None
        return answers.page(html, 429 if wait else 403 if wrong else 200, headers)
