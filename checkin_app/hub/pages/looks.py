"""Owns in which language and colours somebody reads the page: two cookies, and the switch."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from checkin_app.hub.pages import answers
from checkin_app.hub.pages.words import LANGUAGES
from checkin_app.i18n import Language

#: `system` is what the reader's machine prefers.
THEMES = ("system", "light", "dark")
KEPT_SECONDS = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Look:
    """How the page is shown."""

    lang: Language
    theme: str


def look(request: Request) -> Look:
    lang = request.cookies.get("lang", "")
    theme = request.cookies.get("theme", "")
    return Look(
        lang if lang in LANGUAGES else _preferred(request),
        theme if theme in THEMES else THEMES[0],
    )


async def remember(request: Request) -> Response:
    """`/look?lang=…&theme=…&next=…`: keeps what is chosen, then goes back to where one was."""
    asked = request.query_params
    to = asked.get("next", "/")
    # Only a path of this very page: “//elsewhere” and “/\elsewhere” are other hosts.
    if not to.startswith("/") or to.startswith("//") or "\\" in to or not to.isprintable():
        to = "/"
    answer = answers.go(to[:200])
    if asked.get("lang") in LANGUAGES:
        answers.set_cookie(answer, "lang", asked["lang"], KEPT_SECONDS)
    if asked.get("theme") in THEMES:
        answers.set_cookie(answer, "theme", asked["theme"], KEPT_SECONDS)
    return answer


def _preferred(request: Request) -> Language:
    """The first of our languages in Accept-Language; else English."""
    for part in request.headers.get("accept-language", "")[:200].lower().split(","):
        for lang in LANGUAGES:
            if part.strip().startswith(lang):
                return lang
    return "en"
