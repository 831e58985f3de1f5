"""Owns where a page belongs: verified against what is known of its stream, whoever keeps it.

Pure, so that desks and hubs take and refuse the same; they differ in how they write it down. What
decides is what was signed, the stream and the chain. The name that a page is under was signed by
nobody: it says which line is looked at first and nothing else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkin_app.ledger import branches, kinds
from checkin_app.ledger.branches import ChainAt, Line, Plan, Unplaceable, is_line, origin_of
from checkin_app.ledger.entry import chain_start, decoded, privates_match
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, MOST_ENTRY_BYTES, Page
from checkin_app.ledger.seal import holds

#: Numbers are exact in every JSON reader up to here.
MOST_N = 2**53
#: Of the seals inside a page none is kept that is nearer than this to one before it. To verify one
#: takes as long as to take ten entries, and the seal at the end covers all. Some are kept, because
#: a page can be cut again only at a seal: where a stream is forked in the middle of one.
SEALS_APART = 50
#: What `attach` says of a page that begins after a gap.
GAP = ""
_KEY = re.compile(r"[0-9a-f]{64}\Z")
_sha256 = hashlib.sha256


@dataclass(frozen=True, slots=True)
class Attached:
    """A page that is its desk's, and where its entries go.

    `before` is the chain value that it follows, `chains` are those after each of its entries,
    `public` is the key of the stream.
    """

    page: Page
    plan: Plan
    before: bytes
    chains: list[bytes]
    public: bytes

    @property
    def origin(self) -> str:
        return origin_of(self.page.stream)

    @property
    def opens(self) -> bool:
        """Whether the stream begins with it."""
        return self.page.first == 1 and self.plan.known == 0

    def says(self, page: Page, before: bytes, public: bytes) -> bool:
        """Whether it is about this very page in this very place."""
        return self.page is page and (self.before, self.public) == (before, public)

    def privates(self, stop: int) -> list[tuple[int, str, bytes]] | None:
        """Number, kind and private parts of the new entries that have some, as far as `stop` of
        the page; None where parts are missing or not those that an entry was made with."""
        page = self.page
        found: list[tuple[int, str, bytes]] = []
        for at in range(self.plan.known, stop):
            body = page.bodies[at]
            entry = None if _is_plain(body) else decoded(body)
            if entry is None or entry.private is None:
                continue
            private = page.privates[at]
            if private is None or not privates_match(private, entry.private):
                return None
            found.append((page.first + at, entry.kind, private))
        return found

    def seals(self, stop: int) -> list[tuple[int, bytes]]:
        """The seals to keep with the new entries, as far as `stop` of the page."""
        page, new = self.page, range(self.plan.known, stop)
        return [
            (n, signature)
            for n, signature in _apart(page)
            if (at := n - page.first) in new
            and (n == page.last or holds(self.public, signature, self.origin, n, self.chains[at]))
        ]


def fault(page: Page) -> str:
    """Why a page cannot be one, whatever is known: one of aside.REASONS, or nothing."""
    if not is_line(page.stream):
        return "stream"
    return "" if within_size(page) else "size"


def within_size(page: Page) -> bool:
    """Whether a page is one at all, and none too large; its seals in order, the last at its end."""
    count = len(page.bodies)
    if not 0 < count <= MOST_ENTRIES or len(page.privates) != count:
        return False
    if not 0 < page.first <= MOST_N or not page.seals:
        return False
    if page.seals[0][0] < page.first or page.seals[-1][0] != page.last:
        return False
    if any(len(seal) != 64 for _, seal in page.seals):
        return False
    if any(one >= other for (one, _), (other, _) in pairwise(page.seals)):
        return False
    return page.size <= (MOST_BYTES if count > 1 else MOST_ENTRY_BYTES)


def attach(
    page: Page,
    lines: Mapping[str, Line],
    public: bytes,
    chain_at: ChainAt,
    earlier: Attached | None = None,
) -> Attached | str:
    """Where a page without `fault` goes, or one of aside.REASONS why nowhere, or GAP.

    `lines` are those of its stream as they are known, `public` is the stream's key; both empty for
    one that is not. `earlier` is what was said of the same page before, so that one that is taken
    in slices is verified once.
    """
    origin = origin_of(page.stream)
    if not public:
        if page.first != 1:
            return GAP
        public = opening_key(page)
        if not public:
            return "stream"
    why = GAP
    for name in branches.attachments(lines, page.stream, page.first):
        before = chain_at(name, page.first - 1) if name else chain_start(origin)
        if earlier is not None and earlier.says(page, before, public):
            chains = earlier.chains
        else:
            chains = chained(before, page.bodies)
            if not holds(public, page.seals[-1][1], origin, page.last, chains[-1]):
                fits = why == "seal" or not _contradicts(page, lines, chains, chain_at)
                why = "seal" if fits else "chain"
                continue
        try:
            plan = branches.plan(origin, lines, name, page.first, chains, chain_at)
        except Unplaceable:
            return "stream" if page.first == 1 else "fork"
        return Attached(page, plan, before, chains, public)
    return why


def opening_key(page: Page) -> bytes:
    """The public key that the first entry of a stream names, or nothing."""
    entry = decoded(page.bodies[0])
    if entry is None or entry.kind != kinds.STREAM_OPENED:
        return b""
    key = entry.data.get("public_key")
    if (entry.n, entry.stream) != (1, origin_of(page.stream)) or not isinstance(key, str):
        return b""
    return bytes.fromhex(key) if _KEY.match(key) else b""


def chained(before: bytes, bodies: Sequence[bytes]) -> list[bytes]:
    """The chain value after each of some entries (`ledger.entry.link`)."""
    chain = before
    return [chain := _sha256(chain + body).digest() for body in bodies]


def _apart(page: Page) -> list[tuple[int, bytes]]:
    """The seal at the end, and those inside that are far enough apart."""
    kept, before = [], page.first - 1
    for n, signature in page.seals[:-1]:
        if n - before >= SEALS_APART:
            kept.append((n, signature))
            before = n
    return [*kept, page.seals[-1]]


def _contradicts(
    page: Page, lines: Mapping[str, Line], chains: Sequence[bytes], chain_at: ChainAt
) -> bool:
    """Whether other entries than these are known where the page says that it belongs.

    A chain value stands for all before it, so that the last number known to both says it.
    """
    line = lines.get(page.stream)
    if line is None:
        return False
    n = min(line.head, page.last)
    return n >= page.first and line.owns(n) and chain_at(line.id, n) != chains[n - page.first]


def _is_plain(body: bytes) -> bool:
    """Whether an entry surely has no private part, seen without decoding it."""
    return body.count(b'"private"') == 1 and b'"private":null' in body and b"\\" not in body
