"""What is said where a system library of Qt is missing; with Qt's own files, one name changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from checkin_app import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bundled with Qt elsewhere")

QT = Path(PySide6.__file__).parent / "Qt"
REAL, GONE = "libxkbcommon-x11.so.0", "libxkbcommon-x1x.so.0"


@pytest.fixture
def qt(tmp_path: Path) -> Path:
    """Qt as it is installed, but its X11 plugin wants a library that is nowhere."""
    plugin = tmp_path / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    (tmp_path / "lib").symlink_to(QT / "lib")
    shutil.copy(QT / "plugins" / "platforms" / "libqoffscreen.so", plugin.parent)
    binary = (QT / "plugins" / "platforms" / "libqxcb.so").read_bytes()
    assert REAL.encode() in binary
    plugin.write_bytes(binary.replace(REAL.encode(), GONE.encode()))
    return tmp_path


def test_nothing_is_in_the_way_of_a_platform_that_is_whole(qt: Path) -> None:
    assert display.obstacle("en", {"QT_QPA_PLATFORM": "offscreen"}, qt) is None


def test_the_package_to_install_is_named(qt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(display.PACKAGES, GONE, display.PACKAGES[REAL])
    said = display.obstacle("en", {"QT_QPA_PLATFORM": "xcb"}, qt)
    assert said is not None
    assert "apt-get install libxkbcommon-x11-0" in said
    assert "dnf install libxkbcommon-x11”" in said


def test_a_library_that_is_not_known_is_named_itself(qt: Path) -> None:
    said = display.obstacle("vi", {"QT_QPA_PLATFORM": "xcb"}, qt)
    assert said is not None
    assert said.startswith(f"Cửa sổ chương trình cần thư viện hệ thống {GONE}")


def test_the_next_platform_that_works_is_enough(qt: Path) -> None:
    assert display.obstacle("en", {"QT_QPA_PLATFORM": "xcb;offscreen"}, qt) is None


def test_a_screen_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    said = display.obstacle("en", {"QT_QPA_PLATFORM": "xcb"})
    assert said is not None
    assert said.startswith("There is no screen") or "apt-get install" in said


def test_only_a_missing_library_is_explained() -> None:
    gone = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    said = display.loader_message("en", gone)
    assert said is not None
    assert "apt-get install libegl1" in said
    assert display.loader_message("en", ImportError("cannot import name 'x' from 'y'")) is None


@pytest.mark.parametrize("lang", ["vi_VN.UTF-8", "C.UTF-8"])
def test_without_a_screen_one_sentence_is_said(lang: str) -> None:
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"}
    environ = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-m", "checkin_app"],
        env={**environ, "LC_ALL": lang, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("There is no screen" if lang[0] == "C" else "Không có màn hình")
