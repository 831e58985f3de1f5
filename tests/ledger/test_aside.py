"""What is kept of a page that was not taken; the same of a desk and of a hub."""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ledger.aside import MOST_BYTES, MOST_PAGES, REASONS, evidence
from checkin_app.ledger.pages import Page
from tests.desk_support import new_desk
from tests.hub.scribe import Scribe


@given(st.text(), st.integers(-(2**63), 2**64 - 1), st.binary(), st.text())
def test_evidence_is_what_every_database_keeps_and_one_page_is_one(
    stream: str, first: int, body: bytes, source: str
) -> None:
    page = Page(stream, first, [body], [None], [(first, b"")])
    key, shown, n, why, told, at, kept = evidence(page, "seal", source)
    assert evidence(page, "chain", "other")[0] == key
    assert evidence(msgspec.structs.replace(page, first=first ^ 1), "seal", source)[0] != key
    assert stream.replace("\0", "").startswith(shown) or "\0" in stream[:120]
    assert max(len(shown), len(told)) <= 120 and "\0" not in shown + told
    assert 0 <= n <= 2**62 and (n == first or not 0 <= first <= 2**62)
    assert why in REASONS and at > 0
    assert msgspec.msgpack.decode(kept, type=Page) == page


def test_of_a_large_page_the_beginning_is_kept() -> None:
    page = Page("s", 1, [bytes(2 * MOST_BYTES)], [None], [])
    row = evidence(page, "size", "stick")
    assert row[-1] == msgspec.msgpack.encode(page)[:MOST_BYTES]


def test_a_desk_keeps_so_many_and_the_oldest_give_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkin_app.ledger.aside.now_ms", itertools.count(1).__next__)
    desk, page = new_desk(tmp_path), Scribe().page()
    for n in range(MOST_PAGES + 3):
        spoilt = msgspec.structs.replace(page, seals=[(1, n.to_bytes(64))])
        assert len(desk.receive([spoilt, spoilt], f"peer {n}").refused) == 2
    kept = [(aside.source, aside.why) for aside in desk.aside()]
    assert kept == [(f"peer {n}", "seal") for n in range(MOST_PAGES + 2, 2, -1)]
    desk.close()
