"""Measures a scan up to its durable verdict, beside a bare durable commit of the same size."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin_app.bench.measure import Figure, Spread, in_turn, spread
from checkin_app.desk import Desk

ROUNDS = 2000
WARM = 200
#: Bytes that one scan adds to the event file: its entry, its row, their index entries.
SIZE = 640


@dataclass(frozen=True, slots=True)
class ScanTimes:
    """What scans took, and what bare commits took between them."""

    people: int
    scan: Spread
    floor: Spread


def measure(desk: Desk, people: int, folder: Path) -> ScanTimes:
    """Scans codes nobody scanned before, each in turn with a commit to a file beside."""
    codes = [credential.code for _, credential in desk.all_credentials()]
    random.Random(people).shuffle(codes)
    rounds = min(ROUNDS, len(codes) - WARM)
    bare = _bare(folder / f"floor-{people}.db")
    body = os.urandom(SIZE)

    def commit(_: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO t (b) VALUES (?)", (body,))
        bare.execute("COMMIT")

    for number in range(WARM):
        desk.scan(codes[-1 - number])
        commit(number)
    ours, floor = in_turn(rounds, lambda number: desk.scan(codes[number]), commit)
    bare.close()
    return ScanTimes(people, spread(ours), spread(floor))


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 8192"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB)")
    return connection


def figures(times: list[ScanTimes]) -> Iterator[Figure]:
    """Each size beside its floor, then the largest beside the smallest."""
    for t in times:
        bounds = (1.5, 2.0) if t.people == 100_000 else (None, None)
        name = f"scan to durable verdict, {t.people:,} people"
        yield Figure(f"{name}, p50", "ms", t.scan.p50, t.floor.p50, bounds[0])
        yield Figure(f"{name}, p95", "ms", t.scan.p95, t.floor.p95)
        yield Figure(f"{name}, p99", "ms", t.scan.p99, t.floor.p99, bounds[1])
    small, large = times[0], times[-1]
    if small is not large:
        yield Figure(
            f"scan p50, {large.people:,} people (floor: {small.people:,} people)",
            "ms",
            large.scan.p50,
            small.scan.p50,
            1.3 if (small.people, large.people) == (2000, 1_000_000) else None,
        )
