"""Owns streams as desks would write them: sealed pages of scans, made in memory."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.entry import Entry, chain_start, encode, link, new_id
from checkin_app.ledger.pages import Page
from checkin_app.ledger.seal import new_key, public_key, sign


@dataclass
class Writer:
    """One desk's stream, written as it is asked for. `n` and `chain` are its head."""

    desk: str
    key: bytes = field(default_factory=new_key)
    stream: str = field(default_factory=lambda: secrets.token_hex(16))
    n: int = 0
    chain: bytes = b""

    def page(self, entries: int) -> Page:
        """The next so many entries."""
        first = self.n + 1
        if not self.n:
            self.chain = chain_start(self.stream)
        bodies = []
        for _ in range(entries):
            body = self._body()
            self.chain = link(self.chain, body)
            bodies.append(body)
        seal = sign(self.key, self.stream, self.n, self.chain)
        return Page(self.stream, first, bodies, [None] * entries, [(self.n, seal)])

    def pages(self, entries: int, size: int) -> Iterator[Page]:
        for done in range(0, entries, size):
            yield self.page(min(size, entries - done))

    def _body(self) -> bytes:
        self.n += 1
        now = now_ms()
        kind = kinds.SCANNED
        data: dict[str, object] = {
            "checkpoint": "registration",
            "code": "100012345678901234567890123",
            "decision": "admit",
            "direction": "in",
            "operator": "Mai",
            "reason": "ok",
        }
        if self.n == 1:
            kind = kinds.STREAM_OPENED
            data = {"name": self.desk, "public_key": public_key(self.key).hex()}
        entry = Entry(
            now << 16, data, now, new_id(now), kind, self.n, None, None, self.stream, new_id(now)
        )
        return encode(entry)
