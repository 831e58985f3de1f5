"""The layout editor in a real window, by mouse and keyboard; its badge printed, read and let in."""

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

from checkin_app.badges.layout import LAYOUTS
from checkin_app.badges.layout.elements import Code, Image, Stack
from checkin_app.desk import Desk
from checkin_app.domain.scans import Decision
from tests.ui.small_forum import found

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool", "pdftoppm", "zbarimg")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]

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
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The station folder of the program that is played, for the desks of this test too."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_HOME", str(folder))
        patch.setenv("CHECKIN_KEYRING", "off")
        yield folder


@pytest.fixture(scope="module")
def played(display: str, home: Path) -> tuple[dict[str, Any], Path, Path]:
    """What each step came to; the event; the folder that badges were printed into."""
    event, out = home / "forum.checkin", home / "out"
    out.mkdir()
    found(event).close()
    said = subprocess.run(
        [sys.executable, "-m", "tests.ui.real_editor", str(event), str(out)],
        capture_output=True,
        text=True,
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        cwd=ROOT,
        timeout=180,
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout), event, out


def test_the_mouse_and_the_keyboard_change_the_layout(
    played: tuple[dict[str, Any], Path, Path],
) -> None:
    steps, _, _ = played
    assert steps["open"]["layout"] == "a6" and not steps["open"]["changed"]
    moved = steps["move the logo"]
    assert moved["logo"] == [5, 11, 15, 15], "at the margin, its foot on that of the text beside"
    assert moved["layout"] == "a6-portrait-own" and moved["steps"] == 1
    x, y, width, height = steps["resize the code"]["code"]
    assert width == height and 32 <= width <= 34
    assert (x + width, y + height) == pytest.approx((96, 145), abs=0.02)
    assert steps["make the name larger"]["size"] == 40
    assert steps["nudge"]["logo"] == pytest.approx([5, 13.1, 15, 15])
    assert steps["undo"]["logo"] == [5, 11, 15, 15]
    assert steps["redo"]["logo"] == steps["nudge"]["logo"]
    assert not steps["save"]["changed"]


def test_the_event_has_the_layout_and_the_built_in_one_is_as_it_was(
    played: tuple[dict[str, Any], Path, Path], home: Path
) -> None:
    steps, event, _ = played
    desk = Desk.open(event, write=False)
    layouts = desk.layouts()
    desk.close()
    assert layouts["a6"] == LAYOUTS["a6"]
    own = layouts["a6-portrait-own"]
    logo = next(e.box for e in own.front if isinstance(e, Image))
    code = next(e.box for e in own.front if isinstance(e, Code))
    assert [logo.x, logo.y] == pytest.approx(steps["save"]["logo"][:2])
    assert code.width == steps["save"]["code"][2]
    sizes = {x.field: x.size for e in own.front if isinstance(e, Stack) for x in e.lines}
    assert sizes["name"] == 40


def test_the_printed_badge_is_read_and_lets_its_owner_in(
    played: tuple[dict[str, Any], Path, Path], home: Path, tmp_path: Path
) -> None:
    _, event, out = played
    files = sorted(out.glob("*.pdf"))
    assert files
    codes = []
    for file in files:
        stem = tmp_path / file.stem
        subprocess.run(["pdftoppm", "-r", "203", "-png", str(file), str(stem)], check=True)
    for page in sorted(tmp_path.glob("*.png")):
        read = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(page)], capture_output=True, text=True, check=True
        )
        codes += read.stdout.split()
    desk = Desk.open(event)
    try:
        printed = {job.layout for each in desk.jobs() for job in each.badges}
        assert printed == {"a6-portrait-own"}
        assert len(codes) == len(set(codes)) > 10
        verdicts = [desk.scan(code).verdict for code in codes]
        assert {verdict.decision for verdict in verdicts} == {Decision.ADMIT}
    finally:
        desk.close()
