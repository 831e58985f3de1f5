"""Owns the rows about the roster: delegates, delegations, and the badges printed for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from checkin_app.domain.programme import REGISTRATION
from checkin_app.exporting.cells import Value
from checkin_app.exporting.period import Limits

Row = tuple[Value, ...]

#: The category whose member leads a delegation.
HEAD = "head_of_delegation"

SELECT_ROSTER = """
    SELECT d.id, d.external_id, d.honorific, d.name, d.given_name, d.own_name, d.position,
           d.organization, d.department, d.delegation, d.country, d.category, d.email, d.phone,
           d.birth_year, d.language, d.seat, d.notes, d.attention, d.photo, d.hold, d.standing,
           EXISTS (SELECT 1 FROM attendance a WHERE a.delegate = d.id AND a.checkpoint = ?)
    FROM delegates d ORDER BY d.doc
"""
SELECT_COUNTS = """
    SELECT d.delegation, count(*), count(a.delegate)
    FROM delegates d LEFT JOIN attendance a ON a.delegate = d.id AND a.checkpoint = ?
    WHERE d.standing <> 'withdrawn' GROUP BY d.delegation
"""
SELECT_HEADS = """
    SELECT d.delegation, d.honorific, d.name, a.delegate IS NOT NULL
    FROM delegates d LEFT JOIN attendance a ON a.delegate = d.id AND a.checkpoint = ?
    WHERE d.category = ? AND d.standing <> 'withdrawn' ORDER BY d.doc
"""
SELECT_PRINTS = """
    SELECT p.door, s.desk_name, p.operator, p.delegate, coalesce(d.name, ''),
           coalesce(d.delegation, ''), p.layout, p.printer, p.outcome, p.reason,
           p.words, p.spoilt,
           (SELECT min(r.door) FROM print_reports r
            WHERE r.print = p.id AND r.outcome = 'confirmed'),
           (SELECT min(h.door) FROM handovers h
            WHERE h.delegate = p.delegate AND h.code = p.code AND h.door >= p.door)
    FROM prints p JOIN streams s ON s.no = p.stream LEFT JOIN delegates d ON d.id = p.delegate
    WHERE p.door >= ? AND p.door < ? ORDER BY p.door, p.id
"""


class Names:
    """What delegations and categories are called in one language."""

    def __init__(self, connection: sqlite3.Connection, lang: str) -> None:
        chosen = "name_vi" if lang == "vi" else "name_en"
        self.delegation: dict[str, str] = {}
        self.category: dict[str, str] = {}
        for kind, key, text in connection.execute(
            "SELECT type, id, fields FROM records WHERE type IN ('category', 'delegation')"
        ):
            fields = msgspec.json.decode(text)
            if kind == "delegation":
                self.delegation[key] = fields.get("name", key)
            else:
                self.category[key] = fields.get(chosen) or fields.get("name_en") or key

    def of(self, delegation: str, category: str) -> tuple[str, str]:
        return self.delegation.get(delegation, delegation), self.category.get(category, category)


def roster_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """Everybody with all fields, also who has withdrawn."""
    names = Names(connection, limits.lang)
    checkpoint = limits.checkpoint or REGISTRATION
    for row in connection.execute(SELECT_ROSTER, (checkpoint,)):
        values = list(row)
        values[9], values[11] = names.of(row[9], row[11])
        values[20], values[22] = bool(row[20]), bool(row[22])
        yield tuple(values)


def delegation_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """Every delegation: how many are expected and here, and whether its head is."""
    checkpoint = limits.checkpoint or REGISTRATION
    counts = {
        delegation: (expected, arrived)
        for delegation, expected, arrived in connection.execute(SELECT_COUNTS, (checkpoint,))
    }
    heads: dict[str, tuple[str, bool]] = {}
    for delegation, honorific, name, here in connection.execute(SELECT_HEADS, (checkpoint, HEAD)):
        if delegation not in heads:
            heads[delegation] = (f"{honorific} {name}".strip(), bool(here))
    found = [
        (key, msgspec.json.decode(text))
        for key, text in connection.execute(
            "SELECT id, fields FROM records WHERE type = 'delegation'"
        )
    ]
    for key, fields in sorted(found, key=lambda item: (item[1].get("name", ""), item[0])):
        expected, arrived = counts.get(key, (0, 0))
        head, head_here = heads.get(key, ("", None))
        yield (
            key,
            fields.get("name", ""),
            fields.get("country", ""),
            fields.get("liaison", ""),
            fields.get("quota"),
            expected,
            arrived,
            arrived >= expected > 0,
            head,
            head_here,
        )


def print_rows(connection: sqlite3.Connection, limits: Limits) -> Iterator[Row]:
    """Every badge handed to a printer, and what became of it."""
    names = Names(connection, limits.lang)
    for door, desk, operator, delegate, name, delegation, *rest in connection.execute(
        SELECT_PRINTS, (limits.first_ms, limits.end_ms)
    ):
        called = names.delegation.get(delegation, delegation)
        *told, spoilt, confirmed, handed = rest
        yield (
            limits.moment(door),
            desk,
            operator,
            delegate,
            name,
            called,
            *told,
            bool(spoilt),
            limits.moment(confirmed),
            limits.moment(handed),
        )
