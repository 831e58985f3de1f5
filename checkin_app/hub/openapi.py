"""Owns the OpenAPI 3.1 description of what the hub answers, made from the Structs themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from checkin_app import __version__
from checkin_app.sync import wire
from checkin_app.sync.protocol import Batch, Given, Hello, Welcome

_REF = "#/components/schemas/{name}"
_SHAPES = (
    wire.Enrol,
    wire.Enrolled,
    Hello,
    Welcome,
    wire.Give,
    Given,
    wire.Take,
    Batch,
    wire.Wait,
    wire.Waited,
    wire.Now,
    wire.Problem,
)
_FIGURES = "Counts, as Prometheus reads; of other computers the token is asked."
_ERRORS = {
    "400": "The request cannot be read.",
    "401": "The token, or the enrolment, is not known, was used, has expired, or was revoked.",
    "403": "The hub serves another event.",
    "404": "Not there, or not asked in this way.",
    "409": "The two sides speak no common version.",
    "413": "The request is too large.",
    "429": "Too many requests.",
    "503": "The hub or its store cannot answer now.",
}
_HEALTH = (
    "The store answers; `status` is `ok`, or `failing` with the parts beside the exchange that do"
    " not go on now. 503: the store does not answer."
)
_POSTS = (
    ("enrol", "A desk that holds an enrolment gets its token.", wire.Enrol, wire.Enrolled, False),
    ("greet", "Who asks and who answers, versions, vectors.", Hello, Welcome, True),
    ("give", "Pages that the hub lacks; known ones do no harm.", wire.Give, Given, True),
    ("take", "Pages that the vector does not cover.", wire.Take, Batch, True),
    ("wait", "Answers when there is something new, or time is up.", wire.Wait, wire.Waited, True),
)


@cache
def description() -> bytes:
    """The description as JSON."""
    _, components = msgspec.json.schema_components(_SHAPES, ref_template=_REF)
    paths: dict[str, Any] = {}
    for name, what, asked, answered, secured in _POSTS:
        paths[f"/v1/{name}"] = {"post": _operation(name, what, answered, secured, asked=asked)}
    paths["/v1/time"] = {"get": _operation("time", "The hub’s clock.", wire.Now, False)}
    snapshot = _operation("snapshot", "All that the hub knows, in frames.", None, True)
    paths["/v1/snapshot"] = {"get": snapshot}
    paths["/healthz"] = {"get": _plain("health", _HEALTH, "application/json")}
    paths["/metrics"] = {"get": _plain("metrics", _FIGURES, "text/plain")}
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "Check-in hub",
            "version": __version__,
            "description": "Ledgers of desks, exchanged. Bodies may be deflated (zlib).",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
    return msgspec.json.encode(document)


def _operation(
    name: str, what: str, answered: type | None, secured: bool, *, asked: type | None = None
) -> dict[str, Any]:
    good: dict[str, Any] = {"description": what}
    if answered is not None:
        good["content"] = _content(answered)
    else:
        good["content"] = {"application/octet-stream": {}}
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": what,
        "responses": {"200": good} | _problems(),
        "security": [{"token": []}] if secured else [],
    }
    if asked is not None:
        operation["requestBody"] = {"required": True, "content": _content(asked)}
    return operation


def _plain(name: str, what: str, media: str) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": what,
        "responses": {"200": {"description": what, "content": {media: {}}}} | _problems(),
        "security": [],
    }


def _problems() -> dict[str, Any]:
    return {
        status: {"description": what, "content": _content(wire.Problem)}
        for status, what in _ERRORS.items()
    }


def _content(shape: type) -> dict[str, Any]:
    schema = {"schema": {"$ref": _REF.format(name=shape.__name__)}}
    return {wire.JSON: schema, wire.MSGPACK: schema}
