"""Owns a process of some desks that scanned while offline and then all reconnect at once.

`python -m checkin_app.bench.reconnecting FOLDER DESKS NUMBER…`: an enrolment a line on standard
input, then “go”; it answers “ready”, “converged” once all its desks have everything in their
tables, and their digest if it is one.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

from checkin_app.bench.meetings import LIMIT, posts
from checkin_app.desk import Desk
from checkin_app.domain.programme import Checkpoint, CheckpointKind
from checkin_app.sync.joining import join_into
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


def main(folder: Path, desks: int, numbers: list[int]) -> None:
    """Runs to its end."""
    paths = [folder / f"offline-{number}.checkin" for number in numbers]
    for number, path in zip(numbers, paths, strict=True):
        join_into(sys.stdin.readline(), path)
        _day(path, number, desks)
    with posts(*paths) as all_of_them:
        for post in all_of_them:
            post.ask(lambda desk: desk.digest())
        _say("ready")
        sys.stdin.readline()
        for post in all_of_them:
            post.lane.start()
        until = time.monotonic() + LIMIT
        people = all_of_them[0].ask(lambda desk: desk.figures().expected)
        for number, post in zip(numbers, all_of_them, strict=True):
            others = (people - len(range(number, people, desks))) * CHECKPOINTS
            post.until(partial(_has, others))
            while post.ask(_admitted) < people * CHECKPOINTS:
                if time.monotonic() > until:
                    raise TimeoutError(f"desk {number} does not get everything")
                time.sleep(0.1)
        _say("converged")
        digests = {post.ask(lambda desk: desk.digest()) for post in all_of_them}
        _say(digests.pop() if len(digests) == 1 else "")


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
    main(Path(sys.argv[1]), int(sys.argv[2]), [int(number) for number in sys.argv[3:]])
