"""A real window that joins a hub by a scanned enrolment, loses it, and decides a conflict."""

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

from tests.ui.small_forum import code_of, found

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
FIRST, SECOND = "Đặng Thị Khánh Vân", "Jean-Baptiste Mbeki-Lefèvre"

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture
def display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().strip()
        server.terminate()


def home(folder: Path) -> dict[str, str]:
    """The environment of a computer of its own."""
    return os.environ | {"CHECKIN_HOME": str(folder), "CHECKIN_KEYRING": "off"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "checkin_app", "--json", *arguments]


def run(environ: dict[str, str], *arguments: str) -> Any:
    """What a command says."""
    said = subprocess.run(
        command(*arguments), capture_output=True, text=True, env=environ, cwd=ROOT, timeout=120
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


def test_join_scan_unplug_scan_plug_in_and_decide(display: str, tmp_path: Path) -> None:
    founder, others = home(tmp_path / "hub"), home(tmp_path / "others")
    event, other, store = (tmp_path / f"{n}.checkin" for n in ("forum", "other", "x"))
    store = tmp_path / "forum.hub"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_HOME", founder["CHECKIN_HOME"])
        desk = found(event)
        first, second = code_of(desk, FIRST), code_of(desk, SECOND)
        desk.close()
    at = ["--store", f"sqlite:///{store}"]
    run(founder, "--event", str(event), "hub", "found", *at)
    serve = command("hub", "serve", *at, "--host", "127.0.0.1")
    with subprocess.Popen(
        [*serve, "--port", "0", "--until-stdin-ends"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=founder,
        cwd=ROOT,
    ) as hub:
        assert hub.stdout is not None
        port = str(json.loads(hub.stdout.readline())["port"])
        texts = [
            run(founder, "hub", "enrol", "--desk", name, *at)["enrolment"]
            for name in ("Desk 1", "Desk 2")
        ]
        run(others, "--event", str(other), "join", texts[0])
        hub.communicate()
    run(others, "--event", str(other), "scan", second, "--operator", "Minh")
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    plan = {
        "enrolment": texts[1],
        "first": first,
        "second": second,
        "hub": [*serve, "--port", port, "--until-stdin-ends"],
        "other": command("--event", str(other), "sync", "--once"),
        "other_home": others,
        "folder": str(pictures),
    }
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan), "utf-8")
    said = subprocess.run(
        [sys.executable, "-m", "tests.ui.real_sync", str(file)],
        capture_output=True,
        text=True,
        env=home(tmp_path / "window") | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        cwd=ROOT,
        timeout=240,
    )
    assert said.returncode == 0, said.stderr
    steps: dict[str, dict[str, str]] = json.loads(said.stdout)
    assert steps["joined"]["line"].startswith("Synced · last met ")
    assert steps["hub gone"]["line"].startswith("No link · last met ")
    assert steps["scan alone"]["line"].endswith("waiting")
    assert steps["conflict"]["conflicts"] == "1 to decide"
    assert steps["tray"]["asked"] == "One badge was let in twice. What happened?"
    assert steps["decided"]["conflicts"] == ""
    assert len(list(pictures.glob("*.png"))) == len(steps)
