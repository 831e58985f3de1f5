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
from checkin_app.ledger import kinds
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
#: An entry, its body and link of the chain, and its private part.
Told = tuple[Stored, tuple[bytes, bytes], bytes | None]


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
        act_all(desk, people, actions)
        expected = desk.digest()
        report = desk.check()
        assert report.whole, report.problems
        known = told(desk)
        streams = desk._file.connection.execute("SELECT no, id FROM streams").fetchall()
        desk.close()
    assert digests(streams, known, chance) == {expected}


@settings(max_examples=40, deadline=None)
@given(
    some(BADGE_ACTIONS, 1),
    some(BADGE_ACTIONS, 1),
    some(BADGE_ACTIONS, 1),
    st.randoms(use_true_random=False),
)
def test_what_two_desks_said_gives_the_same_digest_in_any_order(
    before: list[tuple[str, int, int]],
    here: list[tuple[str, int, int]],
    there: list[tuple[str, int, int]],
    chance: random.Random,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = new_desk(Path(folder))
        people = [walk_in(desk, name) for name in ("Lê An", "Vũ Bình")]
        act_all(desk, people, before)
        desk.backup(Path(folder) / "other.checkin")
        other = Desk.open(Path(folder) / "other.checkin")
        act_all(desk, people, here)
        act_all(other, people, there)
        assert desk.check().whole and other.check().whole
        streams, known = both(desk, other)
        desk.close()
        other.close()
    assert len(digests(streams, known, chance)) == 1
    assert len(digests(streams, known, chance) | digests(streams, known, chance)) == 1


def test_of_two_badges_printed_anew_at_once_the_latest_counts(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    who = walk_in(desk, "Lê An").id
    invited = desk.badge_of(who).code
    act_all(desk, [desk.delegate(who).delegate], [("print", 0, 0)])
    desk.backup(tmp_path / "other.checkin")
    other = Desk.open(tmp_path / "other.checkin")
    first, second = (printed(each, who) for each in (desk, other))
    again = printed(desk, who)
    for _ in range(8):
        streams, known = both(desk, other)
        random.shuffle(known)
        tables = fold(streams, known)
        assert dict(tables.execute("SELECT code, status FROM credentials")) == {
            invited: "replaced",
            first: "replaced",
            second: "replaced",
            again: "active",
        }
        tables.close()
    [print_] = [p for p in desk.badge_of(who).prints if p.code == again]
    with desk._file.transaction():
        said = {"print": print_.id, "outcome": "failed", "words": ""}
        desk._file.record(kinds.FOLLOWED, who, said)
    tables = fold(*both(desk, other))
    active = tables.execute("SELECT code FROM credentials WHERE status = 'active'").fetchall()
    assert {second, again} == {code for (code,) in active}, "on paper, and not given up"
    tables.close()
    desk.close()
    other.close()


def printed(desk: Desk, who: str) -> str:
    """The code of a badge that came out once more."""
    [job] = desk.order_badges([who], printer="P", reason="torn")
    for state in (JobState.SENDING, JobState.WRITTEN):
        desk.job_told(job.id, state)
    return job.badges[0].code


def act_all(desk: Desk, people: list[Delegate], actions: list[tuple[str, int, int]]) -> None:
    for action, who, moment in actions:
        try:
            act(desk, people, action, who, moment)
        except NotPossible:
            continue


def told(desk: Desk) -> list[Told]:
    """Every entry with what is stored of it."""
    connection = desk._file.connection
    rows = {
        (stream, n): (body, chain)
        for stream, n, body, chain in connection.execute("SELECT * FROM entries")
    }
    privates = {
        (stream, n): body for stream, n, body in connection.execute("SELECT * FROM privates")
    }
    return [
        (stored, rows[place], privates.get(place))
        for stored in entries(connection)
        if (place := (stored.stream, stored.entry.n))
    ]


def both(desk: Desk, other: Desk) -> tuple[list[tuple[int, str]], list[Told]]:
    """What the desk of a file and the desk of its copy know together."""
    streams = other._file.connection.execute("SELECT no, id FROM streams").fetchall()
    return streams, told(desk) + [one for one in told(other) if one[0].stream != 1]


def fold(streams: list[tuple[int, str]], known: list[Told]) -> sqlite3.Connection:
    tables = fresh_tables(streams)
    for stored, row, private in known:
        place = (stored.stream, stored.entry.n)
        tables.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", (*place, *row))
        if private is not None:
            tables.execute("INSERT INTO privates VALUES (?, ?, ?)", (*place, private))
        derive.apply(tables, stored)
    return tables


def digests(streams: list[tuple[int, str]], known: list[Told], chance: random.Random) -> set[str]:
    """Of the tables that grew in some order, and of those that were made anew."""
    chance.shuffle(known)
    tables = fold(streams, known)
    grown = derive.digest(tables)
    derive.rebuild(tables)
    anew = derive.digest(tables)
    tables.close()
    return {grown, anew}
