"""Owns the shape of one ledger entry: its canonical bytes, its private part, its place in a chain.

The bytes are canonical JSON (keys sorted, no floats, UTF-8), made once and kept byte for byte.
"""

from __future__ import annotations

import hashlib
import os
from typing import Any

import msgspec

SALT_LENGTH = 16


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """One fact.

    `at` is hybrid time, `door` milliseconds since 1970 UTC on the desk's own clock, `offset` the
    measured (offset, error bound) to the hub in milliseconds or None, `private` the salted
    SHA-256 (hex) of the private part or None, `subject` the id the fact is about. Fields are in
    alphabetical order because that is their order in the bytes.
    """

    at: int
    data: dict[str, Any]
    door: int
    id: str
    kind: str
    n: int
    offset: tuple[int, int] | None
    private: str | None
    stream: str
    subject: str


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Entry)

encode = _encoder.encode
decode = _decoder.decode
decode_private = msgspec.json.Decoder(dict[str, Any]).decode


def lock_private(content: dict[str, Any]) -> tuple[bytes, bytes, str]:
    """The salt, the bytes and the salted hash of a private part."""
    salt = os.urandom(SALT_LENGTH)
    body = encode(content)
    return salt, body, private_hash(salt, body)


def private_hash(salt: bytes, body: bytes) -> str:
    return hashlib.sha256(salt + body).hexdigest()


def chain_start(stream: str) -> bytes:
    """What the first entry of a stream is chained to."""
    return hashlib.sha256(b"checkin ledger 1\n" + stream.encode()).digest()


def link(previous: bytes, body: bytes) -> bytes:
    """The chain value after an entry: SHA-256 over the value before it and the entry's bytes."""
    return hashlib.sha256(previous + body).digest()


def new_id(now_ms: int) -> str:
    """A UUID version 7 (RFC 9562) as text; ids of one desk sort by time of making."""
    random = os.urandom(10)
    value = now_ms.to_bytes(6) + random
    number = int.from_bytes(value)
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
