"""The exchange: any order, any duplication, any interleaving of pages gives the same state."""

import random
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.desk import Desk
from checkin_app.ledger import branches, kinds
from checkin_app.ledger.entry import chain_start, decode, link
from checkin_app.ledger.pages import MOST_ENTRIES, Page
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.store.test_order import ACTIONS, act_all, some
from tests.sync.meeting import another, clone, close_all, meet, meet_all, pages_of

Steps = list[tuple[str, int, int]]


def shorter(page: Page, count: int) -> list[Page]:
    """The same page in two, where a seal lets it be cut."""
    cuts = [n for n, _ in page.seals[:-1]]
    if not cuts:
        return [page]
    cut = cuts[count % len(cuts)] - page.first + 1
    seals = page.seals
    return [
        Page(page.stream, page.first, page.bodies[:cut], page.privates[:cut],
             [seal for seal in seals if seal[0] < page.first + cut]),
        Page(page.stream, page.first + cut, page.bodies[cut:], page.privates[cut:],
             [seal for seal in seals if seal[0] >= page.first + cut]),
    ]  # fmt: skip


def in_memory(desk: Desk) -> Any:
    """What the desk answers from memory, in an order that is the same everywhere."""
    found = sorted(hit.delegate.id for hit in desk.find("an", limit=100))
    arrived = sorted(row.delegate.id for row in desk.roster_rows(desk.roster_ids(status="arrived")))
    figures = desk.figures()
    return found, arrived, figures.arrived, figures.expected, sorted(desk._file.programme.layouts)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some(ACTIONS, 3), some(ACTIONS, 3), some(ACTIONS, 3), st.randoms(use_true_random=False))
