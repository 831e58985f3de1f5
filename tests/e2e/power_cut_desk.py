"""A desk at work, each of whose system calls test_power_cut records.

power_cut_desk.py EVENT OTHER CODES... : scans the codes and says each verdict once it is durable,
with a pause now and then in which it seals and tidies; in the middle it takes what
another desk's file holds; CHECKIN_HASTY makes it forget to synchronise.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegate

START = datetime.fromisoformat("2026-11-25T07:00:00+07:00")
#: Scans between two pauses.
PAUSE = 13


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def run(event: Path, other: Path, codes: list[str]) -> None:
    desk = Desk.open(event)
    if os.environ.get("CHECKIN_HASTY"):
        desk._file.connection.execute("PRAGMA synchronous = OFF")
    for number, code in enumerate(codes):
        said = desk.scan(code, at=START + timedelta(seconds=10 * number))
        say(f"scan {said.scan_id} {said.verdict.decision} {said.verdict.reason}")
        if number % PAUSE == PAUSE - 1:
            desk.seal()
            say("pause")
        if number == len(codes) // 2:
            there = Desk.open(other, write=False)
            desk.receive(list(there.every_page()), "stick")
            there.close()
            for stream, (n, _) in sorted(desk.vector().items()):
                say(f"known {stream} {n}")
            new = desk.register({"name": "Hồ Châu"}, force=True)
            assert isinstance(new, Delegate)
            say(f"registered {new.id}")
    desk.close()
    say("closed")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
