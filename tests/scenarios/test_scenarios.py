"""Every scan script of this folder, with one desk for all of it and opened anew at each line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checkin_app.domain.scans import Reason

SCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("reopen", [False, True], ids=["one desk", "reopened"])
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_script(script: Path, reopen: bool, play: Callable[[str, bool], None]) -> None:
    play(script.read_text(encoding="utf-8"), reopen)


def test_every_reason_of_the_table_is_met_in_a_script() -> None:
    told = {
        word
        for script in SCRIPTS
        for line in script.read_text(encoding="utf-8").splitlines()
        for word in line.partition("=>")[2].split()
    }
    assert {reason.value for reason in Reason} <= told


def test_a_script_fails_where_it_is_wrong(play: Callable[[str, bool], None]) -> None:
    text = "person lan 'Nguyễn Thị Lan'\n08:00:00 scan lan => refuse already_in"
    with pytest.raises(AssertionError, match=r"line 2: .*\n.*welcome"):
        play(text, False)
