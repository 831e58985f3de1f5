"""Owns the shape of one ledger entry: its canonical bytes, its private part, its place in a chain.

The bytes are canonical JSON (keys sorted, no floats, UTF-8), made once and kept byte for byte.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from typing import Any

import msgspec

SALT_LENGTH = 16
_Raw, _sha256 = msgspec.Raw, hashlib.sha256


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """One fact.

    `at` is hybrid time, `door` milliseconds since 1970 UTC on the desk's own clock, `offset` the
    measured (offset, error bound) to the hub in milliseconds or None, `private` the salted hash
    of each private part (one a person) or None, `subject` the id the fact is about. Fields are in
    alphabetical order because that is their order in the bytes.
    """

    at: int
    data: dict[str, Any]
    door: int
    id: str
    kind: str
    n: int
    offset: tuple[int, int] | None
    private: list[str] | None
    stream: str
    subject: str


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Entry)
_parts_decoder = msgspec.json.Decoder(list[tuple[str, msgspec.Raw] | None])
_content_decoder = msgspec.json.Decoder(dict[str, Any])

encode = _encoder.encode
decode = _decoder.decode


#: JSON nested deeper than this is no entry, whatever stack its reader has left.
MOST_DEPTH = 64
_OTHERS = bytes(set(range(256)) - set(b"[]{}"))
_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]')


def shallow(body: bytes) -> bool:
    """Whether JSON is nested no deeper than MOST_DEPTH; the same answer for everybody."""
    if body.count(b"[") + body.count(b"{") <= MOST_DEPTH:
        return True
    brackets = body.translate(None, _OTHERS)
    for _ in range(MOST_DEPTH):
        if not brackets:
            return True
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    if not brackets:
        return True
    depth = 0
    for token in _TOKENS.findall(body):  # There are brackets in texts.
        if token in b"[{":
            depth += 1
            if depth > MOST_DEPTH:
                return False
        elif token in b"]}":
            depth -= 1
    return True


def decoded(body: bytes) -> Entry | None:
    """What an entry says, or None when it is no entry."""
    try:
        return decode(body) if shallow(body) else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


#: What a person's private part says, or None once it was erased.
Private = dict[str, Any] | None


def lock_privates(contents: Sequence[dict[str, Any]]) -> tuple[bytes, list[str]]:
    """The stored bytes of some private parts, and the salted hash of each.

    A part is kept as its salt and its canonical JSON; its hash is the first half of SHA-256 over
    both, in hex.
    """
    salts = os.urandom(SALT_LENGTH * len(contents))
    parts = []
    hashes = []
    start = 0
    for content in contents:
        salt = salts[start : start + SALT_LENGTH]
        start += SALT_LENGTH
        body = encode(content)
        parts.append((salt.hex(), _Raw(body)))
        hashes.append(_sha256(salt + body).hexdigest()[:32])
    return encode(parts), hashes


def open_privates(body: bytes) -> list[Private]:
    """What the private parts say."""
    return [
        None if part is None else _content_decoder.decode(part[1])
        for part in _parts_decoder.decode(body)
    ]


def privates_match(body: bytes, hashes: Sequence[str]) -> bool:
    """Whether stored private parts are those an entry was made with; erased ones are."""
    if not shallow(body):
        return False
    try:
        parts = _parts_decoder.decode(body)
        return len(parts) == len(hashes) and all(
            part is None or _salted(bytes.fromhex(part[0]), bytes(part[1])) == expected
            for part, expected in zip(parts, hashes, strict=True)
        )
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False


def _salted(salt: bytes, body: bytes) -> str:
    return hashlib.sha256(salt + body).hexdigest()[:32]


def chain_start(stream: str) -> bytes:
    """What the first entry of a stream is chained to."""
    return hashlib.sha256(b"checkin ledger 1\n" + stream.encode()).digest()


def link(previous: bytes, body: bytes) -> bytes:
    """The chain value after an entry: SHA-256 over the value before it and the entry's bytes."""
    return hashlib.sha256(previous + body).digest()


_latest_id = 0


def new_id(now_ms: int) -> str:
    """A UUID version 7 (RFC 9562) as text; ids of one desk sort by time of making.

    Those of one millisecond do too: each is greater than the one before it.
    """
    global _latest_id
    random = os.urandom(10)
    value = now_ms.to_bytes(6) + random
    number = int.from_bytes(value)
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    if number >> 80 == _latest_id >> 80:
        number = max(number, _latest_id + 1)
    _latest_id = number
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
