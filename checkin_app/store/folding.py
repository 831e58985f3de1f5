"""Owns what follows when entries of others arrive: the tables, and what is kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checkin_app.ledger import kinds
from checkin_app.ledger.entry import decoded
from checkin_app.store import derive, records
from checkin_app.store.ledger import Stored, entry_at
from checkin_app.store.touched import Touched

if TYPE_CHECKING:
    from checkin_app.store.event_file import EventFile

RECORD_KINDS = frozenset({kinds.CREATED, kinds.AMENDED})


def fold(
    file: EventFile, places: Sequence[tuple[int, int, bytes]], *, moved: bool = False
) -> frozenset[str]:
    """Folds new entries (stream number, n, body); inside a transaction. Returns their kinds.

    `moved` says that entries lie elsewhere than before, so that all is folded anew.
    """
    stored = [entry_at(file.connection, number, n) for number, n, body in places if decoded(body)]
    found = frozenset(one.entry.kind for one in stored)
    if moved:
        file.rebuild_inside()
        return found
    people: set[str] = set()
    touched = Touched()
    for one in stored:
        derive.apply(file.connection, one, touched)
        people |= _people(one)
    touched.settle(file.connection)
    search_again(file, touched, people)
    file.forget()
    return found


def _people(stored: Stored) -> set[str]:
    """Whose words may have changed."""
    entry = stored.entry
    if entry.kind == kinds.LISTED:
        return {person["id"] for person in entry.data["people"]}
    if entry.kind in RECORD_KINDS and entry.data["type"] == records.DELEGATE:
        return {entry.subject}
    return set()


def search_again(file: EventFile, touched: Touched, people: set[str]) -> None:
    """Brings the search index up to what became of some people, merged ones too."""
    for doc in touched.docs.values():
        file.search.remove(doc)
    found = [
        known
        for key in people | touched.people
        if (known := records.find_delegate(file.connection, key)) is not None
    ]
    file.search.build(
        (doc, file.search_text(delegate)) for doc, delegate in sorted(found, key=lambda one: one[0])
    )
