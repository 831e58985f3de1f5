"""Owns the fast way to record many new delegates: the same entries and rows, made in bulk."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checkin_app.domain import names
from checkin_app.domain.credentials import mint
from checkin_app.domain.delegates import OPEN_FIELDS
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.store import records
from checkin_app.store.event_file import EventFile
from checkin_app.store.ledger import INSERT_ENTRY, INSERT_PRIVATE
from checkin_app.store.search import SearchText

CHUNK = 20_000
INSERT_CREDENTIAL = "INSERT INTO credentials (code, delegate, issued_at) VALUES (?, ?, ?)"
_ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Values of a delegate's fields, perhaps a code of another system, an id and a serial."""

    values: dict[str, Any]
    external_code: str = ""
    id: str = ""
    serial: int | None = None


def new_delegate_id() -> str:
    """“d” and twelve letters or digits: short enough to type, 60 bits of chance."""
    number = secrets.randbits(60)
    return "d" + "".join([_ID_LETTERS[number >> shift & 31] for shift in range(0, 60, 5)])


def add_newcomers(file: EventFile, newcomers: Sequence[Newcomer], *, by: str) -> None:
    """Records delegates nobody has heard of yet, in name order, inside a transaction.

    Name order makes the roster's row numbers an order to answer searches in.
    """
    ordered = sorted(newcomers, key=_name_order)
    connection = file.connection
    first_doc = connection.execute("SELECT coalesce(max(doc), 0) FROM delegates").fetchone()[0] + 1
    credentials: list[tuple[str, str, int]] = []
    mentions: list[tuple[str, int, int]] = []
    people: list[list[Any]] = []
    imported = by == "import"
    for start in range(0, len(ordered), CHUNK):
        entries, privates, rows = [], [], []
        for newcomer in ordered[start : start + CHUNK]:
            entry, private, row = _newcomer_rows(
                file, newcomer, by, imported, credentials, mentions
            )
            entries.append(entry)
            privates.append(private)
            rows.append(row)
        connection.executemany(INSERT_ENTRY, entries)
        connection.executemany(INSERT_PRIVATE, privates)
        connection.executemany(records.INSERT_DELEGATE, rows)
        people.extend(rows)
    credentials.sort()
    connection.executemany(INSERT_CREDENTIAL, credentials)
    mentions.sort()
    connection.executemany(records.INSERT_MENTION, mentions)
    file.search.build(_search_texts(file, people, first_doc))
    file.forget()


def _name_order(newcomer: Newcomer) -> object:
    values = newcomer.values
    return names.sort_key(values["name"], values.get("given_name", ""))


def _newcomer_rows(
    file: EventFile,
    newcomer: Newcomer,
    by: str,
    imported: bool,
    credentials: list[tuple[str, str, int]],
    mentions: list[tuple[str, int, int]],
) -> tuple[Any, Any, list[Any]]:
    values = newcomer.values
    key = newcomer.id or new_delegate_id()
    serial = secrets.randbits(43) if newcomer.serial is None else newcomer.serial
    codes = [mint(file.event.tag, file.secret, serial)]
    if newcomer.external_code:
        codes.append(newcomer.external_code)
    opened: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    for name, value in values.items():
        if value or value == 0:
            (opened if name in OPEN_FIELDS else personal)[name] = value
    stream = file.stream
    door = now_ms()
    data = {"by": by, "codes": codes, "fields": opened, "type": records.DELEGATE}
    stored, entry, private = stream.make(kinds.CREATED, key, data, personal, door=door)
    mentions.append((key, stream.number, stored.entry.n))
    for code in codes:
        credentials.append((code, key, door))
    row = records.delegate_row(key, values)
    marks = records.import_marks(row) if imported else (None, None)
    row.extend(marks)
    return entry, private, row


def _search_texts(
    file: EventFile, people: list[list[Any]], first_doc: int
) -> list[tuple[int, SearchText]]:
    at = {name: records.COLUMNS.index(name) for name in records.COLUMNS}
    name, own, organization, department, position, delegation, email, phone, external = (
        at[field]
        for field in (
            "name",
            "own_name",
            "organization",
            "department",
            "position",
            "delegation",
            "email",
            "phone",
            "external_id",
        )
    )
    delegations = {key: d.name for key, d in file.programme.delegations.items()}
    return [
        (
            doc,
            SearchText(
                row[name],
                row[own],
                (
                    row[organization],
                    row[department],
                    row[position],
                    delegations.get(row[delegation], ""),
                ),
                row[email],
                row[phone],
                row[external],
            ),
        )
        for doc, row in enumerate(people, first_doc)
    ]
