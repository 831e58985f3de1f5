"""Owns the start of the program: the window when no command is given, else the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_WITH_VALUE = ("--event", "--lang")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (those of the process if None); its exit status."""
    if getattr(sys, "frozen", False):
        # A bundle is its own Python: a process of its own begins here too, and ends in this call.
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if wants_window(arguments):
        return _window(arguments)
    from checkin_app.cli import main as command

    return command(arguments)


def wants_window(arguments: Sequence[str]) -> bool:
    """True if nothing but the event and the language is given."""
    rest = iter(arguments)
    for argument in rest:
        name, equals, _ = argument.partition("=")
        if name not in _WITH_VALUE or (not equals and next(rest, None) is None):
            return False
    return True


def _window(arguments: list[str]) -> int:
    from checkin_app import display, i18n

    lang = i18n.environment_language()
    problem = display.obstacle(lang)
    if problem is None:
        try:
            from checkin_app.ui.app import main as window
        except ImportError as error:
            problem = display.loader_message(lang, error)
            if problem is None:
                raise
        else:
            return window(arguments)
    sys.stderr.write(problem + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
