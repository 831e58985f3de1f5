"""Measures desks that meet: how soon a fact is seen, how long joining and catching up take."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from checkin_app.bench import rosters
from checkin_app.bench.measure import Figure, spread
from checkin_app.bench.meetings import Hub, Post, hub, posts
from checkin_app.bench.reconnecting import CHECKPOINTS, checkpoints
from checkin_app.desk import Desk
from checkin_app.ledger import kinds
from checkin_app.store.event_file import EventFile
from checkin_app.sync.joining import join_into
from checkin_app.sync.state import SyncState

SEEN = 60
PULLED = 50_000
BETWEEN = 0.02
#: A tail of fewer is decided by chance.
IDLE = 1_500
WARM = 20
PEOPLE = 1800
DESKS = 20
GIVEN_UP = 300.0


def figures(
    folder: Path, large: Path, told: Callable[[str], None], *, desks: int = DESKS
) -> Iterator[Figure]:
    """Every figure of the exchange; `large` is the event file with the roster to join."""
    event = folder / "meeting.checkin"
    desk = rosters.new_event(event, PEOPLE)
    checkpoints(desk)
    desk.close()
    with hub(event) as serving:
        told("facts on their way from desk to desk")
        yield from _seen(serving, folder)
        told(f"scans while {PULLED:,} entries are pulled")
        yield from _scans_meanwhile(serving, folder)
    event = folder / "reconnecting.checkin"
    desk = rosters.new_event(event, PEOPLE)
    checkpoints(desk)
    desk.close()
    with hub(event) as serving:
        told(f"{desks} desks that were offline for eight hours")
        yield _reconnected(serving, folder, desks)
    told("joining")
    yield _joined(large, folder)


def _seen(serving: Hub, folder: Path) -> Iterator[Figure]:
    """From before the scan at one desk to its being in the tables of another."""
    paths = [folder / f"seen-{name}.checkin" for name in "ab"]
    for path in paths:
        join_into(serving.enrolment(path.stem), path)
    with posts(*paths) as (first, second):
        for post in (first, second):
            post.lane.start()
            post.until(lambda state: state.link == "met" and state.offset is not None)
        codes = first.ask(lambda desk: [c.code for _, c in desk.all_credentials()])
        times = []
        for number in range(SEEN + WARM):
            known = second.state.pulled
            start = time.perf_counter_ns()
            first.ask(partial(_scanned, code=codes[number]))
            first.lane.wake()
            second.until(partial(_pulled_more, known))
            times.append(time.perf_counter_ns() - start)
            time.sleep(BETWEEN)
    seen = spread(times[WARM:])
    note = "through a hub process with TLS, this computer"
    yield Figure("a fact of one desk in another’s tables, p50", "ms", seen.p50, note=note)
    yield Figure(
        "a fact of one desk in another’s tables, p95", "ms", seen.p95, bound=300, note=note
    )


def _scanned(desk: Desk, code: str) -> None:
    desk.scan(code)


def _pulled_more(known: int, state: SyncState) -> bool:
    return state.pulled > known


def _scans_meanwhile(serving: Hub, folder: Path) -> Iterator[Figure]:
    """Scans at a desk that takes in much, beside the same scans when nothing comes."""
    writer, reader = folder / "much.checkin", folder / "meanwhile.checkin"
    join_into(serving.enrolment("reader"), reader)
    join_into(serving.enrolment("writer"), writer)
    _record_much(writer)
    with posts(writer) as (giver,):
        giver.lane.start()
        giver.until(lambda state: state.link == "met" and state.pushed >= PULLED)
        giver.until(lambda state: state.outbox == 0)
    with posts(reader) as (post,):
        codes = iter(post.ask(lambda desk: [c.code for _, c in desk.all_credentials()]) * 8)
        for _ in range(WARM):
            _scan(post, next(codes))
        idle = [_scan(post, next(codes)) for _ in range(IDLE)]
        post.lane.start()
        post.until(lambda state: state.link == "met")
        pulled: list[int] = []
        started = time.monotonic()
        while post.state.pulled < PULLED and time.monotonic() - started < GIVEN_UP:
            pulled.append(_scan(post, next(codes)))
        seconds = time.monotonic() - started
    before, during = spread(idle), spread(pulled)
    note = f"{len(pulled)} scans in {seconds:.0f} s of pulling; floor: the same scans before"
    name = f"scan while {PULLED:,} entries are pulled"
    yield Figure(f"{name}, p50", "ms", during.p50, before.p50, note=note)
    yield Figure(f"{name}, p99", "ms", during.p99, before.p99, 2.0, note=note)


def _scan(post: Post, code: str) -> int:
    """Nanoseconds from the window's thread and back, and a breath as people need it."""
    time.sleep(BETWEEN)
    start = time.perf_counter_ns()
    post.ask(partial(_scanned, code=code))
    taken = time.perf_counter_ns() - start
    post.lane.wake()
    return taken


def _record_much(path: Path) -> None:
    """Scans of many desks' days, written without being judged: they are judged when they arrive."""
    desk = Desk.open(path)
    codes = [(person, credential.code) for person, credential in desk.all_credentials()]
    desk.close()
    file = EventFile.open(path, write=True)
    try:
        places = [f"room-{number}" for number in range(CHECKPOINTS)]
        with file.transaction():
            for number in range(PULLED):
                person, code = codes[number % len(codes)]
                file.append(
                    kinds.SCANNED,
                    person.id,
                    {
                        "checkpoint": places[number // len(codes) % CHECKPOINTS],
                        "code": code,
                        "decision": "admit",
                        "direction": "in",
                        "operator": "",
                        "reason": "ok",
                    },
                )
    finally:
        file.close()


def _reconnected(serving: Hub, folder: Path, desks: int) -> Figure:
    """From the moment the link is back for all until every desk has everything."""
    command = [sys.executable, "-m", "checkin_app.bench.reconnecting"]
    workers = []
    for number in range(desks):
        path = folder / f"offline-{number}.checkin"
        join_into(serving.enrolment(f"desk {number}"), path)
        workers.append(
            subprocess.Popen(
                [*command, str(path), str(desks), str(number)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    for worker in workers:
        _line(worker)
    start = time.monotonic()
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    told = {_line(worker) for worker in workers}
    seconds = time.monotonic() - start
    if told != {"converged"}:
        raise AssertionError("a desk did not get everything")
    digests = {_line(worker) for worker in workers}
    for worker in workers:
        worker.communicate()
    if len(digests) != 1 or "" in digests:
        raise AssertionError(f"not converged: {digests}")
    return Figure(
        f"{desks} desks after eight hours offline, all at once, converged",
        "s",
        seconds,
        bound=20,
        note=f"{PEOPLE * CHECKPOINTS:,} scans; hub and all desks on this one computer",
    )


def _line(worker: subprocess.Popen[str]) -> str:
    assert worker.stdout is not None
    return worker.stdout.readline().strip()


def _joined(large: Path, folder: Path) -> Figure:
    """From an enrolment to a desk that can scan."""
    target = folder / "joined.checkin"
    told: list[int] = []
    with hub(large) as serving:
        text = serving.enrolment("new")
        start = time.monotonic()
        join_into(text, target, progress=lambda done, total: told.append(done))
        seconds = time.monotonic() - start
    desk = Desk.open(target)
    people = desk.figures().expected
    desk.close()
    return Figure(
        f"joining with a roster of {people:,}",
        "s",
        seconds,
        bound=30 if people == 100_000 else None,
        note=f"progress told {len(told)} times",
    )
