"""A desk as the window has it: one thread that records, and a sync lane beside it, one process.

desk_at_work.py EVENT: reads lines from standard input, `scan CODE SECOND` or `quit`, and writes a
line of JSON for each verdict once it is durable, and for each new state of what it knows.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from checkin_app.desk import Desk
from checkin_app.ledger.pages import Vector
from checkin_app.sync.lane import SyncLane
from checkin_app.sync.state import SyncState

START = datetime.fromisoformat("2026-11-25T07:00:00+07:00")


def fingerprint(vector: Vector) -> str:
    """The same wherever the same entries are known."""
    told = sorted((line, n, chain.hex()) for line, (n, chain) in vector.items())
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def say(**line: object) -> None:
    os.write(1, json.dumps(line).encode() + b"\n")


class Verbs:
    """The desk lane: whoever asks waits until the desk's thread has answered."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[Any], Any]] | None] = (
            queue.SimpleQueue()
        )

    def ask(self, verb: Callable[[Any], Any]) -> Any:
        answer: Future[Any] = Future()
        self.waiting.put((answer, verb))
        return answer.result()

    def run(self) -> None:
        shown = ""
        while (one := self.waiting.get()) is not None:
            answer, verb = one
            try:
                answer.set_result(verb(self.desk))
            except BaseException as error:
                answer.set_exception(error)
            heads = fingerprint(self.desk.vector())
            if heads != shown:
                shown = heads
                say(heads=heads, digest=self.desk.digest())


def hear(verbs: Verbs, lane: SyncLane) -> None:
    """What is asked on standard input, in a thread of its own."""
    for line in sys.stdin:
        what, *rest = line.split()
        if what == "scan":
            code, second = rest

            def scan(desk: Desk, code: str = code, second: str = second) -> None:
                outcome = desk.scan(code, at=START + timedelta(seconds=float(second)))
                say(
                    scan=outcome.scan_id,
                    decision=outcome.verdict.decision,
                    reason=outcome.verdict.reason,
                    door=outcome.at.isoformat(),
                )

            verbs.ask(scan)
            lane.wake()
        elif what == "now":
            lane.now()
    lane.stop()
    verbs.waiting.put(None)


def run(event: Path) -> None:
    desk = Desk.open(event)
    verbs = Verbs(desk)
    link = [""]

    def told(state: SyncState) -> None:
        if state.link != link[0]:
            link[0] = state.link
            say(link=state.link)

    lane = SyncLane(verbs.ask, event, told)
    lane.start()
    say(ready=True)
    threading.Thread(target=hear, args=(verbs, lane), name="input", daemon=True).start()
    verbs.run()
    desk.close()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
