"""kill -9 in the middle of printing: no badge twice, none lost, and what is said is true."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.badges import JobState

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL") or os.name == "nt", reason="needs kill -9"),
]
PROGRAM = Path(__file__).with_name("killed_press.py")
BADGES = 30


def new_event(folder: Path, printer: str) -> Path:
    event = folder / "forum.checkin"
    desk = Desk.create(
        event, name="Forum", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    )
    desk.add_people({"name": f"Nguyễn Văn {n}", "delegation": ""} for n in range(BADGES))
    people = [row.delegate.id for row in desk.roster_rows(desk.roster_ids())]
    desk.order_badges(people, printer=printer, each=True)
    desk.close()
    return event


def killed(arguments: list[str], steps: int, linger: int) -> bool:
    """Runs the program and kills it after so many steps; whether it was done before."""
    program = subprocess.Popen([sys.executable, PROGRAM, *arguments], stdout=subprocess.PIPE)
    assert program.stdout is not None
    with program.stdout:
        said = [program.stdout.readline() for _ in range(steps)]
        for _ in range(linger):
            os.sched_yield()
        program.kill()
        said.append(program.stdout.read())
    program.wait(30)
    return b"done\n" in b"".join(said)


def kill_until_done(arguments: list[str]) -> int:
    chance = random.Random(7)
    kills = 0
    while not killed(arguments, chance.randrange(1, 12), chance.randrange(400)):
        kills += 1
        assert kills < 200
    return kills


def test_a_folder_gets_no_badge_twice_and_what_is_said_is_true(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    event = new_event(tmp_path, f"folder:{out}")
    assert kill_until_done([str(event)]) > 2
    desk = Desk.open(event)
    try:
        jobs = desk.jobs()
        assert len(jobs) == BADGES
        written = [job.title for job in jobs if job.state is JobState.WRITTEN]
        assert len(written) > BADGES // 2
        assert {job.state for job in jobs} <= {JobState.WRITTEN, JobState.UNKNOWN}
        assert sorted(f.stem.partition(" (")[0] for f in out.glob("*.pdf")) == sorted(written)
        assert list(out.glob(".*.part")) == []
        assert desk.check().problems == []
    finally:
        desk.close()


def test_a_printing_system_that_cannot_tell_gets_none_twice(tmp_path: Path) -> None:
    """Where a kill strikes is chance: days are repeated until one struck in a hand-over."""
    for day in range(8):
        folder = tmp_path / str(day)
        folder.mkdir()
        if JobState.UNKNOWN in one_day(folder):
            return
    pytest.fail("no kill struck while a badge was handed over")


def one_day(folder: Path) -> set[JobState]:
    """Prints everything under kills, and looks at what is said; the states there are."""
    sink = folder / "sink"
    sink.touch()
    event = new_event(folder, "Badges")
    kill_until_done([str(event), str(sink)])
    had = Counter(sink.read_text(encoding="utf-8").split("\n")[:-1])
    desk = Desk.open(event)
    try:
        jobs = desk.jobs()
        assert len(jobs) == BADGES
        for job in jobs:
            assert job.state in (JobState.SENT, JobState.UNKNOWN), job
            assert had[job.title] <= 1
            assert had[job.title] == 1 or job.state is JobState.UNKNOWN
        assert desk.check().problems == []
    finally:
        desk.close()
    return {job.state for job in jobs}
