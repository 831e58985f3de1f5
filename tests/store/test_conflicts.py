"""Conflicts and merges are a function of the entries alone, and what the naive way finds."""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.desk import Desk
from checkin_app.domain.errors import RequestError
from checkin_app.domain.programme import Checkpoint, CheckpointKind, Direction, Passage
from checkin_app.store import derive
from checkin_app.store.ledger import Stored, entries
from checkin_app.store.merged import gone_into
from tests.conflicts_naive import Everything, Naive
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.meeting_support import copy_of, exchange
from tests.store.test_order import fresh_tables

DAY = later(0).date()
DOORS = ("registration", "hall", "zone")
NAMES = ("Lê An", "An Lê", "Vũ Bình")


def desks_of_one_event(folder: Path, count: int) -> list[Desk]:
    first = new_desk(folder)
    first.add_records(
        [
            Checkpoint("hall", CheckpointKind.DOOR, "Hall", "Hội trường", Passage.IN_AND_OUT),
            Checkpoint("zone", CheckpointKind.GATE, "Zone", "Khu vực", Passage.FREE),
        ]
    )
    for name in ("Hồ Châu", "Đỗ Duy"):
        walk_in(first, name)
    first.make_temporaries(2, DAY)
    return [first, *(copy_of(first, folder, str(number)) for number in range(1, count))]


def act(desk: Desk, action: str, who: int, what: int, moment: int) -> None:
    rows = desk.roster_rows(desk.roster_ids())
    person = rows[who % len(rows)].delegate
    other = rows[(who + 1 + what) % len(rows)].delegate
    recent = desk.recent(20)
    known = desk.conflicts(open_only=False)
    match action:
        case "scan":
            codes = [c.code for c in desk.credentials(person.id)]
            if codes:
                code = codes[what % len(codes)]
                desk.scan(code, checkpoint=DOORS[what % 3], at=later(moment))
        case "out":
            place = DOORS[what % 3]
            desk.admit(person.id, checkpoint=place, direction=Direction.OUT, at=later(moment))
        case "undo" if recent:
            desk.undo(recent[what % len(recent)].scan_id)
        case "override" if recent:
            desk.override(recent[what % len(recent)].scan_id, reason="why")
        case "replace":
            desk.replace_code(person.id)
        case "revoke":
            desk.revoke(person.id, code_of(desk, person))
        case "register":
            fields = {"organization": ("", "A", "B")[what], "birth_year": (None, 1980)[moment % 2]}
            walk_in(desk, NAMES[who % 3], **fields)
        case "amend":
            desk.amend(person.id, {("seat", "organization", "seat")[what]: f"X {moment % 3}"})
        case "bind":
            desk.bind_temporary(1 + what % 2, person.id, day=DAY)
        case "clock":
            desk.clock_offset((what - 1) * 30_000, moment)
        case "merge":
            desk.merge(person.id, other.id, codes=("both", "replace")[moment % 2])
        case "unmerge" if gone := [
            g for row in rows for g in gone_into(desk._file.connection, row.delegate.id)
        ]:
            desk.unmerge(gone[who % len(gone)])
        case "decide" if known:
            conflict = known[who % len(known)]
            desk.resolve(conflict.id, conflict.proposals[what % len(conflict.proposals)])
        case "think again" if known:
            desk.undo_decision(known[who % len(known)].id)


ACTIONS = (
    *("scan", "scan", "scan", "scan", "out", "undo", "override", "replace", "revoke", "register"),
    *(
        "amend",
        "amend",
        "amend",
        "bind",
        "clock",
        "merge",
        "unmerge",
        "decide",
        "decide",
        "think again",
        "meet",
    ),
)
#: So many things happen in one run, at three desks.
STEPS = 60


def found_in(connection: sqlite3.Connection) -> set[Naive]:
    return {
        Naive(kind, frozenset(json.loads(made_of)), bool(waits))
        for kind, made_of, waits in connection.execute("SELECT kind, entries, open FROM conflicts")
    }


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1 << 32))
def test_desks_that_met_hold_the_conflicts_that_the_naive_way_finds(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), random.Random(seed))


