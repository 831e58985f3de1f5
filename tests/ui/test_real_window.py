"""A scanner and a person at a real window, on a virtual display, through the X server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin_app.desk import Desk
from tests.ui.small_forum import code_of, found

ROOT = Path(__file__).parents[2]
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().strip()
        server.terminate()


@pytest.fixture(scope="module")
def played(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("real")
    event = folder / "forum.checkin"
    environ = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "CHECKIN_HOME": str(folder / "home"),
        "CHECKIN_KEYRING": "off",
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_HOME", environ["CHECKIN_HOME"])
        patch.setenv("CHECKIN_KEYRING", "off")
        found(event).close()
    said = subprocess.run(
        [sys.executable, "-m", "tests.ui.real_window", str(event)],
        capture_output=True,
        text=True,
        env=environ,
        cwd=ROOT,
        timeout=120,
    )
    assert said.returncode == 0, said.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_HOME", environ["CHECKIN_HOME"])
        desk = Desk.open(event, write=False)
        answer: dict[str, dict[str, Any]] = json.loads(said.stdout)
        answer["codes"] = {n: code_of(desk, n) for n in ("Đặng Thị Khánh Vân",)}
        desk.close()
    return answer


def test_a_scan_is_a_verdict_while_another_field_has_the_focus(
    played: dict[str, dict[str, Any]],
) -> None:
    step = played["scan"]
    assert step["headline"] == "Welcome"
    assert step["codes"] == list(played["codes"].values())
    assert (step["name"], step["focused"]) == ("", "")


def test_marks_made_of_the_first_digits_make_it_unreadable_not_typing(
    played: dict[str, dict[str, Any]],
) -> None:
    step = played["unikey"]
    assert step["headline"] == "Scan again"
    assert len(step["codes"]) == 1
    assert step["name"] == "a"


def test_a_name_at_twelve_letters_a_second_is_never_a_scan(
    played: dict[str, dict[str, Any]],
) -> None:
    step = played["name"]
    assert step["codes"] == []
    assert step["focused"] == "Nguyen Van A2"


def test_the_next_scan_works(played: dict[str, dict[str, Any]]) -> None:
    assert played["again"]["headline"] == "Welcome"
    assert len(played["again"]["codes"]) == 1
