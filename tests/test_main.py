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
