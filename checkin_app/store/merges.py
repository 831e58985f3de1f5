"""Owns what follows when two records are said to be one person, and when that is taken back."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field

from checkin_app.ledger.conflicts import Merge
from checkin_app.ledger.conflicts import merged as fold_merges
from checkin_app.ledger.fold import stands
from checkin_app.store import attendance, badges, records
from checkin_app.store.ledger import Stored
from checkin_app.store.merged import COUNT_AS_KEPT

INSERT_MERGE = """
    INSERT OR IGNORE INTO merges (id, at, keep, gone, codes, operator, door, stream)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT_NEIGHBOURS = (
    "SELECT keep FROM merges WHERE gone = ?1 UNION SELECT gone FROM merges WHERE keep = ?1"
)
SELECT_MERGES = "SELECT id, at, keep, gone, codes FROM merges WHERE gone = ?"
KEEP_PLACE = """
    INSERT OR IGNORE INTO mentions (subject, stream, n)
    SELECT id, list_stream, list_n FROM delegates WHERE id = ? AND list_n IS NOT NULL
"""
#: Tables of facts about delegates, which go with whom they count as.
FACTS = ("scans", "credentials", "prints", "handovers")


@dataclass(slots=True)
class Refolded:
    """What a merge changed: everybody concerned, and the doc numbers of rows that are gone."""

    delegates: set[str] = field(default_factory=set)
    docs: dict[str, int] = field(default_factory=dict)


def apply_merge(connection: sqlite3.Connection, stored: Stored) -> None:
    """Keeps what a delegate.merged entry says; `refold` makes it count."""
    entry, data = stored.entry, stored.entry.data
    connection.execute(
        INSERT_MERGE,
        (
            entry.id,
            entry.at,
            data["keep"],
            data["drop"],
            data.get("codes", "both"),
            data.get("operator", ""),
            entry.door,
            stored.stream,
        ),
    )


def refold(connection: sqlite3.Connection, delegate: str) -> Refolded:
    """Counts everybody anew who is tied to a delegate by what was said of merges."""
    component = _component(connection, delegate)
    standing = [
        merge
        for gone in sorted(component)
        for merge in (Merge(*row) for row in connection.execute(SELECT_MERGES, (gone,)).fetchall())
        if stands(merge.id, attendance.rulings_about(connection, merge.id))
    ]
    new = fold_merges(standing)
    everybody = json.dumps(sorted(component))
    before = {
        gone: (keep, codes)
        for gone, keep, codes in connection.execute(
            "SELECT gone, keep, codes FROM merged WHERE gone IN (SELECT value FROM json_each(?))",
            (everybody,),
        )
    }
    if new == before:
        return Refolded()
    for gone in before:
        connection.execute("DELETE FROM merged WHERE gone = ?", (gone,))
    connection.executemany(
        "INSERT INTO merged (gone, keep, codes) VALUES (?, ?, ?)",
        [(gone, *kept) for gone, kept in sorted(new.items())],
    )
    changed = Refolded(component)
    _count_facts(connection, everybody)
    for gone in sorted(new.keys() - before.keys()):
        _drop_row(connection, gone, changed)
    for back in sorted(before.keys() - new.keys()):
        if records.edits_of(connection, back):
            records.fold_record(connection, records.DELEGATE, back)
    return changed


def _component(connection: sqlite3.Connection, delegate: str) -> set[str]:
    seen, todo = {delegate}, [delegate]
    while todo:
        for (other,) in connection.execute(SELECT_NEIGHBOURS, (todo.pop(),)).fetchall():
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def _drop_row(connection: sqlite3.Connection, gone: str, changed: Refolded) -> None:
    row = connection.execute("SELECT doc FROM delegates WHERE id = ?", (gone,)).fetchone()
    if row is not None:
        connection.execute(KEEP_PLACE, (gone,))
        connection.execute("DELETE FROM delegates WHERE id = ?", (gone,))
        changed.docs[gone] = row[0]


def _count_facts(connection: sqlite3.Connection, everybody: str) -> None:
    """Gives every fact of these people to whom it counts for, and folds what hangs on it."""
    these = "delegate IN (SELECT value FROM json_each(?))"
    for table in FACTS:
        connection.execute(
            f"UPDATE {table} SET delegate = claimed, claimed = NULL"
            f" WHERE {these} AND claimed IS NOT NULL",
            (everybody,),
        )
        connection.execute(COUNT_AS_KEPT.format(table=table, which=these), (everybody,))
    connection.execute(f"DELETE FROM attendance WHERE {these}", (everybody,))
    for place in connection.execute(
        f"SELECT DISTINCT delegate, checkpoint FROM scans WHERE {these}", (everybody,)
    ).fetchall():
        attendance.fold_attendance(connection, *place)
    _count_prints(connection, these, everybody)
    for (code,) in connection.execute(
        f"SELECT code FROM credentials WHERE {these}", (everybody,)
    ).fetchall():
        records.fold_credential(connection, code)


def _count_prints(connection: sqlite3.Connection, these: str, everybody: str) -> None:
    """New paper replaces codes of the same person's other paper."""
    prints = connection.execute(
        f"SELECT id, delegate FROM prints WHERE {these} AND former <> '[]'", (everybody,)
    ).fetchall()
    if not prints:
        return
    causes = json.dumps([key for key, _ in prints])
    caused = "cause IN (SELECT value FROM json_each(?))"
    codes = connection.execute(
        f"SELECT DISTINCT code FROM credential_changes WHERE {caused}", (causes,)
    ).fetchall()
    connection.execute(f"DELETE FROM credential_changes WHERE {caused}", (causes,))
    for delegate in sorted({delegate for _, delegate in prints}):
        badges.fold_codes(connection, delegate)
    for (code,) in codes:
        records.fold_credential(connection, code)
