"""Owns what is kept of a page that was not taken: the evidence, in bounds, visible."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import msgspec

from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Page

#: Why: it contradicts what is known, its seal is not its desk's, its private parts are not those it
#: was made with or it is no entry, it is of no stream, too large, of a fork without end, or says
#: what its desk may not say.
REASONS = ("chain", "seal", "shape", "stream", "size", "fork", "authority")
#: No more pages are kept, the oldest give way; and no more bytes of one.
MOST_PAGES = 200
MOST_BYTES = 512 << 10
_MOST_NAME = 120
_MOST_N = 2**62

#: id, stream, n, why, source, at, page
Row = tuple[str, str, int, str, str, int, bytes]


@dataclass(frozen=True, slots=True)
class Aside:
    """A page not taken. `n` is its first entry, `why` one of REASONS, `at` ms since 1970 UTC."""

    id: str
    stream: str
    n: int
    why: str
    source: str
    at: int


def evidence(page: Page, why: str, source: str) -> Row:
    """What is kept of a page; its id is the same whenever and from whomever it comes.

    Whoever made it may have put anything into it.
    """
    body = msgspec.msgpack.encode(page)
    key = hashlib.sha256(body).hexdigest()
    n = min(max(page.first, 0), _MOST_N)
    return key, _text(page.stream), n, why, _text(source), now_ms(), body[:MOST_BYTES]


def _text(said: str) -> str:
    """As every database keeps it."""
    return said[:_MOST_NAME].replace("\0", "")
