"""Owns how two desks prove to each other that they have the same event, without telling its secret.

Each shows an HMAC-SHA256 over both sides' fresh nonces and the certificate of the connection, under
a key made from the event's secret by HKDF-SHA256 (RFC 5869). Whoever answers first proves first;
somebody in between shows another certificate, and the proofs do not agree.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Annotated

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_app.sync.wire import Text

NONCE_BYTES = 32
Nonce = Annotated[bytes, msgspec.Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
Proof = Nonce


class Challenge(msgspec.Struct, frozen=True):
    """A desk that connected asks the other to prove itself. `tag` says of which event."""

    tag: Text
    nonce: Nonce


class Challenged(msgspec.Struct, frozen=True):
    """The answer: the proof, and what the asker has to prove now."""

    nonce: Nonce
    proof: Proof


class Prove(msgspec.Struct, frozen=True):
    """The asker's own proof; `nonce` is the other side's, as it was given."""

    nonce: Nonce
    proof: Proof
    desk: Text


class Proven(msgspec.Struct, frozen=True):
    """What the asker shows with each call on this and later connections."""

    token: Text


class EventKey:
    """What only desks of one event can compute."""

    def __init__(self, event: str, secret: bytes) -> None:
        self._key = HKDF(SHA256(), 32, event.encode(), b"checkin lan 1").derive(secret)
        self.tag = hmac.new(self._key, b"tag", hashlib.sha256).hexdigest()[:16]

    def proof(self, side: bytes, asker: bytes, answerer: bytes, certificate: bytes) -> bytes:
        """Of `side` (b"asks" or b"answers"), over both nonces and the certificate's SHA-256."""
        said = b"\0".join((b"checkin lan proof 1", side)) + asker + answerer + certificate
        return hmac.new(self._key, said, hashlib.sha256).digest()

    def holds(
        self, proof: bytes, side: bytes, asker: bytes, answerer: bytes, certificate: bytes
    ) -> bool:
        return hmac.compare_digest(proof, self.proof(side, asker, answerer, certificate))


def nonce() -> bytes:
    return secrets.token_bytes(NONCE_BYTES)
