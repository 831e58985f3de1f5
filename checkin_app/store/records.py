"""Owns the records of the roster as rows: delegates and the small ones, folded from their edits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.domain.names import fold
from checkin_app.ledger import kinds
from checkin_app.ledger.fold import Edit, last_imported, record_fields
from checkin_app.store.ledger import Stored, entry_at

DELEGATE = "delegate"

#: The delegate columns in the order of `Delegate`'s fields.
COLUMNS = tuple(Delegate.__dataclass_fields__)
SELECT_COLUMNS = ", ".join(f"d.{name}" for name in COLUMNS)
INSERT_DELEGATE = (
    f"INSERT INTO delegates ({', '.join(COLUMNS)}, imported, person) VALUES"
    f" ({', '.join('?' * len(COLUMNS))}, ?, ?)"
)
UPDATE_DELEGATE = (
    f"UPDATE delegates SET {', '.join(f'{name} = ?' for name in COLUMNS[1:])}, imported = ?, person = ?"
    " WHERE doc = ?"
)
INSERT_MENTION = "INSERT OR IGNORE INTO mentions (subject, stream, n) VALUES (?, ?, ?)"
UPSERT_RECORD = "INSERT OR REPLACE INTO records (type, id, fields) VALUES (?, ?, ?)"

_DEFAULTS = {
    name: field.default
    for name, field in Delegate.__dataclass_fields__.items()
    if name not in ("id", "name")
} | {"name": ""}


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


def delegates(connection: sqlite3.Connection) -> Iterable[tuple[int, Delegate]]:
    """Everybody, in the order of doc numbers."""
    for row in connection.execute(f"SELECT d.doc, {SELECT_COLUMNS} FROM delegates d ORDER BY doc"):
        yield row[0], delegate_from(row[1:])


def default(field: str) -> Any:
    """What a delegate's field is while nobody said anything of it."""
    return _DEFAULTS.get(field, "")


def delegate_row(delegate: str, fields: dict[str, Any]) -> list[Any]:
    """Column values of a delegate; unknown fields of newer releases are left in the ledger."""
    get = fields.get
    return [delegate, *[get(name, default) for name, default in _DEFAULTS_IN_ORDER]]


_DEFAULTS_IN_ORDER = tuple((name, _DEFAULTS[name]) for name in COLUMNS[1:])


def import_marks(row: list[Any]) -> tuple[bytes, bytes]:
    """What the last import said, as short marks to compare the next import with at once.

    `row` is a `delegate_row` of imported values. The first mark stands for all of it, the second
    for who it is: folded name, delegation and organisation.
    """
    whole = blake2b("\x1f".join(map(str, row[1:])).encode(), digest_size=8).digest()
    return whole, person_mark(row[1], row[_DELEGATION], row[_ORGANIZATION])


def person_mark(name: str, delegation: str, organization: str) -> bytes:
    """Stands for somebody where no id is given: folded name, delegation id, folded organisation."""
    text = f"{fold(name)}\x1f{delegation}\x1f{fold(organization)}"
    return blake2b(text.encode(), digest_size=8).digest()


_DELEGATION = COLUMNS.index("delegation")
_ORGANIZATION = COLUMNS.index("organization")


def edit_from(stored: Stored) -> Edit:
    """The edit that a record.created or record.amended entry makes."""
    data = stored.entry.data
    return Edit(
        id=stored.entry.id,
        at=stored.entry.at,
        fields={**data.get("fields", {}), **(stored.private or {})},
        replaces=data.get("replaces", {}),
        imported=data.get("by") == "import",
    )


def edits_of(connection: sqlite3.Connection, subject: str) -> list[Edit]:
    """Every edit of a record, from the ledger."""
    places = connection.execute(
        "SELECT stream, n FROM mentions WHERE subject = ?", (subject,)
    ).fetchall()
    return [edit_from(entry_at(connection, stream, n)) for stream, n in places]


def fold_record(connection: sqlite3.Connection, record_type: str, subject: str) -> None:
    """Writes a record's row anew from all that was ever said of it."""
    edits = edits_of(connection, subject)
    fields = record_fields(edits)
    if record_type != DELEGATE:
        connection.execute(
            UPSERT_RECORD, (record_type, subject, msgspec.json.encode(fields, order="sorted").decode())
        )
        return
    row = delegate_row(subject, fields)
    imported = last_imported(edits)
    marks = import_marks(delegate_row(subject, imported)) if imported else (None, None)
    found = connection.execute("SELECT doc FROM delegates WHERE id = ?", (subject,)).fetchone()
    if found is None:
        connection.execute(INSERT_DELEGATE, (*row, *marks))
    else:
        connection.execute(UPDATE_DELEGATE, (*row[1:], *marks, found[0]))


def apply_record(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a record.created or record.amended entry in."""
    entry = stored.entry
    connection.execute(INSERT_MENTION, (entry.subject, stored.stream, entry.n))
    fold_record(connection, entry.data["type"], entry.subject)
    if entry.kind == kinds.CREATED:
        for code in entry.data.get("codes", ()):
            issue(connection, code, entry.subject, entry.door)


def apply_credential(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a credential.issued or credential.changed entry in."""
    entry = stored.entry
    data = entry.data
    if entry.kind == kinds.CREDENTIAL_ISSUED:
        issue(connection, data["code"], entry.subject, entry.door)
        if data.get("replaces"):
            change(connection, data["replaces"], entry.id, "replaced")
    elif data["status"] in ("replaced", "revoked"):
        change(connection, data["code"], entry.id, data["status"])


def issue(connection: sqlite3.Connection, code: str, delegate: str, issued_at: int) -> None:
    """A code becomes somebody's; of two that claim it the lower delegate id keeps it."""
    connection.execute(
        "INSERT INTO credentials (code, delegate, issued_at) VALUES (?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET"
        " delegate = min(delegate, excluded.delegate),"
        " issued_at = min(issued_at, excluded.issued_at)",
        (code, delegate, issued_at),
    )
    _fold_credential(connection, code)


def change(connection: sqlite3.Connection, code: str, cause: str, status: str) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO credential_changes (code, cause, status) VALUES (?, ?, ?)",
        (code, cause, status),
    )
    _fold_credential(connection, code)


def _fold_credential(connection: sqlite3.Connection, code: str) -> None:
    """Revoked outweighs replaced, which outweighs active."""
    changes = connection.execute(
        "SELECT status FROM credential_changes WHERE code = ?", (code,)
    ).fetchall()
    if changes:
        status = max(changed for (changed,) in changes)
        connection.execute("UPDATE credentials SET status = ? WHERE code = ?", (status, code))
