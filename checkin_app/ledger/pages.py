"""Owns the shapes in which ledgers travel: vectors and pages.

A vector says how far each stream is known: its head, the number of its last entry and the chain
value there. A page is a piece of one stream, entries in order, the last of them sealed, so that
each page can be verified by itself, whoever carried it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

#: A page holds no more than this (one entry may be larger, up to MOST_ENTRY_BYTES).
MOST_ENTRIES = 200
MOST_BYTES = 256 << 10
MOST_ENTRY_BYTES = 4 << 20

#: (n, chain value after entry n: 32 bytes)
Head = tuple[int, bytes]
#: Stream or branch id to head.
Vector = dict[str, Head]


class Page(msgspec.Struct, frozen=True, array_like=True):
    """Entries `first`, `first` + 1, … of one stream.

    `stream` is the id of a stream, or of a branch of one that was forked (`ledger.branches`).
    `privates` are the stored private parts beside `bodies`, None where an entry has none.
    `seals` are (n, signature); the last entry of a page is always sealed.
    """

    stream: str
    first: int
    bodies: list[bytes]
    privates: list[bytes | None]
    seals: list[tuple[int, bytes]]

    @property
    def last(self) -> int:
        return self.first + len(self.bodies) - 1

    @property
    def size(self) -> int:
        """Bytes of the entries and of their private parts."""
        return sum(map(len, self.bodies)) + sum(map(len, filter(None, self.privates)))


def grouped(pages: Iterable[Page], most_bytes: int) -> Iterator[tuple[list[Page], bool]]:
    """Pages in order, `most_bytes` together but one at least; with each group, whether others
    follow. No more than one page is read ahead."""
    group: list[Page] = []
    size = 0
    for page in pages:
        if group and size + page.size > most_bytes:
            yield group, True
            group, size = [], 0
        group.append(page)
        size += page.size
    if group:
        yield group, False
