"""Owns what every command is given: the event file, and how to print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli.language import say, speak

if TYPE_CHECKING:
    from checkin_app.desk import Desk


@dataclass(slots=True)
class Invocation:
    """The group's options. `json` asks for JSON and nothing else on standard output."""

    event: Path | None = None
    json: bool = False
    debug: bool = False

    def take(self, name: str, value: Any) -> None:
        """Sets an option by its name, wherever on the line it stood."""
        match name:
            case "event":
                self.event = Path(value)
            case "json":
                self.json = bool(value)
            case "debug":
                self.debug = bool(value)
            case "lang":
                speak(value)

    @property
    def file(self) -> Path:
        """The event file. Raises click.UsageError if none was named."""
        if self.event is None:
            raise click.UsageError(
                say(
                    "Say which event is meant: --event FILE, or the environment variable"
                    " CHECKIN_EVENT."
                )
            )
        return self.event

    @contextmanager
    def desk(self, *, write: bool = False) -> Iterator[Desk]:
        """The desk of the event file, closed and sealed at the end of the block."""
        from checkin_app.desk import Desk

        desk = Desk.open(self.file, write=write)
        try:
            yield desk
        finally:
            desk.close()


pass_invocation = click.make_pass_decorator(Invocation)