def test_pages_in_any_order_give_the_same_state(
    first: Steps, second: Steps, third: Steps, chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        a = new_desk(Path(folder), "a.checkin")
        people = [walk_in(a, name) for name in ("Lê An", "Vũ Bình", "Hồ Châu")]
        b, c = another(a, "b"), another(a, "c")
        for desk, steps in ((a, first), (b, second), (c, third)):
            for start in range(0, len(steps), 4):
                act_all(desk, people, steps[start : start + 4])
                desk.seal()
        pages = [part for desk in (a, b, c) for page in pages_of(desk)
                 for part in shorter(page, chance.randrange(99))]  # fmt: skip
        for desk in (a, b, c):
            if chance.random() < 0.5:
                in_memory(desk)
            given_here = pages + chance.sample(pages, len(pages) // 2)
            chance.shuffle(given_here)
            while any(desk.receive([page], "shuffled").taken for page in given_here):
                pass
            assert desk.aside() == []
        assert a.vector() == b.vector() == c.vector()
        assert len({desk.digest() for desk in (a, b, c)}) == 1
        for desk in (a, b, c):
            report = desk.check()
            assert report.whole, report.problems
            held = in_memory(desk)
            path = desk.path
            desk.close()
            again = Desk.open(path, write=False)
            assert in_memory(again) == held
            assert attendance(again) == naive_attendance(again)
            again.close()


def attendance(desk: Desk) -> dict[tuple[str, str], tuple[int, bool]]:
    rows = desk._file.connection.execute(
        "SELECT delegate, checkpoint, passages, inside FROM attendance"
    )
    return {
        (delegate, place): (passages, bool(inside)) for delegate, place, passages, inside in rows
    }


def naive_attendance(desk: Desk) -> dict[tuple[str, str], tuple[int, bool]]:
    """The same, by reading all entries as a person would."""
    rows = desk._file.connection.execute("SELECT body FROM entries").fetchall()
    entries = [decode(body) for (body,) in rows]
    undone: dict[str, list[str]] = defaultdict(list)
    overrides: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.kind == kinds.UNDONE:
            undone[entry.subject].append(entry.id)
        elif entry.kind == kinds.OVERRIDDEN:
            overrides[entry.subject].append(entry.id)

    def holds(fact: str) -> bool:
        return not any(holds(undo) for undo in undone[fact])

    passed: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for entry in entries:
        if entry.kind != kinds.SCANNED or not entry.subject or not holds(entry.id):
            continue
        let = entry.data["decision"] == "admit" or any(map(holds, overrides[entry.id]))
        if let:
            place = (entry.subject, entry.data["checkpoint"])
            passed[place].append((entry.door, entry.id, entry.data["direction"]))
    found = {}
    for place, scans in passed.items():
        into = sum(direction == "in" for _, _, direction in scans)
        if into:
            found[place] = (into, max(scans)[2] == "in")
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(some(ACTIONS, 2), min_size=2, max_size=3),
    st.lists(st.integers(0, 99), max_size=12),
    st.integers(0, 2),
)
def test_clones_that_wrote_apart_agree_in_the_end(
    lives: list[Steps], meetings: list[int], again: int
) -> None:
    """Forks of two and three clones, in any order of meeting, and once more after they met."""
    with tempfile.TemporaryDirectory() as folder:
        a = new_desk(Path(folder), "a.checkin")
        people = [walk_in(a, name) for name in ("Lê An", "Vũ Bình")]
        desks = [a]
        for number in range(1, len(lives)):
            desks[0], copy = clone(desks[0], f"clone{number}")
            desks.append(copy)
        for desk, steps in zip(desks, lives, strict=True):
            act_all(desk, people, steps)
        pairs = [(one, two) for one in desks for two in desks if one is not two]
        for number in meetings:
            meet(*pairs[number % len(pairs)])
        act_all(desks[again % len(desks)], people, lives[0])
        meet_all(desks)
        assert len({tuple(sorted(desk.vector().items())) for desk in desks}) == 1
        assert len({desk.digest() for desk in desks}) == 1
        for desk in desks:
            report = desk.check()
            assert report.whole, report.problems
            assert desk.aside() == []
        every = {page.bodies[at] for desk in desks for page in pages_of(desk)
                 for at in range(len(page.bodies))}  # fmt: skip
        connection = desks[0]._file.connection
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (len(every),)
        close_all(*desks)


CHAINS = st.lists(st.binary(min_size=1, max_size=1), min_size=1, max_size=6)


@given(st.lists(CHAINS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_branches_are_named_alike_whatever_came_first(
    lives: list[list[bytes]], chance: random.Random
) -> None:
    """Lines against the tree of all entries, walked plainly."""
    lives = [[b"opened", *life] for life in lives]
    tree: dict[bytes, set[bytes]] = defaultdict(set)
    for life in lives:
        chain = chain_start("s")
        for body in life:
            before, chain = chain, link(chain, body)
            tree[before].add(chain)
    expected: dict[str, list[bytes]] = {}

    def walk(line: str, chain: bytes) -> None:
        expected.setdefault(line, [])
        while tree[chain]:
            main, *others = sorted(tree[chain])
            for other in others:
                walk_branch(other)
            expected[line].append(main)
            chain = main

    def walk_branch(chain: bytes) -> None:
        line = branches.branch_id("s", chain)
        expected[line] = [chain]
        walk(line, chain)

    walk("s", chain_start("s"))
    for _ in range(2):
        chance.shuffle(lives)
        assert grown(lives, chance) == expected


def grown(lives: Sequence[Sequence[bytes]], chance: random.Random) -> dict[str, list[bytes]]:
    """Lines as they grow from runs of entries that come in this order."""
    lines: dict[str, branches.Line] = {}
    held: dict[tuple[str, int], bytes] = {}

    def chain_at(line: str, n: int) -> bytes:
        return held[line, n]

    for life in lives:
        chains, chain = [], chain_start("s")
        for body in life:
            chain = link(chain, body)
            chains.append(chain)
        first = 1
        while first <= len(chains):
            last = chance.randint(first, len(chains))
            run = chains[first - 1 : last]
            before = chains[first - 2] if first > 1 else b""
            [after] = [
                name
                for name in branches.attachments(lines, "s", first)
                if not name or held[name, first - 1] == before
            ]
            plan = branches.plan("s", lines, after, first, run, chain_at)
            apply(plan, lines, held, first, run)
            first = last + 1
    ordered: dict[str, list[bytes]] = defaultdict(list)
    for (line, _), chain in sorted(held.items()):
        ordered[line].append(chain)
    return dict(ordered)


def apply(
    plan: branches.Plan,
    lines: dict[str, branches.Line],
    held: dict[tuple[str, int], bytes],
    first: int,
    run: Sequence[bytes],
) -> None:
    rest = run[plan.known :]
    if not rest:
        return
    if plan.moved:
        old = lines[plan.line]
        for n in range(plan.base + 1, old.head + 1):
            held[plan.moved, n] = held.pop((plan.line, n))
        for child in branches.moved_children(lines.values(), plan.line, plan.base):
            was = lines[child]
            lines[child] = branches.Line(child, plan.moved, was.base, was.head)
        lines[plan.moved] = branches.Line(plan.moved, plan.line, plan.base, old.head)
        parent, base = old.parent, old.base
    elif plan.born:
        parent, base = plan.parent, plan.base
    else:
        known = lines.get(plan.line)
        parent, base = (known.parent, known.base) if known else ("", 0)
    for n, chain in enumerate(rest, first + plan.known):
        held[plan.line, n] = chain
    lines[plan.line] = branches.Line(plan.line, parent, base, first + len(run) - 1)


def test_a_page_of_the_stream_of_another_event_is_kept_aside(tmp_path: Path) -> None:
    a, b = new_desk(tmp_path, "a.checkin"), new_desk(tmp_path, "b.checkin")
    walk_in(b, "Lê An")
    [page] = pages_of(b)
    broken = Page(page.stream, page.first, page.bodies, page.privates, [(page.last, bytes(64))])
    assert a.receive([broken], "stick").refused[0].why == "seal"
    assert [aside.why for aside in a.aside()] == ["seal"]
    a.receive([broken], "stick")
    assert len(a.aside()) == 1
    close_all(a, b)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"bodies": []}, "size"),
        ({"first": 0}, "size"),
        ({"first": -3}, "size"),
        ({"first": 2**60}, "size"),
        ({"privates": []}, "size"),
        ({"seals": []}, "size"),
        ({"seals": [(1, b"short")]}, "size"),
        ({"stream": "x" * 100}, "stream"),
        ({"stream": "../../etc"}, "stream"),
        ({"stream": ""}, "stream"),
    ],
)
def test_a_page_of_the_wrong_shape_is_refused(
    tmp_path: Path, change: dict[str, Any], why: str
) -> None:
    a, b = new_desk(tmp_path, "a.checkin"), new_desk(tmp_path, "b.checkin")
    [page] = pages_of(b)
    values = {name: getattr(page, name) for name in page.__struct_fields__}
    taken = a.receive([Page(**(values | change))], "peer")
    assert [refusal.why for refusal in taken.refused] == [why]
    assert a.check().whole
    close_all(a, b)


