"""Owns who has proven to be a desk of this event: challenges under way, and tokens given; few."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict

from checkin_app.sync.lan_keys import (
    VERSION,
    Challenge,
    Challenged,
    DeskKey,
    EventKey,
    Prove,
    nonce,
    signed,
)

MOST = 256
CHALLENGE_SECONDS, TOKEN_SECONDS = 30.0, 3600.0


class Sessions:
    """Used from several threads; nothing here outlives the program."""

    def __init__(self, event: EventKey, own: DeskKey, certificate: bytes) -> None:
        """`certificate` is the SHA-256 of ours."""
        self._event = event
        self._own = own
        self._certificate = certificate
        self._lock = threading.Lock()
        self._challenges: OrderedDict[bytes, tuple[bytes, float]] = OrderedDict()
        self._tokens: OrderedDict[str, tuple[bytes, float]] = OrderedDict()

    def challenge(self, asked: Challenge) -> Challenged | None:
        """Our proofs; None for desks of another event."""
        if asked.tag != self._event.tag:
            return None
        ours = nonce()
        with self._lock:
            self._challenges[ours] = (asked.nonce, time.monotonic() + CHALLENGE_SECONDS)
            while len(self._challenges) > MOST:
                self._challenges.popitem(last=False)
        proof = self._event.proof(b"answers", asked.nonce, ours, self._certificate)
        return Challenged(ours, proof, VERSION, self._own.public, self._own.sign(proof))

    def proves(self, shown: Prove) -> bool:
        """Whether that holds, once a challenge: the event, and the desk of the key it shows."""
        with self._lock:
            theirs, until = self._challenges.pop(shown.nonce, (b"", 0.0))
        return (
            time.monotonic() <= until
            and self._event.holds(shown.proof, b"asks", theirs, shown.nonce, self._certificate)
            and signed(shown.key, shown.signature, shown.proof)
        )

    def admit(self, key: bytes) -> str:
        """A token for the desk of this public key."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens[token] = (key, time.monotonic() + TOKEN_SECONDS)
            while len(self._tokens) > MOST:
                self._tokens.popitem(last=False)
        return token

    def holder(self, token: str) -> bytes | None:
        """The public key of whom it was given, while it is good; 256 random bits, looked up."""
        with self._lock:
            key, until = self._tokens.get(token, (b"", 0.0))
        return key if until > time.monotonic() else None
