"""Entries: canonical bytes, private parts that can go, the chain, seals, ids and the clock."""

import json
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ledger import seal
from checkin_app.ledger.clock import COUNTER_BITS, HybridClock
from checkin_app.ledger.entry import (
    Entry,
    chain_start,
    decode,
    encode,
    link,
    lock_privates,
    new_id,
    open_privates,
    privates_match,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
DATA = st.dictionaries(st.text(max_size=5), VALUES, max_size=5)


def entry_with(data: dict[str, object]) -> Entry:
    return Entry(
        at=5, data=data, door=6, id="i", kind="k", n=1, offset=None, private=None, stream="s",
        subject="",
    )  # fmt: skip


@given(DATA)
def test_bytes_are_canonical(data: dict[str, object]) -> None:
    body = encode(entry_with(data))
    again = encode(decode(body))
    assert again == body
    keys = list(json.loads(body))
    assert keys == sorted(keys)
    backwards = dict(reversed(list(data.items())))
    assert encode(entry_with(backwards)) == body


@given(st.lists(DATA, min_size=1, max_size=4))
def test_private_parts_come_back_and_a_change_shows(contents: list[dict[str, object]]) -> None:
    body, hashes = lock_privates(contents)
    assert open_privates(body) == contents
    assert privates_match(body, hashes)
    assert not privates_match(body, [*hashes[:-1], "0" * 32])
    other, _ = lock_privates(contents)
    assert other != body, "the same words must not hash alike twice"


def test_an_erased_part_still_matches() -> None:
    body, hashes = lock_privates([{"name": "An"}, {"name": "Ly"}])
    parts = json.loads(body)
    parts[0] = None
    erased = json.dumps(parts, separators=(",", ":")).encode()
    assert privates_match(erased, hashes)
    assert open_privates(erased) == [None, {"name": "Ly"}]


def test_a_chain_notices_every_change() -> None:
    start = chain_start("s")
    assert link(link(start, b"a"), b"b") != link(link(start, b"b"), b"a")
    assert chain_start("t") != start


def test_a_seal_holds_for_what_it_was_put_on_only() -> None:
    key = seal.new_key()
    public = seal.public_key(key)
    chain = chain_start("s")
    signature = seal.sign(key, "s", 3, chain)
    assert seal.holds(public, signature, "s", 3, chain)
    assert not seal.holds(public, signature, "s", 4, chain)
    assert not seal.holds(public, signature, "t", 3, chain)
    assert not seal.holds(seal.public_key(seal.new_key()), signature, "s", 3, chain)
    assert not seal.holds(b"short", signature, "s", 3, chain)


def test_ids_are_version_seven_and_sort_by_time() -> None:
    earlier, later = new_id(1_700_000_000_000), new_id(1_700_000_000_001)
    assert earlier < later
    assert earlier[14] == "7"
    assert earlier[19] in "89ab"


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_the_clock_never_runs_backwards(readings: list[int]) -> None:
    clock = HybridClock()
    times = [clock.tick(now) for now in readings]
    assert times == sorted(set(times))


def test_a_time_far_ahead_does_not_move_the_clock() -> None:
    clock = HybridClock()
    clock.witness(10_000_000 << COUNTER_BITS, now_ms=1000)
    assert clock.last == 0
    clock.witness(2000 << COUNTER_BITS, now_ms=1000)
    assert clock.tick(1000) > 2000 << COUNTER_BITS


def test_ids_of_one_millisecond_sort_by_time_of_making() -> None:
    ids = [new_id(1_700_000_000_000) for _ in range(200)]
    assert ids == sorted(set(ids))
    assert {UUID(one).version for one in ids} == {7}
