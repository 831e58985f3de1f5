"""Owns the fast way to record many new delegates: listed by the hundred, in name order."""

from __future__ import annotations

import base64
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from checkin_app.domain import names
from checkin_app.domain.credentials import SERIAL_LENGTH
from checkin_app.domain.delegates import OPEN_FIELDS
from checkin_app.ledger import kinds
from checkin_app.store import ids, records
from checkin_app.store.event_file import EventFile
from checkin_app.store.search import SearchText
from checkin_app.store.uncollected import uncollected

SELECT_INDEXES = """
    SELECT name, sql FROM sqlite_master
    WHERE type = 'index' AND tbl_name IN ('delegates', 'credentials') AND sql IS NOT NULL
"""

#: People a roster.listed entry holds.
PAGE = 250


#: Values of a new delegate's fields, and perhaps `external_code`, `id` (else a fresh one) and
#: `serial` (of their code, else by chance).
Newcomer = dict[str, Any]


def new_delegate_id() -> str:
    """“d” and twelve letters or digits: short enough to type, 60 bits of chance."""
    return _delegate_ids(1)[0]


def _delegate_ids(count: int) -> list[str]:
    text = base64.b32encode(os.urandom(10 * count)).decode().lower()
    return ["d" + text[start : start + 12] for start in range(0, 16 * count, 16)]


def add_newcomers(file: EventFile, newcomers: Sequence[Newcomer], *, by: str) -> None:
    """Records delegates nobody has heard of yet, in name order, inside a transaction.

    Name order makes the roster's row numbers an order to answer searches in.
    """
    if not newcomers:
        return
    last_doc = file.connection.execute("SELECT coalesce(max(doc), 0) FROM delegates").fetchone()[0]
    with uncollected(), _indexes_afterwards(file.connection, empty=last_doc == 0):
        ordered = sorted(newcomers, key=_name_order)
        texts = list(_search_texts(file, ordered, last_doc + 1))
        for start in range(0, len(ordered), PAGE):
            page = ordered[start : start + PAGE]
            people, privates = _page(file, page)
            data = {"by": by, "people": people, "type": records.DELEGATE}
            stored = file.append(kinds.LISTED, "", data, privates)
            ids.claim(file.connection, stored)
            records.apply_list(file.connection, stored, fresh=True)
        file.search.build(texts)
    file.forget()


@contextmanager
def _indexes_afterwards(connection: sqlite3.Connection, *, empty: bool) -> Iterator[None]:
    """A first roster is indexed once it is there, which takes a third of the time."""
    indexes = connection.execute(SELECT_INDEXES).fetchall() if empty else []
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        connection.execute(sql)


def _name_order(newcomer: Newcomer) -> str:
    return names.sort_key(newcomer["name"], newcomer.get("given_name", ""))


def _page(
    file: EventFile, page: Sequence[Newcomer]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What a page of people says openly, and privately, in the same order."""
    mint = file.mint
    chance = os.urandom(8 * len(page))
    people, privates = [], []
    for number, (newcomer, fresh_id) in enumerate(zip(page, _delegate_ids(len(page)), strict=True)):
        take = newcomer.pop
        serial = take("serial", None)
        if serial is None:
            serial = int.from_bytes(chance[8 * number : 8 * number + 8]) % 10**SERIAL_LENGTH
        codes = [mint.code(serial)]
        if external_code := take("external_code", ""):
            codes.append(external_code)
        key = take("id", "") or fresh_id
        opened = {}
        for name in OPEN_FIELDS:
            if value := take(name, None):
                opened[name] = value
        people.append({"codes": codes, "fields": opened, "id": key})
        privates.append(newcomer if all(newcomer.values()) else _filled(newcomer))
    return people, privates


def _filled(newcomer: Newcomer) -> Newcomer:
    return {name: value for name, value in newcomer.items() if value}


def _search_texts(
    file: EventFile, people: Sequence[Newcomer], first_doc: int
) -> Iterator[tuple[int, SearchText]]:
    delegations = {key: d.name for key, d in file.programme.delegations.items()}
    for doc, newcomer in enumerate(people, first_doc):
        get = newcomer.get
        yield (
            doc,
            SearchText(
                get("name", ""),
                get("own_name", ""),
                (
                    get("organization", ""),
                    get("department", ""),
                    get("position", ""),
                    delegations.get(get("delegation", ""), ""),
                ),
                get("email", ""),
                get("phone", ""),
                get("external_id", ""),
            ),
        )
