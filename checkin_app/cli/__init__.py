"""The command line: one module for each family of commands, nothing but parsing and printing."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Does what `arguments` say and prints it; the exit status."""
    from checkin_app.cli.entrance import run

    return run(arguments)
