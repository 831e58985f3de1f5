"""Owns how bodies are read, bounded in size and time, and in which form answers are written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from checkin_app.hub.problems import Refusal, malformed
from checkin_app.sync import wire

#: Larger bodies are read a few at a time, so that many of them cannot fill the memory.
LARGE = 256 << 10
SMALL_BODY = 64 << 10

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Body:
    """A request body as it came, and what its sender says it is."""

    raw: bytes
    media: str
    deflated: bool

    def open(self, shape: type[T]) -> T:
        """What the body says; takes long for long bodies. Raises Refusal."""
        try:
            raw = wire.inflate(self.raw) if self.deflated else self.raw
            return wire.decode(raw, shape, self.media)
        except wire.Malformed as error:
            raise malformed(error) from None


class Reader:
    """Reads bodies; those that are large take one of a few places."""

    def __init__(self, seconds: float, most_large: int) -> None:
        self._seconds = seconds
        self._places = asyncio.Semaphore(most_large)

    @asynccontextmanager
    async def body(self, request: Request, most: int) -> AsyncIterator[Body]:
        """The body, and while it is used, its place. Raises Refusal."""
        media = _media(request.headers.get("content-type", ""))
        if media is None:
            raise Refusal("bad_request", f"A body here is {wire.MSGPACK} or {wire.JSON}.")
        coding = request.headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", wire.DEFLATE):
            raise Refusal("bad_request", "A body here is sent as it is, or deflated.")
        length = _length(request)
        if length is not None and length > most:
            raise _too_long(most)
        large = most > LARGE and (length is None or length > LARGE)
        if large:
            await self._places.acquire()
        try:
            raw = await self._read(request, most)
            yield Body(raw, media, coding == wire.DEFLATE)
        finally:
            if large:
                self._places.release()

    async def _read(self, request: Request, most: int) -> bytes:
        parts = bytearray()
        try:
            async with asyncio.timeout(self._seconds):
                async for part in request.stream():
                    parts += part
                    if len(parts) > most:
                        raise _too_long(most)
        except TimeoutError:
            raise Refusal("bad_request", "The request took too long to come.") from None
        except ClientDisconnect:
            raise Refusal("bad_request", "The request ended in the middle.") from None
        return bytes(parts)


def media_wanted(request: Request) -> tuple[str, bool]:
    """In which form the asker wants the answer, and whether it may be deflated."""
    accept = request.headers.get("accept", "").lower()
    if wire.MSGPACK in accept:
        media = wire.MSGPACK
    elif wire.JSON in accept:
        media = wire.JSON
    else:
        media = _media(request.headers.get("content-type", "")) or wire.JSON
    codings = request.headers.get("accept-encoding", "").lower().replace(" ", "").split(",")
    return media, wire.DEFLATE in codings


def answer(body: msgspec.Struct, wanted: tuple[str, bool], status: int = 200) -> Response:
    media, may_deflate = wanted
    raw = wire.encode(body, media)
    headers = {"Vary": "Accept, Accept-Encoding"}
    if may_deflate and len(raw) >= wire.WORTH_DEFLATING:
        raw = wire.deflate(raw)
        headers["Content-Encoding"] = wire.DEFLATE
    return Response(raw, status, media_type=media, headers=headers)


def _media(text: str) -> str | None:
    media = text.partition(";")[0].strip().lower()
    return media if media in (wire.MSGPACK, wire.JSON) else None


def _length(request: Request) -> int | None:
    text = request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _too_long(most: int) -> Refusal:
    return Refusal("too_large", f"A request here has {most} bytes at most.")
