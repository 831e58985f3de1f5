"""Owns the encrypted frames of which a bundle is made, and how they are read back bounded.

A frame is its length (4 bytes, big-endian) and its ciphertext: ChaCha20-Poly1305 (RFC 8439) under
a key of this file alone, made from the event's secret and a random salt by HKDF-SHA256 (RFC 5869).
The nonce is the frame's number and whether it is the last, so that none can be moved, taken away
or cut off; every frame is bound to the header before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SALT_LENGTH = 32
#: The longest frame, encrypted.
MOST_FRAME = 8 << 20
_TAG = 16


class BadFrame(Exception):
    """A frame that is cut off, changed, too long, or not under this key."""


def _cipher(secret: bytes, salt: bytes) -> ChaCha20Poly1305:
    key = HKDF(SHA256(), 32, salt, b"checkin bundle 1").derive(secret)
    return ChaCha20Poly1305(key)


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


class FrameWriter:
    """Writes frames one after another; `digest` is over header and all frames so far."""

    def __init__(self, out: BinaryIO, header: bytes, secret: bytes, salt: bytes) -> None:
        self._out = out
        self._cipher = _cipher(secret, salt)
        self._bound = hashlib.sha256(header).digest()
        self._hash = hashlib.sha256(header)
        self._number = 0

    @property
    def digest(self) -> bytes:
        return self._hash.digest()

    def write(self, body: bytes, *, last: bool = False) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last), body, self._bound)
        if len(sealed) > MOST_FRAME:
            raise ValueError("a frame is too long")
        frame = len(sealed).to_bytes(4) + sealed
        self._out.write(frame)
        self._hash.update(frame)
        self._number += 1


def read_frames(
    source: BinaryIO, header: bytes, secret: bytes, salt: bytes
) -> Iterator[tuple[bytes, bool, bytes]]:
    """Each frame's body, whether it is the last, and the digest over all before it.

    Raises BadFrame; also when something follows the last frame.
    """
    cipher = _cipher(secret, salt)
    bound = hashlib.sha256(header).digest()
    sofar = hashlib.sha256(header)
    number, last = 0, False
    while not last:
        length = source.read(4)
        size = int.from_bytes(length)
        if len(length) < 4 or not _TAG <= size <= MOST_FRAME:
            raise BadFrame
        sealed = source.read(size)
        if len(sealed) < size:
            raise BadFrame
        body, last = _open(cipher, number, sealed, bound)
        yield body, last, sofar.digest()
        sofar.update(length + sealed)
        number += 1
    if source.read(1):
        raise BadFrame


def _open(cipher: ChaCha20Poly1305, number: int, sealed: bytes, bound: bytes) -> tuple[bytes, bool]:
    for last in (False, True):
        try:
            return cipher.decrypt(_nonce(number, last), sealed, bound), last
        except InvalidTag:
            continue
    raise BadFrame
