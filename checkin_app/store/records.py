"""Owns the records of the roster as rows: delegates and small ones, folded from their edits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.ledger import kinds
from checkin_app.ledger.fold import Edit, record_fields
from checkin_app.store import merged
from checkin_app.store.ledger import Stored, entry_at

DELEGATE = "delegate"

#: The delegate columns in the order of `Delegate`'s fields.
COLUMNS = tuple(Delegate.__dataclass_fields__)
SELECT_COLUMNS = ", ".join(f"d.{name}" for name in COLUMNS)
INSERT_DELEGATE = (
    f"INSERT INTO delegates ({', '.join(COLUMNS)}, list_stream, list_n) VALUES"
    f" ({', '.join('?' * len(COLUMNS))}, ?, ?)"
)
UPDATE_DELEGATE = (
    f"UPDATE delegates SET {', '.join(f'{name} = ?' for name in COLUMNS[1:])} WHERE doc = ?"
)
INSERT_MENTION = "INSERT OR IGNORE INTO mentions (subject, stream, n) VALUES (?, ?, ?)"
ISSUE_FRESH = "INSERT INTO credentials (code, delegate, issued_at) VALUES (?, ?, ?)"
ISSUE = f"""
    {ISSUE_FRESH}
    ON CONFLICT (code) DO UPDATE SET
    delegate = min(coalesce(claimed, delegate), excluded.delegate), claimed = NULL,
    issued_at = min(issued_at, excluded.issued_at)
"""
SELECT_BINDING = """
    SELECT delegate, door, day FROM temporary_bindings b WHERE code = ? ORDER BY EXISTS (
        SELECT 1 FROM temporary_bindings r, json_each(r.replaces) old
        WHERE r.code = b.code AND r.id <> b.id AND old.value = b.id
    ), at, id LIMIT 1
"""
BIND = """
    INSERT INTO credentials (code, delegate, issued_at, day) VALUES (?, ?, ?, ?)
    ON CONFLICT (code) DO UPDATE SET
    delegate = excluded.delegate, claimed = NULL, issued_at = excluded.issued_at,
    day = excluded.day
"""
SELECT_KNOWN = """
    SELECT id FROM delegates WHERE id IN (SELECT value FROM json_each(?1))
    UNION SELECT subject FROM mentions WHERE subject IN (SELECT value FROM json_each(?1))
    UNION SELECT gone FROM merged WHERE gone IN (SELECT value FROM json_each(?1))
"""
SELECT_CHANGED_CODES = """
    SELECT DISTINCT code FROM credential_changes
    WHERE code IN (SELECT value FROM json_each(?))
"""
SELECT_STATUSES = """
    SELECT status FROM credential_changes WHERE code = ?1
    UNION ALL SELECT 'replaced' FROM credentials c JOIN merged m ON m.gone = c.claimed
    WHERE c.code = ?1 AND m.codes = 'replace'
"""
UPSERT_RECORD = "INSERT OR REPLACE INTO records (type, id, fields) VALUES (?, ?, ?)"

_DEFAULTS: dict[str, Any] = {
    name: field.default if name != "name" else ""
    for name, field in Delegate.__dataclass_fields__.items()
    if name != "id"
}


def delegate_from(row: Sequence[Any]) -> Delegate:
    """The delegate of a row of `SELECT_COLUMNS`."""
    values = list(row)
    values[-2] = bool(values[-2])
    values[-1] = Standing(values[-1])
    return Delegate(*values)


def find_delegate(connection: sqlite3.Connection, delegate: str) -> tuple[int, Delegate] | None:
    """The doc number and the delegate of an id."""
    row = connection.execute(
        f"SELECT d.doc, {SELECT_COLUMNS} FROM delegates d WHERE d.id = ?", (delegate,)
    ).fetchone()
    return (row[0], delegate_from(row[1:])) if row else None


def find_all(connection: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[int, Delegate]]:
    """Doc number and delegate of those of these ids who are there, in the order of doc numbers."""
    rows = connection.execute(
        f"SELECT d.doc, {SELECT_COLUMNS} FROM delegates d"
        " WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.doc",
        (msgspec.json.encode(keys).decode(),),
    )
    return [(row[0], delegate_from(row[1:])) for row in rows]


def delegates(connection: sqlite3.Connection) -> Iterable[tuple[int, Delegate]]:
    """Everybody, in the order of doc numbers."""
    for row in connection.execute(f"SELECT d.doc, {SELECT_COLUMNS} FROM delegates d ORDER BY doc"):
        yield row[0], delegate_from(row[1:])


def default(field: str) -> Any:
    """What a delegate's field is while nobody said anything of it."""
    return _DEFAULTS.get(field, "")


