"""Kills `scan -` in the middle, again and again; prints what it had acknowledged by then.

Started by test_kill.py as a program of its own, so that a fork is a copy of one thread:
killed.py EVENT KILLS SEED < CODES > ACKNOWLEDGED
"""

from __future__ import annotations

import os
import random
import signal
import sys
from datetime import datetime, timedelta

from checkin_app.cli import main, scans
from checkin_app.desk import Desk

START = datetime.fromisoformat("2026-11-25T07:00:00+07:00")
BATCH = 24
#: Imported before the first fork, so that a child is at work at once.
READY = (Desk, scans)


def spawn(event: str, at: str) -> tuple[int, int, int]:
    """A forked `scan -`: its process, where its codes go, where its verdicts come from."""
    codes_out, codes_in = os.pipe()
    verdicts_out, verdicts_in = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(codes_out, 0)
        os.dup2(verdicts_in, 1)
        for descriptor in (codes_out, codes_in, verdicts_out, verdicts_in):
            os.close(descriptor)
        sys.stdin = os.fdopen(0, encoding="utf-8")
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        os._exit(main(["--event", event, "--json", "scan", "-", "--at", at]))
    os.close(codes_out)
    os.close(verdicts_in)
    return child, codes_in, verdicts_out


def killed(event: str, codes: list[str], at: str, lines: int, linger: int) -> bytes:
    """Everything that was printed by a `scan -` that is killed after so many lines."""
    child, codes_in, verdicts_out = spawn(event, at)
    os.write(codes_in, "".join(code + "\n" for code in codes).encode())
    printed = b""
    while printed.count(b"\n") < lines and (piece := os.read(verdicts_out, 65536)):
        printed += piece
    for _ in range(linger):
        os.sched_yield()
    os.kill(child, signal.SIGKILL)
    os.close(codes_in)
    while piece := os.read(verdicts_out, 65536):
        printed += piece
    os.close(verdicts_out)
    os.waitpid(child, 0)
    return printed[: printed.rfind(b"\n") + 1]


def run(event: str, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    codes = sys.stdin.read().split()
    for number in range(kills):
        at = (START + timedelta(seconds=10 * number)).isoformat()
        batch = chance.sample(codes, BATCH)
        lines = chance.choice([0, chance.randrange(1, BATCH)])
        linger = chance.randrange(2000) if lines == 0 else chance.randrange(200)
        sys.stdout.buffer.write(killed(event, batch, at, lines, linger))


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
