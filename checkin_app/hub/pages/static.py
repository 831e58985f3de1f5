"""Owns the files of the page that are the same for everybody: style, script, typeface."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from checkin_app import assets
from checkin_app.hub.pages import answers

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_OURS = {"page.css": "text/css", "page.js": "text/javascript", "mark.svg": "image/svg+xml"}


async def static(request: Request) -> Response:
    """One of a closed list of files; a name is never a path. Cached for a day, told by its hash."""
    found = await run_in_threadpool(_file, request.path_params["name"])
    if found is None:
        return answers.refusal(404)
    body, kind, tag = found
    headers = {**answers.HEADERS, "Cache-Control": "public, max-age=86400", "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=kind, headers=headers)


@cache
def version(name: str) -> str:
    """A few characters that change with the file, for its address."""
    found = _file(name)
    return found[2].strip('"') if found else ""


def _file(name: str) -> tuple[bytes, str, str] | None:
    path, kind = _place(name)
    if path is None:
        return None
    return _read(path, kind)


def _place(name: str) -> tuple[Path | None, str]:
    if name in _OURS:
        return assets.resource("hub", "pages", name), _OURS[name]
    if name in {f"BeVietnamPro-{weight}.ttf" for weight in WEIGHTS}:
        spec = find_spec("fontpkg_be_vietnam_pro")
        if spec is not None and spec.origin is not None:
            return Path(spec.origin).parent / "files" / name, "font/ttf"
    return None, ""


@cache
def _read(path: Path, kind: str) -> tuple[bytes, str, str]:
    body = path.read_bytes()
    return body, kind, f'"{hashlib.sha256(body).hexdigest()[:16]}"'
