"""Owns what screens ask about the roster: which rows, in which order, and one card."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from checkin_app.domain.conflicts import Conflict
from checkin_app.domain.credentials import Credential, CredentialStatus
from checkin_app.domain.delegates import Category, Completeness, Delegate, Delegation
from checkin_app.domain.names import fold, sort_key
from checkin_app.ledger.clock import from_ms
from checkin_app.store.event_file import EventFile
from checkin_app.store.records import SELECT_COLUMNS, delegate_from

#: What the roster can be sorted by; “name” is the order of the roster file's names, ready made.
SORTS = (
    "name",
    "given_name",
    "full_name",
    "organization",
    "position",
    "delegation",
    "category",
    "country",
    "standing",
)
STATUSES = ("", "arrived", "expected", "accredited", "not_accredited", "withdrawn", "hold")
PAGE = 500


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of the roster table; `key` is its doc number."""

    key: int
    delegate: Delegate
    delegation_name: str
    category: Category | None
    checked_in: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One fact about a delegate: the kind of its entry, and what it says, for screens."""

    at: datetime
    kind: str
    entry: str
    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class DelegateCard:
    """Everything a screen shows of one delegate; `conflicts` are those that wait."""

    delegate: Delegate
    delegation: Delegation | None
    category: Category | None
    completeness: Completeness | None
    credentials: list[Credential]
    checked_in: bool
    arrived_at: datetime | None
    printed: int
    history: list[HistoryLine]
    conflicts: list[Conflict] = field(default_factory=list)


def keys(
    file: EventFile,
    *,
    text: str = "",
    delegation: str = "",
    category: str = "",
    status: str = "",
    sort: str = "name",
    descending: bool = False,
) -> array[int]:
    """The doc numbers of the roster rows asked for, in order.

    `status` is one of STATUSES, `sort` one of SORTS; anything else sorts by name.
    """
    conditions: list[str] = []
    values: list[str] = []
    for column, wanted in (("delegation", delegation), ("category", category)):
        if wanted:
            conditions.append(f"{column} = ?")
            values.append(wanted)
    if status in ("accredited", "not_accredited", "withdrawn"):
        conditions.append("standing = ?")
        values.append(status)
    elif status == "hold":
        conditions.append("hold = 1")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    matching = file.search.ids(text) if text.strip() else None
    if matching is not None and not where and sort == "name":
        found = array("q", matching)  # Doc numbers are in name order.
    else:
        found = array("q", _ordered(file, sort, where, values))
        if matching is not None:
            found = array("q", [doc for doc in found if doc in matching])
    if status in ("arrived", "expected"):
        arrived = file.tally.arrived
        found = array("q", [doc for doc in found if (doc in arrived) == (status == "arrived")])
    if descending:
        found.reverse()
    return found


def _ordered(file: EventFile, sort: str, where: str, values: Sequence[str]) -> list[int]:
    """Doc numbers sorted as people sort: letters with marks beside those without."""
    if sort not in SORTS or sort == "name":
        rows = file.connection.execute(f"SELECT doc FROM delegates {where} ORDER BY doc", values)
        return [doc for (doc,) in rows]
    column = {"full_name": "name"}.get(sort, sort)
    known = file.connection.execute(
        f"SELECT doc, {column}, name, given_name FROM delegates {where}", values
    ).fetchall()
    titles = {key: fold(d.name) for key, d in file.programme.delegations.items()}
    match sort:
        case "given_name":
            ordered = [(sort_key(name, given), doc) for doc, _, name, given in known]
        case "full_name":
            ordered = [(sort_key(name, ""), doc) for doc, _, name, _ in known]
        case "delegation":
            ordered = [(titles.get(key, ""), doc) for doc, key, _, _ in known]
        case _:
            ordered = [(fold(text), doc) for doc, text, _, _ in known]
    return [doc for _, doc in sorted(ordered)]


def rows(file: EventFile, wanted: Sequence[int]) -> list[RosterRow]:
    """The rows of these doc numbers, in their order; those that are gone are left out."""
    found: dict[int, Delegate] = {}
    for start in range(0, len(wanted), PAGE):
        page = list(wanted[start : start + PAGE])
        marks = ", ".join("?" * len(page))
        for row in file.connection.execute(
            f"SELECT d.doc, {SELECT_COLUMNS} FROM delegates d WHERE d.doc IN ({marks})", page
        ):
            found[row[0]] = delegate_from(row[1:])
    programme, arrived = file.programme, file.tally.arrived
    return [
        RosterRow(
            key=doc,
            delegate=delegate,
            delegation_name=(
                known.name if (known := programme.delegations.get(delegate.delegation)) else ""
            ),
            category=programme.categories.get(delegate.category),
            checked_in=doc in arrived,
        )
        for doc in wanted
        if (delegate := found.get(doc)) is not None
    ]


def credentials_of(connection: sqlite3.Connection, delegate: str) -> list[Credential]:
    """A delegate's codes, newest first, those that still count before those that do not."""
    return [
        _credential(row)
        for row in connection.execute(
            "SELECT code, delegate, status, issued_at, day FROM credentials WHERE delegate = ?"
            " ORDER BY status <> 'active', day <> '', length(code) <> 27, issued_at DESC, code",
            (delegate,),
        )
    ]


def all_credentials(connection: sqlite3.Connection) -> Iterator[tuple[Delegate, Credential]]:
    """Every code with its delegate, in roster order."""
    for row in connection.execute(
        f"SELECT c.code, c.delegate, c.status, c.issued_at, c.day, {SELECT_COLUMNS}"
        " FROM delegates d JOIN credentials c ON c.delegate = d.id"
        " ORDER BY d.doc, c.issued_at, c.code"
    ):
        yield delegate_from(row[5:]), _credential(row[:5])


def _credential(row: Sequence[object]) -> Credential:
    from datetime import UTC

    code, delegate, status, issued_at, day = row
    return Credential(
        str(code),
        str(delegate),
        CredentialStatus(str(status)),
        from_ms(int(str(issued_at)), UTC).isoformat(timespec="milliseconds"),
        str(day),
    )
