"""Owns what a supervisor does on the page: enrol a desk, revoke one."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from checkin_app.badges import qr
from checkin_app.domain.errors import CheckinError
from checkin_app.hub.pages import answers
from checkin_app.hub.pages.context import Context, EnrolledDesk
from checkin_app.hub.pages.live import Live
from checkin_app.hub.pages.looks import look
from checkin_app.hub.pages.sessions import Session
from checkin_app.hub.pages.signing_in import SigningIn
from checkin_app.hub.pages.templates import Templates
from checkin_app.hub.pages.words import Words
from checkin_app.i18n import sentence

PROFILES = ("registration", "door", "kiosk", "protocol", "read_only")
MOST_LETTERS = 60
QUIET = 4


class Enrolling:
    """The forms of the desks page."""

    def __init__(
        self, context: Context, live: Live, templates: Templates, signing_in: SigningIn
    ) -> None:
        self._context = context
        self._live = live
        self._templates = templates
        self._signing_in = signing_in

    async def enrol(self, request: Request, session: Session) -> Response:
        """Shows the text and its picture, once: it is in this answer and nowhere else."""
        fields = await answers.form(request)
        if fields is None or not self._signing_in.is_ours(request, fields, session):
            return answers.refusal(403)
        name = " ".join(fields.get("name", "").split())
        profile = fields.get("profile", "")
        if not name or len(name) > MOST_LETTERS or profile not in PROFILES:
            return answers.refusal(400)
        return await run_in_threadpool(self._enrolled, request, session, name, profile)

    async def ask(self, request: Request, session: Session) -> Response:
        """Whether one is sure: what is revoked stays revoked."""
        desk = await run_in_threadpool(self._known, request.query_params.get("desk", ""))
        if desk is None:
            return answers.go("/desks")
        return answers.page(
            await run_in_threadpool(
                lambda: self._said(
                    request,
                    session,
                    "revoke.html",
                    name=desk.name or desk.id,
                    desk=desk.id,
                    own=desk.own,
                )
            )
        )

    async def revoke(self, request: Request, session: Session) -> Response:
        """Cuts a desk off; `ask` has asked whether one is sure."""
        fields = await answers.form(request)
        if fields is None or not self._signing_in.is_ours(request, fields, session):
            return answers.refusal(403)
        desk = await run_in_threadpool(self._known, fields.get("desk", ""))
        if desk is None:
            return answers.refusal(404)
        try:
            await run_in_threadpool(self._context.revoke, desk.id)
        except CheckinError as error:
            return await run_in_threadpool(self._failed, request, session, error)
        self._live.forget()
        return answers.go("/desks")

    def _known(self, desk: str) -> EnrolledDesk | None:
        return next((one for one in self._context.desks() if one.id == desk), None)

    def _enrolled(self, request: Request, session: Session, name: str, profile: str) -> Response:
        try:
            made = self._context.enrol(name, profile)
        except CheckinError as error:
            return self._failed(request, session, error)
        self._live.forget()
        return answers.page(
            self._said(
                request,
                session,
                "enrolment.html",
                name=name,
                profile=profile,
                text=made.text,
                expires_at=made.expires_at,
                picture_of_text=code_picture(made.text),
            )
        )

    def _failed(self, request: Request, session: Session, error: CheckinError) -> Response:
        lang = look(request).lang
        html = self._said(request, session, "failure.html", sentence=sentence(error, lang))
        return answers.page(html, 503)

    def _said(self, request: Request, session: Session, template: str, **values: object) -> str:
        chosen = look(request)
        board = self._live.snapshot().board
        words = Words(chosen.lang, board.event.zone)
        return self._templates.render(
            template,
            words,
            look=chosen,
            path="/desks",
            event=board.event,
            now=board.at,
            token=self._signing_in.token(session),
            **values,
        )


def code_picture(text: str) -> str:
    """The QR of a text as inline SVG, black on white in every theme."""
    symbol = qr.symbol(text)
    side = symbol.side + 2 * QUIET
    drawn = "".join(
        f"M{QUIET + column} {QUIET + row}h{length}v1h-{length}z"
        for column, row, length in symbol.runs()
    )
    return (
        f'<svg viewBox="0 0 {side} {side}" role="img" class="code" aria-labelledby="code-title">'
        f'<rect width="{side}" height="{side}" fill="#FFFFFF"/>'
        f'<path d="{drawn}" fill="#000000" shape-rendering="crispEdges"/></svg>'
    )
