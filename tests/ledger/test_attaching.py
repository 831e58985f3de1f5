"""Where a page belongs, whoever keeps it: desks and hubs go by these rules."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.ledger import kinds, seal
from checkin_app.ledger.attaching import GAP, SEALS_APART, Attached, fault
from checkin_app.ledger.pages import MOST_BYTES, MOST_ENTRIES, Page, grouped
from tests.hub.scribe import Scribe
from tests.ledger.book import Book

BRANCH = "/0123456789abcdef"


def changed(page: Page, **values: Any) -> Page:
    return msgspec.structs.replace(page, **values)


def sealed_at(desk: Scribe, *numbers: int, first: int = 1, last: int = 0) -> Page:
    """A page with seals inside."""
    page = desk.page(first, last)
    inside = [(n, seal.sign(desk.key, desk.stream, n, desk.chains[n - 1])) for n in numbers]
    return changed(page, seals=[*inside, *page.seals])


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_whatever_the_order_and_whatever_else_comes_the_same_is_known(
    chance: random.Random,
) -> None:
    """Copies of one file that went on apart, cut anywhere, twice, late, named wrong, spoilt."""
    first = Scribe().scan(chance.randrange(2, 30))
    second = first.cloned()
    third = second.scan(chance.randrange(9)).cloned()
    copies = [copy.scan(chance.randrange(1, 30)) for copy in (first, second, third)]
    good = [page for copy in copies for page in copy.pages(size=chance.choice([3, 7, 50]))]
    names = {page.stream for page in good} | {good[0].stream + BRANCH}
    pages = good + [changed(page, stream=chance.choice(sorted(names))) for page in good]
    spoilt = chance.sample(good, 3)
    pages += [changed(page, bodies=[*page.bodies[:-1], b"{}"]) for page in spoilt]
    pages += [changed(page, seals=[(page.last, bytes(64))]) for page in spoilt]
    books = [Book(), Book()]
    for book in books:
        known = -1
        while len(book.chains) > known:  # What is beyond a gap is offered again.
            known = len(book.chains)
            chance.shuffle(pages)
            for page in pages:
                assert book.take(page) in (GAP, "seal", "chain", "stream")
        assert [book.take(page) for page in good] == [""] * len(good)
        assert book.bodies == {
            chain: body
            for copy in copies
            for chain, body in zip(copy.chains, copy.bodies, strict=True)
        }
        for chain, (n, signature) in book.seals.items():
            assert seal.holds(first.public, signature, first.stream, n, chain)
    assert books[0].lines == books[1].lines
    assert books[0].chains == books[1].chains


def test_a_stream_is_opened_by_its_own_id_whatever_the_page_is_called() -> None:
    desk = Scribe().scan(3)
    found = Book().attach(changed(desk.page(), stream=desk.stream + BRANCH))
    assert isinstance(found, Attached)
    assert (found.plan.line, found.public) == (desk.stream, desk.public)


def test_an_entry_that_says_it_opens_a_branch_opens_nothing() -> None:
    desk = Scribe()
    desk.bodies, desk.privates, desk.chains = [], [], []
    whole, desk.stream = desk.stream, desk.stream + BRANCH
    desk.write(kinds.STREAM_OPENED, "d1", {"name": "d1", "public_key": desk.public.hex()})
    [body] = desk.bodies
    desk.stream, desk.bodies, desk.chains = whole, [], []
    desk.add(body)
    for name in (whole, whole + BRANCH):
        assert Book().attach(desk.page(line=name)) == "stream"


@pytest.mark.parametrize(
    "data",
    [
        {"public_key": 5},
        {"public_key": "ab" * 31},
        {"public_key": "AB" * 32},
        {"public_key": "ab" * 32 + "\n"},
        {},
    ],
)
def test_a_stream_whose_opening_names_no_key_is_none(data: dict[str, Any]) -> None:
    desk = Scribe()
    desk.bodies, desk.privates, desk.chains = [], [], []
    desk.write(kinds.STREAM_OPENED, "d1", data)
    assert Book().attach(desk.page()) == "stream"


def test_what_is_wrong_is_told_from_what_contradicts() -> None:
    first = Scribe().scan(20)
    second = first.cloned().scan(10)
    first.scan(10)
    book = Book()
    for copy in (first, second):
        assert book.take(copy.page()) == ""
    [line] = [line for (line, n), chain in book.chains.items() if (n, chain) == first.head]
    again = first.page(22, line=line)
    assert book.take(changed(again, seals=[(31, bytes(64))])) == "seal"
    assert book.take(changed(again, bodies=[b"{}", *again.bodies[1:]])) == "chain"
    beyond = changed(first.scan(5).page(32, line=line), seals=[(36, bytes(64))])
    assert book.take(beyond) == "seal"
    assert book.take(first.page(35)) == GAP


@pytest.mark.parametrize(
    "seals",
    [
        [],
        [(0, bytes(64)), (9, bytes(64))],
        [(9, bytes(64)), (9, bytes(64))],
        [(5, bytes(64)), (4, bytes(64)), (9, bytes(64))],
        [(9, bytes(64)), (10, bytes(64))],
        [(8, bytes(64))],
        [(9, bytes(63))],
    ],
)
def test_seals_stand_in_order_and_the_last_at_the_end(seals: list[tuple[int, bytes]]) -> None:
    page = Scribe().scan(8).page()
    assert fault(page) == ""
    assert fault(changed(page, seals=seals)) == "size"


@pytest.mark.parametrize("name", ["", "a b", "a.b", "a/b", "a" * 65, "a\n", f"a{BRANCH}{BRANCH}"])
def test_what_no_line_is_called_is_no_page(name: str) -> None:
    page = Scribe().page()
    assert fault(changed(page, stream=name)) == "stream"
    assert fault(changed(page, stream="a" * 64 + BRANCH)) == ""


def test_of_the_seals_inside_a_page_few_are_kept_and_only_those_that_hold() -> None:
    desk = Scribe().scan(MOST_ENTRIES - 1)
    page = sealed_at(desk, *range(1, MOST_ENTRIES))
    found = Book().attach(page)
    assert isinstance(found, Attached)
    kept = found.seals(MOST_ENTRIES)
    assert [n for n, _ in kept] == [SEALS_APART, 2 * SEALS_APART, 3 * SEALS_APART, MOST_ENTRIES]
    assert found.seals(2 * SEALS_APART) == kept[:2]
    false = [(n, bytes(64)) if n == SEALS_APART else (n, one) for n, one in page.seals]
    found = Book().attach(changed(page, seals=false))
    assert isinstance(found, Attached)
    assert found.seals(MOST_ENTRIES) == kept[1:]


def test_private_parts_are_those_of_the_new_entries_or_the_page_is_refused() -> None:
    desk = Scribe()
    for name in ("An", "Bo"):
        desk.write(kinds.CREATED, name, {"type": "delegate", "fields": {}}, {"name": name})
    book = Book()
    assert book.take(desk.page(1, 2)) == ""
    page = desk.page()
    found = book.attach(page)
    assert isinstance(found, Attached)
    assert found.privates(3) == [(3, kinds.CREATED, page.privates[2])]
    assert book.take(changed(page, privates=[None, None, None])) == "shape"
    assert book.take(changed(page, privates=[None, None, page.privates[1]])) == "shape"
    assert book.take(changed(page, privates=[b"", b"", page.privates[2]])) == ""


def test_a_page_taken_in_slices_is_verified_once(monkeypatch: pytest.MonkeyPatch) -> None:
    page, book = Scribe().scan(20).page(), Book()
    first = book.attach(page)
    assert isinstance(first, Attached)
    monkeypatch.setattr("checkin_app.ledger.attaching.holds", lambda *_: False)
    assert book.attach(page, first) == first
    assert book.attach(changed(page), first) == "seal"


@given(st.lists(st.integers(0, 300), max_size=30), st.integers(1, 600))
def test_pages_are_grouped_in_order_each_group_as_large_as_may_be(
    sizes: list[int], most: int
) -> None:
    pages = [Page("s", at + 1, [bytes(size)], [b"x"], []) for at, size in enumerate(sizes)]
    groups = list(grouped(pages, most))
    assert [page for group, _ in groups for page in group] == pages
    assert [more for _, more in groups] == [True] * (len(groups) - 1) + [False] * bool(groups)
    for at, (group, _) in enumerate(groups):
        size = sum(page.size for page in group)
        assert size <= most or len(group) == 1
        if at + 1 < len(groups):
            assert size + groups[at + 1][0][0].size > most


def test_a_group_reads_one_page_ahead() -> None:
    read: list[int] = []

    def pages() -> Any:
        for n in range(1, 9):
            read.append(n)
            yield Page("s", n, [bytes(10)], [None], [])

    assert len(next(grouped(pages(), 20))[0]) == 2
    assert read == [1, 2, 3]
    assert next(grouped([], 5), None) is None


def test_a_page_of_one_entry_may_be_larger() -> None:
    desk = Scribe()
    desk.write(kinds.SCANNED, "x" * MOST_BYTES, {})
    assert fault(desk.page()) == "size"
    assert fault(desk.page(2)) == ""
