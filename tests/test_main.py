import multiprocessing

import pytest

from checkin_app.__main__ import main, wants_window


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


def test_a_process_of_a_bundle_s_own_begins_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen program starts its children with its own arguments; they never reach the rest."""

    def child() -> None:
        raise SystemExit(7)

    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr(multiprocessing, "freeze_support", child)
    with pytest.raises(SystemExit) as ended:
        main(["--multiprocessing-fork", "tracker_fd=5"])
    assert ended.value.code == 7