def delegate_row(delegate: str, fields: dict[str, Any]) -> list[Any]:
    """Column values of a delegate; unknown fields of newer releases are left in the ledger."""
    row = [delegate, *(_DEFAULTS | fields).values()]
    if len(row) == len(COLUMNS):
        return row
    return [delegate, *[fields.get(name, value) for name, value in _DEFAULTS.items()]]


def edit_from(stored: Stored) -> Edit:
    """The edit that a record.created or record.amended entry makes."""
    data = stored.entry.data
    return Edit(
        id=stored.entry.id,
        at=stored.entry.at,
        fields={**data.get("fields", {}), **stored.private},
        replaces=data.get("replaces", {}),
        imported=data.get("by") == "import",
    )


def listed(stored: Stored) -> Iterator[tuple[str, list[str], dict[str, Any]]]:
    """Who a roster.listed entry lists: id, codes, and the values of their fields."""
    for person, private in zip(stored.entry.data["people"], stored.privates, strict=True):
        yield person["id"], person["codes"], person["fields"] | (private or {})


def listing(stored: Stored, fields: Mapping[str, Any]) -> Edit:
    """The edit that a roster.listed entry makes of one person."""
    entry = stored.entry
    return Edit(entry.id, entry.at, fields, {}, entry.data.get("by") == "import")


def fields_in(stored: Stored, subject: str) -> Mapping[str, Any]:
    """What an entry says of the fields of one record."""
    if stored.entry.kind == kinds.LISTED:
        return next((fields for key, _, fields in listed(stored) if key == subject), {})
    return edit_from(stored).fields


def edits_of(
    connection: sqlite3.Connection, subject: str, record_type: str = DELEGATE
) -> list[Edit]:
    """Every edit of a record, from the ledger."""
    return [edit for _, edit in edits_by_stream(connection, subject, record_type)]


def edits_by_stream(
    connection: sqlite3.Connection, subject: str, record_type: str
) -> list[tuple[int, Edit]]:
    """Every edit of a record with the number of its stream; other types may have the same id."""
    edits = []
    for stored in _about(connection, subject):
        if stored.entry.kind == kinds.LISTED:
            edits += [
                (stored.stream, listing(stored, fields))
                for key, _, fields in listed(stored)
                if key == subject and record_type == DELEGATE
            ]
        elif (
            stored.entry.kind in (kinds.CREATED, kinds.AMENDED)
            and stored.entry.data["type"] == record_type
        ):
            edits.append((stored.stream, edit_from(stored)))
    return edits


def _about(connection: sqlite3.Connection, subject: str) -> list[Stored]:
    return [entry_at(connection, *place) for place in places_of(connection, subject)]


def places_of(connection: sqlite3.Connection, subject: str) -> set[tuple[int, int]]:
    """Stream and number of every entry that says something of a record."""
    places = set(connection.execute("SELECT stream, n FROM mentions WHERE subject = ?", (subject,)))
    places |= set(
        connection.execute(
            "SELECT list_stream, list_n FROM delegates WHERE id = ? AND list_n IS NOT NULL",
            (subject,),
        )
    )
    return places


