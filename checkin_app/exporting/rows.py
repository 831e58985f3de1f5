"""Owns which exports there are: for each kind its columns and its rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from checkin_app.exporting.audit import audit_rows
from checkin_app.exporting.columns import COLUMNS, Column
from checkin_app.exporting.conflicts import conflict_rows
from checkin_app.exporting.passages import attendance_rows, scan_rows
from checkin_app.exporting.people import Row, delegation_rows, print_rows, roster_rows
from checkin_app.exporting.period import Limits

_ROWS: dict[str, Callable[[sqlite3.Connection, Limits], Iterator[Row]]] = {
    "attendance": attendance_rows,
    "scans": scan_rows,
    "roster": roster_rows,
    "delegations": delegation_rows,
    "prints": print_rows,
    "audit": audit_rows,
    "conflicts": conflict_rows,
}
KINDS = tuple(_ROWS)


def export_rows(
    connection: sqlite3.Connection, kind: str, limits: Limits
) -> tuple[tuple[Column, ...], Iterator[Row]]:
    """The columns of an export and its rows, read as they are asked for.

    `kind` is one of `KINDS`. The rows are of one moment as long as they are read to the end.
    """
    return COLUMNS[kind], _ROWS[kind](connection, limits)
