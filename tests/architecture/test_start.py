"""What takes long to import is imported when it is needed, not when the program starts."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HEAVY = {
    "PIL",
    "asyncio",
    "babel",
    "click",
    "keyring",
    "openpyxl",
    "python_calamine",
    "qrcode",
    "reportlab",
    "sqlite_utils",
    "xlsxwriter",
}


def run(*arguments: str, **environ: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("module", ["checkin_app.desk", "checkin_app.__main__"])
def test_a_desk_is_cheap_to_import(module: str) -> None:
    loaded = run("-c", f"import sys, {module}; print(*sys.modules)").split()
    assert HEAVY & set(loaded) == set()


@pytest.mark.skipif(find_spec("PySide6") is None, reason="needs PySide6")
def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    event = tmp_path / "forum.checkin"
    run("-m", "checkin_app", "sample", str(event), "--delegates", "50")
    said = run(
        "-m", "checkin_app", "--event", str(event), CHECKIN_TRIAL="1", QT_QPA_PLATFORM="offscreen"
    )
    assert HEAVY & set(json.loads(said)["modules"]) == set()
