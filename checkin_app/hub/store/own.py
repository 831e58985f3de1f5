"""Owns the hub's own stream: facts that the hub itself records, sealed one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from checkin_app.domain.errors import StoreError
from checkin_app.hub.store.engine import Writing
from checkin_app.hub.store.taking import Taking
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import HybridClock, now_ms
from checkin_app.ledger.entry import Entry, chain_start, decode, encode, link, lock_privates, new_id
from checkin_app.ledger.pages import Page
from checkin_app.ledger.seal import public_key, sign

SOURCE = "this hub"


@dataclass(frozen=True, slots=True)
class Own:
    """Who the hub is. `stream` says which stream it writes, `renew` lets it leave a forked one."""

    desk: str
    name: str
    private: bytes
    stream: Callable[[], str]
    renew: Callable[[str], str]


@dataclass(slots=True)
class Fact:
    """What is to be recorded. `tried` is where and as which entry that was tried already."""

    kind: str
    subject: str
    data: dict[str, Any]
    private: Sequence[dict[str, Any]] = ()
    tried: tuple[str, int, bytes, str] | None = None


def record(taking: Taking, writing: Writing, own: Own, clock: HybridClock, fact: Fact) -> str:
    """Appends a fact inside a transaction; the id of its entry.

    Where somebody went on with this stream from a backup it is left, and a new one begun.
    """
    stream = own.stream()
    if stream not in taking.lines:
        taking.lines |= writing.lock([stream])
    if len(taking.lines[stream]) > 1:
        stream = own.renew(stream)
        taking.lines |= writing.lock([stream])
    row = taking.lines[stream].get(stream)
    n, chain = (row.head, row.chain) if row is not None else (0, chain_start(stream))
    if fact.tried is not None and _is_there(taking, fact.tried):
        return fact.tried[3]  # Committed, though nobody could tell us so.
    if row is not None:
        clock.witness(_head_time(taking, writing, row.no, n), now_ms())
    facts = [fact]
    if row is None:
        key = public_key(own.private).hex()
        facts.insert(0, Fact(kinds.STREAM_OPENED, own.desk, {"name": own.name, "public_key": key}))
    bodies: list[bytes] = []
    privates: list[bytes | None] = []
    entry_id = ""
    for one in facts:
        n += 1
        body, private, entry_id = _entry(stream, n, clock, one)
        bodies.append(body)
        privates.append(private)
        chain = link(chain, body)
    seal = sign(own.private, stream, n, chain)
    first = n - len(bodies) + 1
    if taking.take(Page(stream, first, bodies, privates, [(n, seal)]), SOURCE):
        raise StoreError("The hub could not record a fact of its own: its ledger is damaged.")
    fact.tried = (stream, n, chain, entry_id)
    return entry_id


def _is_there(taking: Taking, tried: tuple[str, int, bytes, str]) -> bool:
    stream, n, chain, _ = tried
    lines = taking.lines.get(stream, {})
    row = lines.get(stream)
    return row is not None and n <= row.head and taking.chain_at(lines, stream, n) == chain


def _head_time(taking: Taking, writing: Writing, no: int, n: int) -> int:
    for row in reversed(taking.fresh.entries):
        if row[0] == no:
            return decode(row[2]).at
    return decode(writing.body((no, n))).at


def _entry(stream: str, n: int, clock: HybridClock, fact: Fact) -> tuple[bytes, bytes | None, str]:
    now = now_ms()
    private, hashes = lock_privates(fact.private) if fact.private else (None, None)
    entry = Entry(
        at=clock.tick(now),
        data=fact.data,
        door=now,
        id=new_id(now),
        kind=fact.kind,
        n=n,
        offset=None,
        private=hashes,
        stream=stream,
        subject=fact.subject,
    )
    return encode(entry), private, entry.id
