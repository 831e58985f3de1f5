"""Owns the entrance of the command line: the group's options, and one place for every failure."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checkin_app import __version__, config, logs
from checkin_app.cli import failures
from checkin_app.cli.invocation import Invocation
from checkin_app.cli.language import chosen, say, speak
from checkin_app.cli.parts import Group, Option, option

_COMMANDS = {
    "init": "events",
    "sample": "events",
    "import": "rosters",
    "find": "people",
    "code": "codes",
    "scan": "scans",
    "admit": "scans",
    "override": "scans",
    "undo": "scans",
    "register": "people",
    "amend": "people",
    "erase": "people",
    "badges": "badges",
    "layouts": "layouts",
    "preflight": "preflight",
    "photos": "photos",
    "invitations": "invitations",
    "print": "printing",
    "printers": "printing",
    "jobs": "jobs",
    "lost": "badge_life",
    "handover": "badge_life",
    "spoil": "badge_life",
    "verify": "badge_life",
    "temporary": "temporaries",
    "stock": "stock",
    "categories": "categories",
    "export": "exports",
    "stats": "exports",
    "conflicts": "conflicts",
    "resolve": "conflicts",
    "merge": "conflicts",
    "check": "events",
    "backup": "events",
    "restore": "events",
    "join": "sync",
    "sync": "sync",
    "bundle": "bundle",
    "hub": "hub",
    "bench": "machine",
    "doctor": "machine",
}


@click.group(
    "checkin-app",
    cls=Group,
    lazy=_COMMANDS,
    help="The check-in desk. Without a command it opens the desk window.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@option("--event", type=click.Path(), envvar="CHECKIN_EVENT", help="The event file.")
@option("--lang", type=click.Choice(["vi", "en"]), help="The language of texts.")
@option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@option("--debug", is_flag=True, help="Print the traceback of a failure as well.")
@click.version_option(
    __version__, message="%(version)s", cls=Option, help="Show the version and stop."
)
@click.pass_context
def checkin_app(
    ctx: click.Context, event: str | None, lang: str | None, as_json: bool, debug: bool
) -> None:
    ctx.obj = Invocation(Path(event) if event else None, as_json, debug)
    if ctx.invoked_subcommand is None:
        raise click.UsageError(say("Say what to do: a command is missing."), ctx)


def run(arguments: Sequence[str]) -> int:
    """Does what the arguments say; the exit status. Nothing is ever raised."""
    speak(chosen(arguments))
    _speak_utf8()
    logs.begin(config.station_dir)
    try:
        with checkin_app.make_context("checkin-app", list(arguments)) as ctx:
            checkin_app.invoke(ctx)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except BaseException as error:
        if failures.exit_status(error) == failures.BUG:
            logs.crashed(__name__, "a command", error)
        return failures.report(error, debug="--debug" in arguments)
    finally:
        logs.stop()
    return failures.DONE


def _speak_utf8() -> None:
    """Texts are UTF-8, whatever the system thinks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
