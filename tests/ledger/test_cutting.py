"""What is known can be given on, wherever it was forked and however few seals it has."""

from __future__ import annotations

import random
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.ledger.pages import Page
from tests.hub.scribe import Scribe
from tests.ledger.book import Book

#: Small pages have as many ways to lie across a fork as large ones.
MOST = 12


def cut_anywhere(copy: Scribe, first: int, chance: random.Random) -> list[Page]:
    """Pages of what a copy wrote from `first` on; mostly as long as may be, some overlap."""
    pages: list[Page] = []
    while first <= len(copy.bodies):
        size = chance.choice([MOST, MOST, MOST, chance.randrange(1, MOST + 1)])
        pages.append(copy.page(first, min(first + size - 1, len(copy.bodies))))
        first = pages[-1].last + 1 - chance.choice([0, 0, chance.randrange(size)])
        if pages[-1].last == len(copy.bodies):
            break
    return pages


def fill(book: Book, pages: list[Page], chance: random.Random) -> None:
    known = -1
    while len(book.chains) > known:
        known = len(book.chains)
        chance.shuffle(pages)
        for page in pages:
            book.take(page)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_all_that_is_known_is_given_on_and_taken_at_once(chance: random.Random) -> None:
    copies, begun = [Scribe().scan(chance.randrange(30))], [1]
    for _ in range(chance.randrange(1, 5)):
        copies.append(chance.choice(copies).cloned())
        begun.append(len(copies[-1].bodies) + 1)
        for copy in copies:
            copy.scan(chance.randrange(12))
    pages = [
        page
        for copy, first in zip(copies, begun, strict=True)
        for page in cut_anywhere(copy, first, chance)
    ]
    whole, part = Book(), Book()
    with (
        patch.multiple("checkin_app.ledger.attaching", SEALS_APART=4, MOST_ENTRIES=MOST),
        patch("checkin_app.ledger.cutting.MOST_ENTRIES", MOST),
    ):
        fill(whole, pages, chance)
        fill(part, chance.sample(pages, len(pages) // 2), chance)
        for other in (part, Book()):
            for page in whole.lacking(other.vector()):
                assert other.take(page) == ""
            assert other.lines == whole.lines
            assert other.chains == whole.chains
