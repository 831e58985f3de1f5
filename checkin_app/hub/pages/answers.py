"""Owns the form of every answer of the page: its headers, its cookies, its refusals."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

#: Nothing from elsewhere, nothing inline, in nobody's frame.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # With “no-referrer” browsers send “Origin: null” with our own forms too.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
PRIVATE = {**HEADERS, "Cache-Control": "no-store"}
MOST_FORM_BYTES = 16_384


def page(html: str, status: int = 200, headers: dict[str, str] | None = None) -> HTMLResponse:
    return HTMLResponse(html, status, headers={**PRIVATE, **(headers or {})})


def go(path: str) -> Response:
    """On to another page, after a form."""
    return RedirectResponse(path, 303, headers=PRIVATE)


def refusal(status: int) -> Response:
    """An answer without a word, for what no browser of ours asks."""
    return Response(status_code=status, headers=PRIVATE)


def set_cookie(response: Response, name: str, value: str, seconds: int) -> None:
    """`seconds` 0 takes the cookie away."""
    response.set_cookie(
        name, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="strict"
    )


def is_from_here(request: Request) -> bool:
    """Whether a form was sent by our own page, as far as the browser tells."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")


async def form(request: Request) -> dict[str, str] | None:
    """The fields of a form, the last of each name; None for what is too long or is no form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_FORM_BYTES:
            return None
    try:
        fields = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return None
    return {name: values[-1] for name, values in fields.items()}
