"""kill -9 in the middle of `scan -`: what was acknowledged is there, once, and the chain holds."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from checkin_app.desk import Desk

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL") or os.name == "nt", reason="needs kill -9"),
]

KILLS = int(os.environ.get("CHECKIN_KILLS", "200"))


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    event = tmp_path / "forum.checkin"
    desk = Desk.create(
        event, name="Forum", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    )
    desk.add_people({"name": f"Nguyễn Văn {n}", "delegation": "Huế"} for n in range(3 * KILLS))
    codes = [credential.code for _, credential in desk.all_credentials()]
    desk.close()

    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("killed.py"), event, str(KILLS), "1"],
        input="\n".join(codes).encode(),
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) > KILLS

    connection = sqlite3.connect(event)
    recorded = {
        scan: (code, decision, reason, door)
        for scan, code, decision, reason, door in connection.execute(
            "SELECT id, code, decision, reason, door FROM scans"
        )
    }
    entries = connection.execute("SELECT n FROM entries ORDER BY stream, n").fetchall()
    connection.close()

    for answer in answers:
        assert recorded[answer["scan_id"]][:3] == (
            answer["code"],
            answer["decision"],
            answer["reason"],
        )
    assert len({answer["scan_id"] for answer in answers}) == len(answers)
    assert max(Counter((code, door) for code, _, _, door in recorded.values()).values()) == 1
    welcome = Counter(code for code, _, reason, _ in recorded.values() if reason == "welcome")
    assert set(welcome.values()) == {1}
    assert [n for (n,) in entries] == list(range(1, len(entries) + 1))

    desk = Desk.open(event)
    try:
        assert desk.check().problems == []
        assert desk.figures().arrived == len(welcome)
    finally:
        desk.close()
