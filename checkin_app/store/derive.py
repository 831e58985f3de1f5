"""Owns the way from entries to derived tables: apply one, rebuild all, and the digest of all."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import msgspec

from checkin_app.ledger import kinds
from checkin_app.store import (
    attendance,
    authority,
    badges,
    counting,
    decisions,
    erasing,
    ids,
    merges,
    photos,
    records,
    temporaries,
)
from checkin_app.store.ledger import Stored
from checkin_app.store.touched import Touched, is_alone

#: Derived tables and the columns that every desk that knows the same has alike.
DIGESTED = {
    "event": "id, name, name_vi, first_day, last_day, timezone, tag, secret",
    "records": "type, id, fields",
    "delegates": ", ".join(records.COLUMNS),
    "credentials": "code, delegate, status, issued_at, day",
    "scans": "id, delegate, checkpoint, direction, door, decision, reason, code, operator",
    "rulings": "id, target, kind, reason, operator, door",
    "attendance": "delegate, checkpoint, first_scan, first_at, last_at, inside, passages",
    "prints": "id, delegate, code, layout, printer, outcome, reason, operator, door, words, spoilt",
    "handovers": "id, delegate, code, receiver, name, verified, operator, door",
    "temporaries": "code, number, day",
    "stock_counts": 'id, printer, "left", operator, door',
    "photos": "name",
    "merged": "gone, keep, codes",
    "decisions": "id, conflict, kind, decision, reason, operator, door",
    "conflicts": "id, kind, part, entries, people, uncertain, open",
}
DERIVED = (
    *DIGESTED,
    "mentions",
    "credential_changes",
    "print_reports",
    "temporary_bindings",
    "code_causes",
    "merges",
    "walk_ins",
    "authority_entries",
    "unfolded",
    "erasures",
    "fact_ids",
)
#: So many entries are folded at a time.
AT_ONCE = 500
#: What folding an odd entry may raise; shapes keep nearly all of them away.
UNFOLDABLE = (
    sqlite3.IntegrityError,
    sqlite3.ProgrammingError,
    sqlite3.InterfaceError,
    sqlite3.DataError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
    msgspec.MsgspecError,
)

INSERT_EVENT = """
    INSERT INTO event (id, name, name_vi, first_day, last_day, timezone, tag, secret, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
UPDATE_STREAM = "UPDATE streams SET desk = ?, desk_name = ?, public_key = ? WHERE no = ?"


def _apply_founded(connection: sqlite3.Connection, stored: Stored) -> None:
    """The founding desk's earliest founding is the event's; another is a mistake or worse."""
    entry, data = stored.entry, stored.entry.data
    if authority.key_of(connection, stored.stream) != authority.founder(connection):
        return
    present = connection.execute("SELECT at, id FROM event").fetchone()
    if present is not None and tuple(present) <= (entry.at, entry.subject):
        return
    connection.execute("DELETE FROM event")
    connection.execute(
        INSERT_EVENT,
        (
            entry.subject,
            data["name"],
            data["name_vi"],
            data["first_day"],
            data["last_day"],
            data["timezone"],
            data["tag"],
            stored.private.get("secret", ""),
            entry.at,
        ),
    )


def _apply_stream(connection: sqlite3.Connection, stored: Stored) -> None:
    data = stored.entry.data
    if stored.entry.n != 1:
        return
    connection.execute(
        UPDATE_STREAM,
        (stored.entry.subject, data.get("name", ""), data["public_key"], stored.stream),
    )


def _apply_nothing(connection: sqlite3.Connection, stored: Stored) -> None:
    """Facts that are only read back, never folded."""


_RULES: dict[str, Callable[[sqlite3.Connection, Stored], None]] = {
    kinds.FOUNDED: _apply_founded,
    kinds.STREAM_OPENED: _apply_stream,
    kinds.LISTED: records.apply_list,
    kinds.CREATED: records.apply_record,
    kinds.AMENDED: records.apply_record,
    kinds.CREDENTIAL_ISSUED: records.apply_credential,
    kinds.CREDENTIAL_CHANGED: records.apply_credential,
    kinds.SCANNED: attendance.apply_scan,
    kinds.OVERRIDDEN: attendance.apply_ruling,
    kinds.UNDONE: attendance.apply_ruling,
    kinds.PRINTED: badges.apply_print,
    kinds.IMPORTED: _apply_nothing,
    kinds.PHOTO_KEPT: photos.apply_photo,
    kinds.FOLLOWED: badges.apply_report,
    kinds.HANDED: badges.apply_handover,
    kinds.TEMPORARIES_MADE: temporaries.apply_made,
    kinds.TEMPORARY_BOUND: temporaries.apply_bound,
    kinds.STOCK_COUNTED: badges.apply_count,
    kinds.MERGED: merges.apply_merge,
    kinds.CONFLICT_RESOLVED: decisions.apply_decision,
    kinds.PRIVATE_ERASED: erasing.apply_erasure,
}


def apply(
    connection: sqlite3.Connection, stored: Stored, touched: Touched | None = None
) -> Touched:
    """Folds one entry into the derived tables, inside the caller's transaction. Raises ids.Twin.

    Conflicts are folded at once, or, where `touched` collects what many entries touch, when the
    caller settles it.
    """
    kind = stored.entry.kind
    noted = Touched() if touched is None else touched
    if touched is None and kind == kinds.SCANNED and is_alone(connection, stored):
        attendance.apply_scan(connection, stored)
        return noted
    if not ids.claim(connection, stored):
        return noted
    noted.before(connection, stored)
    _RULES.get(kind, _apply_nothing)(connection, stored)
    noted.after(connection, stored)
    if touched is None:
        noted.settle(connection)
    return noted


def rebuild(connection: sqlite3.Connection) -> None:
    """Empties the derived tables and folds every entry again, inside the caller's transaction."""
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")
    first = counting.first_of_all(connection)
    for stored in first:
        if stored.entry.kind != kinds.STREAM_OPENED:
            continue
        _apply_stream(connection, stored)
    authority.note(connection, first)
    authority.settle(connection)
    for stored in counting.Gate(connection).allowed(first):
        if stored.entry.kind == kinds.PRIVATE_ERASED:
            erasing.note(connection, stored)
    touched = Touched()
    gate = counting.Gate(connection)
    rows = counting.everything(connection)
    while some := list(islice(rows, AT_ONCE)):
        apply_all(connection, gate.allowed(gate.well_formed(some)), touched)
    touched.settle(connection)


def _is_erasure(stored: Stored) -> bool:
    """Erasures come last, so that nothing beside them says again what is erased."""
    return stored.entry.kind == kinds.PRIVATE_ERASED


def apply_all(connection: sqlite3.Connection, some: Sequence[Stored], touched: Touched) -> None:
    """Folds entries that count; one that cannot be folded after all says nothing.

    Raises ids.Twin; what was folded until then is not to stay.
    """
    connection.execute("SAVEPOINT folding")
    try:
        scans = [stored for stored in some if stored.entry.kind == kinds.SCANNED]
        touched.seen |= attendance.apply_scans(connection, scans)
        touched.admitted(scans)
        for stored in sorted(some, key=_is_erasure):
            if stored.entry.kind != kinds.SCANNED:
                apply(connection, stored, touched)
    except UNFOLDABLE:
        connection.execute("ROLLBACK TO folding")
        if len(some) > 1:
            for stored in some:
                apply_all(connection, [stored], touched)
        else:
            [stored] = some
            place = (stored.stream, stored.entry.n, stored.entry.kind, "fold")
            connection.execute(counting.INSERT_UNFOLDED, place)
    finally:
        connection.execute("RELEASE folding")


def digest(connection: sqlite3.Connection) -> str:
    """Eight characters, equal on all desks that know the same: `7F3A-91C2`.

    An order-free sum of SHA-256 over the derived rows.
    """
    total = 0
    for table, columns in DIGESTED.items():
        prefix = table.encode()
        for row in connection.execute(f"SELECT {columns} FROM {table}"):
            total += int.from_bytes(hashlib.sha256(prefix + _row_bytes(row)).digest()[:8])
    text = f"{total & 0xFFFFFFFFFFFFFFFF:016X}"
    return f"{text[:4]}-{text[4:8]}"


def _row_bytes(row: tuple[Any, ...]) -> bytes:
    return repr(row).encode()
