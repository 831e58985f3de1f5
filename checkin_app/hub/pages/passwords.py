"""Owns the password of the control room: made by the hub, kept as scrypt, compared.

scrypt as RFC 7914, with 16 MiB and about 50 ms a try.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

#: No letter or digit that is taken for another one when read aloud or copied by hand.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 4
MOST_LETTERS = 200
_N, _R, _P = 2**14, 8, 1


def make() -> str:
    """A new password of 79 bits, as in `h3kd-9pmw-x2ta-vq7e`."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def keep(password: str) -> str:
    """What the hub stores of a password: `scrypt$<salt>$<hash>`, both hexadecimal."""
    salt = secrets.token_bytes(16)
    return f"scrypt${salt.hex()}${_scrypt(password, salt).hex()}"


def agrees(password: str, kept: str) -> bool:
    """Whether a password is the kept one, in the same time whatever differs.

    Capitals, spaces and hyphens do not matter. A text that `keep` did not make agrees with nothing.
    """
    kind, _, rest = kept.partition("$")
    salt, _, expected = rest.partition("$")
    try:
        found = _scrypt(password, bytes.fromhex(salt))
        return hmac.compare_digest(found, bytes.fromhex(expected)) and kind == "scrypt"
    except ValueError:
        return False


def _scrypt(password: str, salt: bytes) -> bytes:
    plain = password[:MOST_LETTERS].casefold().replace("-", "").replace(" ", "")
    return hashlib.scrypt(plain.encode("utf-8", "replace"), salt=salt, n=_N, r=_R, p=_P, dklen=32)