def test_a_changed_private_part_is_refused_and_the_true_one_taken_later(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    b = another(a, "b")
    person = walk_in(b, "Lê An")
    [page] = [page for page in pages_of(b) if page.stream == b._file.own_stream]
    [wrong] = [p.replace(b"An", b"Bo") if p else p for p in page.privates if p]
    privates = [wrong if p else p for p in page.privates]
    bad = Page(page.stream, page.first, page.bodies, privates, page.seals)
    assert [refusal.why for refusal in a.receive([bad], "peer").refused] == ["shape"]
    assert a.receive([page], "peer").taken
    assert a.delegate(person.id).delegate.name == "Lê An"
    close_all(a, b)


def test_much_is_cut_into_pages_that_fit(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Lê An")
    b = another(a, "b")
    for number in range(MOST_ENTRIES + 60):
        b.scan(code_of(b, person), at=later(10 * number))
    pages = pages_of(b)
    assert max(len(page.bodies) for page in pages) == MOST_ENTRIES
    meet(a, b)
    assert a.vector() == b.vector()
    assert a.digest() == b.digest()
    close_all(a, b)


def test_time_slices_take_everything_in_the_end(tmp_path: Path) -> None:
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Lê An")
    b = another(a, "b")
    for number in range(90):
        b.scan(code_of(b, person), at=later(10 * number))
    left = pages_of(b)
    slices = 0
    while left:
        taken = a.receive(left, "peer", budget_ms=0.0)
        left = left[len(left) - taken.left :] if taken.left else []
        slices += 1
    assert slices > 4, "a page is not taken in one go when time is short"
    assert a.digest() == b.digest()
    close_all(a, b)


def test_what_is_short_is_given_before_what_is_long(tmp_path: Path) -> None:
    """Who may write stands in a short stream: it comes before what they wrote."""
    a = new_desk(tmp_path, "a.checkin")
    person = walk_in(a, "Lê An")
    desks = [another(a, name) for name in "bcde"]
    for scans, desk in zip((9, 2, 30, 5), desks, strict=True):
        for _ in range(scans):
            desk.scan(code_of(desk, person))
        meet(desk, a)
    entries: dict[str, int] = defaultdict(int)
    for page in a.lacking({}, 1 << 30)[0]:
        entries[page.stream] += len(page.bodies)
    assert list(entries.values()) == sorted(entries.values())
    assert len(entries) == 5
    close_all(a, *desks)


def test_how_far_streams_are_known_is_read_without_reading_them(tmp_path: Path) -> None:
    """SQLite does not walk along the entries: its steps are the same for many as for few."""
    a = new_desk(tmp_path, "a.checkin")
    walk_in(a, "Lê An")
    few = _steps(a)
    for number in range(150):
        walk_in(a, f"Lê An {number}")
    assert _steps(a) <= few + 2
    a.close()


def _steps(desk: Desk) -> int:
    """Hundreds of SQLite's steps that the vector costs."""
    steps: list[None] = []
    connection = desk._file.connection
    connection.set_progress_handler(lambda: steps.append(None), 100)
    desk.vector()
    connection.set_progress_handler(None, 0)
    return len(steps)


def test_a_delegation_is_present_whose_member_arrived_and_withdrew(tmp_path: Path) -> None:
    """What is kept in memory says so too when another's scan of the same delegation is undone."""
    first = new_desk(tmp_path)
    with first._file.transaction():
        japan = first._file.new_delegation("Japan", "JP")
    gone, other = (walk_in(first, name, delegation=japan) for name in ("Lê An", "Vũ Bình"))
    second = another(first, "b")
    first.scan(code_of(first, gone), at=later(0))
    with first._file.transaction():
        data = {"type": "delegate", "fields": {"standing": "withdrawn"}}
        first._file.record(kinds.AMENDED, gone.id, data)
    first._file.forget()
    assert first.figures().delegations_present == 1
    scan = second.scan(code_of(second, other), at=later(1))
    second.undo(scan.scan_id)
    first.receive(second.lacking(first.vector(), 1 << 20)[0], "peer")
    assert first.figures().delegations_present == 1
    close_all(first, second)
