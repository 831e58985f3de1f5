"""Owns secrets as they are given out, and as they are kept: as their SHA-256 only.

They are random and long, so nothing slower than a plain hash is needed to keep them.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """256 random bits, as a desk sends them in each request."""
    return secrets.token_urlsafe(32)


def hashed(secret: str | bytes) -> str:
    """As it is kept: 64 hexadecimal digits."""
    raw = secret.encode("ascii") if isinstance(secret, str) else secret
    return hashlib.sha256(b"checkin hub secret 1\n" + raw).hexdigest()


def same(one: str, other: str) -> bool:
    """In a time that says nothing about where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def token_in(authorization: str) -> str | None:
    """The token of an `Authorization: Bearer …` header; None where there is nothing like one."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not _TOKEN.fullmatch(token):
        return None
    return token
