"""Owns how two desks prove to each other that they have the same event, and which desk each is.

Each shows an HMAC-SHA256 over both sides' fresh nonces and the certificate of the connection, under
a key made from the event's secret by HKDF-SHA256 (RFC 5869), and signs the same with its own key
(Ed25519, RFC 8032), under which its stream is sealed. Whoever answers first proves first; somebody
in between shows another certificate, and the proofs do not agree.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_app.sync.wire import Text

#: How desks prove themselves. The first way had no key of the desk, so it kept nobody out who
#: had once had the event.
VERSION = 2
NONCE_BYTES = 32
Nonce = Annotated[bytes, msgspec.Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
Proof = Nonce
_Key = Annotated[bytes, msgspec.Meta(max_length=32)]
_Signature = Annotated[bytes, msgspec.Meta(max_length=64)]


class Challenge(msgspec.Struct, frozen=True):
    """A desk that connected asks the other to prove itself. `tag` says of which event."""

    tag: Text
    nonce: Nonce
    version: int = 1


class Challenged(msgspec.Struct, frozen=True):
    """The answer: the proof, the desk's public key and its signature; what the asker must prove."""

    nonce: Nonce
    proof: Proof
    version: int = 1
    key: _Key = b""
    signature: _Signature = b""


class Prove(msgspec.Struct, frozen=True):
    """The asker's own proof; `nonce` is the other side's, as it was given."""

    nonce: Nonce
    proof: Proof
    key: _Key = b""
    signature: _Signature = b""


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
        said = b"\0".join((b"checkin lan proof 2", side)) + asker + answerer + certificate
        return hmac.new(self._key, said, hashlib.sha256).digest()

    def holds(
        self, proof: bytes, side: bytes, asker: bytes, answerer: bytes, certificate: bytes
    ) -> bool:
        return hmac.compare_digest(proof, self.proof(side, asker, answerer, certificate))


class DeskKey:
    """What only this desk can sign. Without its key a fresh one is shown, which nobody knows."""

    def __init__(self, private: bytes | None = None) -> None:
        self._key = (
            Ed25519PrivateKey.from_private_bytes(private)
            if private is not None
            else Ed25519PrivateKey.generate()
        )
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, proof: bytes) -> bytes:
        """Over a proof of the event, which names side, nonces and certificate."""
        return self._key.sign(_statement(self.public, proof))


def signed(key: bytes, signature: bytes, proof: bytes) -> bool:
    """Whether the desk with this public key signed that proof."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _statement(key, proof))
    except (InvalidSignature, ValueError):
        return False
    return True


def _statement(key: bytes, proof: bytes) -> bytes:
    return b"checkin lan desk 2\n" + key + proof


def nonce() -> bytes:
    return secrets.token_bytes(NONCE_BYTES)