def run(folder: Path, chance: random.Random) -> set[Naive]:
    """Three desks that meet now and then; what they hold at the end."""
    desks = desks_of_one_event(folder, 3)
    try:
        for _ in range(STEPS):
            number, action = chance.randrange(3), chance.choice(ACTIONS)
            if action == "meet":
                exchange(desks[number], desks[(number + 1) % 3])
                continue
            try:
                who, what, moment = chance.randrange(6), chance.randrange(3), chance.randrange(150)
                act(desks[number], action, who, what, moment)
            except RequestError:
                continue
        for one, other in ((0, 1), (1, 2), (0, 1), (0, 2)):
            exchange(desks[one], desks[other])
        assert len({desk.digest() for desk in desks}) == 1
        expected = desks[0].digest()
        report = desks[chance.randrange(3)].check()
        assert report.whole, report.problems
        connection = desks[1]._file.connection
        known = list(entries(connection))
        found = found_in(connection)
        assert found == Everything(known).conflicts()
        streams = connection.execute("SELECT no, id FROM streams").fetchall()
        rows = stored_rows(connection)
        searched = {hit.delegate.id for name in NAMES for hit in desks[2].find(name, 1000)}
        roster = desks[2].roster_rows(desks[2].roster_ids())
        assert searched <= {row.delegate.id for row in roster}
        assert desks[2].figures().expected == len(roster)
    finally:
        for desk in desks:
            desk.close()
    chance.shuffle(known)
    assert folded(streams, known, rows) == expected
    return found


def stored_rows(
    connection: sqlite3.Connection,
) -> dict[tuple[int, int], tuple[bytes, bytes, bytes | None]]:
    return {
        (stream, n): (body, chain, private)
        for stream, n, body, chain, private in connection.execute(
            "SELECT e.stream, e.n, e.body, e.chain, p.body FROM entries e"
            " LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n"
        )
    }


def folded(
    streams: list[tuple[int, str]],
    known: Sequence[Stored],
    rows: dict[tuple[int, int], tuple[bytes, bytes, bytes | None]],
) -> str:
    """The digest of tables that grew entry by entry, in an order that no desk would see."""
    tables = fresh_tables(streams)
    try:
        for stored in known:
            place = (stored.stream, stored.entry.n)
            body, chain, private = rows[place]
            tables.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", (*place, body, chain))
            if private is not None:
                tables.execute("INSERT INTO privates VALUES (?, ?, ?)", (*place, private))
            derive.apply(tables, stored)
        return derive.digest(tables)
    finally:
        tables.close()


@pytest.mark.parametrize("learned", [False, True])
def test_what_an_older_release_recorded_is_folded_once_when_the_file_is_opened(
    tmp_path: Path, learned: bool
) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An")
    desk.replace_code(person.id)
    expected = desk.digest()
    connection = desk._file.connection
    told = [
        connection.execute(f"SELECT * FROM {table}").fetchall()
        for table in ("walk_ins", "code_causes")
    ]
    assert all(told)
    connection.execute("DELETE FROM walk_ins")  # As the step leaves a file of that release.
    connection.execute("DELETE FROM code_causes")
    connection.execute("INSERT INTO station (name, value) VALUES ('refold', '0005')")
    if learned:  # And that release did not know a kind of entry that this one knows.
        connection.execute("INSERT INTO unfolded VALUES (1, 3, 'scan.made', 'kind')")
    desk.close()
    for _ in range(2):
        desk = Desk.open(desk.path)
        connection = desk._file.connection
        assert told == [
            connection.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("walk_ins", "code_causes")
        ]
        assert not connection.execute("SELECT 1 FROM station WHERE name = 'refold'").fetchone()
        assert desk.digest() == expected
        desk.close()
