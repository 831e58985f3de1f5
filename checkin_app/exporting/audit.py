"""Owns the rows of the audit: every ledger entry, told without a name, a code or a secret."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checkin_app.domain.credentials import fingerprint
from checkin_app.domain.delegates import OPEN_FIELDS
from checkin_app.exporting.conflicts import marks
from checkin_app.exporting.people import Row
from checkin_app.exporting.period import Limits
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import Entry, Private
from checkin_app.ledger.shapes import fits
from checkin_app.store.counting import read

SELECT_ENTRIES = """
    SELECT t.desk_name, t.id, e.body, e.chain, p.body
    FROM entries e JOIN streams t ON t.no = e.stream
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    ORDER BY e.stream, e.n
"""
#: What of an entry's data may be told as it is.
_TOLD = (
    "checkpoint",
    "direction",
    "conflict",
    "decision",
    "keep",
    "drop",
    "status",
    "layout",
    "printer",
    "outcome",
    "reason",
    "operator",
    "by",
    "print",
    "to",
    "verified",
    "day",
    "left",
    "read",
    "added",
    "updated",
    "unchanged",
    "rejected",
)


def audit_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """Every entry, stream by stream in order; `chain` is in hexadecimal digits."""
    marked = marks(connection)
    for desk, stream, body, chain, private in connection.execute(SELECT_ENTRIES):
        stored = read((0, 0, body, private))
        if stored is None:  # Kept as it came, and says nothing.
            continue
        entry = stored.entry
        if not limits.first_ms <= entry.door < limits.end_ms:
            continue
        yield (
            limits.moment(entry.door),
            desk,
            stream,
            entry.n,
            entry.kind,
            entry.subject,
            _summary(entry, _private(stored.privates), marked.get(entry.id, ""))
            if fits(entry, stored.privates)
            else "",
            chain.hex(),
        )


def _private(parts: Sequence[Private]) -> Mapping[str, Any]:
    """The private part of an entry about one person; empty if it is about more, or was erased."""
    return (parts[0] or {}) if len(parts) == 1 else {}


def _summary(entry: Entry, private: Mapping[str, Any], mark: str) -> str:
    data = entry.data
    told = [f"{name}={_plain(data[name])}" for name in _TOLD if data.get(name) not in (None, "")]
    if entry.kind == kinds.FOLLOWED and data.get("words"):
        told.append(f"words={data['words']}")
    codes = [*_texts(data.get("code")), *_texts(private.get("code"))]
    listed = data.get("codes", ())  # Of a merge it is a word.
    told += [f"codes={listed}"] if isinstance(listed, str) else []
    codes += [*(() if isinstance(listed, str) else _texts(listed)), *_texts(data.get("former"))]
    told += [f"code#{fingerprint(code)}" for code in codes]
    if "type" in data:
        told.insert(0, str(data["type"]))
    for name in ("badges", "people"):
        if isinstance(several := data.get(name), list):
            told.append(f"{name}={len(several)}")
    fields = data.get("fields")
    fields = fields if isinstance(fields, dict) else {}
    told += [f"{name}={fields[name]}" for name in sorted(fields) if name in OPEN_FIELDS]
    hidden = sorted({*fields, *private} - OPEN_FIELDS - {"code", "secret"})
    if hidden and "type" in data:
        told.append("fields: " + ", ".join(hidden))
    if mark:
        told.append(f"in conflict: {mark}")
    return "; ".join(told)


def _texts(value: object) -> list[str]:
    """The texts that a value is or lists; a newer release may mean something else by its name."""
    several = value if isinstance(value, list | tuple) else [value]
    return [text for text in several if isinstance(text, str) and text]


def _plain(value: object) -> object:
    """A value without the path of a folder that badges were written to."""
    return "folder" if str(value).startswith("folder:") else value
