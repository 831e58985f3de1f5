"""Owns the bodies of requests and answers between desk and hub: their shapes, bytes and bounds.

Bodies are MessagePack (or JSON, bytes as base64) of the Structs here and in `protocol`, as maps,
so that a side passes over fields it does not know. `Content-Encoding: deflate` is a zlib stream
(RFC 1950), inflated no further than a bound. A snapshot is frames, see `SnapshotFrame`.

| request | body | answer |
|---|---|---|
| POST /v1/enrol | Enrol | Enrolled |
| POST /v1/greet | Hello | Welcome |
| POST /v1/give | Give | Given |
| POST /v1/take | Take | Batch |
| POST /v1/wait | Wait | Waited |
| GET /v1/time | | Now |
| GET /v1/snapshot | | frames |

All but enrol and time carry `Authorization: Bearer TOKEN`. Whatever is not answered with 200 is
answered with a Problem.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, TypeVar

import msgspec

from checkin_app.ledger.attaching import MOST_N as MOST_N
from checkin_app.ledger.attaching import fault as fault  # Of a page: asked of every one that comes.
from checkin_app.ledger.branches import is_line
from checkin_app.ledger.pages import Page, Vector

MSGPACK = "application/msgpack"
JSON = "application/json"
DEFLATE = "deflate"

#: The largest request body as it comes, and what a body of either direction may become inflated.
MOST_BODY = 8 << 20
MOST_INFLATED = 16 << 20
#: A body that holds a vector and nothing else that grows.
MOST_VECTOR_BODY = 4 << 20
#: What one Give may hold, and what a Take should ask for.
MOST_PAGES = 256
MOST_GIVEN_BYTES = 4 << 20
#: How long the hub lets a Wait wait, seconds.
LONGEST_WAIT = 25
#: How many streams a vector names at most.
MOST_STREAMS = 100_000
MOST_NAME = 200
#: Bodies below this are sent as they are.
WORTH_DEFLATING = 1024

Text = Annotated[str, msgspec.Meta(max_length=200)]
Number = Annotated[int, msgspec.Meta(ge=0, le=MOST_N)]
DeskId = Annotated[
    str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[0-9a-zA-Z_-]+$(?!\n)")
]
Code = Literal[
    "bad_request",
    "too_large",
    "unauthorized",
    "revoked",
    "wrong_event",
    "too_old",
    "rate_limited",
    "not_found",
    "unavailable",
]


class Malformed(ValueError):
    """Bytes that are not what they should be; or too much of it (`too_large`)."""

    def __init__(self, why: str, *, too_large: bool = False) -> None:
        super().__init__(why)
        self.too_large = too_large


class Enrol(msgspec.Struct, frozen=True):
    """A desk that holds an enrolment asks for its token. `public_key` is Ed25519, 32 bytes."""

    secret: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    event: Text
    desk: DeskId
    name: Text
    public_key: Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
    release: Text = ""
    speaks: tuple[int, int] = (1, 1)


class Enrolled(msgspec.Struct, frozen=True):
    """The desk's token, shown once, and under which name and profile the hub knows the desk.

    `founder` is the public key, in hex, of the desk that founded the event: nobody else's founding
    counts in the file that is made of the hub's pages.
    """

    token: str
    profile: str
    event: str
    name: str
    hub_key: bytes
    founder: str = ""


class Give(msgspec.Struct, frozen=True):
    pages: Annotated[list[Page], msgspec.Meta(max_length=MOST_PAGES)]


class Take(msgspec.Struct, frozen=True):
    vector: Vector
    most_bytes: Annotated[int, msgspec.Meta(ge=1, le=MOST_N)] = MOST_GIVEN_BYTES


class Wait(msgspec.Struct, frozen=True):
    """`seconds` beyond LONGEST_WAIT are cut to it."""

    vector: Vector
    seconds: Annotated[float, msgspec.Meta(ge=0, le=3600)] = LONGEST_WAIT


class Waited(msgspec.Struct, frozen=True):
    vector: Vector


class Now(msgspec.Struct, frozen=True):
    """The hub's clock, milliseconds since 1970 UTC."""

    now: int


class SnapshotFrame(msgspec.Struct, frozen=True):
    """A part of all that the hub knows; `done` of `total` entries are out with it.

    On the wire: the length (4 bytes, big-endian) of the zlib stream of its MessagePack, then that;
    a length of 0 ends the snapshot. What is cut off has no such end.
    """

    pages: list[Page]
    done: int
    total: int


class Problem(msgspec.Struct, frozen=True):
    """Why a request was not answered: a word for programs, an English sentence for people."""

    error: str
    sentence: str


T = TypeVar("T")


def encode(body: msgspec.Struct, media: str = MSGPACK) -> bytes:
    return msgspec.json.encode(body) if media == JSON else msgspec.msgpack.encode(body)


def decode(body: bytes, shape: type[T], media: str = MSGPACK) -> T:
    """The Struct that `body` is, a vector in it within bounds. Raises Malformed.

    Pages are not judged: one bad page must not stop the others, see `ledger.attaching`.
    """
    decoded = msgspec.json.decode if media == JSON else msgspec.msgpack.decode
    try:
        read = decoded(body, type=shape)
        for vector in _vectors(read):
            check_vector(vector)
    except Malformed:
        raise
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        # msgspec's messages name types and places, never values.
        why = str(error) if isinstance(error, msgspec.MsgspecError) else type(error).__name__
        raise Malformed(why) from error
    return read


def deflate(body: bytes, level: int = 1) -> bytes:
    return zlib.compress(body, level)


def inflate(body: bytes, most: int = MOST_INFLATED) -> bytes:
    """What was deflated, never more than `most` bytes of it. Raises Malformed."""
    opened = zlib.decompressobj()
    try:
        whole = opened.decompress(body, most + 1)
    except zlib.error as error:
        raise Malformed("not a zlib stream") from error
    if len(whole) > most:
        raise Malformed("inflates to too much", too_large=True)
    if not opened.eof or opened.unused_data:
        raise Malformed("not one whole zlib stream")
    return whole


def frame(pages: Sequence[Page], done: int, total: int) -> bytes:
    """One frame of a snapshot."""
    body = deflate(encode(SnapshotFrame(list(pages), done, total)))
    return len(body).to_bytes(4) + body


END_OF_SNAPSHOT = bytes(4)


def read_frame(body: bytes) -> SnapshotFrame:
    """The frame that is in `body`, without its length. Raises Malformed."""
    return decode(inflate(body), SnapshotFrame)


def check_vector(vector: Vector) -> None:
    """Raises Malformed where a vector names no heads, or too many."""
    if len(vector) > MOST_STREAMS:
        raise Malformed("a vector of too many streams", too_large=True)
    for stream, (n, chain) in vector.items():
        if not is_line(stream) or not 0 <= n <= MOST_N or len(chain) > 64:
            raise Malformed("a head that is none")


def _vectors(read: object) -> Iterable[Vector]:
    vector = getattr(read, "vector", None)
    return () if vector is None else (vector,)
