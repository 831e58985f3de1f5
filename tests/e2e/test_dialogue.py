"""`scan -` as a program that is talked to: each answer comes before the next code is given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from checkin_app.desk import Desk

pytestmark = pytest.mark.serial


@pytest.fixture
def event(tmp_path: Path) -> Path:
    file = tmp_path / "forum.checkin"
    Desk.create(
        file, name="Forum", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    ).close()
    return file


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_a_question_an_answer_and_ctrl_c(event: Path) -> None:
    command = [sys.executable, "-m", "checkin_app", "--event", event, "--json", "scan", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, bufsize=0, **pipes) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        assert desk.stderr is not None
        for code in ("123", "456", "789"):
            desk.stdin.write(f"{code}\n".encode())
            answer = json.loads(desk.stdout.readline())
            assert (answer["code"], answer["reason"]) == (code, "unreadable")
        other = subprocess.run([*command[:-2], "scan", "1"], capture_output=True, timeout=60)
        assert other.returncode == 4
        desk.send_signal(signal.SIGINT)
        assert desk.stderr.read().decode() == "Stopped. What was shown as done is done.\n"
        assert desk.wait(60) == 130
    report = subprocess.run([*command[:-2], "check"], capture_output=True, timeout=60)
    found = json.loads(report.stdout)
    assert (found["whole"], found["sealed"]) == (True, 2)
