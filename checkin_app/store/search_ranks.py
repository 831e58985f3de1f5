"""Owns how well people meet a typed text: the tiers, and what counts as meeting it at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import combinations

from pyroaring import BitMap

from checkin_app.domain.folding import Word
from checkin_app.store.search_now import Now
from checkin_app.store.search_words import (
    COUNT,
    MARKED,
    MIN_TAIL,
    NAME,
    OTHER,
    PHONE,
    TAIL,
    UNIQUE,
    Part,
    Query,
    dialled_otherwise,
)

#: Shorter texts are looked up as codes only if they have a digit, and only whole.
MIN_CODE = 6
#: A beginning of codes that more people share says nothing.
SHARED_CODE = 300
#: Of a longer name only so many words are looked for.
MAX_ALIKE = 6

FIND_CODE = """
    SELECT doc FROM delegates WHERE id IN (SELECT delegate FROM credentials WHERE code IN (?, ?, ?))
"""
COUNT_CODES = """
    SELECT count(*) FROM (SELECT 1 FROM credentials WHERE code >= ? AND code < ? LIMIT ?)
"""
FIND_CODES = """
    SELECT doc FROM delegates WHERE id IN (
        SELECT delegate FROM credentials WHERE code >= ? AND code < ?
    )
"""


class Tier(IntEnum):
    """How well a person meets a query, best first.

    | tier         | every typed word …                                                         |
    |--------------|----------------------------------------------------------------------------|
    | TYPED_WORDS  | is a whole word of the name, the honorific in front too (“Ba Lan”)          |
    | TYPED        | begins a word of the name, the honorific in front too (“ba lan”: Bảo Lan)   |
    | MARKED_NAME  | with its marks is a whole word of the name, which has no more words         |
    | MARKED_WORDS | with its marks is a whole word of the name                                  |
    | MARKED       | with its marks begins a word of the name                                    |
    | FULL_NAME    | is a whole word of the name, which has no more words                        |
    | WORDS        | is a whole word of the name                                                 |
    | NAME         | begins a word of the name                                                   |
    | ANYWHERE     | begins a word of any field, a number or an id, ends a telephone number, or  |
    |              | is a code                                                                   |

    The TYPED tiers exist only for a query with an honorific in front, the MARKED tiers for one that
    has marks. In both a word without marks may stand for one with marks. In the others the
    honorific is passed over. The name in its own script counts as name.
    """

    TYPED_WORDS = 0
    TYPED = 1
    MARKED_NAME = 2
    MARKED_WORDS = 3
    MARKED = 4
    FULL_NAME = 5
    WORDS = 6
    NAME = 7
    ANYWHERE = 8


class Ranks:
    """Sets of docs that meet a query. Inside a snapshot of `now` only; must not be changed."""

    def __init__(self, now: Now) -> None:
        self._now = now

    def tiers(self, query: Query) -> Iterator[tuple[Tier, BitMap]]:
        """Who meets the query how well; worse tiers repeat better ones."""
        parts = query.parts
        if query.lead:
            yield Tier.TYPED_WORDS, self._all((*query.lead, *parts), self._marked_whole)
            yield Tier.TYPED, self._all((*query.lead, *parts), self._marked_beginning)
        counted = self._now.whole(f"{COUNT}{query.length}")
        if query.has_marks:
            whole = self._all(parts, self._marked_whole)
            yield Tier.MARKED_NAME, whole & counted
            yield Tier.MARKED_WORDS, whole
            yield Tier.MARKED, self._all(parts, self._marked_beginning)
        whole = self._all(parts, self._whole_word)
        yield Tier.FULL_NAME, whole & counted
        yield Tier.WORDS, whole
        yield Tier.NAME, self._all(parts, self._name_beginning)
        yield Tier.ANYWHERE, self.anywhere(query)

    def alike(self, query: Query, words: Sequence[str]) -> BitMap:
        """Whose name has all words of the query, or only such: two at least, or all there are.

        A name of few words may be found though it has one of them twice and another not at all.
        """
        found = self._all(query.parts, self._whole_word)
        if query.length == 1:
            return found & self._now.whole(COUNT + "1")
        whole = [self._now.whole(NAME + word) for word in words[:MAX_ALIKE]]
        for size in range(2, len(whole) + 1):
            counted = self._now.whole(f"{COUNT}{size}")
            for some in combinations(whole, size):
                found = found | BitMap.intersection(counted, *some)
        return found

    def _all(self, parts: Iterable[Part], docs_of: Callable[[Word], BitMap]) -> BitMap:
        found: BitMap | None = None
        for part in parts:
            docs = self._part(part, docs_of)
            found = docs if found is None else found & docs
            if not found:
                break
        return BitMap() if found is None else found

    def _part(self, part: Part, docs_of: Callable[[Word], BitMap]) -> BitMap:
        first, *others = part.words
        docs = docs_of(first)
        for word in others:
            docs = docs & docs_of(word)
        for word in part.instead:
            docs = docs | docs_of(word)
        return docs

    def _whole_word(self, word: Word) -> BitMap:
        return self._now.whole(NAME + word.folded)

    def _name_beginning(self, word: Word) -> BitMap:
        return self._now.beginning(NAME + word.folded)

    def _marked_whole(self, word: Word) -> BitMap:
        if word.marked == word.folded:
            return self._whole_word(word)
        return self._now.whole(MARKED + word.marked)

    def _marked_beginning(self, word: Word) -> BitMap:
        if word.marked == word.folded:
            return self._name_beginning(word)
        return self._now.beginning(MARKED + word.marked)

    def _anywhere_word(self, word: Word) -> BitMap:
        begins = self._now.beginning
        typed = word.folded
        found = [begins(NAME + typed), begins(OTHER + typed), begins(UNIQUE + typed)]
        if typed.isascii() and typed.isdigit():
            found.append(begins(PHONE + typed))
            if otherwise := dialled_otherwise(typed):
                found.append(begins(PHONE + otherwise))
            if len(typed) >= MIN_TAIL:
                found.append(begins(TAIL + typed[::-1]))
        return BitMap.union(*found)

    def anywhere(self, query: Query) -> BitMap:
        found: BitMap | None = None
        for part in query.parts:
            docs = self._part(part, self._anywhere_word) | self._codes(part.raw)
            found = docs if found is None else found & docs
        found = BitMap() if found is None else found
        if query.number:
            found = found | self._anywhere_word(Word(query.number, query.number))
            found |= self._codes(query.number)
        if all(part.raw != query.raw for part in query.parts):
            found = found | self._codes(query.raw)
        return found

    def _codes(self, text: str) -> BitMap:
        """Who has this code, in any case of letters, or one of few that begin with these digits."""
        execute = self._now.connection.execute
        if len(text) < MIN_CODE and not any(sign.isdigit() for sign in text):
            return BitMap()
        if len(text) >= MIN_CODE and text.isascii() and text.isdigit():
            between = text, text[:-1] + chr(ord(text[-1]) + 1)
            (shared,) = execute(COUNT_CODES, (*between, SHARED_CODE + 1)).fetchone()
            if shared <= SHARED_CODE:
                return BitMap(doc for (doc,) in execute(FIND_CODES, between))
        return BitMap(doc for (doc,) in execute(FIND_CODE, (text, text.upper(), text.lower())))
