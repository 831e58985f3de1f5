"""Owns seals: a desk's Ed25519 signature (RFC 8032) over everything in its stream so far.

What signs is loaded with the first seal, not when a desk is opened.
"""

from __future__ import annotations


def _statement(stream: str, n: int, chain: bytes) -> bytes:
    return b"checkin seal 1\n" + f"{stream} {n} ".encode() + chain


def new_key() -> bytes:
    """A fresh private key, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private_key: bytes) -> bytes:
    """The public key, 32 bytes, that goes with a private one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def sign(private_key: bytes, stream: str, n: int, chain: bytes) -> bytes:
    """The seal, 64 bytes, over the first `n` entries of a stream."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).sign(_statement(stream, n, chain))


def holds(public: bytes, signature: bytes, stream: str, n: int, chain: bytes) -> bool:
    """Whether a seal is that key's over those entries."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _statement(stream, n, chain))
    except (InvalidSignature, ValueError):
        return False
    return True
