"""The power fails at any moment: what was said is there, the chain holds, and the file opens.

The disk is rebuilt from the recorded system calls of a desk at work; see disk_images.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import StoreError
from tests.e2e.disk_images import TRACED, Disk, Step, read_trace

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace (Linux)"),
]

IMAGES = int(os.environ.get("CHECKIN_DISK_IMAGES", "300"))
SCANS = 45


def new_event(folder: Path) -> tuple[Path, Path, list[str]]:
    """An event that a desk is at work on, and another desk's file."""
    event = folder / "disk" / "forum.checkin"
    event.parent.mkdir()
    desk = Desk.create(
        event, name="Forum", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    )
    desk.add_people({"name": f"Nguyễn Văn {n}", "delegation": "Huế"} for n in range(SCANS))
    codes = [credential.code for _, credential in desk.all_credentials()]
    other = folder / "other.checkin"
    desk.backup(other)
    desk.close()
    there = Desk.open(other)
    for code in codes[:30]:
        there.scan(code)
    there.close()
    return event, other, codes


def recorded(folder: Path, **environment: str) -> tuple[Disk, list[Step]]:
    """The disk before a desk went to work, and what it did."""
    event, other, codes = new_event(folder)
    disk = Disk(event.parent)
    trace = folder / "trace"
    program = [sys.executable, Path(__file__).with_name("power_cut_desk.py"), event, other, *codes]
    done = subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", str(1 << 24), "-e", TRACED, "-o", trace, *program],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | environment,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    steps = list(read_trace(trace))
    said = b"".join(step.body for step in steps if step.what == "said")
    assert said == done.stdout, "the record is whole"
    return disk, steps


def missing(image: Path, said: list[str]) -> list[str]:
    """Lines said that the desk of this image does not know, and what else is wrong with it."""
    try:
        desk = Desk.open(image / "forum.checkin")
    except StoreError as error:
        return [str(error)]
    try:
        report = desk.check()
        lost = [str(problem) for problem in report.problems]
        held = {
            f"scan {scan} {decision} {reason}"
            for scan, decision, reason in desk._file.connection.execute(
                "SELECT id, decision, reason FROM scans"
            )
        }
        held |= {
            f"registered {key}"
            for (key,) in desk._file.connection.execute("SELECT id FROM delegates")
        }
        heads = {stream: n for stream, (n, _) in desk.vector().items()}
        for line in said:
            what, *rest = line.split()
            if what in ("scan", "registered") and line not in held:
                lost.append(line)
            if what == "known" and heads.get(rest[0], 0) < int(rest[1]):
                lost.append(line)
        return lost
    finally:
        desk.close()


def losses(folder: Path, disk: Disk, steps: list[Step], images: int, seed: int) -> list[str]:
    """What is lost by power cuts at moments all over the record."""
    chance = random.Random(seed)
    cuts = sorted(chance.choices(range(len(steps) + 1), k=images))
    said = b""
    lost: list[str] = []
    for number, step in enumerate([*steps, None]):
        while cuts and cuts[0] == number:
            cuts.pop(0)
            image = folder / "image"
            image.mkdir()
            disk.image(image, chance)
            lost += missing(image, said.decode().splitlines())
            shutil.rmtree(image)
        if step is not None:
            disk.take(step)
            said += step.body if step.what == "said" else b""
    return lost


def test_what_was_said_survives_every_power_cut(tmp_path: Path) -> None:
    disk, steps = recorded(tmp_path)
    assert sum(step.what == "sync" for step in steps) > SCANS
    assert losses(tmp_path, disk, steps, IMAGES, 1) == []


def test_a_desk_that_does_not_synchronise_is_found_out(tmp_path: Path) -> None:
    disk, steps = recorded(tmp_path, CHECKIN_HASTY="1")
    assert losses(tmp_path, disk, steps, 40, 1) != []
