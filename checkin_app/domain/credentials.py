"""Owns the right to be recognised: the 27 digits of a code, and what a read text turns out to be.

Layout: version 1 digit, event tag 3, serial 13, MAC 8, check 2. The MAC is HMAC-SHA256 over the
first 17 digits with the event's secret, as a number modulo 10^8; the check is ISO 7064 MOD 97-10.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

VERSION = "1"
CODE_LENGTH = 27
SERIAL_LENGTH = 13
MAX_READ = 256

#: The digit row of AZERTY keyboards without shift: what a scanner set to a US layout types there.
_AZERTY = str.maketrans("&é\"'(-è_çà", "1234567890")


class CredentialStatus(StrEnum):
    ACTIVE = "active"
    REPLACED = "replaced"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Credential:
    """A code and what it is worth; `issued_at` is ISO 8601 UTC.

    `day` is the only day, ISO 8601, on which a temporary badge counts; else empty.
    """

    code: str
    delegate: str
    status: CredentialStatus
    issued_at: str
    day: str = ""


class Reading(StrEnum):
    """What a text read by a scanner is, before anybody on the roster is asked.

    The last three are temporary badges that no person has.
    """

    GENUINE = "genuine"
    UNKNOWN = "unknown"
    OTHER_EVENT = "other_event"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"
    UNBOUND = "unbound"
    UNBOUND_EXPIRED = "unbound_expired"
    UNBOUND_REVOKED = "unbound_revoked"


class Mint:
    """Makes the codes of one event; the key schedule of the MAC (RFC 2104) is done once."""

    def __init__(self, tag: str, secret: bytes) -> None:
        import hashlib  # Loads OpenSSL, which the window's first paint need not wait for.

        block = (hashlib.sha256(secret).digest() if len(secret) > 64 else secret).ljust(64, b"\0")
        self._inner = hashlib.sha256(bytes(b ^ 0x36 for b in block))
        self._outer = hashlib.sha256(bytes(b ^ 0x5C for b in block))
        self._first = int(VERSION + tag) * 10**SERIAL_LENGTH

    def code(self, serial: int) -> str:
        """The code of `serial` (0 ≤ serial < 10^13)."""
        body = self._first + serial
        number = body * 100_000_000 + self.mac(b"%d" % body)
        return str(number * 100 + 98 - number * 100 % 97)

    def mac(self, body: bytes) -> int:
        """HMAC-SHA256 of the first 17 digits, as a number below 10^8."""
        inner = self._inner.copy()
        inner.update(body)
        outer = self._outer.copy()
        outer.update(inner.digest())
        return int.from_bytes(outer.digest()[:8]) % 100_000_000


def mint(tag: str, secret: bytes, serial: int) -> str:
    """The code of `serial` (0 ≤ serial < 10^13) in the event with this tag and secret."""
    return Mint(tag, secret).code(serial)


def clean(text: str) -> str:
    """A read text as it is looked up: no control characters, NFC, at most 256 characters.

    Digits typed on a French layout come back as digits.
    """
    text = text[: MAX_READ + 1]
    kept = "".join(c for c in text if c >= " " and c != "\x7f").strip()
    if kept.isascii() and kept.isdigit():
        return kept
    if len(kept) == CODE_LENGTH:
        digits = kept.translate(_AZERTY)
        if digits.isascii() and digits.isdigit():
            return digits
    return unicodedata.normalize("NFC", kept)


def read(text: str, tag: str, secret: bytes) -> Reading:
    """What a cleaned text is, before the roster is asked.

    Bare digits of a wrong length, and texts that are a code but for a few spoilt letters, are
    `UNREADABLE`: scan again. Anything else is `FOREIGN`: perhaps a code of another
    registration system, which the roster knows.
    """
    if not text or len(text) > MAX_READ:
        return Reading.UNREADABLE
    if not (text.isascii() and text.isdigit()):
        return Reading.UNREADABLE if _spoilt(text) else Reading.FOREIGN
    if len(text) != CODE_LENGTH:
        return Reading.UNREADABLE
    if text[0] != VERSION or int(text) % 97 != 1:
        return Reading.UNREADABLE
    if text[1:4] != tag:
        return Reading.OTHER_EVENT
    from hmac import compare_digest

    if compare_digest(f"{Mint(tag, secret).mac(text[:17].encode()):08d}", text[17:25]):
        return Reading.GENUINE
    return Reading.UNKNOWN


def _spoilt(text: str) -> bool:
    digits = sum("0" <= c <= "9" for c in text)
    return CODE_LENGTH - 9 <= len(text) <= CODE_LENGTH + 9 and digits >= 0.7 * len(text)


def fingerprint(code: str) -> str:
    """Eight hex digits that stand for a code where the code itself must not be seen."""
    import hashlib

    return hashlib.sha256(code.encode()).hexdigest()[:8]
