import os
import subprocess
import sys

import pytest

from checkin_app.__main__ import wants_window


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--event", "forum.checkin"], True),
        (["--event=forum.checkin", "--lang", "vi"], True),
        (["stats"], False),
        (["--event", "forum.checkin", "stats"], False),
        (["--event"], False),
        (["--help"], False),
        (["--json"], False),
    ],
)
def test_the_window_opens_when_no_command_is_given(arguments: list[str], window: bool) -> None:
    assert wants_window(arguments) is window


@pytest.mark.skipif(sys.platform != "linux", reason="only here is a window refused beforehand")
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
