"""Owns a process of one desk that scanned while offline and then reconnects, with all others.

`python -m checkin_app.bench.reconnecting FILE DESKS NUMBER`: the file has joined a hub. It answers
“ready” once its day is over, “converged” when, after a line on standard input, it has everything in
its tables, and then its digest.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

from checkin_app.bench.meetings import LIMIT, posts
from checkin_app.desk import Desk
from checkin_app.domain.programme import Checkpoint, CheckpointKind
from checkin_app.sync.state import SyncState

CHECKPOINTS = 15


def checkpoints(desk: Desk) -> None:
    """As many doors as there are sessions."""
    desk.add_records(
        [
            Checkpoint(f"room-{number}", CheckpointKind.DOOR, f"Room {number}", f"Phòng {number}")
            for number in range(CHECKPOINTS)
        ]
    )


def main(path: Path, desks: int, number: int) -> None:
    """Runs to its end."""
    _day(path, number, desks)
    with posts(path) as (post,):
        post.ask(lambda desk: desk.digest())
        _say("ready")
        sys.stdin.readline()
        post.lane.start()
        until = time.monotonic() + LIMIT
        people = post.ask(lambda desk: desk.figures().expected)
        others = (people - len(range(number, people, desks))) * CHECKPOINTS
        post.until(partial(_has, others))
        while post.ask(_admitted) < people * CHECKPOINTS:
            if time.monotonic() > until:
                raise TimeoutError(f"desk {number} does not get everything")
            time.sleep(0.1)
        _say("converged")
        _say(post.ask(lambda desk: desk.digest()))


def _has(entries: int, state: SyncState) -> bool:
    return state.pulled >= entries


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _admitted(desk: Desk) -> int:
    return sum(numbers["admitted"] for numbers in desk.figures().per_checkpoint.values())


def _day(path: Path, number: int, desks: int) -> None:
    """Everybody whom this desk sees goes through every door."""
    desk = Desk.open(path)
    codes = [credential.code for _, credential in desk.all_credentials()][number::desks]
    for place in range(CHECKPOINTS):
        for code in codes:
            desk.scan(code, checkpoint=f"room-{place}")
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
