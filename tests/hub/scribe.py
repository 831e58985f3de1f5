"""A desk without a file: entries, chains, seals and pages of one stream, made by hand."""

from __future__ import annotations

import copy
import secrets
from typing import Any

from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.entry import Entry, chain_start, encode, link, lock_privates, new_id
from checkin_app.ledger.pages import Page
from checkin_app.ledger.seal import new_key, public_key, sign


class Scribe:
    """Writes one stream; `pages` cuts it anywhere, since its key is here."""

    def __init__(self, desk: str = "d1", key: bytes = b"") -> None:
        self.key = key or new_key()
        self.stream = secrets.token_hex(16)
        self.bodies: list[bytes] = []
        self.privates: list[bytes | None] = []
        self.chains: list[bytes] = []
        self.write(kinds.STREAM_OPENED, desk, {"name": desk, "public_key": self.public.hex()})

    @property
    def public(self) -> bytes:
        return public_key(self.key)

    @property
    def head(self) -> tuple[int, bytes]:
        return len(self.bodies), self.chains[-1]

    def write(self, kind: str, subject: str, data: dict[str, Any], *private: dict[str, Any]) -> str:
        part, hashes = lock_privates(private) if private else (None, None)
        now = now_ms()
        n = len(self.bodies) + 1
        entry = Entry(
            now << 16, data, now, new_id(now), kind, n, None, hashes, self.stream, subject
        )
        self.add(encode(entry), part)
        return entry.id

    def add(self, body: bytes, private: bytes | None = None) -> None:
        before = self.chains[-1] if self.chains else chain_start(self.stream)
        self.bodies.append(body)
        self.privates.append(private)
        self.chains.append(link(before, body))

    def scan(self, count: int = 1) -> Scribe:
        said = {
            "checkpoint": "main",
            "direction": "in",
            "decision": "admit",
            "reason": "ok",
            "operator": "Mai",
        }
        for _ in range(count):
            self.write(kinds.SCANNED, f"p{secrets.token_hex(4)}", said)
        return self

    def page(self, first: int = 1, last: int = 0, *, line: str = "") -> Page:
        last = last or len(self.bodies)
        return Page(
            line or self.stream,
            first,
            self.bodies[first - 1 : last],
            self.privates[first - 1 : last],
            [(last, sign(self.key, self.stream, last, self.chains[last - 1]))],
        )

    def pages(self, first: int = 1, size: int = 100) -> list[Page]:
        end = len(self.bodies)
        return [self.page(n, min(n + size - 1, end)) for n in range(first, end + 1, size)]

    def cloned(self) -> Scribe:
        """The same desk's file copied, to be written on from here."""
        return copy.deepcopy(self)
