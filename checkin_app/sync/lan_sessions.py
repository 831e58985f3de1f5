"""Owns who has proven to be of this event: challenges under way, and tokens given; few of each."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict

from checkin_app.sync.lan_keys import Challenge, Challenged, EventKey, Prove, nonce

MOST = 256
CHALLENGE_SECONDS, TOKEN_SECONDS = 30.0, 3600.0


class Sessions:
    """Used from several threads; nothing here outlives the program."""

    def __init__(self, key: EventKey, certificate: bytes) -> None:
        """`certificate` is the SHA-256 of ours."""
        self._key = key
        self._certificate = certificate
        self._lock = threading.Lock()
        self._challenges: OrderedDict[bytes, tuple[bytes, float]] = OrderedDict()
        self._tokens: OrderedDict[str, float] = OrderedDict()

    def challenge(self, asked: Challenge) -> Challenged | None:
        """Our proof; None for desks of another event."""
        if asked.tag != self._key.tag:
            return None
        ours = nonce()
        with self._lock:
            self._challenges[ours] = (asked.nonce, time.monotonic() + CHALLENGE_SECONDS)
            while len(self._challenges) > MOST:
                self._challenges.popitem(last=False)
        proof = self._key.proof(b"answers", asked.nonce, ours, self._certificate)
        return Challenged(ours, proof)

    def prove(self, shown: Prove) -> str:
        """A token for whoever proves itself, once a challenge; else nothing."""
        with self._lock:
            theirs, until = self._challenges.pop(shown.nonce, (b"", 0.0))
        if time.monotonic() > until:
            return ""
        if not self._key.holds(shown.proof, b"asks", theirs, shown.nonce, self._certificate):
            return ""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens[token] = time.monotonic() + TOKEN_SECONDS
            while len(self._tokens) > MOST:
                self._tokens.popitem(last=False)
        return token

    def knows(self, token: str) -> bool:
        """Whether this token was given and is still good; 256 random bits, so looked up as is."""
        with self._lock:
            return self._tokens.get(token, 0.0) > time.monotonic()