def fold_record(connection: sqlite3.Connection, record_type: str, subject: str) -> None:
    """Writes a record's row anew from all that was ever said of it."""
    fields = record_fields(edits_of(connection, subject, record_type))
    if record_type != DELEGATE:
        text = msgspec.json.encode(fields, order="sorted").decode()
        connection.execute(UPSERT_RECORD, (record_type, subject, text))
        return
    if merged.is_gone(connection, subject):
        return
    row = delegate_row(subject, fields)
    found = connection.execute("SELECT doc FROM delegates WHERE id = ?", (subject,)).fetchone()
    if found is None:
        connection.execute(INSERT_DELEGATE, (*row, None, None))
    else:
        connection.execute(UPDATE_DELEGATE, (*row[1:], found[0]))


def apply_list(connection: sqlite3.Connection, stored: Stored, *, fresh: bool = False) -> None:
    """Folds a roster.listed entry in: many people at once, nearly always new here.

    `fresh` says that the ids were made just now, so that nothing can be known of them.
    """
    place = (stored.stream, stored.entry.n)
    people = list(listed(stored))
    known: set[str] = set()
    issue = ISSUE_FRESH if fresh else ISSUE
    if not fresh:
        ids = msgspec.json.encode([key for key, _, _ in people]).decode()
        known = {key for (key,) in connection.execute(SELECT_KNOWN, (ids,))}
    connection.executemany(
        INSERT_DELEGATE,
        [[*delegate_row(key, fields), *place] for key, _, fields in people if key not in known],
    )
    door = stored.entry.door
    codes = [(code, key, door) for key, codes, _ in people for code in codes]
    connection.executemany(issue, codes)
    if not fresh:
        issued = msgspec.json.encode([code for code, _, _ in codes]).decode()
        others = merged.settle_codes(connection, issued)
        for (code,) in connection.execute(SELECT_CHANGED_CODES, (issued,)).fetchall():
            fold_credential(connection, code)
        for code in others:
            fold_credential(connection, code)
    for key in sorted(known):
        connection.execute(INSERT_MENTION, (key, *place))
        fold_record(connection, DELEGATE, key)


def apply_record(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a record.created or record.amended entry in."""
    entry = stored.entry
    connection.execute(INSERT_MENTION, (entry.subject, stored.stream, entry.n))
    fold_record(connection, entry.data["type"], entry.subject)
    if entry.kind == kinds.CREATED:
        for code in entry.data.get("codes", ()):
            issue_code(connection, code, entry.subject, entry.door)


def apply_credential(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a credential.issued or credential.changed entry in."""
    entry = stored.entry
    data = entry.data
    if entry.subject:
        connection.execute(INSERT_MENTION, (entry.subject, stored.stream, entry.n))
    if entry.kind == kinds.CREDENTIAL_ISSUED:
        issue_code(connection, data["code"], entry.subject, entry.door)
        if data.get("replaces"):
            change(connection, data["replaces"], entry.id, "replaced")
    elif data["status"] in ("replaced", "revoked"):
        change(connection, data["code"], entry.id, data["status"])


def issue_code(connection: sqlite3.Connection, code: str, delegate: str, issued_at: int) -> None:
    """A code becomes somebody's; of two that claim it the lower delegate id keeps it."""
    connection.execute(ISSUE, (code, delegate, issued_at))
    fold_binding(connection, code)
    merged.settle_code(connection, code)
    fold_credential(connection, code)


def fold_binding(connection: sqlite3.Connection, code: str) -> None:
    """A temporary badge's code is whose it was first bound to, whatever else claims it."""
    bound = connection.execute(SELECT_BINDING, (code,)).fetchone()
    if bound is not None:
        connection.execute(BIND, (code, *bound))
        merged.settle_code(connection, code)
        fold_credential(connection, code)


def change(connection: sqlite3.Connection, code: str, cause: str, status: str) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO credential_changes (code, cause, status) VALUES (?, ?, ?)",
        (code, cause, status),
    )
    fold_credential(connection, code)


def fold_credential(connection: sqlite3.Connection, code: str) -> None:
    """Revoked outweighs replaced, which outweighs active."""
    changes = connection.execute(SELECT_STATUSES, (code,)).fetchall()
    status = max((changed for (changed,) in changes), default="active")
    connection.execute(
        "UPDATE credentials SET status = ?1 WHERE code = ?2 AND status <> ?1", (status, code)
    )
