"""Owns who is signed in: a signed cookie, and tokens that only our own forms carry."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

#: The prefix makes browsers refuse it without TLS, from another path, or for another host.
COOKIE = "__Host-checkin"
LASTS_SECONDS = 14 * 60 * 60
MOST_ENDED = 10_000


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who signed in; `key` is random and nobody's name."""

    key: str
    expires_at: int


class Sessions:
    """Signs and reads cookies; a new password or secret ends all of them."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._ended: dict[str, int] = {}

    def begin(self, password: str, now: float | None = None) -> str:
        """The cookie of a new session; `password` is the kept one that was agreed with."""
        expires_at = int(time.time() if now is None else now) + LASTS_SECONDS
        text = f"{secrets.token_hex(16)}.{expires_at}"
        return f"{text}.{self._sign('session', text, password)}"

    def read(self, cookie: str, password: str, now: float | None = None) -> Session | None:
        """The session of a cookie, unless it is forged, over, ended or of a former password."""
        text, _, signature = cookie[:300].rpartition(".")
        key, _, until = text.partition(".")
        if not hmac.compare_digest(
            signature.encode(), self._sign("session", text, password).encode()
        ):
            return None
        expires_at = int(until)
        if expires_at <= (time.time() if now is None else now) or key in self._ended:
            return None
        return Session(key, expires_at)

    def end(self, session: Session) -> None:
        """Its cookie counts no longer in this process; browsers forget it anyway."""
        now = int(time.time())
        if len(self._ended) >= MOST_ENDED:
            self._ended = {key: until for key, until in self._ended.items() if until > now}
        if len(self._ended) < MOST_ENDED:
            self._ended[session.key] = session.expires_at

    def token(self, session: Session | None) -> str:
        """What forms of this session carry, against requests made by another site."""
        return self._sign("form", session.key if session else "signing in", "")

    def is_ours(self, token: str, session: Session | None) -> bool:
        return hmac.compare_digest(token.encode(), self.token(session).encode())

    def _sign(self, use: str, text: str, password: str) -> str:
        message = "\0".join((use, text, password)).encode()
        return hmac.new(self._secret, message, hashlib.sha256).hexdigest()
