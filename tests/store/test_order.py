"""State is a pure function of the set of entries: any order of arrival, the same tables."""

import random
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app import assets
from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NotPossible
from checkin_app.domain.programme import Direction
from checkin_app.store import derive
from checkin_app.store.ledger import Stored, entries
from tests.desk_support import code_of, later, new_desk, walk_in

ACTIONS = ("scan", "out", "undo", "override", "amend", "withdraw", "restore", "replace", "revoke")


def act(desk: Desk, people: list[Delegate], action: str, who: int, moment: int) -> None:
    person = people[who % len(people)]
    recent = desk.recent(50)
    match action:
        case "scan":
            desk.scan(code_of(desk, person), at=later(moment))
        case "out":
            desk.admit(person.id, direction=Direction.OUT, at=later(moment))
        case "undo" if recent:
            desk.undo(recent[who % len(recent)].scan_id)
        case "override" if recent:
            desk.override(recent[who % len(recent)].scan_id, reason="why")
        case "amend":
            desk.amend(person.id, {"seat": str(moment), "category": f"kind {moment % 2}"})
        case "withdraw":
            desk.withdraw(person.id)
        case "restore":
            desk.restore(person.id)
        case "replace":
            desk.replace_code(person.id)
        case "revoke":
            desk.revoke(person.id, code_of(desk, person))


def fresh_tables(streams: list[tuple[int, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for script in assets.migrations("event"):
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.executemany("INSERT INTO streams (no, id) VALUES (?, ?)", streams)
    return connection


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ACTIONS), st.integers(0, 40), st.integers(0, 60)), max_size=25
    ),
    st.randoms(use_true_random=False),
)
def test_any_order_gives_the_same_digest(
    actions: list[tuple[str, int, int]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = new_desk(Path(folder))
        desk.add_people({"name": name, "delegation": ""} for name in ("Lê An", "Vũ Bình"))
        people = [row.delegate for row in desk.roster_rows(desk.roster_ids())]
        people.append(walk_in(desk, "Hồ Châu"))
        for action, who, moment in actions:
            try:
                act(desk, people, action, who, moment)
            except NotPossible:
                continue
        expected = desk.digest()
        report = desk.check()
        assert report.whole, report.problems
        connection = desk._file.connection
        known: list[Stored] = list(entries(connection))
        rows = {
            (stream, n): (body, chain)
            for stream, n, body, chain in connection.execute("SELECT * FROM entries")
        }
        privates = {
            (stream, n): body for stream, n, body in connection.execute("SELECT * FROM privates")
        }
        streams = connection.execute("SELECT no, id FROM streams").fetchall()
        desk.close()
    chance.shuffle(known)
    tables = fresh_tables(streams)
    for stored in known:
        place = (stored.stream, stored.entry.n)
        tables.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", (*place, *rows[place]))
        if place in privates:
            tables.execute("INSERT INTO privates VALUES (?, ?, ?)", (*place, privates[place]))
        derive.apply(tables, stored)
    assert derive.digest(tables) == expected
    tables.close()
