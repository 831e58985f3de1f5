"""Owns where two desks met one delegate, code or temporary badge in ways that do not fit."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from checkin_app.domain.conflicts import WALK_MS, ConflictKind
from checkin_app.domain.programme import Passage
from checkin_app.ledger.conflicts import (
    Admission,
    Binding,
    Found,
    Moment,
    admitted_twice,
    live_bindings,
    replaced_used,
    two_doors,
)
from checkin_app.store import conflict_rows
from checkin_app.store.attendance import scan_status
from checkin_app.store.conflict_rows import Wanted
from checkin_app.store.giving_way import Step, go_on
from checkin_app.store.merged import kept

_THESE = "delegate IN (SELECT value FROM json_each(?))"
_LET_IN = "decision = 'admit' AND direction = 'in'"
_AT = "door + coalesce(clock_offset, 0)"
KINDS = (
    ConflictKind.ADMITTED_TWICE,
    ConflictKind.TWO_DOORS,
    ConflictKind.REPLACED_CODE_USED,
)
_KINDS = ", ".join(f"'{kind}'" for kind in KINDS)
#: Who may be in a conflict at all: let in by two desks at one place, or twice within a walk, or
#: with a code that is worthless now. Few are, so the rest is not looked at one by one.
SELECT_SUSPECTS = (
    f"""
    SELECT DISTINCT delegate FROM (
        SELECT delegate FROM scans WHERE {_THESE} AND {_LET_IN}
        GROUP BY delegate, checkpoint HAVING min(stream) < max(stream)
    )
    """,
    f"""
    SELECT DISTINCT delegate FROM (
        SELECT delegate, {_AT} AS at,
               lag({_AT}) OVER (PARTITION BY delegate ORDER BY {_AT}) AS before
        FROM scans WHERE {_THESE} AND {_LET_IN} AND code <> ''
    ) WHERE at - before < {WALK_MS}
    """,
    f"SELECT DISTINCT delegate FROM credentials WHERE {_THESE} AND status <> 'active'",
    f"""
    SELECT DISTINCT key FROM conflicts WHERE kind IN ({_KINDS})
    AND {_THESE.replace("delegate", "key")}
    """,
)
#: The same of scans that are new, each held against the others of its person.
SELECT_NEW_SUSPECTS = f"""
    SELECT DISTINCT n.delegate FROM json_each(?) k CROSS JOIN scans n ON n.id = k.value
    WHERE n.delegate IS NOT NULL AND (
        EXISTS (SELECT 1 FROM credentials c WHERE c.code = n.code AND c.status <> 'active')
        OR EXISTS (SELECT 1 FROM conflicts x WHERE x.key = n.delegate AND x.kind IN ({_KINDS}))
        OR n.direction = 'in' AND EXISTS (
            SELECT 1 FROM scans o WHERE o.delegate = n.delegate AND o.stream <> n.stream
            AND o.decision = 'admit' AND o.direction = 'in'
            AND (o.checkpoint = n.checkpoint OR abs(
                o.door + coalesce(o.clock_offset, 0) - n.door - coalesce(n.clock_offset, 0)
            ) < {WALK_MS})
        )
    )
"""
SELECT_PASSAGES = f"""
    SELECT s.id, {_AT}, s.stream, coalesce(s.clock_bound, 0), s.checkpoint, s.code, s.direction,
           coalesce(s.claimed, s.delegate), s.decision,
           EXISTS (SELECT 1 FROM rulings r WHERE r.target = s.id)
    FROM scans s WHERE s.delegate = ?
"""
SELECT_CHANGES = f"""
    SELECT x.code, k.id, {_AT}, k.stream, coalesce(k.clock_bound, 0)
    FROM credentials c JOIN credential_changes x ON x.code = c.code
    JOIN code_causes k ON k.id = x.cause
    WHERE c.delegate = ?
"""
SELECT_FREE = """
    SELECT id FROM records WHERE type = 'checkpoint'
    AND json_extract(fields, '$.passage') = ? AND id IN (SELECT value FROM json_each(?))
"""
SELECT_BINDINGS = f"""
    SELECT id, {_AT}, stream, coalesce(clock_bound, 0), delegate, at, replaces
    FROM temporary_bindings WHERE code = ?
"""


def suspects(connection: sqlite3.Connection, scans: Sequence[str]) -> set[str]:
    """Whom new scans that let somebody in or out may bring into a conflict, or out of one."""
    rows = connection.execute(SELECT_NEW_SUSPECTS, (json.dumps(scans),))
    return {delegate for (delegate,) in rows}


def fold(connection: sqlite3.Connection, delegates: Sequence[str], step: Step = go_on) -> None:
    """Folds the conflicts of some delegates' scans and codes anew."""
    these = json.dumps(delegates)
    found: set[str] = set()
    for select in SELECT_SUSPECTS:
        found.update(delegate for (delegate,) in connection.execute(select, (these,)))
    for delegate in sorted(found):
        step()
        _fold_delegate(connection, delegate)


def _fold_delegate(connection: sqlite3.Connection, delegate: str) -> None:
    passages = list(_passages(connection, delegate))
    changes: dict[str, list[Moment]] = defaultdict(list)
    for code, *moment in connection.execute(SELECT_CHANGES, (delegate,)):
        changes[code].append(Moment(*moment))
    free = _free(connection, passages)
    found = (
        admitted_twice(p for p in passages if p.checkpoint not in free),
        two_doors(passages),
        replaced_used(passages, changes),
    )
    for kind, conflicts in zip(KINDS, found, strict=True):
        wanted = [Wanted(conflict, (delegate,)) for conflict in conflicts]
        conflict_rows.write(connection, kind, delegate, wanted)


def _passages(connection: sqlite3.Connection, delegate: str) -> list[Admission]:
    """Who was let in counts by the scan's own verdict; out, by an override as well."""
    passages = []
    rows = connection.execute(SELECT_PASSAGES, (delegate,)).fetchall()
    for scan, at, stream, bound, checkpoint, code, direction, taken_for, decision, ruled in rows:
        out = direction == "out"
        standing, overridden = scan_status(connection, scan) if ruled else (True, False)
        if standing and (decision == "admit" or (out and overridden)):
            passages.append(Admission(scan, at, stream, bound, checkpoint, code, out, taken_for))
    return passages


def _free(connection: sqlite3.Connection, passages: Sequence[Admission]) -> set[str]:
    """Checkpoints where the same badge may pass as often as it likes."""
    places = json.dumps(sorted({passage.checkpoint for passage in passages}))
    return {key for (key,) in connection.execute(SELECT_FREE, (Passage.FREE.value, places))}


def fold_binding(connection: sqlite3.Connection, code: str) -> None:
    """Folds anew whether a temporary badge was given to two people."""
    live = live_bindings(
        Binding(key, at, stream, bound, delegate, said, frozenset(json.loads(replaces)))
        for key, at, stream, bound, delegate, said, replaces in connection.execute(
            SELECT_BINDINGS, (code,)
        ).fetchall()
    )
    people = tuple(dict.fromkeys(kept(connection, binding.delegate) for binding in live))
    wanted = []
    if len(people) > 1:
        uncertain = any(
            abs(one.at - other.at) <= one.bound + other.bound
            for one, other in pairwise(live)
            if one.stream != other.stream
        )
        found = Found(code, tuple(binding.id for binding in live), uncertain)
        wanted.append(Wanted(found, people))
    conflict_rows.write(connection, ConflictKind.TEMPORARY_TWICE, code, wanted)
