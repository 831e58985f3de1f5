"""Owns the enrolment: what a desk must hold to join a hub, as one line of text or a QR code.

The line is “CHECKIN-” and the URL-safe base64 (RFC 4648, without padding) of a MessagePack map and
its CRC-32, so that half a line or a line mistyped is known as such. It holds a secret that is good
for one desk, once, for some hours; it is never logged, never part of an address.
"""

from __future__ import annotations

import base64
import binascii
import re
import time
from ipaddress import ip_address
from typing import Annotated, Literal
from urllib.parse import urlsplit

import msgspec

from checkin_app.domain.errors import NotPossible

PREFIX = "CHECKIN-"
SECRET_BYTES = 16
_MOST_TEXT = 4096
_LINE = re.compile(r"CHECKIN-([A-Za-z0-9_-]+)")
_NO_ENROLMENT = "This is no enrolment. Copy all of the line, from “CHECKIN-” to its end."
_TOO_NEW = "This enrolment was made by a newer release. Update this program, then paste it again."


class Enrolment(msgspec.Struct, frozen=True):
    """What the hub tells a desk that shall join.

    `addresses` are https://HOST:PORT, to be tried in turn. `pin` is the SHA-256 of the hub's
    certificate (DER), b"" where the system's authorities vouch for it. `hub_key` is the hub's
    Ed25519 public key. `secret` is good once, until `expires_at` (ms since 1970 UTC).
    """

    event: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    event_name: Annotated[str, msgspec.Meta(max_length=200)]
    addresses: Annotated[list[str], msgspec.Meta(min_length=1, max_length=16)]
    pin: Annotated[bytes, msgspec.Meta(max_length=32)]
    hub_key: Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
    secret: Annotated[bytes, msgspec.Meta(min_length=SECRET_BYTES, max_length=SECRET_BYTES)]
    expires_at: Annotated[int, msgspec.Meta(ge=0, le=1 << 53)]
    v: Literal[1] = 1

    def expired(self, now: int | None = None) -> bool:
        """By this computer's clock, which may be wrong: the hub has the last word."""
        return self.expires_at <= (time.time_ns() // 1_000_000 if now is None else now)


class _Version(msgspec.Struct):
    v: int


def format(enrolment: Enrolment) -> str:
    """The line of text."""
    body = msgspec.msgpack.encode(enrolment)
    body += binascii.crc32(body).to_bytes(4)
    return PREFIX + base64.urlsafe_b64encode(body).decode("ascii").rstrip("=")


def parse(text: str) -> Enrolment:
    """What a line says; blanks and line ends that mail programs put in are passed over.

    Raises NotPossible.
    """
    found = _LINE.fullmatch("".join(text.split())) if len(text) <= _MOST_TEXT else None
    if found is None:
        raise NotPossible(_NO_ENROLMENT)
    try:
        raw = base64.urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4))
        body, check = raw[:-4], raw[-4:]
        if binascii.crc32(body).to_bytes(4) != check:
            raise NotPossible(_NO_ENROLMENT)
        if msgspec.msgpack.decode(body, type=_Version).v > 1:
            raise NotPossible(_TOO_NEW)
        enrolment = msgspec.msgpack.decode(body, type=Enrolment)
    except (ValueError, msgspec.MsgspecError, RecursionError):
        raise NotPossible(_NO_ENROLMENT) from None
    if len(enrolment.pin) not in (0, 32) or not all(map(is_address, enrolment.addresses)):
        raise NotPossible(_NO_ENROLMENT)
    return enrolment


def is_address(text: str) -> bool:
    """Whether this is where a hub may be: https://HOST[:PORT], or http:// on this very machine."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    rest = parts.path.rstrip("/") + parts.query + parts.fragment
    if not host or rest or "@" in parts.netloc or port == 0 or not text.isprintable():
        return False
    if " " in text or not text.isascii():
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))


def is_loopback(host: str) -> bool:
    """Whether nothing but this machine reaches `host`."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
