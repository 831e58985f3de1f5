"""State is a pure function of the set of entries: any order of arrival, the same tables."""

import random
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app import assets
from checkin_app.desk import Desk
from checkin_app.domain.badges import JobState, may_become
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NotPossible
from checkin_app.domain.programme import Direction
from checkin_app.store import derive
from checkin_app.store.ledger import Stored, entries
from tests.desk_support import code_of, later, new_desk, walk_in

ACTIONS = (
    *("scan", "out", "undo", "override", "amend", "withdraw", "restore", "replace", "revoke"),
    *("order", "tell", "retry", "give up", "spoil", "lost", "hand over", "photo", "no photo"),
    *("print", "temporaries", "bind", "take back", "count", "layout"),
)
#: Of one badge again and again.
BADGE_ACTIONS = ("print", "order", "tell", "retry", "give up", "spoil", "lost")
DAY = later(0).date()


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
        case "order":
            desk.order_badges([person.id], printer="P", reason="again")
        case "print":
            [job] = desk.order_badges([person.id], printer="P", reason="again")
            ends = (JobState.CONFIRMED, JobState.FAILED, JobState.UNKNOWN, JobState.CANCELLED)
            for state in (JobState.SENDING, JobState.SENT, ends[moment % len(ends)]):
                desk.job_told(job.id, state)
        case "tell" | "retry" | "give up":
            tell(desk, action, who, moment)
        case "spoil" if prints := desk.badge_of(person.id).prints:
            desk.spoil(prints[moment % len(prints)].id, reason="torn")
        case "lost":
            desk.lost_badge(person.id)
        case "hand over":
            desk.hand_over([person.id], to="aide", name="Bà Lan", verified=bool(moment % 2))
        case "photo":
            desk.keep_photo(person.id, b"\xff\xd8\xff" + bytes([moment % 3]))
        case "no photo":
            desk.drop_photo(person.id)
        case "temporaries":
            desk.make_temporaries(1 + moment % 3, DAY)
        case "bind":
            desk.bind_temporary(1 + moment % 4, person.id, day=DAY)
        case "take back":
            desk.revoke_temporary(1 + moment % 4, day=DAY)
        case "count":
            desk.count_stock("P", moment)
        case "layout":
            document = desk.layout_document("a6").replace('"a6"', f'"mine{moment % 2}"', 1)
            desk.save_layout(document)
            if who % 2:
                desk.remove_layout(f"mine{moment % 2}")


def tell(desk: Desk, action: str, who: int, moment: int) -> None:
    """Something becomes known of a job; most of what is tried is refused."""
    if jobs := desk.jobs():
        job = jobs[who % len(jobs)]
        match action:
            case "retry":
                desk.retry_job(job.id)
            case "give up":
                desk.cancel_job(job.id)
            case _:
                if new := [state for state in JobState if may_become(job.state, state)]:
                    desk.job_told(job.id, new[moment % len(new)], words="so")


def fresh_tables(streams: list[tuple[int, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for script in assets.migrations("event"):
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.executemany("INSERT INTO streams (no, id) VALUES (?, ?)", streams)
    return connection


def some(actions: tuple[str, ...], people: int) -> st.SearchStrategy[list[tuple[str, int, int]]]:
    step = st.tuples(st.sampled_from(actions), st.integers(0, people), st.integers(0, 60))
    return st.lists(step, max_size=30)


@settings(max_examples=60, deadline=None)
@given(some(ACTIONS, 40) | some(BADGE_ACTIONS, 1), st.randoms(use_true_random=False))
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
    derive.rebuild(tables)
    assert derive.digest(tables) == expected
    tables.close()
